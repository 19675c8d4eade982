import type { Decimal } from "../core/decimal.ts";
import { LARGEST_TOTAL } from "../core/kernel/ageing.ts";
import { textKeys } from "../core/kernel/text-keys.ts";
import { type Place, refuse } from "../core/refusal.ts";
import { at } from "../core/table.ts";
import { type Argument, cellOf } from "./cell.ts";
import { dateIn } from "./date.ts";
import { numberIn, type Parameter } from "./parameter.ts";

/** A row or column of many cells as the host handed them over: nothing is copied, cells are read where they are used. */
export interface BulkColumn {
  readonly parameter: string;
  readonly length: number;
  readonly direction: "row" | "column";
  /** The only row, where the cells stand in one; otherwise every row of `rows` holds one cell or is one. */
  readonly across: readonly unknown[] | undefined;
  readonly rows: readonly unknown[];
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
      return { parameter: name, length, direction: isRow ? "row" : "column", across: isRow ? at(rows, 0) : undefined, rows, place };
    },
  };
}

/** Whether all cells are blank, which Excel on the desktop hands over as 0. */
export function isBlankColumn({ across, rows }: BulkColumn): boolean {
  return (across ?? rows).every((entry) => {
    const cell: unknown = Array.isArray(entry) ? entry[0] : entry;
    return cell === null || cell === undefined || cell === 0 || cell === "";
  });
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

// Adding and taking away 1.5 × 2^52 rounds to a whole number, five times faster than Math.round().
const rounder = 1.5 * 2 ** 52;

/** The units, or the digits it would take; more than `finestUnits` where there is no way. */
function amountsIn(column: BulkColumn, digits: number): Float64Array | number {
  const { length, across, rows } = column;
  const scale = 10 ** digits;
  const units = new Float64Array(length);
  let needed = digits;
  let total = 0;
  for (let index = 0; index < length; index++) {
    // Spelled out in every loop over cells: shared code would see every kind of column and be slow for each.
    const row = rows[index];
    const cell: unknown = across ? across[index] : Array.isArray(row) ? row[0] : row;
    let count: number;
    if (typeof cell === "number") {
      count = cell * scale + rounder - rounder;
      if (!showsAs(cell, count / scale) || count >= 1e15 || count <= -1e15) count = unitsOf(numberIn(cellOf(cell), column.place(index)), digits, (more) => (needed = Math.max(needed, more)));
    } else {
      count = unitsOf(numberIn(cellOf(cell), column.place(index)), digits, (more) => (needed = Math.max(needed, more)));
    }
    // Finer amounts are read anew with the digits it takes; reading on would make a decimal of every one.
    if (needed > digits) return needed;
    units[index] = count;
    total += count < 0 ? -count : count;
  }
  return total < LARGEST_TOTAL ? units : finestUnits + 1;
}

/**
 * Whether a cell shows these digits, 15 at most: it is their nearest double, or holds only the noise of a
 * product behind them. Half a unit of the 15th digit is over 5E-16 of the figure, the double of the digits
 * within 1.2E-16 of them, so what lies within 3E-16 of it shows them too.
 */
function showsAs(cell: number, digits: number): boolean {
  return digits === cell || Math.abs(cell - digits) < Math.abs(digits) * 3e-16;
}

function unitsOf(amount: Decimal, digits: number, need: (digits: number) => void): number {
  const places = amount.decimalPlaces();
  if (places > digits) need(places);
  return places > digits ? 0 : amount.times(10 ** digits).toNumber();
}

/** The amounts as decimals. */
export function decimalAmounts(column: BulkColumn): Decimal[] {
  const { length, across, rows } = column;
  return Array.from({ length }, (_, index) => {
    const row = rows[index];
    const cell: unknown = across ? across[index] : Array.isArray(row) ? row[0] : row;
    return numberIn(cellOf(cell), column.place(index));
  });
}

/** Days up to `asOf`; a blank cell stands as 0 where `isBlankRow` says that its row is empty. */
export function daysUpTo(column: BulkColumn, asOf: number, isBlankRow: (index: number) => boolean): Int32Array {
  const { length, across, rows } = column;
  const days = new Int32Array(length);
  const texts = new Map<string, number>();
  for (let index = 0; index < length; index++) {
    const row = rows[index];
    const cell: unknown = across ? across[index] : Array.isArray(row) ? row[0] : row;
    let day: number;
    if (typeof cell === "number" && cell >= 61 && cell < asOf + 1) {
      day = Math.floor(cell);
    } else if ((cell === 0 || cell === null || cell === "") && isBlankRow(index)) {
      day = asOf;
    } else {
      const cached = typeof cell === "string" ? texts.get(cell) : undefined;
      day = cached ?? dateIn(cellOf(cell), column.place(index));
      if (typeof cell === "string") texts.set(cell, day);
      if (day > asOf) refuse({ code: "date-after-as-of", place: column.place(index), row: index + 1 });
    }
    days[index] = day;
  }
  return days;
}

/** Texts as numbers in order of first appearance. */
export interface Keys {
  readonly keys: Int32Array;
  readonly names: readonly string[];
}

/** Rows of which the texts are asked for their lengths before they are read: see keysOf(). */
const AHEAD = 256;

/** The trimmed texts of a column. Empty rows get the first key: nothing is added to it. */
export function keysOf(column: BulkColumn, isLeftOut: (index: number) => boolean): Keys {
  const { length, across, rows } = column;
  const keys = new Int32Array(length);
  const texts = textKeys(length);
  // Cells that are no plain text, as handed over: the same one is looked at once, not a million times.
  const seen = new Map<unknown, number>();
  const lengths = new Int32Array(AHEAD);
  for (let start = 0; start < length; start += AHEAD) {
    const end = Math.min(start + AHEAD, length);
    // The texts lie all over the memory. Asked for their lengths in a short loop, many are fetched at once;
    // the loop that reads them would wait for one after the other.
    for (let index = start; index < end; index++) {
      const row = rows[index];
      const cell: unknown = across ? across[index] : Array.isArray(row) ? row[0] : row;
      lengths[index - start] = typeof cell === "string" ? cell.length : 0;
    }
    for (let index = start; index < end; index++) {
      const row = rows[index];
      const cell: unknown = across ? across[index] : Array.isArray(row) ? row[0] : row;
      const last = (lengths[index - start] as number) - 1;
      if (typeof cell === "string" && last >= 0 && isPlainEnd(cell.charCodeAt(0)) && isPlainEnd(cell.charCodeAt(last))) {
        keys[index] = texts.keyOf(cell);
        continue;
      }
      let key = seen.get(cell);
      if (key === undefined) {
        if ((cell === null || cell === undefined || cell === 0 || cell === "") && isLeftOut(index)) continue;
        key = texts.keyOf(nameIn(cell, column.place(index)));
        seen.set(cell, key);
      }
      keys[index] = key;
    }
  }
  return { keys, names: texts.names };
}

/** Whether a text that begins and ends with such characters is neither to be trimmed nor an error (#…). */
function isPlainEnd(code: number): boolean {
  return (code > 35 && code < 127) || (code > 0x3000 && code < 0xd800);
}

function nameIn(raw: unknown, place: Place): string {
  const cell = cellOf(raw);
  if (cell !== null && typeof cell === "object") return refuse({ code: "error-in-cell", place, error: cell.error });
  if (typeof cell === "boolean") return refuse({ code: "not-a-label", place, text: cell ? "TRUE" : "FALSE" });
  return cell === null || cell === 0 ? "" : String(cell).trim();
}
