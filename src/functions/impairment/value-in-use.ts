import { type Decimal, ZERO } from "../../core/decimal.ts";
import { type ValueInUse, valueInUse } from "../../core/impairment/value-in-use.ts";
import { define, figure } from "../define.ts";
import { terminalAt, timing, timingOf } from "../discounting/timing.ts";
import { growth, valuationSteps } from "../discounting/valuation.ts";
import { defaulted, discounting, number, optional, vector } from "../parameter.ts";
import { step, type Step } from "../step.ts";

export const impairViu = define({
  id: "IMPAIR.VIU",
  family: "impairment",
  source: "CAS 8 art. 9–13; IAS 36.30–57; filing 004, lines 357–379",
  formula: "VIU = Σ CF(t) × (1 + r)^−t − NWC + REC × (1 + r)^−n",
  parameters: {
    flows: vector(),
    pretax_rate: number(discounting),
    base_nwc: defaulted(number(), ZERO),
    recovery: defaulted(number(), ZERO),
    timing: timing(),
    growth: growth(),
    terminal_flow: optional(number()),
    terminal_at: terminalAt(),
  },
  returns: "scalar",
  example: [[["3,150.00", "3,420.00", "3,380.00", "3,310.00", "3,260.00"]], [["10.2%"]], [["1,200.00"]], [["1,480.00"]], undefined, undefined, undefined, undefined],
  compute({ flows, pretax_rate, base_nwc, recovery, timing, growth, terminal_flow, terminal_at }) {
    const found = valueInUse({
      flows: flows.values,
      rate: pretax_rate,
      growth,
      timing: timingOf(timing, flows),
      terminalFlow: terminal_flow,
      terminalAt: terminal_at,
      baseWorkingCapital: base_nwc,
      recovery,
    });
    return figure(found.total, () => valueInUseSteps(found, pretax_rate, terminal_flow));
  },
});

/** How a value in use was reached: the flows discounted, less working capital, plus what is recovered at the end. */
export function valueInUseSteps(found: ValueInUse, rate: Decimal, terminalFlow: Decimal | undefined): Step[] {
  const { recovery, recoveryTime, recoveryFactor, recoveryPresentValue, baseWorkingCapital, flows, total } = found;
  const symbols = {
    PV: ["value-of-flows", flows.total],
    NWC: ["base-working-capital", baseWorkingCapital],
    PR: ["recovery-present-value", recoveryPresentValue],
  } as const;
  return [
    ...valuationSteps(flows, { rate, terminalFlow }),
    ...(recovery.isZero()
      ? []
      : [
          step("recovery-present-value", "REC × (1 + r)^−n", { REC: ["end-recovery", recovery], r: ["discount-rate", rate], n: ["time", recoveryTime] }, recovery.times(recoveryFactor)),
        ]),
    step("value-in-use", "PV − NWC + PR", symbols, total),
  ];
}
