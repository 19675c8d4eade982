import type { Issue } from "../../core/refusal.ts";
import { answer, type AnswerCell, AnsweredError } from "../../functions/answer.ts";
import { catalogue } from "../../functions/catalogue.ts";
import type { ReturnedError } from "../../functions/cell-error.ts";
import type { WorksheetFunction } from "../../functions/define.ts";
import { changeSentence } from "../../locales/en-us/change-sentence.ts";
import { type Language, type Sentences, sentenceOf } from "../../locales/texts.ts";
import { sentences as chinese } from "../../locales/zh-cn/sentences.ts";
import type { Spoken } from "./spoken.ts";

/*
 * functions.js: every function of the catalogue, for Excel. Of its surroundings it needs nothing but
 * the global CustomFunctions, so that it also runs where there is neither page nor Office.js.
 */

/**
 * What is asked for in English. Chinese stands wherever there is none: where no page spoke, or one of another version,
 * whose English may lack a sentence. CHANGE.TEXT is asked for English by its argument, so that is here.
 */
const english = ({ issues, terms }: { [K in keyof Sentences]?: Partial<Sentences[K]> }): Sentences => ({
  issues: { ...chinese.issues, ...issues },
  terms: { ...chinese.terms, ...terms },
});

const languages: Record<Language, Sentences> = { "zh-CN": chinese, "en-US": english({ terms: changeSentence }) };

// Opening a workbook elsewhere must not change its values, so neither language follows the host by itself.
let spoken: Spoken = { sentences: "zh-CN", results: "zh-CN" };
let hasAnswered = false;
let hasRefused = false;

globalThis.headroomSpeak = (wanted, ofPage) => {
  const before = spoken;
  languages["en-US"] = english(ofPage);
  spoken = { ...before, ...wanted };
  return (hasAnswered && spoken.results !== before.results) || (hasRefused && spoken.sentences !== before.sentences);
};

function codeOf(literal: ReturnedError): CustomFunctions.ErrorCode {
  const { ErrorCode } = CustomFunctions;
  const codes: Record<ReturnedError, CustomFunctions.ErrorCode> = {
    "#VALUE!": ErrorCode.invalidValue,
    "#N/A": ErrorCode.notAvailable,
    "#NUM!": ErrorCode.invalidNumber,
    "#DIV/0!": ErrorCode.divisionByZero,
    "#NULL!": ErrorCode.nullReference,
  };
  return codes[literal];
}

function hostError({ literal, issue }: { literal: ReturnedError; issue: Issue }): CustomFunctions.Error {
  hasRefused = true;
  const code = codeOf(literal);
  // Excel takes a sentence with these two only.
  const speaks = literal === "#VALUE!" || literal === "#N/A";
  return speaks ? new CustomFunctions.Error(code, sentenceOf(issue, languages[spoken.sentences])) : new CustomFunctions.Error(code);
}

const shown = (cell: AnswerCell) => (cell instanceof AnsweredError ? hostError(cell) : cell);

function hosted(fn: WorksheetFunction) {
  const count = Object.keys(fn.parameters).length;
  // Excel hands over an object about the call after the last argument.
  return (...given: unknown[]) => {
    hasAnswered = true;
    const result = answer(fn, given.slice(0, count), (term, language = spoken.results) => languages[language].terms[term]);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- this is how Excel wants it, whatever its types say
    if (result instanceof AnsweredError) throw hostError(result);
    const cells = result.map((row) => row.map(shown));
    if (fn.returns === "matrix") return cells;
    const single = cells[0]?.[0];
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the same
    if (single instanceof CustomFunctions.Error) throw single;
    return single;
  };
}

for (const fn of catalogue) CustomFunctions.associate(fn.id, hosted(fn));
