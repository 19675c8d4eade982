import { decimalOfCell, Decimal } from "../../src/core/decimal.ts";
import { reading } from "../../src/core/tie-out/printed-number.ts";
import { answer, AnsweredError } from "../../src/functions/answer.ts";
import { catalogue, type FunctionId } from "../../src/functions/catalogue.ts";
import type { WorksheetFunction } from "../../src/functions/define.ts";
import { locales } from "../../src/locales/locale.ts";
import type { PublishedCase } from "./published-case.ts";

export type Verdict = "OK" | "TAIL" | "BREAK";
type Cell = string | number | boolean;

/**
 * A published case as one formula: what is typed, and what is found when its result is held against
 * the print. `args` are what the cells of the arguments hold.
 */
export interface CaseFormula {
  readonly id: FunctionId;
  readonly args: readonly unknown[];
  readonly verdict: Verdict;
  /** Finds the verdict in the cells of the result. */
  readonly found: (cells: readonly (readonly Cell[])[]) => Verdict;
}

/** The formulas of a case by its id. */
export type CaseMap = Readonly<Record<string, (published: PublishedCase) => readonly CaseFormula[]>>;

/**
 * A TIE function over printed figures. The verdict is the worst status it answers: several printed
 * figures in a column or row are tied one by one. Figures without a status are totals that fit (TIE.IMPLIED).
 */
export function tie(id: Extract<FunctionId, `TIE.${string}`>, verdict: Verdict, ...args: readonly unknown[]): CaseFormula {
  return { id, args, verdict, found: (cells) => worst(id === "TIE.IMPLIED" && typeof cells[0]?.[0] === "number" ? ["OK"] : cells.flat().filter((cell) => typeof cell === "string" && !bases.includes(String(cell))).map(statusOf)) };
}

/** The same formulas with a verdict each, one after the other: "OK TAIL OK". */
export function judged(verdicts: string, formulas: readonly CaseFormula[]): CaseFormula[] {
  const list = verdicts.split(" ").map(statusOf);
  if (list.length !== formulas.length) throw new Error(`${list.length} verdicts for ${formulas.length} formulas`);
  return formulas.map((formula, index) => ({ ...formula, verdict: list[index] ?? formula.verdict }));
}

/** What TIE.CHANGE says of its base beside the status. */
const bases: readonly string[] = ["signed", "absolute", "none"];

/** Where to look in a result, and how far it may be off. */
export interface Comparison {
  /** The cells to compare; all of them if omitted. */
  readonly of?: (cells: readonly (readonly Cell[])[]) => readonly (readonly Cell[])[];
  /** How many units of the last printed digit the print rounding of the inputs allows: needed for TAIL, with the reason in a comment. */
  readonly tail?: number;
}

/**
 * A function that computes the printed figures: OK where every one prints as the result rounded half
 * away from zero, TAIL where it is off by no more than `tail` units of its last digit, BREAK otherwise.
 */
export function gives(printed: readonly (readonly string[])[] | string, verdict: Verdict, [id, ...args]: readonly [FunctionId, ...unknown[]], { of, tail = 0 }: Comparison = {}): CaseFormula {
  const figures = typeof printed === "string" ? [[printed]] : printed;
  return {
    id,
    args,
    verdict,
    found: (cells) => {
      const compared = of ? of(cells) : cells;
      const shape = (grid: readonly (readonly unknown[])[]) => grid.map((row) => row.length).join();
      if (shape(compared) !== shape(figures)) throw new Error(`${id} gives rows of ${shape(compared)} cells against ${shape(figures)} printed: ${JSON.stringify(compared)}`);
      return worst(figures.flatMap((row, r) => row.map((figure, c) => prints(compared[r]?.[c], figure, tail))));
    },
  };
}

/** A function over the figures that a claim in words is made of (超过100%, 相关性较强): OK where its result bears the claim out, BREAK where not. */
export function claim(verdict: Verdict, [id, ...args]: readonly [FunctionId, ...unknown[]], holds: (figures: readonly Cell[]) => boolean): CaseFormula {
  return { id, args, verdict, found: (cells) => (holds(cells.flat()) ? "OK" : "BREAK") };
}

/** What a formula finds when it is computed, words as a Chinese workbook shows them. */
export function foundBy({ id, args, found }: CaseFormula): Verdict {
  const fn: WorksheetFunction | undefined = catalogue.find((candidate) => candidate.id === id);
  if (!fn) throw new Error(`no function ${id}`);
  const result = answer(fn, args, (term, language = "zh-CN") => locales[language].sentences.terms[term]);
  if (result instanceof AnsweredError) throw new Error(`${id} answers ${result.literal}: ${JSON.stringify(result.issue)}`);
  return found(result.map((row) => row.map((cell) => (cell instanceof AnsweredError ? cell.literal : cell))));
}

function prints(cell: Cell | undefined, printed: string, tail: number): Verdict {
  const read = reading(printed);
  if (read.kind === "absent") return cell === "#N/A" || cell === printed ? "OK" : "BREAK";
  if (read.kind === "text" || typeof cell !== "number") return cell === printed ? "OK" : "BREAK";
  const { value, unit } = read.kind === "number" ? read : { value: new Decimal(0), unit: new Decimal("0.01") };
  const off = decimalOfCell(cell).div(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).minus(value.div(unit)).abs();
  if (off.isZero()) return "OK";
  return off.lte(tail) ? "TAIL" : "BREAK";
}

function statusOf(cell: Cell): Verdict {
  if (cell === "OK" || cell === "TAIL" || cell === "BREAK") return cell;
  throw new Error(`${String(cell)} is no status`);
}

const severity: readonly Verdict[] = ["OK", "TAIL", "BREAK"];

function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) throw new Error("nothing was compared");
  return verdicts.reduce((all, verdict) => (severity.indexOf(verdict) > severity.indexOf(all) ? verdict : all));
}
