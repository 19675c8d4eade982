import { describe, expect, it, vi } from "vitest";
import { answer, AnsweredError } from "../../src/functions/answer.ts";
import { catalogue } from "../../src/functions/catalogue.ts";
import type { WorksheetFunction } from "../../src/functions/define.ts";
import { constantText } from "../../src/hosts/embedded/functions.ts";
import { locales } from "../../src/locales/locale.ts";
import { a1 } from "../../src/workbook/address.ts";
import { BaseFunction } from "../../src/workbook/embedded/engine.ts";
import type { BoundFunction } from "../../src/workbook/embedded/worksheet-function.ts";
import type { CellPlan, CellValue } from "../../src/workbook/port.ts";
import { samples } from "../../src/samples/sample.ts";
import { HeadlessWorkbook } from "../support/engine.ts";

const functions: readonly WorksheetFunction[] = catalogue;

/** A function that answers 0 and keeps what it was given. */
function probe(): { given: unknown[][]; bound: BoundFunction } {
  const given: unknown[][] = [];
  return { given, bound: { name: "HEADROOM.PROBE", most: 9, call: (args) => (given.push([...args]), [[0]]), fault: () => {} } };
}

/** What the probe is given by a formula, on a sheet with cells. */
async function given(formula: string, cells: Readonly<Record<string, CellValue>> = {}) {
  const { given, bound } = probe();
  await new HeadlessWorkbook([bound]).enter({ ...cells, J1: formula });
  return given.at(-1);
}

/** A thing that fills several cells: its width and what it is. */
const expectedCells = (fn: WorksheetFunction): CellValue[][] => {
  const { terms } = locales["zh-CN"].sentences;
  const answered = answer(fn, fn.example, (term) => terms[term]);
  if (answered instanceof AnsweredError) throw new Error(`${fn.id} refuses its example`);
  return answered.map((row) => row.map((cell) => (cell instanceof AnsweredError ? cell.literal : cell)));
};

describe("a formula in the embedded workbook hands over", () => {
  it("a lone cell as a block of one, and a blank one as null inside it", async () => {
    expect(await given("=HEADROOM.PROBE(A1,A2)", { A1: 5 })).toEqual([[[5]], [[null]]]);
  });

  it("an omitted argument as null by itself, wherever it stands", async () => {
    expect(await given("=HEADROOM.PROBE(1,,3)")).toEqual([1, null, 3]);
    expect(await given("=HEADROOM.PROBE(,2,)")).toEqual([null, 2, null]);
  });

  it("texts as they are printed, never as the number they look like", async () => {
    const texts = { A1: "'97.86%", A2: "'26,844.05", A3: "'2024-12-31", A4: "'/", A5: "'（1.00）" };
    expect(await given("=HEADROOM.PROBE(A1:A5)", texts)).toEqual([[["97.86%"], ["26,844.05"], ["2024-12-31"], ["/"], ["（1.00）"]]]);
    expect(await given('=HEADROOM.PROBE("97.86%","26,844.05","2024-12-31")')).toEqual(["97.86%", "26,844.05", "2024-12-31"]);
  });

  it("array literals cell by cell, with the commas and semicolons inside their texts", async () => {
    expect(await given('=HEADROOM.PROBE({"1,200.00","2;3";-1.5,TRUE})')).toEqual([[["1,200.00", "2;3"], [-1.5, true]]]);
    expect(await given('=HEADROOM.PROBE({"5%",#N/A,"",1E3})')).toEqual([[["5%", { error: "#N/A" }, "", 1000]]]);
  });

  it("truths, errors and results of other formulas", async () => {
    expect(await given("=HEADROOM.PROBE(A1:B1,A2:A3*2)", { A1: true, B1: "=1/0", A2: 4 })).toEqual([[[true, { error: "#DIV/0!" }]], [[8], [0]]]);
    expect(await given("=HEADROOM.PROBE(NOSUCHNAME)")).toEqual([{ error: "#NAME?" }]);
  });

  it("whatever a spilled formula has filled", async () => {
    expect(await given("=HEADROOM.PROBE(A1:B2)", { A1: "=SEQUENCE(2,2)" })).toEqual([[[1, 2], [3, 4]]]);
  });
});

describe("the worked example of every function, typed into the embedded workbook, gives its table", () => {
  it("with its arguments as constants", async () => {
    const host = new HeadlessWorkbook();
    const formulas = functions.map(({ id, example }) => `=HEADROOM.${id}(${example.map(constantText).join(",")})`);
    await host.workbook.write({ sheets: functions.map(({ id }, index) => ({ name: id, columnWidths: [], rows: [[{ formula: formulas[index] ?? "" }]] })) });
    for (const fn of functions) {
      const expected = expectedCells(fn);
      const block = a1({ row: 0, column: 0, rows: expected.length, columns: expected[0]?.length ?? 0 });
      expect(await host.values(block, fn.id), fn.id).toEqual(expected);
    }
    expect(host.faults).toEqual([]);
  });

  it("with its arguments in cells", async () => {
    const host = new HeadlessWorkbook();
    const plans = functions.map(({ id, example }) => {
      const rows: (CellPlan | undefined)[][] = [];
      let next = 0;
      const references = example.map((argument) => {
        if (!argument) return "";
        argument.forEach((cells, r) => cells.forEach((cell, c) => ((rows[next + r] ??= [])[c] = { value: cell !== null && typeof cell === "object" ? null : cell })));
        const reference = a1({ row: next, column: 0, rows: argument.length, columns: argument[0]?.length ?? 0 });
        next += argument.length;
        return reference;
      });
      const first = (rows[0] ??= []);
      first[20] = { formula: `=HEADROOM.${id}(${references.join(",")})` };
      return { name: id, columnWidths: Array<number>(60).fill(9), rows: Array.from(rows, (row) => Array.from(row ?? [])) };
    });
    await host.workbook.write({ sheets: plans });
    for (const fn of functions) {
      const expected = expectedCells(fn);
      const block = a1({ row: 0, column: 20, rows: expected.length, columns: expected[0]?.length ?? 0 });
      expect(await host.values(block, fn.id), fn.id).toEqual(expected);
    }
  });
});

describe("a result", () => {
  it("moves when an input changes, and back when that is undone", async () => {
    const host = new HeadlessWorkbook();
    await host.enter({ A1: 24235.61, B1: 22330, C1: 21960, D1: "=HEADROOM.IMPAIR.LOSS(A1,B1,C1)" });
    expect(await host.value("D1")).toBe(1905.61);
    await host.enter({ B1: 24000 });
    expect(await host.value("D1")).toBe(235.61);
    expect(host.engine.undo()).toBe(true);
    await host.engine.calculated();
    expect(await host.value("D1")).toBe(1905.61);
  });

  it("is #SPILL! where its cells are taken, and spills once they are cleared", async () => {
    const host = new HeadlessWorkbook();
    await host.enter({ A1: 1, A2: "=HEADROOM.ECL.RATES({0.5;0.4;1})", A3: "x" });
    expect(await host.value("A2")).toBe("#SPILL!");
    await host.enter({ A3: null });
    expect(await host.values("A2:A4")).toEqual([[0.2], [0.4], [1]]);
  });

  it("has its words in the language of the workbook, and changes them when that changes", async () => {
    const host = new HeadlessWorkbook();
    await host.enter({ A1: '=HEADROOM.IMPAIR.TABLE("Unit",2,1,1)' });
    const header = await host.value("A1");
    expect(header).toBe(locales["zh-CN"].sentences.terms.unit);
    host.resultLanguage = "en-US";
    host.engine.recalculate();
    await host.engine.calculated();
    expect(await host.value("A1")).toBe(locales["en-US"].sentences.terms.unit);
  });

  it("is calculated anew when a saved workbook is opened, spills and all", async () => {
    const host = new HeadlessWorkbook();
    await host.enter({ A1: "=HEADROOM.ECL.RATES({0.5;0.4;1})", C1: "=SUM(A1:A3)" });
    const saved = host.engine.save();
    host.open();
    host.engine.open(saved);
    await host.engine.calculated();
    expect(await host.values("A1:C3")).toEqual([[0.2, null, 1.6], [0.4, null, null], [1, null, null]]);
  });
});

describe("a fault", () => {
  const broken: BoundFunction = {
    name: "HEADROOM.BROKEN",
    most: 1,
    call: () => {
      throw new TypeError("broken");
    },
    fault: () => {},
  };

  it("inside a function shows #VALUE! and stops no other formula", async () => {
    const faults: unknown[] = [];
    const host = new HeadlessWorkbook([{ ...broken, fault: (error) => faults.push(error) }]);
    await host.enter({ A1: "=HEADROOM.BROKEN(1)", A2: "=SUM(1,2)", A3: "=HEADROOM.IMPAIR.LOSS(2,1)", A4: "=IFERROR(A1,7)" });
    expect(await host.values("A1:A4")).toEqual([["#VALUE!"], [3], [1], [7]]);
    expect(faults[0]).toBeInstanceOf(TypeError);
    await host.enter({ A2: "=SUM(2,2)" });
    expect(await host.value("A2")).toBe(4);
  });

  it("inside a function of the engine shows #VALUE! and stops no other formula", async () => {
    class Careless extends BaseFunction {
      override calculate(): never {
        throw new RangeError("careless");
      }
    }
    const report = vi.spyOn(console, "error").mockImplementation(() => {});
    const host = new HeadlessWorkbook([], [[Careless, "CARELESS"]]);
    await host.enter({ A1: "=CARELESS()", A2: "=SUM(1,2)" });
    expect(await host.values("A1:A2")).toEqual([["#VALUE!"], [3]]);
    expect(report).toHaveBeenCalledWith("CARELESS failed", expect.any(RangeError));
    report.mockRestore();
  });

  it("of too many arguments is an error, not a result without them", async () => {
    expect(await new HeadlessWorkbook().answerOf("=HEADROOM.IMPAIR.LOSS(2,1,1,1)")).toEqual([["#N/A"]]);
  });
});

describe("the reason of an error", () => {
  const reason = (host: HeadlessWorkbook, row: number, column: number, value: CellValue, formula = { row, column }) =>
    host.issues.of({ sheetId: "1", ...formula }, { row, column }, value);

  it("is kept for each cell, also for one inside a spilled block, and goes when the cell recovers", async () => {
    const host = new HeadlessWorkbook();
    await host.enter({ A1: "x", B1: "=HEADROOM.ECL.RATES(A1)", C1: '=HEADROOM.IMPAIR.LOSS({2;"/"},{1;1})' });
    expect(await host.values("B1:C2")).toEqual([["#VALUE!", 1], [null, "#N/A"]]);
    expect(reason(host, 0, 1, "#VALUE!")).toMatchObject({ code: "not-a-number", text: "x" });
    expect(reason(host, 1, 2, "#N/A", { row: 0, column: 2 })).toMatchObject({ code: "not-available" });
    await host.enter({ A1: 1 });
    expect(await host.value("B1")).toBe(1);
    expect(reason(host, 0, 1, "#VALUE!")).toBeUndefined();
  });

  it("is found beside other functions in the formula, and is none where the cell shows another error", async () => {
    const host = new HeadlessWorkbook();
    await host.enter({ A1: "=HEADROOM.IMPAIR.LOSS(2,1)+HEADROOM.ECL.RATES(\"x\")", A2: "=IFERROR(HEADROOM.ECL.RATES(\"y\"),1/0)" });
    expect(reason(host, 0, 0, "#VALUE!")).toMatchObject({ text: "x" });
    expect(reason(host, 1, 0, "#DIV/0!")).toBeUndefined();
  });
});

/** Where the filings contradict themselves, by the lines that stand beside the tie. */
const breaks: Readonly<Record<string, readonly object[]>> = {
  "impairment-2024-2025": [
    { status: "BREAK", line: "621, 616" },
    { status: "BREAK", line: "775" },
  ],
};

describe.each(samples.map((sample) => [sample.id, sample] as const))("the sample %s, opened in the embedded workbook", (id, sample) => {
  it("shows no error, and every tie OK or TAIL but where the filing contradicts itself", async () => {
    const host = new HeadlessWorkbook();
    const { sheets } = await host.workbook.write({ sheets: sample.sheets() });
    const ties: { readonly status: CellValue; readonly line: CellValue }[] = [];
    for (const { name, rows, columns } of (await host.workbook.sheets()).filter((sheet) => sheets.includes(sheet.name))) {
      const cells = await host.workbook.read({ sheet: name, row: 0, column: 0, rows, columns });
      cells.forEach((row, r) =>
        row.forEach(({ value, formula }, c) => {
          const at = `${name}!${a1({ row: r, column: c, rows: 1, columns: 1 })}`;
          expect(String(value).startsWith("#"), `${at} shows ${value}`).toBe(false);
          if (formula?.startsWith("=HEADROOM.TIE.")) ties.push({ status: value, line: row[c + 3]?.value ?? null });
        }),
      );
    }
    // A sample that brings a test along is input of the wizard, which does the tying.
    expect(ties.length > 0).toBe(sample.tests === undefined);
    expect(ties.filter(({ status }) => status !== "OK" && status !== "TAIL")).toEqual(breaks[id] ?? []);
    expect(host.faults).toEqual([]);
  });
});
