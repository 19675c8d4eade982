import { clauses } from "../workflows/impairment/finding.ts";
import type { PaperTexts, TestNames, WorkpaperTexts } from "../workflows/impairment/report/texts.ts";
import { workpaper as enWorkpaper } from "./en-us/workpaper.ts";
import { findingSentence, impairmentTexts, type ImpairmentTexts } from "./impairment-texts.ts";
import { workpaper as zhWorkpaper } from "./zh-cn/workpaper.ts";

/** The words of the workpaper that are its own; the names of the test come from the texts of the test. */
export type OwnWorkpaperTexts = Omit<WorkpaperTexts, "names">;

/** Both languages of a workpaper. */
export const workpaperTexts: PaperTexts = {
  "zh-CN": { ...zhWorkpaper, names: namesOf(impairmentTexts["zh-CN"]) },
  "en-US": { ...enWorkpaper, names: namesOf(impairmentTexts["en-US"]) },
};

function namesOf(texts: ImpairmentTexts): TestNames {
  return {
    ...texts,
    paragraph: (standard, clause) => texts.paragraph(standard, clauses[clause][standard]),
    title: (code) => texts.findings[code].title,
    sentence: ({ facts, outcome }) => findingSentence(facts, outcome, texts),
  };
}
