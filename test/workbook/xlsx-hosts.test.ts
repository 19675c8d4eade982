import { readXlsx, writeXlsx, type Cell } from "hucre/xlsx";
import { afterEach, describe, expect, it, vi } from "vitest";
import { a1OnSheet, blockOf, blockOnSheet } from "../../src/workbook/address.ts";
import { snapshotOf } from "../../src/workbook/embedded/xlsx-open.ts";
import { xlsxOf } from "../../src/workbook/embedded/xlsx-save.ts";
import { ExcelWorkbook } from "../../src/workbook/excel/excel-workbook.ts";
import type { Workbook } from "../../src/workbook/port.ts";
import { stateSheet } from "../../src/workbook/state.ts";
import { openedSample } from "../../src/pane/home/opened-sample.ts";
import { impairmentTest2025 } from "../../src/samples/impairment-test-2025.ts";
import { advance, openTest } from "../../src/workflows/impairment/advance.ts";
import { evaluate } from "../../src/workflows/impairment/evaluate.ts";
import { readInputs } from "../../src/workflows/impairment/input.ts";
import { loadTests, saveTests } from "../../src/workflows/impairment/saved-tests.ts";
import { HeadlessWorkbook } from "../support/engine.ts";
import { OfficeDouble } from "../support/office-double.ts";

afterEach(() => vi.unstubAllGlobals());

/** What the built-in workbook saves, and the same opened in another of its kind. */
const saved = ({ engine }: HeadlessWorkbook, contents?: "values") => xlsxOf(engine.save(), engine, contents);
async function reopened(bytes: Uint8Array): Promise<HeadlessWorkbook> {
  const other = new HeadlessWorkbook();
  other.engine.open((await snapshotOf(bytes)).snapshot);
  await other.engine.calculated();
  return other;
}

describe("live formulas saved and opened again", () => {
  const entries = {
    A1: 100, B1: 80, C1: 60, A2: 50, B2: 30, C2: 20,
    E1: "=HEADROOM.TIE.SUM(A1:A2,150,2)",
    E5: "=headroom.margin.sensitivity(A1:C1,A2:C2,{-0.1,0.1})",
    E20: "=SUM(A1:C1*A2:C2)",
    E21: "=ROUND(SUM(INDEX(HEADROOM.TIE.SUM(A1:C1,240,2),1,1)),2)",
    E22: '="HEADROOM.TIE.SUM("&A1&")"',
    E23: "'=HEADROOM.TIE.SUM(A1)",
    E24: "=1/0",
    L1: "=SEQUENCE(3,2,A1)",
  };

  it("give the same figures, spill the same blocks and answer to their inputs", async () => {
    const first = new HeadlessWorkbook();
    await first.enter(entries);
    const before = await first.values("A1:P40");
    const second = await reopened(await saved(first));
    expect(await second.values("A1:P40")).toEqual(before);
    expect(await second.value("E20")).toBe(100 * 50 + 80 * 30 + 60 * 20);
    expect(await second.value("L2")).toBe(102);
    await second.enter({ A1: 200 });
    expect(await second.value("E20")).toBe(200 * 50 + 80 * 30 + 60 * 20);
    expect(await second.value("L2")).toBe(202);
    expect(await second.values("E1:G3")).not.toEqual(before.slice(0, 3).map((row) => row.slice(4, 7)));
  });

  it("carry their results in the file, for readers that do not calculate", async () => {
    const first = new HeadlessWorkbook();
    await first.enter(entries);
    const [sheet] = (await readXlsx(await saved(first))).sheets;
    expect(sheet?.rows[0]?.slice(11, 13)).toEqual([100, 101]);
    expect(sheet?.rows[19]?.[4]).toBe(8_600);
    const shown = await first.values("E5:H8");
    expect(sheet?.rows.slice(4, 8).map((row) => row.slice(4, 8).map((value) => value ?? null))).toEqual(shown);
  });

  it("leave the same figures where figures alone are saved", async () => {
    const first = new HeadlessWorkbook();
    await first.enter(entries);
    const second = await reopened(await saved(first, "values"));
    expect(await second.values("A1:P40")).toEqual(await first.values("A1:P40"));
    expect((await second.workbook.read({ sheet: "Sheet1", row: 0, column: 4, rows: 20, columns: 4 })).flat().filter(({ formula }) => formula !== null)).toEqual([]);
  });
});

/** Excel with a file open in it: the double knows cells, names and sheets that are hidden, which is all that a saved state needs. */
async function inExcel(bytes: Uint8Array): Promise<{ office: OfficeDouble; workbook: ExcelWorkbook }> {
  const office = new OfficeDouble();
  for (const [name, value] of Object.entries(office.globals)) vi.stubGlobal(name, value);
  const { sheets, namedRanges = [] } = await readXlsx(bytes);
  for (const { name, rows, veryHidden } of sheets) {
    const sheet = office.book.find(name) ?? office.book.add(name);
    sheet.visibility = veryHidden ? "VeryHidden" : "Visible";
    rows.forEach((row, r) => row.forEach((value, c) => value !== null && office.book.enter(sheet, r, c, typeof value === "string" ? `'${value}` : value)));
  }
  for (const { name, range } of namedRanges) {
    const block = blockOnSheet(range.replaceAll("$", ""));
    const sheet = block && office.book.find(block.sheet);
    if (sheet) office.book.name(name, sheet, block);
  }
  return { office, workbook: new ExcelWorkbook() };
}

/** What Excel saves of it. */
function savedByExcel({ book }: OfficeDouble): Promise<Uint8Array> {
  return writeXlsx({
    sheets: book.sheets.map((sheet) => {
      const cells = new Map<string, Partial<Cell>>();
      for (const [key, { constant }] of sheet.cells) {
        const { row, column } = blockOf(key) ?? { row: 0, column: 0 };
        cells.set(`${row},${column}`, { value: constant });
      }
      return { name: sheet.name, veryHidden: sheet.visibility === "VeryHidden", cells };
    }),
    namedRanges: book.names.flatMap(({ name, sheet, block }) => (block ? [{ name, range: a1OnSheet({ sheet: sheet.name, ...block }) }] : [])),
  });
}

describe("a state saved in one host", () => {
  const first = { language: "zh-CN", step: 7, units: ["资产组一", "资产组二"], note: "=SUM 不是公式 \u{1f9ee} _x000D_ ".repeat(3_000) };
  const second = { ...first, step: 8, note: "改过" };

  it("is read in the other, changed there, and read back", async () => {
    const embedded = new HeadlessWorkbook();
    await embedded.enter({ A1: 42 });
    await embedded.workbook.saveState("impairment", first);
    await embedded.workbook.saveState("language", "zh-CN");

    const { office, workbook } = await inExcel(await saved(embedded));
    expect(await workbook.loadState("impairment")).toEqual(first);
    expect(await workbook.loadState("language")).toBe("zh-CN");
    expect(office.book.find(stateSheet)?.visibility).toBe("VeryHidden");
    await workbook.saveState("impairment", second);

    const back = await reopened(await savedByExcel(office));
    expect(await back.workbook.loadState("impairment")).toEqual(second);
    expect(await back.workbook.loadState("language")).toBe("zh-CN");
    expect((await back.workbook.sheets()).map(({ name }) => name)).toEqual(["Sheet1"]);
    expect(await back.value("A1")).toBe(42);
  });
});

describe("an impairment test begun in one host", () => {
  const evaluated = async (workbook: Workbook) => {
    const state = await loadTests(workbook);
    const test = openTest(state);
    if (!test) throw new Error("no test is open");
    const { units, totals } = evaluate(test, await readInputs(workbook, [test]));
    return { state, figures: [...units.map(({ loss }) => loss?.toFixed(2)), totals.recognised?.toFixed(2)] };
  };

  it("is restored in the other with its links, gone on with there, and restored in the first", async () => {
    const embedded = new HeadlessWorkbook();
    await openedSample(embedded.workbook, impairmentTest2025, "zh-CN");
    const before = await evaluated(embedded.workbook);
    expect(before.figures).toEqual(["1905.61", "0.00", "1193.95", "3099.57"]);

    const { office, workbook } = await inExcel(await saved(embedded));
    expect(await evaluated(workbook)).toEqual(before);
    const later = [{ type: "step-shown", step: "rate" }, { type: "unlinked", slot: "reported-total-loss" }] as const;
    await saveTests(workbook, later.reduce(advance, before.state));

    const back = await reopened(await savedByExcel(office));
    expect(await evaluated(back.workbook)).toEqual({ state: later.reduce(advance, before.state), figures: before.figures });
  });
});
