import { answer, AnsweredError, type AnswerCell } from "../../src/functions/answer.ts";
import { catalogue, type FunctionId } from "../../src/functions/catalogue.ts";
import type { WorksheetFunction } from "../../src/functions/define.ts";

const functions: ReadonlyMap<string, WorksheetFunction> = new Map(catalogue.map((fn) => [fn.id, fn]));

/** What a test reads of a result: plain cells, errors as their literal, headers and words as their term. */
export type Shown = string | number | boolean;

/** Calls a worksheet function as a host does: lone scalars, arrays of rows, undefined for an omitted argument. */
export function call(id: FunctionId, ...given: readonly unknown[]): Shown[][] {
  const fn = functions.get(id);
  if (!fn) throw new Error(`no function ${id}`);
  const result = answer(fn, given, (term) => term);
  return result instanceof AnsweredError ? [[result.literal]] : result.map((row) => row.map(shown));
}

/** The issue of a call that is refused as a whole; undefined where it is answered. */
export function refused(id: FunctionId, ...given: readonly unknown[]): AnsweredError["issue"] | undefined {
  const fn = functions.get(id);
  if (!fn) throw new Error(`no function ${id}`);
  const result = answer(fn, given, (term) => term);
  return result instanceof AnsweredError ? result.issue : undefined;
}

function shown(cell: AnswerCell): Shown {
  return cell instanceof AnsweredError ? cell.literal : cell;
}
