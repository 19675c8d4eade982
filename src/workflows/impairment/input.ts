import type { RangeAddress } from "../../workbook/address.ts";
import type { CellContent, CellValue } from "../../workbook/port.ts";
import { type Slot, type SlotParts, slotParts } from "./slot.ts";
import type { ImpairmentState, ImpairmentTest, Link } from "./state.ts";

/** A linked block as it stands now. */
export interface InputBlock {
  readonly range: RangeAddress;
  readonly cells: readonly (readonly CellValue[])[];
}

/** The linked blocks by pin: null where the block was deleted, absent where it has not been read. */
export type Inputs = ReadonlyMap<string, InputBlock | null>;

export interface PlacedLink {
  readonly slot: Slot;
  readonly parts: SlotParts;
  readonly link: Link;
}

/** All links of a test with the places they fill. */
export function linksOf(test: ImpairmentTest): readonly PlacedLink[] {
  return Object.entries(test.links).flatMap(([text, link]) => {
    const parts = slotParts(text);
    // A key of the links is a slot: the codec lets nothing else in.
    return parts && link ? [{ slot: text as Slot, parts, link }] : [];
  });
}

/** What of a workbook is needed to read links. */
export interface LinkedCells {
  pinned(pins: readonly string[]): Promise<readonly (RangeAddress | null)[]>;
  read(range: RangeAddress): Promise<readonly (readonly CellContent[])[]>;
}

/** Reads every linked block of the tests where it stands by now. */
export async function readInputs(workbook: LinkedCells, tests: readonly ImpairmentTest[]): Promise<Inputs> {
  const pins = [...new Set(tests.flatMap((test) => linksOf(test).map(({ link }) => link.pin)))];
  const ranges = await workbook.pinned(pins);
  const inputs = new Map<string, InputBlock | null>();
  for (const [index, pin] of pins.entries()) {
    const range = ranges[index];
    inputs.set(pin, range ? { range, cells: (await workbook.read(range)).map((row) => row.map(({ value }) => value)) } : null);
  }
  return inputs;
}

/** The pins a change of the state has let go, to be taken out of the workbook. */
export function releasedPins(before: ImpairmentState, after: ImpairmentState): readonly string[] {
  const kept = new Set(pinsOf(after));
  return [...new Set(pinsOf(before))].filter((pin) => !kept.has(pin));
}

function pinsOf(state: ImpairmentState): string[] {
  return state.tests.flatMap((test) => [...linksOf(test).map(({ link }) => link.pin), ...Object.values(test.report?.blocks ?? {})]);
}
