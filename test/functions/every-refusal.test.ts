import { describe, expect, it } from "vitest";
import type { Issue, IssueCode } from "../../src/core/refusal.ts";
import { answer, AnsweredError } from "../../src/functions/answer.ts";
import { catalogue } from "../../src/functions/catalogue.ts";
import type { WorksheetFunction } from "../../src/functions/define.ts";
import { locales } from "../../src/locales/locale.ts";
import { sentenceOf } from "../../src/locales/texts.ts";

const functions: readonly WorksheetFunction[] = catalogue;

type Block = readonly (readonly unknown[])[];

const second = (put: unknown) => (argument: Block) => argument.map((row, r) => row.map((cell, c) => (r + c === 1 ? put : cell)));

/** What a person may have in the place of an argument. */
const mistakes: readonly ((argument: Block) => unknown)[] = [
  () => null,
  ...["foo", true, -5, -1, 0, 1e20, 1.5, "/", "#REF!"].map((cell) => () => [[cell]]),
  () => [[1, 2], [3, 4]],
  () => [[3, 4, 5, 6, 7]],
  (argument) => argument.map((row) => row.slice(0, -1)),
  (argument) => argument.slice(0, -1),
  (argument) => argument.toReversed(),
  (argument) => argument.map((row) => row.toReversed()),
  (argument) => argument.map((row) => row.map(() => 0)),
  (argument) => argument.map((row) => row.map((cell) => (typeof cell === "number" ? -cell : cell))),
  ...["n/a", "#REF!", "abc", true, 0, -3, 1e9].map(second),
];

/** The issues a function meets where one of the arguments of its example is wrong. */
function issuesOf(fn: WorksheetFunction): Issue[] {
  const example = Object.keys(fn.parameters).map((_, index) => fn.example[index] ?? null);
  return example.flatMap((argument, index) =>
    mistakes.flatMap((mistake) => {
      const result = answer(fn, example.with(index, mistake(argument ?? [[1]]) as (typeof example)[number]), (term) => term);
      return (result instanceof AnsweredError ? [result] : result.flat()).flatMap((cell) => (cell instanceof AnsweredError ? [cell.issue] : []));
    }),
  );
}

/** Refusals of a calculation as a whole, to which every argument has a part: their sentences say what to look at. */
const ofAll: readonly IssueCode[] = [
  "growth-too-high",
  "every-rate-solves",
  "no-root",
  "no-break-even",
  "no-circular-cost",
  "never-recovered",
  "too-many-left-out",
  "no-critical-point",
  "nothing-to-migrate",
  "no-earlier-period",
  "too-few-pairs",
  "fit-undetermined",
  "no-finite-total",
  "too-large",
];

describe("what is said of a wrong argument", () => {
  it.each(functions.map((fn) => [fn.id, fn] as const))("names an argument of %s, in a whole sentence of either language", (_, fn) => {
    const names = Object.keys(fn.parameters);
    for (const issue of issuesOf(fn)) {
      for (const [{ sentences }, end] of [[locales["en-US"], "."], [locales["zh-CN"], "。"]] as const) {
        const sentence = sentenceOf(issue, sentences);
        expect(sentence.endsWith(end), sentence).toBe(true);
        expect(sentence).not.toMatch(/undefined|NaN|\[object|, value \d|-\d[\d.]*%/);
        if (!ofAll.includes(issue.code)) expect(names.some((name) => sentence.includes(name)), `${issue.code}: ${sentence}`).toBe(true);
      }
    }
  });
});
