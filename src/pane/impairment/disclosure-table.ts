import { type Decimal, decimalOfCell } from "../../core/decimal.ts";
import type { CellContent } from "../../workbook/port.ts";
import { columns } from "../../workflows/impairment/report/sheet.ts";
import { numberText, percentText } from "../number-format.ts";

/** What the disclosure sheet says of one unit: its name, and its rows as they are printed. */
export interface DisclosedUnit {
  readonly name: string;
  readonly rows: readonly DisclosedRow[];
}

export interface DisclosedRow {
  readonly label: string;
  readonly text: string;
  readonly isFigure: boolean;
  /** How the figure is come by. */
  readonly note: string;
}

/** The disclosure of every unit from the cells of the sheet: labels in its first or second language, other words as given for what stands there; amounts with the decimals they are reported with. */
export function disclosedUnits(cells: readonly (readonly CellContent[])[], language: "first" | "second", decimals: number, words: ReadonlyMap<string, string>): readonly DisclosedUnit[] {
  const units: { name: string; rows: DisclosedRow[] }[] = [];
  for (const row of cells) {
    const at = (column: number) => row[column]?.value ?? null;
    const mark = String(at(columns.mark) ?? "");
    if (/^u\d+\.unit$/.test(mark)) units.push({ name: String(at(columns.label) ?? ""), rows: [] });
    else if (/^u\d+\./.test(mark)) units.at(-1)?.rows.push(...disclosedRow(at, language, decimals, words));
  }
  return units;
}

function disclosedRow(at: (column: number) => CellContent["value"], language: "first" | "second", decimals: number, words: ReadonlyMap<string, string>): readonly DisclosedRow[] {
  const [value, unit] = [at(columns.value), at(columns.unit)];
  if (value === null) return [];
  const [first, second] = [String(at(columns.label) ?? ""), String(at(columns.second) ?? "")];
  const figure = typeof value === "number" ? decimalOfCell(value) : undefined;
  const said = (text: CellContent["value"]) => words.get(String(text ?? "")) ?? String(text ?? "");
  return [{ label: language === "second" && second !== "" ? second : first, text: figure ? figureText(figure, unit, decimals) : said(value), isFigure: figure !== undefined, note: said(at(columns.method)) }];
}

/** A share is told by its unit, an amount by having one at all; years are counted. */
function figureText(figure: Decimal, unit: CellContent["value"], decimals: number): string {
  if (unit === "%") return percentText(figure, 2);
  return unit === null || unit === "" ? numberText(figure) : numberText(figure, decimals);
}

/** Every line of the disclosure, a unit over its rows, as cells. */
export function disclosureLines(units: readonly DisclosedUnit[]): readonly (readonly string[])[] {
  return units.flatMap(({ name, rows }) => [[name, "", ""], ...rows.map(({ label, text, note }) => [label, text, note])]);
}
