import type { Issue } from "../../src/core/refusal.ts";
import { answer, AnsweredError, type AnswerCell } from "../../src/functions/answer.ts";
import { argumentOf } from "../../src/functions/cell.ts";
import type { WorksheetFunction } from "../../src/functions/define.ts";

const name = (term: string) => term;

/** What a function puts into the sheet, words as their codes; an error for the whole call fails the test. */
export function cellsOf(fn: WorksheetFunction, ...given: readonly unknown[]): AnswerCell[][] {
  const result = answer(fn, given, name);
  if (result instanceof AnsweredError) throw new Error(`${result.literal} ${JSON.stringify(result.issue)}`);
  return result.map((row) => [...row]);
}

/** The same with every error as the literal its cell shows. */
export function literalsOf(fn: WorksheetFunction, ...given: readonly unknown[]): (number | string | boolean)[][] {
  return cellsOf(fn, ...given).map((row) => row.map((cell) => (cell instanceof AnsweredError ? cell.literal : cell)));
}

/** The single figure a function answers with. */
export function figureOf(fn: WorksheetFunction, ...given: readonly unknown[]): number {
  const [[figure] = []] = cellsOf(fn, ...given);
  if (typeof figure !== "number") throw new Error(`${JSON.stringify(figure)} is no figure`);
  return figure;
}

/** The error a function answers with: its literal and why. */
export function errorOf(fn: WorksheetFunction, ...given: readonly unknown[]): { readonly literal: string; readonly issue: Issue } {
  const result = answer(fn, given, name);
  if (!(result instanceof AnsweredError)) throw new Error(`no error but ${JSON.stringify(result)}`);
  return result;
}

/** The exact figures inside a result, before a host rounds them to doubles. */
export function exactCells(fn: WorksheetFunction, ...given: readonly unknown[]) {
  return fn.call(given.map(argumentOf)).cells;
}
