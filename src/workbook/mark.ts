import type { MarkKind } from "./port.ts";

/** What a marked cell is filled with. */
export const markFills: Readonly<Record<MarkKind, string>> = { break: "#ffb3ad", tail: "#ffe08a", note: "#b3d7ff" };

const tag = "headroom-mark:";

/** The condition that shows a mark in Excel: it always holds, and is known again by its text. */
export const markFormula = (kind: MarkKind): string => `=N("${tag}${kind}")=0`;

/** Whether a condition shows one of our marks, in this session's hand or an earlier one's. */
export const isMarkFormula = (formula: string): boolean => formula.includes(`"${tag}`);
