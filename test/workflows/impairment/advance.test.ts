import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, noTests, openTest } from "../../../src/workflows/impairment/advance.ts";
import { impairmentOf } from "../../../src/workflows/impairment/codec.ts";
import { evaluate } from "../../../src/workflows/impairment/evaluate.ts";
import type { ImpairmentEvent } from "../../../src/workflows/impairment/event.ts";
import { fingerprintOf } from "../../../src/workflows/impairment/fingerprint.ts";
import { linksOf, releasedPins } from "../../../src/workflows/impairment/input.ts";
import { emptyFrame } from "../../../src/workflows/impairment/new-test.ts";
import { type ItemId, type Slot, testSlots, type UnitId, unitSlots } from "../../../src/workflows/impairment/slot.ts";
import { fairValueMethods, type ImpairmentState, indicatorNames, likeItems, type Link, measureChoices, rowKinds, scales, uses } from "../../../src/workflows/impairment/state.ts";
import { steps } from "../../../src/workflows/impairment/step.ts";
import { LinkedBook, unitInUse, there } from "./linked-book.ts";

const word = fc.constantFrom("", "资产组 1", " ", "__proto__", "a:b/c", "利息");
const unit = fc.constantFrom<UnitId>("u1", "u2", "u3", "u9");
const item = fc.constantFrom<ItemId>("i1", "i2", "i3", "i4", "i8");
const link = fc.constantFrom("_headroom.1", "_headroom.2", "_headroom.3").map((pin): Link => ({ pin, source: "", note: "" }));
const slot: fc.Arbitrary<Slot> = fc.oneof(
  fc.constantFrom(...testSlots),
  fc.tuple(unit, fc.constantFrom(...unitSlots)).map(([id, name]): Slot => `${id}/${name}`),
  fc.tuple(unit, fc.constantFrom("row", "thresholds", "rates", "past", "actual"), item).map(([id, name, of]): Slot => `${id}/${name}/${of}`),
);
const by = fc.integer({ min: -3, max: 3 });
const fraction = fc.constantFrom("0.01", "-0.05", "nonsense", "0");

/** What a person can do, about things that are there and things that are not. */
const event: fc.Arbitrary<ImpairmentEvent> = fc.oneof(
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

const started = advance(noTests, { type: "test-started", frame: emptyFrame });
const linksIn = (state: ImpairmentState) => state.tests.flatMap((test) => linksOf(test).map(({ slot: place, link: { pin } }) => `${test.id} ${place} ${pin}`));
const takesLinks = new Set<ImpairmentEvent["type"]>(["unlinked", "linked", "unit-removed", "row-removed", "past-row-removed", "schedule-removed", "test-removed"]);

describe("a test as a sequence of events", () => {
  it("is after each of them a document that is saved and read back as it was", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const state = events.reduce(advance, started);
        expect(impairmentOf(JSON.parse(JSON.stringify(state)))).toEqual(state);
      }),
      { numRuns: 400 },
    );
  });

  it("loses no link, unit or explanation that nobody asked to be taken away", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), event, (events, last) => {
        const before = events.reduce(advance, started);
        const after = advance(before, last);
        const kept = linksIn(after);
        if (!takesLinks.has(last.type)) expect(linksIn(before).filter((place) => !kept.includes(place))).toEqual([]);
        if (last.type !== "unit-removed" && last.type !== "test-removed") {
          const units = (state: ImpairmentState) => state.tests.flatMap(({ id, units: own }) => own.map((one) => `${id} ${one.id}`));
          expect(units(before).filter((one) => !units(after).includes(one))).toEqual([]);
          if (last.type !== "explained") expect(before.tests.map(({ id }) => after.tests.find((test) => test.id === id)?.explanations)).toEqual(before.tests.map(({ explanations }) => explanations));
        }
      }),
      { numRuns: 400 },
    );
  });

  it("can always be evaluated, whatever stands in the cells", () => {
    const cell = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(null, "", "—", "/", "abc", "#DIV/0!", "1,000.00", true, 0, 0.1, -5, 1e300, 2026));
    const block = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 2 }).map((cells) => ({ range: { sheet: "数据", row: 0, column: 0, rows: cells.length, columns: 2 }, cells }));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.array(fc.option(block), { minLength: 3, maxLength: 3 }), (events, blocks) => {
        const test = openTest(events.reduce(advance, started));
        if (!test) return;
        const inputs = new Map(blocks.map((found, index) => [`_headroom.${index + 1}`, found]));
        const { units } = evaluate(test, inputs);
        const costly = units.map((one) => [one.breakEvens(), one.tornado(), one.headroomMap()]);
        expect(costly).toHaveLength(test.units.length);
      }),
      { numRuns: 300 },
    );
  });

  it("takes a step back and forth without touching anything else", () => {
    const book = new LinkedBook();
    unitInUse(book);
    const before = book.test;
    for (const step of [...steps, ...steps.toReversed()]) book.play({ type: "step-shown", step });
    expect(book.test).toEqual({ ...before, step: "frame" });
  });
});

describe("what is taken away", () => {
  it("takes its links with it and, once it is forgotten, lets their pins go, but none that another place still uses", () => {
    const book = new LinkedBook();
    const [first, second] = [unitInUse(book, "资产组 1"), book.unit("资产组 2")];
    const shared = there(book.test.links[`${first}/carrying`]);
    book.play({ type: "linked", slot: `${second}/carrying`, link: shared });
    const before = book.state;
    const mine = linksOf(book.test).flatMap(({ parts, link: { pin } }) => (parts.unit === first ? [pin] : []));
    book.play({ type: "unit-removed", unit: first });
    expect(releasedPins(before, book.state)).toEqual([]);
    book.play({ type: "part-forgotten", part: 0 });
    expect(new Set(releasedPins(before, book.state))).toEqual(new Set(mine.filter((pin) => pin !== shared.pin)));
    expect(Object.keys(book.test.links)).toEqual(["carrying-total", `${second}/carrying`]);
  });

  it("be it a row or a fee, takes all of its links with it and none of another", () => {
    const book = new LinkedBook();
    const unit = unitInUse(book);
    const [kept, gone] = [book.schedule(unit, "产权交易费", [0], [0.01]), book.schedule(unit, "评估服务费", [0], [0.02])];
    const row = book.row(unit, "expense", "管理费用", [1, 1, 1, 1, 1]);
    const before = Object.keys(book.test.links);
    book.play({ type: "schedule-removed", unit, schedule: gone }, { type: "row-removed", unit, row });
    expect(before.filter((place) => !Object.keys(book.test.links).includes(place))).toEqual([`${unit}/thresholds/${gone}`, `${unit}/rates/${gone}`, `${unit}/row/${row}`]);
    expect(book.unitOf(unit).fairValue.schedules).toEqual([{ id: kept, name: "产权交易费" }]);
  });

  it("takes along what was explained of it, and nothing of another unit", () => {
    const book = new LinkedBook();
    const [first] = [book.unit("资产组 1"), book.unit("资产组 2")];
    book.play({ type: "explained", key: `budget-length:${first}`, text: "一" }, { type: "explained", key: "budget-length:u2", text: "二" }, { type: "explained", key: "same-person", text: "三" });
    book.play({ type: "unit-removed", unit: first });
    expect(book.test.explanations).toEqual({ "budget-length:u2": "二", "same-person": "三" });
  });

  it("leaves its number to nobody: a new unit never inherits links of an old one", () => {
    const book = new LinkedBook();
    const first = book.unit("资产组 1");
    book.play({ type: "unit-removed", unit: first });
    expect(book.unit("资产组 2")).not.toBe(first);
  });
});

describe("what was taken out of a test", () => {
  const removing: fc.Arbitrary<ImpairmentEvent> = fc.oneof(
    fc.record({ type: fc.constant("unit-removed"), unit }) as fc.Arbitrary<ImpairmentEvent>,
    fc.record({ type: fc.constantFrom("row-removed", "past-row-removed"), unit, row: item }) as fc.Arbitrary<ImpairmentEvent>,
    fc.record({ type: fc.constant("schedule-removed"), unit, schedule: item }) as fc.Arbitrary<ImpairmentEvent>,
  );

  it("comes back one after the other, the last first, as if nothing had happened, whatever steps were shown in between", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.array(removing, { minLength: 1, maxLength: 6 }), fc.constantFrom(...steps), (events, removals, step) => {
        const before = advance(events.reduce(advance, started), { type: "step-shown", step });
        const removed = removals.reduce(advance, before);
        const kept = openTest(before)?.removed.length ?? 0;
        const taken = (openTest(removed)?.removed.length ?? 0) - kept;
        const back = [...Array.from({ length: taken }, (_, index): ImpairmentEvent => ({ type: "part-restored", part: kept + taken - 1 - index })), { type: "step-shown", step } as const];
        expect(back.reduce(advance, advance(removed, { type: "step-shown", step: "frame" }))).toEqual(before);
        expect(releasedPins(before, removed)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("comes back to its place among what was changed meanwhile, and makes no workpaper stale", () => {
    const book = new LinkedBook();
    const [first, second] = [unitInUse(book, "资产组 1"), unitInUse(book, "资产组 2")];
    book.play({ type: "explained", key: `budget-length:${first}`, text: "经营权" }, { type: "explained", key: `budget-length:${second}`, text: "租约" });
    const made = fingerprintOf(book.test, book.inputs);
    book.play({ type: "unit-removed", unit: first });
    expect([book.test.units.map(({ id }) => id), fingerprintOf(book.test, book.inputs) === made]).toEqual([[second], false]);
    const third = book.unit("资产组 3");
    book.play({ type: "part-restored", part: 0 });
    expect(book.test.units.map(({ id }) => id)).toEqual([first, second, third]);
    book.play({ type: "unit-removed", unit: third }, { type: "part-forgotten", part: 0 });
    expect(fingerprintOf(book.test, book.inputs)).toBe(made);
  });

  it("comes back to its place in every list of a unit", () => {
    const book = new LinkedBook();
    const unit = unitInUse(book);
    book.row(unit, "expense", "管理费用", [1, 1, 1, 1, 1]);
    const fee = book.schedule(unit, "产权交易费", [0], [0.01]);
    book.schedule(unit, "评估服务费", [0, 100], [0.02, 0.01]);
    const last = ["营业收入", "营业成本"].map((name) => there(book.play({ type: "past-row-added", unit, kind: "revenue", name }).unitOf(unit).past.at(-1)).id);
    book.link(`${unit}/past/${there(last[0])}`, 3300).link(`${unit}/actual/${there(last[0])}`, 3100);
    const before = book.state;
    const first = there(book.unitOf(unit).forecast.rows[0]).id;
    book.play({ type: "row-removed", unit, row: first }, { type: "schedule-removed", unit, schedule: fee }, { type: "past-row-removed", unit, row: there(last[0]) });
    expect([book.unitOf(unit).forecast.rows.length, book.unitOf(unit).fairValue.schedules.length, book.unitOf(unit).past.length]).toEqual([1, 1, 1]);
    // Each list by itself: what was taken out of another one meanwhile does not matter.
    expect(book.play({ type: "part-restored", part: 0 }, { type: "part-restored", part: 1 }, { type: "part-restored", part: 0 }).state).toEqual(before);
  });

  it("is refused as damaged where it could not come back: its number is taken, or its links are of something else", () => {
    const book = new LinkedBook();
    const unit = unitInUse(book);
    const row = there(book.unitOf(unit).forecast.rows[0]);
    book.play({ type: "row-removed", unit, row: row.id });
    const [kept] = book.test.removed;
    const saved = (removed: unknown) => ({ ...book.state, tests: [{ ...book.test, removed: [removed] }] });
    expect(impairmentOf(saved(kept))).toEqual(book.state);
    for (const damaged of [{ ...kept, item: { ...row, id: "i99" } }, { ...kept, of: "u7" }, { ...kept, part: "unit", unit: book.unitOf(unit), explanations: {} }, { ...kept, part: "page" }]) expect(() => impairmentOf(saved(damaged))).toThrow("state-unreadable");
  });

  it("stays out as long as its unit is, and goes for good with it", () => {
    const book = new LinkedBook();
    const unit = unitInUse(book);
    const row = book.row(unit, "expense", "管理费用", [1, 1, 1, 1, 1]);
    book.play({ type: "row-removed", unit, row }, { type: "unit-removed", unit });
    const both = book.test;
    expect(book.play({ type: "part-restored", part: 0 }).test).toBe(both);
    expect(book.play({ type: "part-forgotten", part: 1 }).test.removed).toEqual([]);
  });
});

describe("a deleted test", () => {
  /** Two tests, the first of them with links. */
  const two = () => {
    const book = new LinkedBook();
    unitInUse(book);
    return { book: book.play({ type: "test-started", frame: emptyFrame }), first: there(book.state.tests[0]) };
  };

  it("is kept with its links until it comes back to its place", () => {
    const { book, first } = two();
    const before = book.state;
    book.play({ type: "test-removed", test: first.id });
    expect(book.state.tests.map(({ id }) => id)).toEqual(["t2"]);
    expect(releasedPins(before, book.state)).toEqual([]);
    expect(impairmentOf(JSON.parse(JSON.stringify(book.state)))).toEqual(book.state);
    book.play({ type: "test-restored" });
    expect(book.state).toEqual(before);
  });

  it("lets its pins go once it is forgotten, or another one is deleted", () => {
    for (const last of [{ type: "test-forgotten" }, { type: "test-removed", test: "t2" }] as const) {
      const { book, first } = two();
      const pins = linksOf(first).map(({ link: { pin } }) => pin);
      book.play({ type: "test-removed", test: first.id });
      const before = book.state;
      book.play(last);
      expect(new Set(releasedPins(before, book.state))).toEqual(new Set(pins));
      expect(pins).not.toEqual([]);
    }
  });

  it("that is not there takes nothing from the one kept", () => {
    const { book, first } = two();
    book.play({ type: "test-removed", test: first.id });
    const before = book.state;
    expect(book.play({ type: "test-removed", test: "t9" }).state).toBe(before);
  });
});

describe("next year's test", () => {
  const book = new LinkedBook();
  const unit = unitInUse(book);
  book.play({ type: "explained", key: "no-reason", text: "2025" }, { type: "unit-changed", unit, unitWords: { change: "4 条线闲置" } });
  book.figure(unit, "reported-loss", 5);
  const before = book.test;
  book.play({ type: "next-year-started", from: before.id, name: "钼业板块 2026", date: "2026-12-31" });

  it("has the units, rows and settings of this year's, and none of its figures, answers or reasons", () => {
    const { units, links, explanations, indicators, frame, previous, report } = book.test;
    expect(units.map(({ change, past, ...rest }) => [change, past.length, rest])).toEqual(before.units.map(({ change: _change, past: _past, ...rest }) => ["", 1, rest]));
    expect(Object.keys(links)).toEqual([`${unit}/past/${there(there(before.units[0]).forecast.rows[0]).id}`]);
    expect([explanations, report, previous, frame.name, frame.date, frame.preparer]).toEqual([{}, null, before.id, "钼业板块 2026", "2026-12-31", "甲"]);
    expect(indicatorNames.every((name) => indicators.answers[name].answer === null)).toBe(true);
  });

  it("holds the first year of the old forecast against what came", () => {
    const row = there(there(before.units[0]).forecast.rows[0]).id;
    book.link(`${unit}/actual/${row}`, 3000);
    expect(book.evaluated(unit).backTest).toMatchObject([{ label: "现金净流量", position: "below" }]);
    expect(book.evaluated(unit).backTest?.[0]?.gap.toString()).toBe("-150");
  });

  it("leaves this year's test as it was", () => {
    expect(book.state.tests[0]).toEqual(before);
  });

  it("asks for the reason where units come or go", () => {
    expect(book.outcomes("composition-change")).toEqual(["pass"]);
    const added = book.unit("资产组 2");
    expect(book.findings("composition-change")).toMatchObject([{ outcome: "explain", facts: { added: ["资产组 2"], removed: [] } }]);
    book.change(added, { change: "4 条线转为闲置" });
    expect(book.findings("composition-change")).toMatchObject([{ outcome: "explained", explanation: "4 条线转为闲置" }]);
  });
});

describe("a test from elsewhere", () => {
  it("gets a number of its own, is opened, and follows no test of this workbook", () => {
    const book = new LinkedBook();
    const [first] = book.state.tests;
    book.play({ type: "next-year-started", from: there(first).id, name: "2026", date: "2026-12-31" });
    book.play({ type: "test-added", test: book.test });
    expect(book.state.tests.map(({ id, previous }) => [id, previous])).toEqual([["t1", null], ["t2", "t1"], ["t3", null]]);
    expect(book.state.open).toBe("t3");
  });
});

describe("a report", () => {
  it("is stale when a figure, a setting or a name has changed, and not when rows were inserted", () => {
    const book = new LinkedBook();
    const unit = unitInUse(book);
    const made = fingerprintOf(book.test, book.inputs);
    const moved = new Map([...book.inputs].map(([pin, block]) => [pin, block && { ...block, range: { ...block.range, row: block.range.row + 7 } }]));
    expect(fingerprintOf(book.test, moved)).toBe(made);
    book.type(`${unit}/carrying`, [[11000.01]]);
    const typed = fingerprintOf(book.test, book.inputs);
    book.change(unit, { name: "资产组 A" });
    expect(new Set([made, typed, fingerprintOf(book.test, book.inputs)]).size).toBe(3);
  });
});
