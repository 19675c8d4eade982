import type { TextKeys } from "../core/kernel/text-keys.ts";

/*
 * The loops over the cells of long columns. Each reads on from `start` as long as cells are plain, and
 * returns where one is not, which its caller then looks at by itself; the length where none is left.
 * They are spelled out one by one and call nothing made for the occasion: shared code would see every
 * kind of column and be slow for each, and what is compiled for a closure is thrown away with it.
 */

// Adding and taking away 1.5 × 2^52 rounds to a whole number, five times faster than Math.round().
const rounder = 1.5 * 2 ** 52;

/**
 * Numbers as whole units of 1/scale, where the cell shows these digits, 15 at most: it is their nearest
 * double, or holds only the noise of a product behind them. Half a unit of the 15th digit is over 5E-16 of
 * the figure, the double of the digits within 1.2E-16 of them, so what lies within 3E-16 of it shows them too.
 */
export function plainUnits(entries: readonly unknown[], units: Float64Array, start: number, scale: number): number {
  for (let index = start; index < units.length; index++) {
    const entry = entries[index];
    const cell: unknown = Array.isArray(entry) ? entry[0] : entry;
    if (typeof cell !== "number") return index;
    const count = cell * scale + rounder - rounder;
    const digits = count / scale;
    if (digits !== cell && !(Math.abs(cell - digits) < Math.abs(digits) * 3e-16)) return index;
    if (count >= 1e15 || count <= -1e15) return index;
    units[index] = count;
  }
  return units.length;
}

/** Serial days up to `last`, after the false 29 February 1900. */
export function plainDays(entries: readonly unknown[], days: Int32Array, start: number, last: number): number {
  for (let index = start; index < days.length; index++) {
    const entry = entries[index];
    const cell: unknown = Array.isArray(entry) ? entry[0] : entry;
    if (typeof cell !== "number" || cell < 61 || cell >= last + 1) return index;
    // Stored as a whole number: a time of day is cut off.
    days[index] = cell;
  }
  return days.length;
}

/** Rows of which the texts are asked for their lengths before they are read. */
const AHEAD = 256;

/**
 * The lengths of the next texts, 0 for what is none. Texts lie all over the memory: asked for their lengths
 * in a short loop, many are fetched at once; the loop that reads them would wait for one after the other.
 */
export class LengthsAhead {
  private readonly lengths = new Int32Array(AHEAD);
  private end = 0;

  /** The length of the text at an index, which never goes back. */
  at(entries: readonly unknown[], index: number): number {
    if (index >= this.end) this.ask(entries, index);
    return this.lengths[index % AHEAD] as number;
  }

  private ask(entries: readonly unknown[], index: number): void {
    this.end = Math.min(index - (index % AHEAD) + AHEAD, entries.length);
    for (let next = index; next < this.end; next++) {
      const entry = entries[next];
      const cell: unknown = Array.isArray(entry) ? entry[0] : entry;
      this.lengths[next % AHEAD] = typeof cell === "string" ? cell.length : 0;
    }
  }
}

/** Keys of texts that are neither to be trimmed nor errors (#…), by their first and last characters. */
export function plainKeys(entries: readonly unknown[], keys: Int32Array, start: number, texts: TextKeys, ahead: LengthsAhead): number {
  for (let index = start; index < keys.length; index++) {
    const last = ahead.at(entries, index) - 1;
    const entry = entries[index];
    const cell: unknown = Array.isArray(entry) ? entry[0] : entry;
    if (typeof cell !== "string" || last < 0 || !isPlainEnd(cell.charCodeAt(0)) || !isPlainEnd(cell.charCodeAt(last))) return index;
    keys[index] = texts.keyOf(cell);
  }
  return keys.length;
}

function isPlainEnd(code: number): boolean {
  return (code > 35 && code < 127) || (code > 0x3000 && code < 0xd800);
}
