import { isSerial, serialOfText } from "../core/day-count.ts";
import { type Place, refuse } from "../core/refusal.ts";
import { type Cell, isCellError } from "./cell.ts";
import { oneCell, oneVector, type Parameter, required } from "./parameter.ts";
import type { Vector } from "./vector.ts";

/**
 * The serial of the date in a cell; a time of day is dropped. A blank cell is the number 0, which is
 * no date.
 */
export function dateIn(cell: Cell, place: Place): number {
  if (isCellError(cell)) return refuse({ code: "error-in-cell", place, error: cell.error });
  if (typeof cell === "number" && isSerial(cell)) return Math.floor(cell);
  if (typeof cell === "string") {
    const serial = serialOfText(cell);
    if (serial !== undefined) return serial;
  }
  const text = cell === null ? "0" : typeof cell === "boolean" ? (cell ? "TRUE" : "FALSE") : String(cell);
  return refuse({ code: "not-a-date", place, text });
}

/** One date. */
export function date(): Parameter<number> {
  return required("date", (argument, name) => oneCell(argument, name, dateIn));
}

/** A row or column of dates. */
export function dates(): Parameter<Vector<number>> {
  return required("dates", (argument, name) => oneVector(argument, name, dateIn));
}
