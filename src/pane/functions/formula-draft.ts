import type { Grid } from "../../core/table.ts";
import { type Argument, type Cell, isCellError } from "../../functions/cell.ts";
import { a1, a1OnSheet, type RangeAddress } from "../../workbook/address.ts";
import type { SheetSummary } from "../../workbook/port.ts";
import type { AnyFunction } from "../../calls/call-answer.ts";
import { type ArgumentText, argumentText } from "../../calls/formula-text.ts";

/** What a field of the form holds: cells that were pointed at, or what was typed. */
export type DraftArgument = { readonly kind: "range"; readonly range: RangeAddress } | { readonly kind: "typed"; readonly text: string };

/** A formula on its way into a cell. */
export interface FormulaDraft {
  readonly fn: AnyFunction;
  /** One a parameter, in order. */
  readonly arguments: readonly DraftArgument[];
  readonly target: RangeAddress | undefined;
}

export const emptyArgument: DraftArgument = { kind: "typed", text: "" };

/** An argument as the formula writes it, seen from the sheet it will stand on. */
export function argumentIn(argument: DraftArgument, sheet: string | undefined): string {
  if (argument.kind === "range") return argument.range.sheet === sheet ? a1(argument.range) : a1OnSheet(argument.range);
  const text = halfWidth(argument.text).trim().replace(/^=\s*/, "");
  // Brackets round a figure are its sign, as filings print it.
  if (/^\([\d,.]+%?\)$/.test(text)) return `"${text}"`;
  if (text === "" || argumentText(text).kind !== "expression" || /["({!:*/+&^]/.test(text)) return text;
  // A lone word is meant as a text, not as the name of a range nobody has defined.
  return `"${text}"`;
}

/** What a Chinese keyboard writes between the parts of a formula, as a formula has it. Quoted texts and texts with Chinese words stay. */
function halfWidth(text: string): string {
  const straight = text.replace(/[“”]/g, '"');
  const outside = straight.replace(/"[^"]*"|'[^']*'/g, "");
  if (/\p{Script=Han}/u.test(outside)) return text;
  return straight.replace(/"[^"]*"|'[^']*'|[！-～]/g, (part) => (part.length === 1 ? part.normalize("NFKC") : part));
}

/** The formula: arguments left out at the end are not written, those before keep their commas. */
export function draftFormula({ fn, arguments: given, target }: FormulaDraft): string {
  const texts = given.map((argument) => argumentIn(argument, target?.sheet));
  const last = texts.findLastIndex((text) => text !== "");
  return `=HEADROOM.${fn.id}(${texts.slice(0, last + 1).join(",")})`;
}

/** The arguments as the pane can read them before anything is written. */
export function draftArguments({ arguments: given, target }: FormulaDraft): ArgumentText[] {
  return given.map((argument) => argumentText(argumentIn(argument, target?.sheet)));
}

/** The names of required parameters that have no argument yet. */
export function missingArguments({ fn, arguments: given }: FormulaDraft): string[] {
  return Object.entries(fn.parameters).flatMap(([name, { optional }], index) => {
    const argument = given[index] ?? emptyArgument;
    return !optional && argument.kind === "typed" && argument.text.trim() === "" ? [name] : [];
  });
}

/** The parameter whose cells contain the target: the formula would feed on itself. */
export function circularArgument({ fn, arguments: given, target }: FormulaDraft): string | undefined {
  if (!target) return undefined;
  const names = Object.keys(fn.parameters);
  const index = draftArguments({ fn, arguments: given, target }).findIndex(
    (argument) =>
      argument.kind === "range" &&
      (argument.sheet ?? target.sheet) === target.sheet &&
      within(target.row, argument.block.row, argument.block.rows) &&
      within(target.column, argument.block.column, argument.block.columns),
  );
  return names[index];
}

const within = (at: number, first: number, count: number) => at >= first && at < first + count;

/** A selection cut to the cells in use, so that a whole column is the data in it; a selection beyond them stays as it is. */
export function usedPart(range: RangeAddress, sheets: readonly SheetSummary[]): RangeAddress {
  const sheet = sheets.find(({ name }) => name === range.sheet);
  if (!sheet || range.row >= sheet.rows || range.column >= sheet.columns) return range;
  return {
    ...range,
    rows: Math.min(range.rows, sheet.rows - range.row),
    columns: Math.min(range.columns, sheet.columns - range.column),
  };
}

/** An argument of a worked example as a formula writes it. */
export function exampleText(argument: Argument): string {
  if (argument === undefined) return "";
  if (argument.length === 1 && argument[0]?.length === 1) return constantText(argument[0][0] ?? null);
  return `{${argument.map((row) => row.map(constantText).join(",")).join(";")}}`;
}

function constantText(cell: Cell): string {
  if (cell === null) return "0";
  if (isCellError(cell)) return cell.error;
  if (typeof cell === "string") return `"${cell.replaceAll('"', '""')}"`;
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
}

/** The formula of the worked example, ready to be typed. */
export function exampleFormula(fn: AnyFunction): string {
  const given = fn.example.map((argument) => ({ kind: "typed", text: exampleText(argument) }) as const);
  return draftFormula({ fn, arguments: given, target: undefined });
}

/** The cells of a block that hold something. */
export function occupied(cells: Grid<{ readonly value: unknown; readonly formula: string | null }>): { row: number; column: number }[] {
  return cells.flatMap((row, r) => row.flatMap(({ value, formula }, c) => (value === null && formula === null ? [] : [{ row: r, column: c }])));
}
