import { tokensOf } from "./xlsx-tokens.ts";

/** Whether a formula leads to another file or to a table object, neither of which this workbook has. */
export function isForeign(stored: string): boolean {
  return tokensOf(stored).some(({ kind, text }) => kind === "bracket" || (kind === "quoted-sheet" && text.includes("[")));
}
