import { Decimal } from "../../core/decimal.ts";
import { Refusal, refuse } from "../../core/refusal.ts";
import { at, type Grid, transposed } from "../../core/table.ts";
import { type TermPoint, type Tie, type TieTerm, tieOf } from "../../core/tie-out/tie.ts";
import type { PrintedNumber } from "../../core/tie-out/printed-number.ts";
import { block, type Outcome, type ResultCell } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { type Operand, type Step, step } from "../step.ts";
import type { Term } from "../term.ts";
import type { Figure } from "./printed-figures.ts";

/** What one printed figure is held against: the formula, and its symbols at any point of its figures. */
export interface Question {
  readonly terms: readonly TieTerm[];
  readonly constant?: Decimal;
  readonly formula: string;
  /** What the answer says besides, in a fourth cell. */
  readonly remark?: string;
  readonly symbols: (points: readonly TermPoint[]) => Readonly<Record<string, readonly [Term, Operand]>>;
}

/** One printed figure and the inputs that belong to it. */
export interface Inputs<K extends string> {
  readonly printed: PrintedNumber;
  all(argument: K): readonly PrintedNumber[];
  one(argument: K): PrintedNumber;
}

interface Answered {
  readonly tie: Tie;
  readonly printed: PrintedNumber;
  readonly question: Question;
}

/**
 * Ties every printed figure to its own inputs and answers {status, difference, tolerance} for each: one
 * printed cell with all inputs given, a column of them row by row, a row of them column by column.
 * Where there are several, one without an answer is an error in its own place.
 */
export function tied<K extends string>(
  printed: Grid<Figure>,
  given: Readonly<Record<K, Grid<Figure>>>,
  questionOf: (inputs: Inputs<K>) => Question,
): Outcome {
  const columns = printed[0]?.length ?? 0;
  if (printed.length > 1 && columns > 1) refuse({ code: "not-a-vector", parameter: "printed", rows: printed.length, columns });
  const shares = new Map(Object.entries<Grid<Figure>>(given).map(([name, grid]) => [name, shareOf(grid, name, printed)]));
  const figures = printed.flat();
  const answers = figures.map((figure, index) => {
    const answered = () => {
      const all = (name: K) => (shares.get(name)?.(index) ?? []).map((figure) => known(figure));
      const print = known(figure);
      const question = questionOf({ printed: print, all, one: (name) => single(all(name), name) });
      return { printed: print, question, tie: tieOf(print, question.terms, question.constant) };
    };
    return figures.length === 1 ? answered() : attempted(answered);
  });
  const width = Math.max(...answers.map((found) => (found instanceof Refusal ? 3 : tieCells(found).length)));
  const rows = answers.map((found) => (found instanceof Refusal ? Array.from({ length: width }, () => found) : tieCells(found)));
  return block(figures.length > 1 && printed.length === 1 ? transposed(rows) : rows, () =>
    answers.flatMap((found, index) => (found instanceof Refusal ? [] : tieSteps(found, figures.length > 1 ? index + 1 : undefined))),
  );
}

function tieCells({ tie, question }: Answered): ResultCell[] {
  const { remark } = question;
  return [tie.status, tie.difference, tie.tolerance, ...(remark === undefined ? [] : [remark])];
}

function tieSteps({ tie, printed, question }: Answered, which: number | undefined): Step[] {
  const nominal = question.terms.map(({ figure, times, over }) => ({ figure: figure.value, other: (times ?? over)?.value ?? new Decimal(0) }));
  const halfUnit = printed.unit.div(2);
  return [
    step("recomputed-figure", question.formula, question.symbols(nominal), tie.recomputed, which),
    step("difference", "P − R", { P: ["printed-figure", printed.value], R: ["recomputed-figure", tie.recomputed] }, tie.difference, which),
    step("outermost-figure", question.formula, question.symbols(tie.outermostAt()), tie.outermost, which),
    step("tolerance", "h + abs(X − R)", { h: ["half-unit", halfUnit], X: ["outermost-figure", tie.outermost], R: ["recomputed-figure", tie.recomputed] }, tie.tolerance, which),
    statusStep(tie, halfUnit, which),
  ];
}

/** Which limit the difference keeps, or passes. */
function statusStep({ status, difference, tolerance }: Tie, halfUnit: Decimal, which: number | undefined): Step {
  const D = ["difference", difference] as const;
  if (status === "OK") return step("tie-status", "abs(D) ≤ h", { D, h: ["half-unit", halfUnit] }, status, which);
  return step("tie-status", status === "TAIL" ? "abs(D) ≤ T" : "abs(D) ≥ T", { D, T: ["tolerance", tolerance] }, status, which);
}

/** Which cells of an argument belong to each of the printed figures. */
function shareOf(grid: Grid<Figure>, parameter: string, printed: Grid<Figure>): (index: number) => readonly Figure[] {
  const rows = grid.length;
  const columns = grid[0]?.length ?? 0;
  const count = printed.length * (printed[0]?.length ?? 0);
  const all = grid.flat();
  if (count === 1 || all.length === 1) return () => all;
  if (printed.length > 1 && rows === count) return (index) => at(grid, index);
  if (printed.length === 1 && columns === count) return (index) => grid.map((row) => at(row, index));
  if ((rows === 1 || columns === 1) && all.length === count) return (index) => [at(all, index)];
  return refuse({ code: "shapes-differ", parameter, given: `${rows} × ${columns}`, other: "printed", expected: `${printed.length} × ${printed[0]?.length ?? 0}` });
}

function single(figures: readonly PrintedNumber[], parameter: string): PrintedNumber {
  if (figures.length !== 1) refuse({ code: "not-one-cell", parameter, rows: 1, columns: figures.length });
  return at(figures, 0);
}
