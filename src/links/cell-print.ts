import type { CellContent, CellValue } from "../workbook/port.ts";
import type { Slices } from "./source/slices.ts";

/** 32 bits that tell contents of cells apart; one text in four billion is taken for another. */
export function cellPrint(content: CellContent): number {
  return textPrint(contentText(content), 0);
}

/** 64 bits that tell rows apart, as 16 hexadecimal digits. */
export function rowPrint(contents: readonly CellContent[]): string {
  const text = contents.map(contentText).join(separator);
  return seeds.map((seed) => hexadecimal(textPrint(text, seed))).join("");
}

/** The print of all rows of a table from the prints of each, made in slices: as if they stood in one row. */
export async function tablePrint(rowPrints: readonly string[], slices: Slices): Promise<string> {
  const prints = [...seeds];
  let length = 0;
  await slices.map(rowPrints, (print, row) => {
    const text = `${row === 0 ? "" : separator}${contentText(plain(print))}`;
    length += text.length;
    prints.forEach((mixed, at) => (prints[at] = mixedIn(mixed, text)));
  });
  return prints.map((print) => hexadecimal(finished(print, length))).join("");
}

// Two of 32 bits make one of 64.
const seeds = [0, 0x9e3779b9];
const separator = "\u0001";
const hexadecimal = (print: number) => print.toString(16).padStart(8, "0");

/** A value without a formula, as a source delivers it. */
export const plain = (value: CellValue): CellContent => ({ value, formula: null });

/** Whether two cells hold the same: a blank and an empty text are one. */
export function sameContent(one: CellContent, other: CellContent): boolean {
  // Most cells of most tables are told by this alone.
  if (one.formula === null && other.formula === null && one.value === other.value) return true;
  return contentText(one) === contentText(other);
}

/** Contents as text, "1" and 1 apart. A formula counts by itself: what it comes to moves without anyone touching the cell. */
export function contentText({ value, formula }: CellContent): string {
  if (formula !== null) return `=${formula}`;
  if (value === null || value === "") return "";
  // Adding zero makes -0 the 0 that a cell holds.
  if (typeof value === "number") return `n${value + 0}`;
  return typeof value === "boolean" ? `b${value}` : `t${value}`;
}

const textPrint = (text: string, seed: number) => finished(mixedIn(seed, text), text.length);

// MurmurHash3 mixes by multiplying and turning, and at the end spreads every bit over all.
function mixedIn(seed: number, text: string): number {
  let print = seed;
  for (let at = 0; at < text.length; at++) {
    const mixed = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    print ^= Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
    print = (Math.imul((print << 13) | (print >>> 19), 5) + 0xe6546b64) | 0;
  }
  return print;
}

function finished(mixed: number, length: number): number {
  let print = mixed ^ length;
  print = Math.imul(print ^ (print >>> 16), 0x85ebca6b);
  print = Math.imul(print ^ (print >>> 13), 0xc2b2ae35);
  return (print ^ (print >>> 16)) >>> 0;
}
