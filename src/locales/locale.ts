import { functionTexts as enFunctions } from "./en-us/functions.ts";
import { sentences as enSentences } from "./en-us/sentences.ts";
import { sourceText as enSource } from "./en-us/sources.ts";
import type { FunctionTexts, Language, Sentences } from "./texts.ts";
import { functionTexts as zhFunctions } from "./zh-cn/functions.ts";
import { sentences as zhSentences } from "./zh-cn/sentences.ts";
import { sourceText as zhSource } from "./zh-cn/sources.ts";

export interface Locale {
  readonly language: Language;
  readonly sentences: Sentences;
  readonly functions: FunctionTexts;
  /** Standards, filings and methods as this language writes them. */
  readonly sourceText: (source: string) => string;
}

export const locales: Readonly<Record<Language, Locale>> = {
  "zh-CN": { language: "zh-CN", sentences: zhSentences, functions: zhFunctions, sourceText: zhSource },
  "en-US": { language: "en-US", sentences: enSentences, functions: enFunctions, sourceText: enSource },
};
