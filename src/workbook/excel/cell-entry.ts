import type { CellContent, CellValue } from "../port.ts";

/** What stands in a cell as Excel hands it over: its value, and its formula or, where it has none, the value again. */
export interface ExcelCell {
  readonly value: CellValue;
  readonly formula: CellValue;
}

/** The cells of a loaded range. */
export function excelCells({ values, formulas }: { readonly values: readonly (readonly CellValue[])[]; readonly formulas: readonly (readonly CellValue[])[] }): ExcelCell[][] {
  return values.map((row, r) => row.map((value, c) => ({ value, formula: formulas[r]?.[c] ?? null })));
}

/** The formula that stands in the cell. A text typed behind an apostrophe may begin with "=" too: there, both are the same. */
function formulaOf({ value, formula }: ExcelCell): string | null {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : null;
}

export function contentOf(cell: ExcelCell): CellContent {
  const formula = formulaOf(cell);
  return { value: formula === null && cell.value === "" ? null : cell.value, formula };
}

/** What to write so that the cell holds this again. */
export function entryOf(cell: ExcelCell): CellValue {
  return formulaOf(cell) ?? plainEntry(cell.value);
}

/** What to write so that the cell holds this value. Behind an apostrophe no text turns into a formula, a date, a number or TRUE. */
export function plainEntry(value: CellValue): CellValue {
  if (value === null) return "";
  return typeof value === "string" && value !== "" ? `'${value}` : value;
}
