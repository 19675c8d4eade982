import { describe, expect, it } from "vitest";
import type { RangeAddress } from "../../../src/workbook/address.ts";
import { WorkbookRefusal } from "../../../src/workbook/port.ts";
import { noTests } from "../../../src/workflows/impairment/advance.ts";
import { impairmentKey, impairmentOf } from "../../../src/workflows/impairment/codec.ts";
import { linksOf, readInputs } from "../../../src/workflows/impairment/input.ts";
import { loadTests, saveTests, unreadKey } from "../../../src/workflows/impairment/saved-tests.ts";
import { LinkedBook, unitInUse } from "./linked-book.ts";

/** The documents of a workbook, as JSON. */
function documents(initial: Readonly<Record<string, unknown>> = {}) {
  const kept = new Map(Object.entries(initial).map(([key, value]) => [key, JSON.stringify(value)]));
  return {
    kept,
    loadState: (key: string) => Promise.resolve(JSON.parse(kept.get(key) ?? "null") as unknown),
    saveState: (key: string, value: unknown) => Promise.resolve(void kept.set(key, JSON.stringify(value))),
  };
}

function saved() {
  const book = new LinkedBook();
  const unit = unitInUse(book);
  book.play({ type: "explained", key: "budget-length:u1", text: "经营权" }, { type: "like-answered", unit, item: "restoration", answer: { carrying: true, flows: true } });
  book.schedule(unit, "评估服务费", [0, 100], [0.01, 0.005]);
  return book.state;
}

describe("saved tests", () => {
  it("come back as they were saved", async () => {
    const workbook = documents();
    await saveTests(workbook, saved());
    expect(await loadTests(workbook)).toEqual(saved());
    expect([...workbook.kept.keys()]).toEqual([impairmentKey]);
  });

  it("are none in a workbook that has none", async () => {
    expect(await loadTests(documents())).toEqual(noTests);
  });

  it("of a newer program are refused and never written over", async () => {
    const newer = { version: 2, tests: [{ something: "new" }], open: null };
    const workbook = documents({ [impairmentKey]: newer });
    await expect(loadTests(workbook)).rejects.toMatchObject({ issue: { code: "state-newer", key: impairmentKey, version: 2 } });
    await expect(saveTests(workbook, saved())).rejects.toMatchObject({ issue: { code: "state-newer" } });
    expect(await workbook.loadState(impairmentKey)).toEqual(newer);
  });

  it("that cannot be read are refused, and kept beside those saved next", async () => {
    const damaged = { version: 1, tests: "gone", open: null, next: 1 };
    const workbook = documents({ [impairmentKey]: damaged });
    await expect(loadTests(workbook)).rejects.toMatchObject({ issue: { code: "state-unreadable", key: impairmentKey } });
    await saveTests(workbook, saved());
    expect(await workbook.loadState(unreadKey)).toEqual(damaged);
    expect(await loadTests(workbook)).toEqual(saved());
  });

  it("are saved over text that the workbook itself found damaged", async () => {
    const workbook = { ...documents(), loadState: () => Promise.reject(new WorkbookRefusal({ code: "state-unreadable", key: impairmentKey })) };
    await saveTests(workbook, saved());
    expect(workbook.kept.has(impairmentKey)).toBe(true);
  });

  const broken: readonly (readonly [string, (document: ReturnType<typeof saved>) => unknown])[] = [
    ["a version that never was", (state) => ({ ...state, version: 0 })],
    ["a part nobody knows", (state) => ({ ...state, extra: 1 })],
    ["a test without a frame", (state) => ({ ...state, tests: state.tests.map(({ frame: _frame, ...test }) => test) })],
    ["a step that does not exist", (state) => ({ ...state, tests: state.tests.map((test) => ({ ...test, step: "dreaming" })) })],
    ["a link in a place that does not exist", (state) => ({ ...state, tests: state.tests.map((test) => ({ ...test, links: { ...test.links, "u1/nowhere": { pin: "a", source: "", note: "" } } })) })],
    ["a link in a unit that does not exist", (state) => ({ ...state, tests: state.tests.map((test) => ({ ...test, links: { ...test.links, "u77/carrying": { pin: "a", source: "", note: "" } } })) })],
    ["a number where a pin should be", (state) => ({ ...state, tests: state.tests.map((test) => ({ ...test, links: { "carrying-total": { pin: 3, source: "", note: "" } } })) })],
    ["two units of one id", (state) => ({ ...state, tests: state.tests.map((test) => ({ ...test, units: [...test.units, ...test.units] })) })],
    ["an id that will be given again", (state) => ({ ...state, tests: state.tests.map((test) => ({ ...test, next: 1 })) })],
    ["an open test that is not there", (state) => ({ ...state, open: "t9" })],
    ["a deleted test that is still there", (state) => ({ ...state, removed: state.tests[0] })],
    ["half a year of budget", (state) => ({ ...state, tests: state.tests.map((test) => ({ ...test, units: test.units.map((unit) => ({ ...unit, forecast: { ...unit.forecast, budgetYears: 0.5 } })) })) })],
    ["a hundred decimals", (state) => ({ ...state, tests: state.tests.map((test) => ({ ...test, frame: { ...test.frame, digits: 100 } })) })],
    ["no object at all", () => "tests"],
  ];

  it.each(broken)("with %s are refused", (_what, spoil) => {
    expect(impairmentOf(saved())).toEqual(saved());
    expect(() => impairmentOf(spoil(saved()))).toThrow(expect.objectContaining({ issue: { code: "state-unreadable", key: impairmentKey } }));
  });
});

describe("linked blocks", () => {
  /** A workbook whose cells say where they are, and where the pins of a test stand in it. */
  function placed(book: LinkedBook, place: (pin: string) => RangeAddress | null) {
    const asked: RangeAddress[] = [];
    const workbook = {
      pinned: (pins: readonly string[]) => Promise.resolve(pins.map(place)),
      read: (range: RangeAddress) => {
        asked.push(range);
        return Promise.resolve(Array.from({ length: range.rows }, (_, r) => Array.from({ length: range.columns }, (_unused, c) => ({ value: `${range.sheet} ${range.row + r},${range.column + c}`, formula: null }))));
      },
    };
    return { asked, read: () => readInputs(workbook, [book.test]) };
  }

  const book = new LinkedBook();
  const unit = unitInUse(book);
  const pinOf = (name: "carrying" | "rate-parts") => book.test.links[`${unit}/${name}`]?.pin ?? "";
  const row = (sheet: string, at: number, columns: number): RangeAddress => ({ sheet, row: at, column: 2, rows: 1, columns });

  it("are read where they stand by now, all of a sheet at once, and a deleted one is said to be gone", async () => {
    const { asked, read } = placed(book, (pin) => (pin === pinOf("rate-parts") ? null : pin === pinOf("carrying") ? row("甲", 40, 2) : row("乙", 3, 1)));
    const inputs = await read();
    expect(asked).toEqual(expect.arrayContaining([row("甲", 40, 2), row("乙", 3, 1)]));
    expect(asked).toHaveLength(2);
    expect(inputs.get(pinOf("carrying"))).toEqual({ range: row("甲", 40, 2), cells: [["甲 40,2", "甲 40,3"]] });
    expect(inputs.get(pinOf("rate-parts"))).toBeNull();
  });

  it("that share a reading each get their own cells", async () => {
    const { asked, read } = placed(book, (pin) => (pin === pinOf("carrying") ? { ...row("甲", 7, 3), column: 5 } : row("甲", 4, 3)));
    const inputs = await read();
    expect(inputs.get(pinOf("carrying"))?.cells).toEqual([["甲 7,5", "甲 7,6", "甲 7,7"]]);
    expect(inputs.get(pinOf("rate-parts"))?.cells).toEqual([["甲 4,2", "甲 4,3", "甲 4,4"]]);
    expect(asked).toEqual([{ sheet: "甲", row: 4, column: 2, rows: 4, columns: 6 }]);
  });

  it("that lie far apart are read one by one", async () => {
    const { asked, read } = placed(book, (pin) => row("甲", pin === pinOf("carrying") ? 900_000 : 4, 3));
    expect((await read()).get(pinOf("carrying"))?.cells).toEqual([["甲 900000,2", "甲 900000,3", "甲 900000,4"]]);
    expect(asked).toHaveLength(new Set(linksOf(book.test).map(({ link }) => link.pin)).size);
  });
});
