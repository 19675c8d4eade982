import { functionTexts as enFunctions } from "./en-us/functions.ts";
import { sentences as enSentences } from "./en-us/sentences.ts";
import type { FunctionTexts, Language, Sentences } from "./texts.ts";
import { functionTexts as zhFunctions } from "./zh-cn/functions.ts";
import { sentences as zhSentences } from "./zh-cn/sentences.ts";

export interface Locale {
  readonly language: Language;
  readonly sentences: Sentences;
  readonly functions: FunctionTexts;
}

export const locales: Readonly<Record<Language, Locale>> = {
  "zh-CN": { language: "zh-CN", sentences: zhSentences, functions: zhFunctions },
  "en-US": { language: "en-US", sentences: enSentences, functions: enFunctions },
};
