import { Decimal } from "../../../core/decimal.ts";
import type { Tie } from "../../../core/tie-out/tie.ts";
import { printedTotal } from "../carrying-ties.ts";
import type { UnitEvaluation } from "../evaluation.ts";
import { type Slot, unitSlot } from "../slot.ts";
import { f, type Formula, type FormulaPart } from "./formula.ts";
import { lineAt, mark, type Paper, toDigits, totalOf, valueAt } from "./paper.ts";

/** How far a figure lies from another, and how far it may lie by the digits both are printed with. */
export interface NativeTie {
  readonly difference: Formula;
  readonly tolerance: FormulaPart;
  /** Whether the tolerance itself still ties: the ends of the intervals said so when this was written. */
  readonly closed: boolean;
}

/** A printed figure held against one computed here. */
export function printedTie(paper: Paper, slot: Slot, own: FormulaPart, tie: Tie): NativeTie {
  return nativeTie(f`${totalOf(paper, slot)}-${own}`, tie);
}

export function nativeTie(difference: Formula, tie: Tie): NativeTie {
  return { difference, tolerance: tie.tolerance.toString(), closed: tie.status !== "BREAK" && tie.difference.abs().equals(tie.tolerance) };
}

/**
 * The printed loss of a unit held against the computed one. A loss is the difference of two printed figures, so its
 * tail may come from both; where there is no loss, or nothing to recover, from fewer: the tolerance follows the cells.
 */
export function lossTie(paper: Paper, evaluated: UnitEvaluation, loss: FormulaPart, tie: Tie): NativeTie {
  const slot = unitSlot(evaluated.unit.id, "reported-loss");
  const half = new Decimal(10).pow(-paper.test.frame.digits).div(2).toString();
  const ofPrint = (printedTotal(slot, paper.evaluation.figures)?.unit ?? new Decimal(0)).div(2).toString();
  return { ...printedTie(paper, slot, loss, tie), tolerance: f`(${ofPrint}+${half}*${tails(evaluated, loss)})` };
}

/** How many rounded figures the loss is made of. */
function tails(evaluated: UnitEvaluation, loss: FormulaPart): Formula {
  const { allocation } = evaluated;
  if (allocation?.mode !== "asset-by-asset") return f`IF(${loss}=0,0,IF(${valueAt("result", mark(evaluated, "recoverable"))}<0,1,2))`;
  const line = (name: string) => lineAt("allocation", mark(evaluated, name), allocation.assets.length);
  return f`SUMPRODUCT((${line("loss")}>0)*(1+(${line("recoverable")}>=0)))`;
}

/** Whether it ties. Doubles leave dust far behind the last printed digit, which is rounded away first. */
export function ties(paper: Paper, { difference, tolerance, closed }: NativeTie): Formula {
  return f`ABS(ROUND(${difference},${Math.max(0, paper.test.frame.digits) + 6}))${closed ? "<=" : "<"}${tolerance}`;
}

/** The difference where it does not tie, else zero. */
export function tieCheck(paper: Paper, tie: NativeTie): Formula {
  return f`IF(${ties(paper, tie)},0,${toDigits(paper, tie.difference)})`;
}
