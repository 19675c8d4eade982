import { describe, expect, it } from "vitest";
import { lossRate2024 } from "../../src/samples/loss-rate-2024.ts";
import { inventory2025 } from "../../src/samples/inventory-2025.ts";
import { margin2025 } from "../../src/samples/margin-2025.ts";
import { marginAnalysis } from "../../src/samples/margin-analysis.ts";
import { projectEvaluation } from "../../src/samples/project-evaluation.ts";
import type { CellValue, SheetPlan } from "../../src/workbook/port.ts";
import type { Naming } from "../../src/functions/answer.ts";
import { locales } from "../../src/locales/locale.ts";
import { valuesOf } from "../support/sheet-values.ts";

const named: Naming = (term, language = "zh-CN") => locales[language].sentences.terms[term];

interface Tied {
  readonly formula: string;
  readonly status: CellValue;
}

function ties(plan: SheetPlan): Tied[] {
  const value = valuesOf(plan);
  return plan.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell?.formula?.startsWith("=HEADROOM.TIE.") ? [{ formula: `${cell.formula} at row ${row + 1}`, status: value(row, column) }] : [])),
  );
}

describe("the loss rates of 2024", () => {
  const sheets = lossRate2024.sheets();

  it.each(sheets.map((sheet) => [sheet.name, sheet] as const))("%s: every tie is OK or a tail", (_, sheet) => {
    const found = ties(sheet);
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter(({ status }) => status !== "OK" && status !== "TAIL")).toEqual([]);
  });
});

describe("the sensitivity of margins to raw-material prices", () => {
  const sheets = margin2025.sheets();

  it.each(sheets.map((sheet) => [sheet.name, sheet] as const))("%s: every printed figure is tied in four periods, OK or a tail", (_, sheet) => {
    const value = valuesOf(sheet);
    const rows = sheet.rows.flatMap((cells, row) => (cells[1]?.formula?.startsWith("=HEADROOM.TIE.") ? [row] : []));
    expect(rows).toHaveLength(9);
    const statuses = rows.flatMap((row) => [1, 2, 3, 4].map((column) => value(row, column)));
    expect(statuses.filter((status) => status !== "OK" && status !== "TAIL")).toEqual([]);
  });

  it("ties every figure of the glass fibre table to the last printed digit", () => {
    const [glassFibre] = sheets;
    expect(glassFibre && new Set(ties(glassFibre).map(({ status }) => status))).toEqual(new Set(["OK"]));
  });

  it("writes the text under the glass fibre table as it is printed, but for the spaces beside figures", () => {
    const [glassFibre] = sheets;
    if (!glassFibre) throw new Error("no sheet of glass fibre");
    const value = valuesOf(glassFibre, named);
    const rows = glassFibre.rows.flatMap((cells, row) => (cells[1]?.formula?.startsWith("=HEADROOM.CHANGE.TEXT(") ? [row] : []));
    const sentences = rows.map((row) => [String(value(row, 1)).replaceAll(" ", ""), value(row + 1, 1)]);
    expect(sentences).toHaveLength(6);
    for (const [written, print] of sentences) expect(written).toBe(print);
  });
});

describe("margins analysed, a project evaluated, inventory written down", () => {
  const sheets = [marginAnalysis, projectEvaluation, inventory2025].flatMap((sample) => sample.sheets());

  it.each(sheets.map((sheet) => [sheet.name, sheet] as const))("%s: every tie is OK or a tail, and no formula answers with an error", (_, sheet) => {
    const value = valuesOf(sheet);
    const shown = sheet.rows.flatMap((cells, row) => cells.map((_cell, column) => value(row, column)));
    expect(shown.filter((cell) => typeof cell === "string" && /^#|NaN|^BREAK$/.test(cell))).toEqual([]);
    expect(shown.filter((cell) => cell === "OK" || cell === "TAIL").length).toBeGreaterThanOrEqual(4);
  });
});
