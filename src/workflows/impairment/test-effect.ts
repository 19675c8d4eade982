import type { Decimal } from "../../core/decimal.ts";
import { type Workbook, WorkbookRefusal } from "../../workbook/port.ts";
import { evaluate } from "./evaluate.ts";
import type { Evaluation, UnitEvaluation } from "./evaluation.ts";
import { readInputs } from "./input.ts";
import { loadTests } from "./saved-tests.ts";
import type { ImpairmentTest, Unit } from "./state.ts";
import { type ValueCause, valueCausesOf } from "./value-cause.ts";

/** The figures of a unit that are compared, in the order of the test. */
export const effectFigures = ["carrying", "value-in-use", "fair-value", "recoverable", "loss"] as const;
export type EffectFigure = (typeof effectFigures)[number];

/** A reported figure of a unit before and after; undefined where it could not be computed. */
export interface MovedFigure {
  readonly figure: EffectFigure;
  readonly before: Decimal | undefined;
  readonly after: Decimal | undefined;
  /** Of a value in use: what the difference comes from, adding exactly to it. */
  readonly causes: readonly ValueCause[];
}

/** What new figures in linked cells did to a unit of a saved test. */
export interface UnitEffect {
  readonly test: ImpairmentTest;
  readonly unit: Unit;
  readonly figures: readonly MovedFigure[];
}

/** Every saved test as it stands now. Tests that this program cannot read are none: their own room says so. */
export async function testsNow(workbook: Workbook): Promise<readonly Evaluation[]> {
  return evaluated(workbook, await readableTests(workbook));
}

/** The units whose figures are others than before, computed from the same settings on the cells as they stand now. */
export async function testEffects(workbook: Pick<Workbook, "pinned" | "read">, before: readonly Evaluation[]): Promise<readonly UnitEffect[]> {
  const after = await evaluated(workbook, before.map(({ test }) => test));
  return before.flatMap(({ test, units }, index) =>
    units.flatMap((was, at): UnitEffect[] => {
      const is = after[index]?.units[at];
      const figures = is ? movedFigures(was, is) : [];
      return figures.length > 0 ? [{ test, unit: was.unit, figures }] : [];
    }),
  );
}

async function evaluated(workbook: Pick<Workbook, "pinned" | "read">, tests: readonly ImpairmentTest[]): Promise<readonly Evaluation[]> {
  if (tests.length === 0) return [];
  const inputs = await readInputs(workbook, tests);
  return tests.map((test) => evaluate(test, inputs, tests.find(({ id }) => id === test.previous)));
}

async function readableTests(workbook: Workbook): Promise<readonly ImpairmentTest[]> {
  try {
    return (await loadTests(workbook)).tests;
  } catch (error) {
    if (error instanceof WorkbookRefusal && (error.issue.code === "state-newer" || error.issue.code === "state-unreadable")) return [];
    throw error;
  }
}

/** The reported figures of a unit that differ; a value in use with what its difference comes from. */
export function movedFigures(was: UnitEvaluation, is: UnitEvaluation): readonly MovedFigure[] {
  return effectFigures.flatMap((figure): MovedFigure[] => {
    const [before, after] = [figureOf(was, figure), figureOf(is, figure)];
    if (before === undefined ? after === undefined : after?.eq(before)) return [];
    return [{ figure, before, after, causes: figure === "value-in-use" ? causesOf(was, is) : [] }];
  });
}

function causesOf(was: UnitEvaluation, is: UnitEvaluation): readonly ValueCause[] {
  if (!was.valueInUse || !is.valueInUse) return [];
  return valueCausesOf({ measured: was.valueInUse, flows: was.flows }, { measured: is.valueInUse, flows: is.flows });
}

function figureOf(unit: UnitEvaluation, figure: EffectFigure): Decimal | undefined {
  switch (figure) {
    case "carrying":
      return unit.carrying?.reported;
    case "value-in-use":
      return unit.valueInUse?.reported;
    case "fair-value":
      return unit.fairValue?.reported;
    case "recoverable":
      return unit.assessment?.recoverable;
    case "loss":
      return unit.loss;
  }
}
