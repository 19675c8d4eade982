import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { a1, blockOf } from "../../src/workbook/address.ts";
import { ExcelWorkbook } from "../../src/workbook/excel/excel-workbook.ts";
import { isMarkFormula, markFills, markFormula } from "../../src/workbook/mark.ts";
import { type ChartKind, type MarkKind, WorkbookRefusal } from "../../src/workbook/port.ts";
import { OfficeDouble } from "../support/office-double.ts";
import { conditionalFill } from "../support/office-formats.ts";
import { plannedSheetContract } from "./planned-sheet-contract.ts";

let office: OfficeDouble;
let workbook: ExcelWorkbook;
beforeEach(() => {
  office = new OfficeDouble();
  for (const [name, value] of Object.entries(office.globals)) vi.stubGlobal(name, value);
  workbook = new ExcelWorkbook();
});
afterEach(() => vi.unstubAllGlobals());

const sheetOf = (name: string) => {
  const sheet = office.book.find(name);
  if (!sheet) throw new Error(`there is no sheet ${name}`);
  return sheet;
};
const refusal = (act: Promise<unknown>) => act.then(() => undefined, (error: unknown) => (error instanceof WorkbookRefusal ? error.issue : error));
const kinds: Readonly<Record<string, ChartKind>> = { ColumnClustered: "column", ColumnStacked: "column-stacked", BarClustered: "bar", BarStacked: "bar-stacked", Line: "line" };
const markOf = (fill: string | undefined) => (Object.keys(markFills) as MarkKind[]).find((kind) => markFills[kind] === fill);

describe("the workbook in Excel", () => {
  plannedSheetContract(() =>
    Promise.resolve({
      workbook,
      person: {
        async insertsRow(sheet: string, before: number) {
          office.book.shift(sheetOf(sheet), "row", before, 1);
        },
        async deletesSheet(name: string) {
          office.delete(sheetOf(name));
        },
      },
      seen: {
        frozen: async (sheet: string) => (sheetOf(sheet).page.get("frozen") ?? [0, 0]) as number[],
        printed: async (sheet: string) => {
          const { page } = sheetOf(sheet);
          return {
            titleRows: String(page.get("title rows")),
            wide: (page.get("zoom") as { horizontalFitToPages: number }).horizontalFitToPages,
            orientation: String(page.get("orientation")).toLowerCase(),
          };
        },
        named: async (name: string) => {
          const { sheet, block } = office.book.named(name) ?? {};
          return sheet && block && `${sheet.name}!${a1(block)}`;
        },
        charts: async (sheet: string) =>
          sheetOf(sheet).charts.map(({ type, title, series, place, legend }) => ({
            kind: kinds[type] ?? "column",
            title,
            categories: series[0]?.categories ?? "",
            series: series.map(({ name, values, filled, lined, inLegend }) => ({ name, values, hidden: !filled && !lined && (!inLegend || legend === "") })),
            place,
          })),
        mark: async (sheet: string, cell: string) => markOf(conditionalFill(sheetOf(sheet), blockOf(cell) ?? { row: 0, column: 0, rows: 1, columns: 1 })),
        saved: async () => JSON.stringify(office.book.sheets, (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...(value as Map<unknown, unknown>)] : value)),
      },
    }),
  );
});

describe("marks in Excel", () => {
  const A1 = { sheet: "Sheet1", row: 0, column: 0, rows: 1, columns: 1 };
  const users = { block: { row: 0, column: 0, rows: 9, columns: 9 }, type: "Custom", formula: "=A1>0", fill: "#00ff00", priority: 0 };

  it("stand over the conditional formats of the user, which stay as they are", async () => {
    const colors = { block: users.block, type: "ColorScale", formula: "", fill: "", priority: 1 };
    office.book.active.conditionalFormats.push({ ...users }, { ...colors });
    await workbook.showMarks([{ range: A1, kind: "break" }]);
    await workbook.showMarks([]);
    expect(office.book.active.conditionalFormats).toEqual([users, colors]);
  });

  it("are known by their condition in a later session, wherever they have been copied to", async () => {
    const copied = { ...users, formula: markFormula("tail") };
    office.book.add("ECL").conditionalFormats.push({ ...users }, copied);
    await new ExcelWorkbook().showMarks([]);
    expect(office.book.find("ECL")?.conditionalFormats).toEqual([users]);
  });

  it("are not put on a protected sheet, nor taken from one, nor is any other changed then", async () => {
    office.book.add("ECL");
    await workbook.showMarks([{ range: A1, kind: "break" }, { range: { ...A1, sheet: "ECL" }, kind: "tail" }]);
    sheetOf("ECL").protected = true;
    expect(await refusal(workbook.showMarks([{ range: A1, kind: "note" }]))).toEqual({ code: "sheet-protected", sheet: "ECL" });
    expect(sheetOf("Sheet1").conditionalFormats.map(({ formula }) => formula)).toEqual([markFormula("break")]);
    expect(sheetOf("ECL").conditionalFormats.map(({ formula }) => isMarkFormula(formula))).toEqual([true]);
  });

  it("leave a protected sheet alone that has none", async () => {
    office.book.add("ECL").protected = true;
    await workbook.showMarks([{ range: A1, kind: "break" }]);
    expect(sheetOf("Sheet1").conditionalFormats).toHaveLength(1);
  });
});

describe("names in Excel", () => {
  const sheets = [{ name: "ECL", columnWidths: [], rows: [[{ value: 1 }]], names: [{ name: "Rate", row: 0, column: 0, rows: 1, columns: 1 }] }];

  it("differ from those of tables", async () => {
    const { active } = office.book;
    office.book.tables.push({ name: "rate", sheet: active, block: { row: 0, column: 0, rows: 2, columns: 1 }, visible: true });
    await workbook.write({ sheets });
    expect(office.book.names.map(({ name }) => name)).toEqual(["Rate_2"]);
  });

  it("are taken away where the sheets cannot be written", async () => {
    office.obstacle = (asked) => (asked === "range.formulas" ? "GeneralException" : undefined);
    expect(await refusal(workbook.write({ sheets }))).toEqual({ code: "host-failed", detail: "GeneralException" });
    expect(office.book.names).toEqual([]);
  });

  it("stay where a person has given them to other cells meanwhile", async () => {
    const written = await workbook.write({ sheets });
    const named = office.book.named("Rate");
    if (named) Object.assign(named, { sheet: sheetOf("Sheet1") });
    expect(await written.undo()).toBe(true);
    expect(office.book.names.map(({ name }) => name)).toEqual(["Rate"]);
  });
});
