import { createContext, useContext } from "react";
import { type ImpairmentRoomTexts, impairmentRoomTexts } from "../../locales/impairment-room-texts.ts";
import { type ImpairmentTexts, impairmentTexts } from "../../locales/impairment-texts.ts";
import type { RangeAddress } from "../../workbook/address.ts";
import type { Workbook } from "../../workbook/port.ts";
import type { Evaluation, UnitEvaluation } from "../../workflows/impairment/evaluation.ts";
import type { ImpairmentEvent } from "../../workflows/impairment/event.ts";
import type { Inputs } from "../../workflows/impairment/input.ts";
import type { Slot, UnitId } from "../../workflows/impairment/slot.ts";
import type { ImpairmentTest, Unit } from "../../workflows/impairment/state.ts";
import type { StepName } from "../../workflows/impairment/step.ts";
import { usePane } from "../pane-context.ts";
import type { Place } from "./finding-place.ts";

/** What every step of the open test works with. */
export interface TestRoom {
  readonly workbook: Workbook;
  readonly test: ImpairmentTest;
  /** Of the test as it was a moment ago, while a person types. */
  readonly evaluation: Evaluation;
  readonly inputs: Inputs;
  /** The unit the steps by unit show; none where the test has none. */
  readonly unit: Unit | undefined;
  readonly selection: RangeAddress | undefined;
  /** Fields to which a rule has something to say. */
  readonly faulty: ReadonlySet<Place>;
  showUnit(unit: UnitId): void;
  play(event: ImpairmentEvent): void;
  link(slot: Slot, range: RangeAddress): void;
  /** Shows a field, in its step and unit, and puts the focus into it. */
  goTo(place: Place, step: StepName, unit: UnitId | undefined): void;
}

export const TestRoomContext = createContext<TestRoom | undefined>(undefined);

export function useRoom(): TestRoom {
  const room = useContext(TestRoomContext);
  if (!room) throw new Error("a step stands outside an open test");
  return room;
}

/** The texts of the room, and the words of the tests themselves. */
export function useRoomTexts(): { readonly room: ImpairmentRoomTexts; readonly words: ImpairmentTexts } {
  const { language } = usePane();
  return { room: impairmentRoomTexts[language], words: impairmentTexts[language] };
}

/** What is derived of a unit; undefined while it has just been added. */
export function evaluationOf({ units }: Evaluation, unit: Unit): UnitEvaluation | undefined {
  return units.find((each) => each.unit.id === unit.id);
}
