import * as fc from "fast-check";
import { advance, noTests } from "../../../src/workflows/impairment/advance.ts";
import type { ImpairmentEvent } from "../../../src/workflows/impairment/event.ts";
import { emptyFrame } from "../../../src/workflows/impairment/new-test.ts";
import { type ItemId, type Slot, testSlots, type UnitId, unitSlots } from "../../../src/workflows/impairment/slot.ts";
import { fairValueMethods, indicatorNames, likeItems, type Link, measureChoices, rowKinds, scales, uses } from "../../../src/workflows/impairment/state.ts";
import { steps } from "../../../src/workflows/impairment/step.ts";

const word = fc.constantFrom("", "资产组 1", " ", "__proto__", "a:b/c", "利息");
export const unit = fc.constantFrom<UnitId>("u1", "u2", "u3", "u9");
export const item = fc.constantFrom<ItemId>("i1", "i2", "i3", "i4", "i8");
const link = fc.constantFrom("_headroom.1", "_headroom.2", "_headroom.3").map((pin): Link => ({ pin, source: "", note: "" }));
const slot: fc.Arbitrary<Slot> = fc.oneof(
  fc.constantFrom(...testSlots),
  fc.tuple(unit, fc.constantFrom(...unitSlots)).map(([id, name]): Slot => `${id}/${name}`),
  fc.tuple(unit, fc.constantFrom("row", "thresholds", "rates", "past", "actual"), item).map(([id, name, of]): Slot => `${id}/${name}/${of}`),
);
const by = fc.integer({ min: -3, max: 3 });
const fraction = fc.constantFrom("0.01", "-0.05", "nonsense", "0");

/** What a person can do, about things that are there and things that are not. */
export const event: fc.Arbitrary<ImpairmentEvent> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<ImpairmentEvent>({ type: "test-started", frame: emptyFrame }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("next-year-started"), from: fc.constantFrom("t1", "t2", "t7"), name: word, date: fc.constant("2026-12-31") }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("test-opened"), test: fc.constantFrom("t1", "t2", "t7", null) }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("test-removed"), test: fc.constantFrom("t2", "t7") }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 1, arbitrary: fc.constantFrom<ImpairmentEvent>({ type: "test-restored" }, { type: "test-forgotten" }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("step-shown"), step: fc.constantFrom(...steps) }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("frame-changed"), frame: fc.record({ name: word, scale: fc.constantFrom(...scales), digits: fc.constantFrom(2, 0, -4, 99, 1.5), valueDigits: fc.constantFrom(2, -1) }, { requiredKeys: [] }) }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("indicator-answered"), indicator: fc.constantFrom(...indicatorNames), answer: fc.constantFrom("yes", "no", null), note: word }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 6, arbitrary: fc.record({ type: fc.constant("linked"), slot, link }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("unlinked"), slot }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("explained"), key: word, text: word }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("sensitivity-changed"), sensitivity: fc.record({ rates: fc.array(fraction), lever: fraction }, { requiredKeys: [] }) }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("unit-added"), name: word }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("unit-changed"), unit, unitWords: fc.record({ name: word, use: fc.constantFrom(...uses), measures: fc.constantFrom(...measureChoices), allocation: fc.constantFrom("pro-rata", "asset-by-asset") }, { requiredKeys: [] }) }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("unit-moved"), unit, by }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("unit-removed"), unit }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("like-answered"), unit, item: fc.constantFrom(...likeItems), answer: fc.constantFrom(null, { carrying: true, flows: false }) }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("forecast-changed"), unit, forecast: fc.record({ basis: fc.constantFrom("rows", "given"), budgetYears: fc.constantFrom(5, null, -1, 0.5), perpetuity: fc.boolean(), timing: fc.constantFrom("end", "mid") }, { requiredKeys: [] }) }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("row-added"), unit, kind: fc.constantFrom(...rowKinds), name: word, link }, { requiredKeys: ["type", "unit", "kind", "name"] }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("row-changed"), unit, row: item, change: fc.record({ name: word, signed: fc.boolean() }, { requiredKeys: [] }) }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("row-moved"), unit, row: item, by }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("row-removed", "past-row-removed"), unit, row: item }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("rate-changed"), unit, rate: fc.record({ source: fc.constantFrom("build-up", "cost-of-capital", "given"), basis: fc.constantFrom("pre-tax", "post-tax") }, { requiredKeys: [] }) }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("fair-value-changed"), unit, fairValue: fc.record({ method: fc.constantFrom(...fairValueMethods), net: fc.boolean(), costs: fc.constantFrom("unit", "asset"), income: fc.constantFrom("linked", "value-in-use") }, { requiredKeys: [] }) }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom("schedule-added", "past-row-added"), unit, name: word, kind: fc.constantFrom(...rowKinds) }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("schedule-removed"), unit, schedule: item }) as fc.Arbitrary<ImpairmentEvent> },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom("part-restored", "part-forgotten"), part: fc.integer({ min: -1, max: 3 }) }) as fc.Arbitrary<ImpairmentEvent> },
);

export const started = advance(noTests, { type: "test-started", frame: emptyFrame });
