import { reading } from "../../core/tie-out/printed-number.ts";
import { textReading } from "../../core/tie-out/printed-text.ts";
import type { CellValue } from "../../workbook/port.ts";
import type { Slices } from "./slices.ts";
import type { ColumnKind } from "./source-table.ts";

/** A cell of a source: text to be read, or a value that has its type already; a date as its serial number. */
export type RawCell = CellValue | { readonly serial: number };

/** The values of one column, and the rows among its figures that are none. */
export interface ColumnValues {
  readonly kind: ColumnKind;
  readonly values: readonly CellValue[];
  readonly unread: readonly number[];
}

const plain = /^[+-]?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?(%?)$/;
const isoDate = /^((?:19|20)\d\d)(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})| ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日)$/;
const CHECKED_AT_ONCE = 500;

/**
 * A column's texts as values. Dates are read where most texts are dates. Figures are read by the rules of READ.NUMBER where at least
 * half of the texts are figures; a dash is a nil amount there, a word such as 未披露 stays. Codes stay text: numbers with
 * a leading zero or too long for a double, and whatever column holds one.
 */
export async function columnValues(cells: readonly RawCell[], isText: boolean, slices: Slices): Promise<ColumnValues> {
  const kind = isText ? "text" : await kindOf(cells, slices.part(0, 0.5));
  const unread: number[] = [];
  const values = await slices.part(0.5, 1).map(cells, (cell, row) => {
    const value = valueOf(cell, kind);
    if (value === undefined) unread.push(row);
    return value === undefined ? asText(cell) : value;
  });
  return { kind, values, unread };
}

const SAMPLED = 1000;

async function kindOf(cells: readonly RawCell[], slices: Slices): Promise<ColumnKind> {
  const step = Math.max(1, Math.floor(cells.length / SAMPLED));
  const sample = await counted(cells.filter((_, row) => row % step === 0), slices);
  // A column of words is not searched to its end for figures.
  if (sample.codes > 0 || (sample.figures + sample.dates) * 10 < sample.texts) return "text";
  const { codes, texts, figures, percents, dates } = step === 1 ? sample : await counted(cells, slices);
  if (codes > 0) return "text";
  if (dates > texts && figures === 0) return "date";
  if (figures === 0 || figures < texts + dates) return "text";
  return percents === figures ? "percent" : "number";
}

async function counted(cells: readonly RawCell[], slices: Slices) {
  let [codes, texts, figures, percents, dates] = [0, 0, 0, 0, 0];
  for (const [row, cell] of cells.entries()) {
    if (row % CHECKED_AT_ONCE === 0) await slices.rest(row / cells.length);
    if (cell === null || cell === "" || typeof cell === "boolean") continue;
    if (typeof cell === "object") dates++;
    else if (typeof cell === "number") figures++;
    else if (isCode(cell)) codes++;
    else if (serialOf(cell) !== undefined) dates++;
    else if (printsFigures(cell)) {
      figures++;
      if (/[%％]\s*$/.test(cell)) percents++;
    } else if (!isNil(cell)) texts++;
  }
  return { codes, texts, figures, percents, dates };
}

/** The value of a cell in a column of a kind; undefined where it should be a figure and is none. */
function valueOf(cell: RawCell, kind: ColumnKind): CellValue | undefined {
  if (cell === null || cell === "") return null;
  if (typeof cell === "object") return kind === "date" ? cell.serial : dateText(cell.serial);
  if (typeof cell !== "string" || kind === "text") return cell;
  // Words among dates, 合计 or 长期, are no dates that could not be read.
  if (kind === "date") return serialOf(cell) ?? (/\d/.test(cell) ? undefined : cell);
  const figure = figureOf(cell);
  if (figure !== undefined) return figure;
  const { kind: said } = reading(cell);
  return said === "dash" ? 0 : said === "absent" ? cell : said === "blank" ? null : undefined;
}

const asText = (cell: RawCell): CellValue => (typeof cell === "object" && cell !== null ? dateText(cell.serial) : cell);

/** The one number a text prints; undefined for words, ranges, dashes and blanks. */
function figureOf(text: string): number | undefined {
  const [whole, percent] = plain.exec(text) ?? [];
  // The point is moved in the digits: a division would not always give the nearest double.
  if (whole !== undefined) return Number(percent === "" ? whole.replaceAll(",", "") : `${whole.slice(0, -1).replaceAll(",", "")}e-2`);
  if (!/[\d０-９]/.test(text)) return undefined;
  const read = textReading(text);
  const [first, second] = read.kind === "numbers" ? read.ends : [];
  return second === undefined ? first?.value.toNumber() : undefined;
}

/** One number or the two ends of a range. */
function printsFigures(text: string): boolean {
  return plain.test(text) || (/[\d０-９]/.test(text) && textReading(text).kind === "numbers");
}

const isNil = (text: string) => text.length < 12 && ["dash", "absent", "blank"].includes(reading(text).kind);

/** 000651, or more digits than a double holds: the number of something, not a number. */
function isCode(text: string): boolean {
  return /^(?:0\d+|\d{16,})$/.test(text);
}

const DAY = 86_400_000;
const FIRST_OF_MARCH_1900 = 61;

/** The serial number of a date; undefined where the text is none, or none of the calendar. */
function serialOf(text: string): number | undefined {
  const match = text.length < 20 && /^[12]/.test(text) ? isoDate.exec(text.trim()) : null;
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1).filter((part) => part !== undefined).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return serialOfTime(date.getTime());
}

/** The serial number of a moment; the first of 1900 is day 1, and the 29 February 1900 that never was counts. */
export function serialOfTime(time: number): number {
  const days = time / DAY + 25_569;
  return days < FIRST_OF_MARCH_1900 ? days - 1 : days;
}

function dateText(serial: number): string {
  const time = (serial < FIRST_OF_MARCH_1900 ? serial + 1 : serial) - 25_569;
  const iso = new Date(Math.round(time * DAY)).toISOString();
  return serial % 1 === 0 ? iso.slice(0, 10) : iso.slice(0, 19).replace("T", " ");
}
