import type { CellContent, CellValue } from "../workbook/port.ts";

/** 32 bits that tell contents of cells apart; one text in four billion is taken for another. */
export function cellPrint(content: CellContent): number {
  return textPrint(contentText(content), 0);
}

/** 64 bits that tell rows apart, as 16 hexadecimal digits. */
export function rowPrint(contents: readonly CellContent[]): string {
  const text = contents.map(contentText).join("\u0001");
  return [0, 0x9e3779b9].map((seed) => textPrint(text, seed).toString(16).padStart(8, "0")).join("");
}

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

// The mixing of MurmurHash3: multiply, turn, multiply, and a finish that spreads every bit over all.
function textPrint(text: string, seed: number): number {
  let print = seed;
  for (let at = 0; at < text.length; at++) {
    const mixed = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    print ^= Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
    print = (Math.imul((print << 13) | (print >>> 19), 5) + 0xe6546b64) | 0;
  }
  print ^= text.length;
  print = Math.imul(print ^ (print >>> 16), 0x85ebca6b);
  print = Math.imul(print ^ (print >>> 13), 0xc2b2ae35);
  return (print ^ (print >>> 16)) >>> 0;
}
