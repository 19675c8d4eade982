import type { ErrorLiteral } from "../core/refusal.ts";
import type { Grid } from "../core/table.ts";

/** An error value standing in a cell of an argument. */
export interface CellError {
  readonly error: ErrorLiteral;
}

/** What one cell of an argument holds, the same from every host. null is a blank cell and means 0. */
export type Cell = number | string | boolean | CellError | null;

/** One argument: undefined where it was omitted, otherwise always a block, a single cell being 1 × 1. */
export type Argument = Grid<Cell> | undefined;

const literals: readonly string[] = ["#VALUE!", "#NUM!", "#DIV/0!", "#N/A", "#NULL!", "#REF!", "#NAME?"] satisfies ErrorLiteral[];

export function isErrorLiteral(text: string): text is ErrorLiteral {
  return literals.includes(text);
}

export function isCellError(cell: Cell): cell is CellError {
  return typeof cell === "object" && cell !== null;
}

/**
 * An argument in whichever form a host hands it over: a block, a lone scalar, or null where it was omitted.
 * Which shape an error value takes is documented nowhere, so all that have been seen are read:
 * the literal as text, `{ code }`, `{ errorType, basicValue }`. Numbers with a format of their own and
 * other rich values of Excel count as the plain value they carry.
 */
export function argumentOf(given: unknown): Argument {
  if (given === undefined || given === null) return undefined;
  if (!Array.isArray(given)) return [[cellOf(given)]];
  return given.map((row: unknown) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]));
}

/**
 * The same argument with its cells left as they were handed over, for columns of a million rows where a
 * copy would cost more than the calculation, and already a look at every row a good part of it. So only the
 * first row is looked at: its readers take a row that is a bare cell for this cell, and every cell through cellOf().
 */
export function argumentAsHanded(given: unknown): Argument {
  return isBlock(given) ? given : argumentOf(given);
}

function isBlock(given: unknown): given is readonly (readonly Cell[])[] {
  return Array.isArray(given) && Array.isArray(given[0]);
}

/** One cell as a host hands it over. */
export function cellOf(given: unknown): Cell {
  switch (typeof given) {
    case "number":
      // A double that is no number can only come from a fault upstream; as an error it stays visible.
      return Number.isFinite(given) ? given : { error: "#NUM!" };
    case "string":
      return isErrorLiteral(given) ? { error: given } : given;
    case "boolean":
      return given;
    case "object":
      return given === null ? null : richCellOf(given);
    default:
      return null;
  }
}

/** A rich value: an error in one of its shapes, or a number or text with a format or a card, of which the plain value counts. */
function richCellOf(given: object): Cell {
  const read = (key: string): unknown => Reflect.get(given, key);
  const literal = ["code", "basicValue", "error", "errorCode"].map(read).find((value) => typeof value === "string" && isErrorLiteral(value));
  if (literal !== undefined) return cellOf(literal);
  const plain = read("basicValue");
  return typeof plain === "number" || typeof plain === "string" || typeof plain === "boolean" ? cellOf(plain) : { error: "#VALUE!" };
}
