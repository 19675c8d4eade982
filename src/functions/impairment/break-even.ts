import { ZERO } from "../../core/decimal.ts";
import { headroomBreakEven } from "../../core/impairment/break-even.ts";
import { valueInUse } from "../../core/impairment/value-in-use.ts";
import { define, figure } from "../define.ts";
import { rootSteps } from "../discounting/root-steps.ts";
import { terminalAt, timing, timingOf } from "../discounting/timing.ts";
import { growth } from "../discounting/valuation.ts";
import { choice, defaulted, discounting, number, optional, vector } from "../parameter.ts";
import { step } from "../step.ts";
import { valueInUseSteps } from "./value-in-use.ts";

export const impairBreakEven = define({
  id: "IMPAIR.BREAKEVEN",
  family: "impairment",
  source: "IAS 36.134(f)(iii); CAS 8 art. 30",
  formula: "VIU(lever) = CA",
  parameters: {
    carrying: number({ minimum: 0 }),
    flows: vector(),
    pretax_rate: number(discounting),
    base_nwc: defaulted(number(), ZERO),
    recovery: defaulted(number(), ZERO),
    lever: defaulted(choice("rate", "flows"), "rate"),
    timing: timing(),
    growth: growth(),
    terminal_flow: optional(number()),
    terminal_at: terminalAt(),
  },
  returns: "scalar",
  example: [[["11,000.00"]], [["3,150.00", "3,420.00", "3,380.00", "3,310.00", "3,260.00"]], [["10.2%"]], [["1,200.00"]], [["1,480.00"]], undefined, undefined, undefined, undefined, undefined],
  compute({ carrying, flows, pretax_rate, base_nwc, recovery, lever, timing, growth, terminal_flow, terminal_at }) {
    const terms = {
      flows: flows.values,
      rate: pretax_rate,
      growth,
      timing: timingOf(timing, flows),
      terminalFlow: terminal_flow,
      terminalAt: terminal_at,
      baseWorkingCapital: base_nwc,
      recovery,
    };
    const found = headroomBreakEven(carrying, terms, lever);
    const CA = ["carrying-amount", carrying] as const;
    return figure(found.found, () => {
      const check = step("residual", "VIU − CA", { VIU: ["value-in-use", found.valueInUse.total], CA }, found.residual);
      if (lever === "rate") {
        return [
          step("break-even-rate", "r", { r: ["break-even-rate", found.found] }, found.found),
          ...valueInUseSteps(found.valueInUse, found.found, terminal_flow),
          check,
          ...(found.roots ? rootSteps(found.roots, found.found) : []),
        ];
      }
      const { flows: present, recoveryPresentValue } = valueInUse(terms);
      const symbols = {
        CA,
        NWC: ["base-working-capital", base_nwc],
        PR: ["recovery-present-value", recoveryPresentValue],
        PV: ["value-of-flows", present.total],
      } as const;
      return [step("break-even-change", "(CA + NWC − PR) ÷ PV − 1", symbols, found.found), check];
    });
  },
});
