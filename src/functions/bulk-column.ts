import type { Decimal } from "../core/decimal.ts";
import { LARGEST_TOTAL } from "../core/kernel/ageing.ts";
import { TextKeys } from "../core/kernel/text-keys.ts";
import { type Place, refuse } from "../core/refusal.ts";
import { at } from "../core/table.ts";
import { type Argument, cellOf } from "./cell.ts";
import { dateIn } from "./date.ts";
import { numberIn, type Parameter } from "./parameter.ts";
import { LengthsAhead, plainDays, plainKeys, plainUnits } from "./plain-cells.ts";

/** A row or column of many cells as the host handed them over: nothing is copied, cells are read where they are used. */
export interface BulkColumn {
  readonly parameter: string;
  readonly length: number;
  readonly direction: "row" | "column";
  /** Each entry is a cell, or a row that holds one. */
  readonly entries: readonly unknown[];
  place(index: number): Place;
}

/** A row or column too long to be copied cell by cell. */
export function bulkColumn(kind: string): Parameter<BulkColumn> {
  return {
    optional: false,
    kind,
    asHanded: true,
    read(argument: Argument, name): BulkColumn {
      const rows: readonly (readonly unknown[])[] = argument ?? [[null]];
      const columns = rows[0]?.length ?? 0;
      if (rows.length === 0 || columns === 0) refuse({ code: "range-empty", parameter: name });
      if (rows.length > 1 && columns !== 1) refuse({ code: "not-a-vector", parameter: name, rows: rows.length, columns });
      const isRow = rows.length === 1;
      const length = isRow ? columns : rows.length;
      const place = (index: number) => ({ parameter: name, row: isRow ? 0 : index, column: isRow ? index : 0, single: length === 1 });
      return { parameter: name, length, direction: isRow ? "row" : "column", entries: isRow ? at(rows, 0) : rows, place };
    },
  };
}

function cellIn({ entries }: BulkColumn, index: number): unknown {
  const entry = entries[index];
  return Array.isArray(entry) ? entry[0] : entry;
}

/** Whether all cells are blank, which Excel on the desktop hands over as 0. */
export function isBlankColumn(column: BulkColumn): boolean {
  return column.entries.every((_, index) => isBlank(cellIn(column, index)));
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === 0 || cell === "";
}

/** Amounts as whole units of 10^−digits. */
export interface UnitAmounts {
  readonly units: Float64Array;
  readonly digits: number;
}

/** The most digits after the point that are kept as units; finer amounts are rare and counted as decimals. */
const finestUnits = 6;

/**
 * The amounts of a column as whole units, cents where that is enough: exactly the decimals that the cells
 * show, 15 significant digits each. Undefined where their sum could leave what doubles count exactly,
 * or where there are finer amounts: then they are read as decimals.
 */
export function unitAmounts(column: BulkColumn): UnitAmounts | undefined {
  for (let digits = 2; digits <= finestUnits; ) {
    const read = amountsIn(column, digits);
    if (typeof read === "object") return { units: read, digits };
    digits = read;
  }
  return undefined;
}

/** The units, or the digits it would take; more than `finestUnits` where there is no way. */
function amountsIn(column: BulkColumn, digits: number): Float64Array | number {
  const { length, entries } = column;
  const scale = 10 ** digits;
  const units = new Float64Array(length);
  for (let index = plainUnits(entries, units, 0, scale); index < length; index = plainUnits(entries, units, index + 1, scale)) {
    const amount = numberIn(cellOf(cellIn(column, index)), column.place(index));
    // Finer amounts are read anew with the digits it takes; reading on would make a decimal of every one.
    if (amount.decimalPlaces() > digits) return amount.decimalPlaces();
    units[index] = amount.times(scale).toNumber();
  }
  let total = 0;
  for (let index = 0; index < length; index++) total += Math.abs(units[index] as number);
  return total < LARGEST_TOTAL ? units : finestUnits + 1;
}

/** The amounts as decimals. */
export function decimalAmounts(column: BulkColumn): Decimal[] {
  return Array.from({ length: column.length }, (_, index) => numberIn(cellOf(cellIn(column, index)), column.place(index)));
}

/** Days up to `asOf`; a blank cell stands as 0 where `isBlankRow` says that its row is empty. */
export function daysUpTo(column: BulkColumn, asOf: number, isBlankRow: (index: number) => boolean): Int32Array {
  const { length, entries } = column;
  const days = new Int32Array(length);
  const texts = new Map<string, number>();
  for (let index = plainDays(entries, days, 0, asOf); index < length; index = plainDays(entries, days, index + 1, asOf)) {
    const cell = cellIn(column, index);
    if (isBlank(cell) && cell !== undefined && isBlankRow(index)) {
      days[index] = asOf;
      continue;
    }
    const cached = typeof cell === "string" ? texts.get(cell) : undefined;
    const day = cached ?? dateIn(cellOf(cell), column.place(index));
    if (typeof cell === "string") texts.set(cell, day);
    if (day > asOf) refuse({ code: "date-after-as-of", place: column.place(index), row: index + 1 });
    days[index] = day;
  }
  return days;
}

/** Texts as numbers in order of first appearance. */
export interface Keys {
  readonly keys: Int32Array;
  readonly names: readonly string[];
}

/** The trimmed texts of a column. Empty rows get the first key: nothing is added to it. */
export function keysOf(column: BulkColumn, isLeftOut: (index: number) => boolean): Keys {
  const { length, entries } = column;
  const keys = new Int32Array(length);
  const texts = new TextKeys(length);
  const ahead = new LengthsAhead();
  // Cells that are no plain text, as handed over: the same one is looked at once, not a million times.
  const seen = new Map<unknown, number>();
  for (let index = plainKeys(entries, keys, 0, texts, ahead); index < length; index = plainKeys(entries, keys, index + 1, texts, ahead)) {
    const cell = cellIn(column, index);
    let key = seen.get(cell);
    if (key === undefined) {
      if (isBlank(cell) && isLeftOut(index)) continue;
      key = texts.keyOf(nameIn(cell, column.place(index)));
      seen.set(cell, key);
    }
    keys[index] = key;
  }
  return { keys, names: texts.names };
}

function nameIn(raw: unknown, place: Place): string {
  const cell = cellOf(raw);
  if (cell !== null && typeof cell === "object") return refuse({ code: "error-in-cell", place, error: cell.error });
  if (typeof cell === "boolean") return refuse({ code: "not-a-label", place, text: cell ? "TRUE" : "FALSE" });
  return cell === null || cell === 0 ? "" : String(cell).trim();
}
