import { Decimal } from "../core/decimal.ts";
import { type Issue, Refusal } from "../core/refusal.ts";
import type { Grid } from "../core/table.ts";
import { argumentAsHanded, argumentOf } from "./cell.ts";
import { cellErrorOf, type ReturnedError } from "./cell-error.ts";
import type { ResultCell, WorksheetFunction } from "./define.ts";
import { placed } from "./placed.ts";
import { type ResultLanguage, type Term, Word } from "./term.ts";

/** An error as a host shows it: the literal in the cell, the issue for the sentence beside it. */
export class AnsweredError {
  readonly literal: ReturnedError;
  readonly issue: Issue;

  constructor(issue: Issue) {
    this.literal = cellErrorOf(issue);
    this.issue = issue;
  }
}

export type AnswerCell = number | string | boolean | AnsweredError;

/** Names a word in the language of the workbook, or in the one that was asked for. */
export type Naming = (term: Term, language?: ResultLanguage) => string;

/** What a host puts into the sheet: a block of plain cells, or one error for the whole call. */
export type Answer = Grid<AnswerCell> | AnsweredError;

/**
 * Calls a function with arguments as a host hands them over, and turns its exact result into cells:
 * the nearest doubles, words named by the locale of the workbook. What is thrown from here is a bug.
 */
export function answer(fn: WorksheetFunction, given: readonly unknown[], name: Naming): Answer {
  const parameters = Object.values(fn.parameters);
  const args = given.map((argument, index) => (parameters[index]?.asHanded ? argumentAsHanded(argument) : argumentOf(argument)));
  const refused = ({ issue }: Refusal) => new AnsweredError(placed(issue, Object.keys(fn.parameters), args));
  try {
    const { cells } = fn.call(args);
    return cells.map((row) => (row.every(isShown) ? row : row.map((cell) => (cell instanceof Refusal ? refused(cell) : shownCell(cell, name)))));
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

/** Whether a cell needs nothing done to it, as whole rows of the tables of kernels do. */
function isShown(cell: ResultCell): cell is number | string | boolean {
  return typeof cell !== "object";
}

function shownCell(cell: Exclude<ResultCell, Refusal>, name: Naming): AnswerCell {
  if (typeof cell === "number") return cell;
  if (cell instanceof Decimal) return double(cell);
  if (!(cell instanceof Word)) return cell;
  return spelled(cell, name);
}

/** A word as a cell shows it. */
export function spelled({ term, detail, language }: Word, name: Naming): string {
  const named = name(term, language);
  if (detail === undefined) return named;
  if (typeof detail === "string") return filled(named, [detail]);
  const parts = detail.map((part) => (typeof part === "string" ? part : spelled(part, (inner, own = language) => name(inner, own))));
  // A space parts Chinese characters from figures, never from each other.
  return filled(named, parts).replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, "$1");
}

function filled(named: string, parts: readonly string[]): string {
  let next = 0;
  const text = named.replace(/\{\}/g, () => parts[next++] ?? "");
  return [text, ...parts.slice(next)].join(" ");
}

/** The nearest double; a figure no cell can hold is refused rather than shown as infinity. */
function double(value: Decimal): number | AnsweredError {
  const nearest = value.toNumber();
  if (!Number.isFinite(nearest)) return new AnsweredError({ code: "too-large" });
  return nearest === 0 ? 0 : nearest;
}
