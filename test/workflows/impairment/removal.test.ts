import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, openTest } from "../../../src/workflows/impairment/advance.ts";
import { impairmentOf } from "../../../src/workflows/impairment/codec.ts";
import type { ImpairmentEvent } from "../../../src/workflows/impairment/event.ts";
import { fingerprintOf } from "../../../src/workflows/impairment/fingerprint.ts";
import { linksOf, releasedPins } from "../../../src/workflows/impairment/input.ts";
import { emptyFrame } from "../../../src/workflows/impairment/new-test.ts";
import { steps } from "../../../src/workflows/impairment/step.ts";
import { event, item, started, unit } from "./events.ts";
import { LinkedBook, unitInUse, there } from "./linked-book.ts";

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
