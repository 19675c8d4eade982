import { Decimal, decimalOfCell, rounded, ZERO } from "../../core/decimal.ts";
import { type Place, Refusal, refuse } from "../../core/refusal.ts";
import type { Grid } from "../../core/table.ts";
import { type PrintedNumber, reading } from "../../core/tie-out/printed-number.ts";
import { type Cell, isCellError } from "../cell.ts";
import { cellsOf, numberIn, oneVector, optional, type Parameter, required } from "../parameter.ts";

/** A figure under test, or the reason why there is none. */
export type Figure = PrintedNumber | Refusal;

/** A cell before it is known how many digits its call prints. */
export type PrintedCell =
  | { readonly kind: "printed"; readonly figure: PrintedNumber; readonly percent: boolean }
  | { readonly kind: "numeric"; readonly value: Decimal }
  | { readonly kind: "dash" }
  | Refusal;

/** Cells as printed in a filing, each with the digits it was printed with. */
export function printedCells(): Parameter<Grid<PrintedCell>> {
  return required("printed-figures", (argument, name) => cellsOf(argument, name, printedCellIn));
}

function printedCellIn(cell: Cell, place: Place): PrintedCell {
  if (cell === null) return { kind: "numeric", value: ZERO };
  if (typeof cell === "number") return { kind: "numeric", value: decimalOfCell(cell) };
  if (isCellError(cell)) return new Refusal({ code: "error-in-cell", place, error: cell.error });
  const read = typeof cell === "string" ? reading(cell) : undefined;
  switch (read?.kind) {
    case "number":
      return { kind: "printed", figure: read, percent: read.percent };
    case "blank":
      return { kind: "numeric", value: ZERO };
    case "dash":
      return { kind: "dash" };
    case "absent":
      return new Refusal({ code: "not-available", place, text: String(cell) });
    default:
      return refuse({ code: "not-a-number", place, text: typeof cell === "boolean" ? (cell ? "TRUE" : "FALSE") : String(cell) });
  }
}

/** The decimals of numeric cells: one number for all of them, or one for each figure argument in order. */
export function printedDigits(): Parameter<readonly number[] | undefined> {
  return optional(
    required("digits", (argument, name) =>
      oneVector(argument, name, (cell, place) => {
        const value = numberIn(cell, place, { minimum: -15, maximum: 30 });
        if (!value.isInteger()) refuse({ code: "not-a-whole-number", place, value: value.toString() });
        return value.toNumber();
      }).values,
    ),
  );
}

/**
 * The figures of a call with their print rounding. A text carries its own digits. A numeric cell stands
 * for what it shows with `digits` decimals, or with the most decimals seen in the call, since a cell
 * drops the zeros at its end; percentages as text do not count there, as their decimals say nothing of
 * amounts. A blank cell is the number 0, which desktop Excel passes for it.
 *
 * A dash among the inputs is nil and has no print rounding; a dash as the printed figure is what a
 * filing writes for anything that rounds to zero (filing 002, lines 3417–3422: balance 1.44 × 0.0071%
 * is printed "-"), so it has the digits of the call.
 */
export function figuresOf<K extends string>(
  cells: Readonly<Record<K, Grid<PrintedCell>>>,
  digits: readonly number[] | undefined,
): (argument: K) => Grid<Figure> {
  const names = Object.keys(cells);
  if (digits && digits.length !== 1 && digits.length !== names.length) {
    refuse({ code: "lengths-differ", parameter: "digits", given: digits.length, other: names.join(", "), expected: names.length });
  }
  const given = digits ?? [decimalsSeen(Object.values<Grid<PrintedCell>>(cells).flat(2))];
  return (argument) => {
    const decimals = given[given.length === 1 ? 0 : names.indexOf(argument)] ?? 0;
    const unit = new Decimal(10).pow(-decimals);
    const figure = (cell: PrintedCell): Figure => {
      if (cell instanceof Refusal) return cell;
      if (cell.kind === "printed") return cell.figure;
      if (cell.kind === "numeric") return { value: rounded(cell.value, decimals), unit };
      return { value: ZERO, unit: argument === "printed" ? unit : ZERO };
    };
    return cells[argument].map((row) => row.map(figure));
  };
}

function decimalsSeen(cells: readonly PrintedCell[]): number {
  let [amounts, percentages] = [-1, 0];
  for (const cell of cells) {
    if (cell instanceof Refusal || cell.kind === "dash") continue;
    if (cell.kind === "numeric") amounts = Math.max(amounts, cell.value.decimalPlaces());
    else if (cell.percent) percentages = Math.max(percentages, cell.figure.unit.decimalPlaces());
    else amounts = Math.max(amounts, cell.figure.unit.decimalPlaces());
  }
  return amounts === -1 ? percentages : amounts;
}
