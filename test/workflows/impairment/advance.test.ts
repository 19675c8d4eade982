import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, openTest } from "../../../src/workflows/impairment/advance.ts";
import { impairmentOf } from "../../../src/workflows/impairment/codec.ts";
import { evaluate } from "../../../src/workflows/impairment/evaluate.ts";
import type { ImpairmentEvent } from "../../../src/workflows/impairment/event.ts";
import { fingerprintOf } from "../../../src/workflows/impairment/fingerprint.ts";
import { linksOf } from "../../../src/workflows/impairment/input.ts";
import { type ImpairmentState, indicatorNames } from "../../../src/workflows/impairment/state.ts";
import { steps } from "../../../src/workflows/impairment/step.ts";
import { event, started } from "./events.ts";
import { LinkedBook, unitInUse, there } from "./linked-book.ts";

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
