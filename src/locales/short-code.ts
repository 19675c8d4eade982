import type { Sentences } from "./texts.ts";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$_";

/** Codes of several words are written short; those of one are short, and a user may type them. */
export const isLong = (code: string): boolean => code.includes("-");

/**
 * Three letters for a long code of a term or a refusal, made from the code itself: the same in every version, so that a
 * page and a functions.js that were not built together still mean the same by them.
 */
export function shortCode(code: string): string {
  let hash = 2_166_136_261;
  for (const letter of code) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0;
  return [0, 6, 12].map((shift) => letters.charAt((hash >>> shift) & 63)).join("");
}

/** Sentences that are found by the short codes of the long ones too. */
export function withShortCodes({ issues, terms }: Sentences): Sentences {
  return { issues: { ...shortened(issues), ...issues }, terms: { ...shortened(terms), ...terms } };
}

const shortened = (named: object) =>
  Object.fromEntries(Object.entries(named).flatMap(([code, text]: [string, unknown]) => (isLong(code) ? [[shortCode(code), text]] : [])));
