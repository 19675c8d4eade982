import type { Difference, Finding, Rule } from "../check/finding.ts";
import { check as enCheck } from "./en-us/check.ts";
import type { Language } from "./texts.ts";
import { check as zhCheck } from "./zh-cn/check.ts";

/** Where a figure stands, as a sentence says it: 第 3697 行, line 3697, cell B7. */
export type PlaceWords = (figure: Finding["figure"]) => string;

/** Every sentence and label about a filing that was recomputed. */
export interface CheckTexts {
  readonly differences: Readonly<Record<Difference, string>>;
  readonly rules: Readonly<Record<Rule, string>>;
  readonly confidences: Readonly<Record<Finding["confidence"], string>>;
  /** One sentence: what is printed, what it should be, by which rule, and what the cause looks like. */
  readonly sentence: (finding: Finding, place: PlaceWords) => string;
  readonly line: (line: number) => string;
  readonly summary: (findings: number, tails: number) => string;
  readonly coverage: (checked: number, figures: number, percent: string) => string;
  readonly leftOut: Readonly<Record<"unread" | "no-relation" | "not-matched", (lines: number, figures: number) => string>>;
  readonly listed: string;
  readonly notRead: { readonly missing: (file: string) => string; readonly pdf: (file: string) => string; readonly kind: (file: string) => string; readonly damaged: (file: string) => string; readonly empty: (file: string) => string };
  readonly usage: string;
  readonly progress: (percent: string) => string;
}

export const checkTexts: Readonly<Record<Language, CheckTexts>> = { "zh-CN": zhCheck, "en-US": enCheck };
