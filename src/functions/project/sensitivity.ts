import { Decimal, ZERO } from "../../core/decimal.ts";
import { internalRate, projectNpv } from "../../core/project/evaluation.ts";
import { changedFlows, criticalPoint, type ProjectFactor, projectFactors, sensitivityCoefficient } from "../../core/project/sensitivity.ts";
import { Refusal } from "../../core/refusal.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { defaulted, discounting, number, vector } from "../parameter.ts";
import { signedPercent } from "../percent.ts";
import { type Step, step } from "../step.ts";
import { type Term, type Word, word } from "../term.ts";
import { sameLength } from "../vector.ts";
import { projectYears } from "./evaluation.ts";

const terms: Readonly<Record<ProjectFactor, Term>> = { capex: "project-outlay", revenue: "revenue", cost: "cash-cost" };

export const projectSensitivity = define({
  id: "PROJECT.SENSITIVITY",
  family: "project",
  source: "Methods and Parameters for the Economic Evaluation of Construction Projects, 3rd edition: sensitivity coefficient and critical point",
  formula: "S = (ΔIRR ÷ IRR) ÷ (ΔF ÷ F); critical point: the change of F at which NPV = 0, after tax",
  parameters: {
    capex: vector(),
    revenue: vector(),
    cost: vector(),
    depreciation: vector(),
    tax_rate: number({ minimum: 0, maximum: 1 }),
    changes: vector(),
    rate: defaulted(number(discounting), new Decimal("0.1")),
  },
  returns: "matrix",
  example: [
    [[80_000, 0, 0, 0, 0, 0]],
    [[0, 60_000, 60_000, 60_000, 60_000, 60_000]],
    [[0, 33_000, 33_000, 33_000, 33_000, 33_000]],
    [[0, 16_000, 16_000, 16_000, 16_000, 16_000]],
    [["25%"]],
    [["-10%", "10%"]],
    undefined,
  ],
  compute({ tax_rate, changes, rate, ...given }) {
    sameLength(given);
    const years = projectYears(given);
    const base = changedFlows(years, tax_rate, "capex", ZERO);
    const baseRate = attempted(() => internalRate(base));
    const baseValue = projectNpv(rate, base);
    const rows = projectFactors.flatMap((factor) => {
      const critical = attempted(() => criticalPoint(years, tax_rate, rate, factor));
      return changes.values.map((change) => {
        const flows = changedFlows(years, tax_rate, factor, change);
        const found = attempted(() => internalRate(flows));
        const coefficient = change.isZero() ? undefined : attempted(() => sensitivityCoefficient(known(found), known(baseRate), change));
        return { factor, change, flows, value: projectNpv(rate, flows), found, coefficient, critical };
      });
    });
    const cells: ResultCell[][] = [
      (["project-factor", "factor-change", "net-present-value", "internal-rate", "sensitivity-coefficient", "critical-point"] as const).map((term) => word(term)),
      [word("base-case"), ZERO, baseValue, baseRate, "/", "/"],
      ...rows.map(({ factor, change, value, found, coefficient, critical }): ResultCell[] => [
        word(terms[factor]),
        change,
        value,
        found,
        coefficient ?? "/",
        critical instanceof Refusal ? critical : critical.change,
      ]),
    ];
    return block(cells, () => {
      const valueStep = (flows: readonly Decimal[], value: Decimal, which?: Word): Step => {
        const times = flows.map((_, index) => new Decimal(index + 1));
        return step("net-present-value", "Σ(f ÷ (1 + r) ^ t)", { f: ["posttax-flow", flows], r: ["discount-rate", rate], t: ["time", times] }, value, which);
      };
      return [
        valueStep(base, baseValue),
        ...rows.flatMap(({ factor, change, flows, value, found, coefficient, critical }, index): Step[] => {
          const which = word(terms[factor], signedPercent(change));
          const first = index % changes.values.length === 0;
          return [
            valueStep(flows, value, which),
            ...(coefficient instanceof Decimal && found instanceof Decimal && baseRate instanceof Decimal
              ? [step("sensitivity-coefficient", "(i1 − i0) ÷ i0 ÷ x", { i1: ["internal-rate", found], i0: ["internal-rate", baseRate], x: ["factor-change", change] }, coefficient, which)]
              : []),
            ...(first && !(critical instanceof Refusal)
              ? [
                  step(
                    "critical-point",
                    "a − A × (b − a) ÷ (B − A)",
                    { a: ["factor-change", critical.low], A: ["net-present-value", critical.lowValue], b: ["factor-change", critical.high], B: ["net-present-value", critical.highValue] },
                    critical.change,
                    word(terms[factor]),
                  ),
                ]
              : []),
          ];
        }),
      ];
    });
  },
});
