import { defaultTerm, periodLosses, stageOf } from "../../core/credit-loss/expected-loss.ts";
import { Decimal, ONE, sum } from "../../core/decimal.ts";
import { timesOf } from "../../core/discounting/discount-factor.ts";
import { refuse } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define, figure } from "../define.ts";
import { timing, timingOf } from "../discounting/timing.ts";
import { eachElement } from "../elements.ts";
import { defaulted, discounting, entries, number, table, vector, whole } from "../parameter.ts";
import { step } from "../step.ts";
import type { Vector } from "../vector.ts";

export const eclStage = define({
  id: "ECL.STAGE",
  family: "credit-loss",
  source: "IFRS 9 5.5.11, B5.5.37; CAS 22 art. 52, 53",
  formula: "d ≥ D → 3; d > S → 2; 1",
  parameters: { days_past_due: entries(), significant: defaulted(number({ minimum: 0 }), new Decimal(30)), default: defaulted(number({ minimum: 0 }), new Decimal(90)) },
  returns: "matrix",
  example: [[[0], [30], [31], [89], [90]], undefined, undefined],
  compute({ days_past_due, significant, default: defaulted }) {
    return eachElement(
      { days_past_due },
      ({ days_past_due: days }) => new Decimal(stageOf(days, significant, defaulted)),
      ({ days_past_due: days }, stage, element) => {
        const symbols = { d: ["days-past-due", days], S: ["significant-days", significant], D: ["default-days", defaulted] } as const;
        return [step("stage", stage.toString(), symbols, stage, element)];
      },
    );
  },
});

export const eclTerm = define({
  id: "ECL.TERM",
  family: "credit-loss",
  source: "IFRS 9 B5.5.5, B5.5.43; transition matrix, yearly",
  formula: "PD(t) = [Pᵗ](g, D) − [Pᵗ⁻¹](g, D)",
  parameters: { matrix: table({ minimum: 0, maximum: 1 }), grade: whole({ minimum: 1 }), years: whole({ minimum: 1, maximum: 200 }) },
  returns: "matrix",
  example: [
    [
      [0.9, 0.08, 0.02],
      [0.1, 0.8, 0.1],
      [0, 0, 1],
    ],
    [[1]],
    [[3]],
  ],
  compute({ matrix, grade, years }) {
    const columns = matrix[0]?.length ?? 0;
    if (columns !== matrix.length) refuse({ code: "shapes-differ", parameter: "matrix", given: `${matrix.length} × ${columns}`, expected: `${matrix.length} × ${matrix.length}` });
    if (grade > matrix.length) refuse({ code: "no-such-grade", parameter: "grade", grade: String(grade), grades: matrix.length });
    const found = defaultTerm(matrix, grade - 1, years);
    return block([found.map(({ marginal }) => marginal)], () =>
      found.map(({ cumulative, marginal }, year) => {
        const before = year === 0 ? cumulative.minus(marginal) : at(found, year - 1).cumulative;
        return step("marginal-default", "c − b", { c: ["cumulative-default", cumulative], b: ["cumulative-before", before] }, marginal, year + 1);
      }),
    );
  },
});

export const eclGeneral = define({
  id: "ECL.GENERAL",
  family: "credit-loss",
  source: "IFRS 9 5.5.3, 5.5.5, 5.5.17, B5.5.28, B5.5.44; CAS 22 art. 47, 48, 58",
  formula: "ECL = Σ(EAD × PD × LGD × (1 + EIR)^(−t))",
  parameters: {
    ead: vector(),
    pd: vector({ minimum: 0, maximum: 1 }),
    lgd: vector({ minimum: 0, maximum: 1 }),
    eir: number(discounting),
    stage: defaulted(whole({ minimum: 1, maximum: 3 }), 2),
    timing: timing(),
    per_year: defaulted(number({ minimum: 0 }), ONE),
  },
  returns: "scalar",
  example: [[[1000, 800, 500]], [["2%", "3%", "4%"]], [["45%"]], [["6%"]], undefined, undefined, undefined],
  compute({ ead, pd, lgd, eir, stage, timing, per_year }) {
    if (per_year.isZero()) refuse({ code: "zero-base", parameter: "per_year" });
    const periods = pd.values.length;
    const counted = stage === 1 ? Math.min(periods, Math.ceil(per_year.toNumber())) : periods;
    const given = timingOf(timing, pd, "pd");
    const times = typeof given === "string" ? timesOf(given, periods).map((time) => time.div(per_year)) : given;
    const losses = periodLosses(byPeriod(ead, "ead", periods), pd.values, byPeriod(lgd, "lgd", periods), times, eir).slice(0, counted);
    const total = sum(losses.map(({ loss }) => loss));
    return figure(total, () => [
      ...losses.flatMap(({ exposure, defaultRate, lossGivenDefault, time, factor, loss }, period) => [
        step("discount-factor", "(1 + r) ^ (−t)", { r: ["effective-rate", eir], t: ["time", time] }, factor, period + 1),
        step("period-loss", "E × p × l × f", { E: ["exposure", exposure], p: ["marginal-default", defaultRate], l: ["loss-given-default", lossGivenDefault], f: ["discount-factor", factor] }, loss, period + 1),
      ]),
      step("expected-loss", "Σ(L)", { L: ["period-loss", losses.map(({ loss }) => loss)] }, total),
    ]);
  },
});

/** One value for all periods, or one for each. */
function byPeriod({ values }: Vector<Decimal>, parameter: string, periods: number): readonly Decimal[] {
  if (values.length === 1) return Array.from({ length: periods }, () => at(values, 0));
  if (values.length !== periods) refuse({ code: "lengths-differ", parameter, given: values.length, other: "pd", expected: periods });
  return values;
}
