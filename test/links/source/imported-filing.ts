import type { CellValue } from "../../../src/workbook/port.ts";
import type { FilingTable } from "../../reading/filing-tables.cases.ts";

/** A table of a filing as it must stand in cells once imported: figures as numbers, shares as fractions, a dash as nil, anything else as printed. */
export interface ImportedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Texts among figures, which must be reported, each with its line of the excerpt. */
  readonly reported: readonly { readonly text: string; readonly line: number }[];
}

export function importedFiling(table: FilingTable, firstLine: number, headingColumn: string): ImportedTable {
  const printed = table.rows.map((row) => {
    const [place = "", heading = "", ...cells] = row.split(" | ").map((part) => part.trim());
    return { line: Number.parseInt(place, 10) - firstLine + 1, heading, cells };
  });
  const hasHeadings = printed.some(({ heading }) => heading !== "");
  const column = (index: number) => printed.map(({ cells }) => cells[index] ?? "");
  const isNumbering = (index: number) => column(index).some((text) => /^\d+(\.\d+)+$/.test(text)) && table.columns[index] === "序号";
  const isFigures = (index: number) => column(index).filter((text) => /^-?\d[\d,.%]*(-|- |$)/.test(text)).length * 2 >= column(index).filter((text) => text !== "" && text !== "-").length;
  return {
    columns: [...(hasHeadings ? [headingColumn] : []), ...table.columns],
    rows: printed.map(({ heading, cells }) => [...(hasHeadings ? [heading || null] : []), ...table.columns.map((_, index) => (isNumbering(index) ? (cells[index] ?? "") : valueOf(cells[index] ?? "")))]),
    reported: printed.flatMap(({ line, cells }) => cells.flatMap((text, index) => (isFigures(index) && typeof valueOf(text) === "string" && !isNumbering(index) ? [{ text, line }] : []))),
  };
}

function valueOf(text: string): CellValue {
  if (text === "") return null;
  if (text === "-") return 0;
  const digits = text.replaceAll(",", "");
  if (/^-?\d+(\.\d+)?$/.test(digits)) return Number(digits);
  return /^-?\d+(\.\d+)?%$/.test(digits) ? Number(`${digits.slice(0, -1)}e-2`) : text;
}
