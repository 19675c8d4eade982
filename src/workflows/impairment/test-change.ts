import type { ImpairmentEvent, TestEvent } from "./event.ts";
import { withoutPartKept, withPartBack } from "./removed-part.ts";
import { type Slot, slotParts } from "./slot.ts";
import type { Frame, ImpairmentTest, Unit } from "./state.ts";

const types: readonly ImpairmentEvent["type"][] = ["step-shown", "frame-changed", "indicator-answered", "annual-test-said", "linked", "unlinked", "explained", "sensitivity-changed", "report-written", "part-restored", "part-forgotten"] satisfies TestEvent["type"][];

export function isTestEvent(event: ImpairmentEvent): event is TestEvent {
  return types.includes(event.type);
}

/** The test after an event that concerns the whole of it. */
export function testAfter(test: ImpairmentTest, event: TestEvent): ImpairmentTest {
  switch (event.type) {
    case "step-shown":
      return { ...test, step: event.step };
    case "frame-changed": {
      const frame = { ...test.frame, ...event.frame };
      return hasDigits(frame) ? { ...test, frame } : test;
    }
    case "indicator-answered": {
      const { indicator, answer, note } = event;
      return { ...test, indicators: { ...test.indicators, answers: { ...test.indicators.answers, [indicator]: { answer, note } } } };
    }
    case "annual-test-said":
      return { ...test, indicators: { ...test.indicators, annual: event.annual } };
    case "linked":
      return hasPlace(test, event.slot) ? { ...test, links: { ...test.links, [event.slot]: event.link } } : test;
    case "unlinked":
      return withoutLink(test, event.slot);
    case "explained": {
      const { [event.key]: _before, ...others } = test.explanations;
      return { ...test, explanations: event.text.trim() === "" ? others : { ...others, [event.key]: event.text } };
    }
    case "sensitivity-changed":
      return { ...test, sensitivity: { ...test.sensitivity, ...event.sensitivity } };
    case "report-written":
      return { ...test, report: event.report };
    case "part-restored":
      return withPartBack(test, event.part);
    case "part-forgotten":
      return withoutPartKept(test, event.part);
  }
}

/** Whether the digits of a frame are such as amounts have: between hundreds of millions and a millionth. */
export function hasDigits({ digits, valueDigits }: Frame): boolean {
  return [digits, valueDigits].every((count) => Number.isInteger(count) && count >= -8 && count <= 6);
}

/** Whether the unit and item that a slot speaks of are in the test. */
export function hasPlace(test: ImpairmentTest, slot: Slot): boolean {
  const parts = slotParts(slot);
  if (!parts) return false;
  if (parts.unit === undefined) return true;
  const unit = test.units.find(({ id }) => id === parts.unit);
  return unit !== undefined && (parts.item === undefined || itemsOf(unit, parts.name).some(({ id }) => id === parts.item));
}

function itemsOf({ forecast, fairValue, past }: Unit, name: string): readonly { readonly id: string }[] {
  if (name === "row") return forecast.rows;
  if (name === "thresholds" || name === "rates") return fairValue.schedules;
  return past;
}

function withoutLink(test: ImpairmentTest, slot: Slot): ImpairmentTest {
  const { [slot]: gone, ...links } = test.links;
  return gone ? { ...test, links } : test;
}
