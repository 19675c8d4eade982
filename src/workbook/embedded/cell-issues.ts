import type { Issue } from "../../core/refusal.ts";
import { type Answer, AnsweredError } from "../../functions/answer.ts";
import type { CellValue } from "../port.ts";
import { type Engine, SetFormulaCalculationStartMutation } from "./engine.ts";
import type { Caller } from "./worksheet-function.ts";

/** Why a cell shows an error: the refusal of a function, or a fault of ours that was reported elsewhere. */
export type CellIssue = Issue | "fault";

interface Recorded {
  readonly pass: number;
  /** By place within the result, "0,0" being the cell of the formula. */
  readonly issues: { readonly place: string; readonly literal: string; readonly issue: CellIssue }[];
}

/** Why the functions of each cell refused, as of the last time each was calculated. A cell holds only the error; the sentence is made from this. */
export class CellIssues {
  private readonly cells = new Map<string, Recorded>();
  private pass = 0;

  /** Follows the calculations of a workbook: what a cell says in one replaces what it said in those before. */
  follow(engine: Pick<Engine, "onCommand">): void {
    engine.onCommand((id) => {
      if (id === SetFormulaCalculationStartMutation.id) this.pass += 1;
    });
  }

  clear(): void {
    this.cells.clear();
  }

  record(caller: Caller, answer: Answer): void {
    if (answer instanceof AnsweredError) return this.add(caller, [{ place: "0,0", literal: answer.literal, issue: answer.issue }]);
    this.add(
      caller,
      answer.flatMap((row, r) => row.flatMap((cell, c) => (cell instanceof AnsweredError ? [{ place: `${r},${c}`, literal: cell.literal, issue: cell.issue }] : []))),
    );
  }

  recordFault(caller: Caller): void {
    this.add(caller, [{ place: "0,0", literal: "#VALUE!", issue: "fault" }]);
  }

  /** The issue behind the error a cell shows, where a function of ours is the reason: `formula` is the cell whose formula fills it. */
  of(formula: Caller, cell: { readonly row: number; readonly column: number }, value: CellValue): CellIssue | undefined {
    const place = `${cell.row - formula.row},${cell.column - formula.column}`;
    const issues = this.cells.get(keyOf(formula))?.issues.filter(({ literal }) => literal === value) ?? [];
    // An error that passed through INDEX or a sum stands elsewhere in the block than where it arose.
    return (issues.findLast((found) => found.place === place) ?? issues.at(-1))?.issue;
  }

  private add(caller: Caller, issues: Recorded["issues"]): void {
    const key = keyOf(caller);
    const before = this.cells.get(key);
    // Several functions may stand in one formula, so within one calculation they add up.
    const kept = before?.pass === this.pass ? before.issues : [];
    if (kept.length + issues.length === 0) this.cells.delete(key);
    else this.cells.set(key, { pass: this.pass, issues: [...kept, ...issues] });
  }
}

const keyOf = ({ sheetId, row, column }: Caller) => `${sheetId}!${row},${column}`;
