import { type Decimal, decimalOfCell, ZERO } from "../core/decimal.ts";
import { type IssueCode, type Place, Refusal, refuse } from "../core/refusal.ts";
import { at, type Grid } from "../core/table.ts";
import { normalised, reading } from "../core/tie-out/printed-number.ts";
import { type Argument, type Cell, isCellError } from "./cell.ts";
import type { Vector } from "./vector.ts";

/**
 * How one argument is read. Hosts are told nothing but that it is a matrix of anything, so that a
 * blank cell and a text reach us as they are; all checking happens here.
 */
export interface Parameter<T> {
  readonly optional: boolean;
  /** What is expected, for the function room: "rate", "amounts", … */
  readonly kind: string;
  /** The words a choice allows. */
  readonly words?: readonly string[];
  /** Whether the cells come as the host handed them over, to be read one by one where they are used. */
  readonly asHanded?: true;
  read(argument: Argument, name: string): T;
}

export interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
  /** Whether it is a rate to discount at, which must be above −100%. */
  readonly discounts?: true;
}

/** The bounds of a rate to discount at. */
export const discounting: Bounds = { discounts: true };

/** A number, or the reason why there is none at this place: what element-wise functions compute with. */
export type Entry = Decimal | Refusal;

/** The number in a cell. Throws a Refusal for anything that is none; blank and dash are 0. */
export function numberIn(cell: Cell, place: Place, { minimum, maximum, discounts }: Bounds = {}): Decimal {
  const value = valueOf(cell, place);
  if (minimum !== undefined && value.lt(minimum)) {
    refuse({ code: "below-minimum", place, value: value.toString(), minimum: String(minimum) });
  }
  if (maximum !== undefined && value.gt(maximum)) {
    refuse({ code: "above-maximum", place, value: value.toString(), maximum: String(maximum) });
  }
  if (discounts && value.lte(-1)) refuse({ code: "rate-too-low", parameter: place.parameter, place, rate: value.toString() });
  return value;
}

function valueOf(cell: Cell, place: Place): Decimal {
  if (cell === null) return ZERO;
  if (typeof cell === "number") return decimalOfCell(cell);
  if (isCellError(cell)) return refuse({ code: "error-in-cell", place, error: cell.error });
  if (typeof cell === "boolean") return refuse({ code: "not-a-number", place, text: cell ? "TRUE" : "FALSE" });
  const read = reading(cell);
  switch (read.kind) {
    case "number":
      return read.value;
    case "blank":
    case "dash":
      return ZERO;
    case "absent":
      return refuse({ code: "not-available", place, text: cell });
    case "text":
      return refuse({ code: "not-a-number", place, text: cell });
  }
}

const ofOneElement: readonly IssueCode[] = ["not-available", "error-in-cell", "below-minimum", "above-maximum"];

/** Whether a refusal concerns one element only: not available, impossible, or an error that stood in the cell. */
function concernsOneElement(error: unknown): error is Refusal {
  return error instanceof Refusal && ofOneElement.includes(error.issue.code);
}

/** The number in a cell, or why it has none where that concerns this cell only. */
export function entryIn(cell: Cell, place: Place, bounds: Bounds = {}): Entry {
  try {
    return numberIn(cell, place, bounds);
  } catch (error) {
    if (concernsOneElement(error)) return error;
    throw error;
  }
}

/** Whether an entry is a word such as 未披露 in place of a figure; an error in a cell is none. */
export function isAbsent(entry: Entry): entry is Refusal {
  return entry instanceof Refusal && entry.issue.code === "not-available";
}

/** The cells of an argument, each with its place. */
export function cellsOf<T>(argument: Argument, parameter: string, read: (cell: Cell, place: Place) => T): Grid<T> {
  const cells = argument ?? [[null]];
  const single = cells.length === 1 && cells[0]?.length === 1;
  return cells.map((row, r) => row.map((cell, c) => read(cell, { parameter, row: r, column: c, single })));
}

/** The one cell of an argument that must be one cell. */
export function oneCell<T>(argument: Argument, parameter: string, read: (cell: Cell, place: Place) => T): T {
  const grid = cellsOf(argument, parameter, read);
  const columns = grid[0]?.length ?? 0;
  if (grid.length !== 1 || columns !== 1) refuse({ code: "not-one-cell", parameter, rows: grid.length, columns });
  return at(at(grid, 0), 0);
}

/** The cells of an argument that must be one row or one column. */
export function oneVector<T>(argument: Argument, parameter: string, read: (cell: Cell, place: Place) => T): Vector<T> {
  const grid = cellsOf(argument, parameter, read);
  const columns = grid[0]?.length ?? 0;
  if (grid.length === 1) return { values: at(grid, 0), direction: "row" };
  if (columns !== 1) refuse({ code: "not-a-vector", parameter, rows: grid.length, columns });
  return { values: grid.map((row) => at(row, 0)), direction: "column" };
}

/** A parameter that must be given. */
export function required<T>(kind: string, read: (argument: Argument, name: string) => T): Parameter<T> {
  return { optional: false, kind, read };
}

/** The same parameter, but omitted it is undefined. */
export function optional<T>({ read, ...rest }: Parameter<T>): Parameter<T | undefined> {
  return { ...rest, optional: true, read: (argument, name) => (argument === undefined ? undefined : read(argument, name)) };
}

/** The same parameter, but omitted it takes a default. */
export function defaulted<T>({ read, ...rest }: Parameter<T>, otherwise: T): Parameter<T> {
  return { ...rest, optional: true, read: (argument, name) => (argument === undefined ? otherwise : read(argument, name)) };
}

/** One number. */
export function number(bounds: Bounds = {}): Parameter<Decimal> {
  return required("number", (argument, name) => oneCell(argument, name, (cell, place) => numberIn(cell, place, bounds)));
}

/** A row or column of numbers. */
export function vector(bounds: Bounds = {}): Parameter<Vector<Decimal>> {
  return required("vector", (argument, name) => oneVector(argument, name, (cell, place) => numberIn(cell, place, bounds)));
}

/** A block of numbers. */
export function table(bounds: Bounds = {}): Parameter<Grid<Decimal>> {
  return required("table", (argument, name) => cellsOf(argument, name, (cell, place) => numberIn(cell, place, bounds)));
}

/** A block of numbers of which some may be missing; each missing one carries its reason. */
export function entries(bounds: Bounds = {}): Parameter<Grid<Entry>> {
  return required("table", (argument, name) => cellsOf(argument, name, (cell, place) => entryIn(cell, place, bounds)));
}

/** A row or column of numbers of which some may be missing. */
export function entryVector(bounds: Bounds = {}): Parameter<Vector<Entry>> {
  return required("vector", (argument, name) => oneVector(argument, name, (cell, place) => entryIn(cell, place, bounds)));
}

/** A whole number, such as a count of digits. Decimals may be negative: −4 rounds to ten thousands. */
export function whole(bounds: Bounds = {}): Parameter<number> {
  return required("whole", (argument, name) =>
    oneCell(argument, name, (cell, place) => {
      const value = numberIn(cell, place, bounds);
      if (!value.isInteger()) refuse({ code: "not-a-whole-number", place, value: value.toString() });
      return value.toNumber();
    }),
  );
}

/** A number of decimals to round to; unrounded where it is omitted. */
export function digits(): Parameter<number | undefined> {
  return optional(whole({ minimum: -15, maximum: 30 }));
}

/** A row or column of texts; a blank cell, or a 0 as desktop Excel passes for it, is an empty label. */
export function labels(): Parameter<Vector<string>> {
  return required("labels", (argument, name) => oneVector(argument, name, labelIn));
}

function labelIn(cell: Cell, place: Place): string {
  if (isCellError(cell)) return refuse({ code: "error-in-cell", place, error: cell.error });
  if (typeof cell === "boolean") return refuse({ code: "not-a-label", place, text: cell ? "TRUE" : "FALSE" });
  return cell === null || cell === 0 ? "" : String(cell).trim();
}

/** One of a few words, in any case and width, spaces left out: CAS 8 is CAS8. */
export function choice<const W extends string>(...words: W[]): Parameter<W> {
  return {
    ...required("choice", (argument, name) => oneCell(argument, name, (cell, place) => wordIn(cell, place, words))),
    words,
  };
}

export function wordIn<W extends string>(cell: Cell, place: Place, words: readonly W[]): W {
  if (isCellError(cell)) return refuse({ code: "error-in-cell", place, error: cell.error });
  const text = String(cell ?? 0).trim();
  const written = normalised(text).toLowerCase();
  const found = words.find((allowed) => allowed.toLowerCase() === written);
  return found ?? refuse({ code: "unknown-word", place, text, allowed: words });
}
