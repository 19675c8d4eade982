import { ONE, ZERO } from "../../core/decimal.ts";
import { headroomCell, headroomGrid } from "../../core/impairment/sensitivity.ts";
import { valueInUse } from "../../core/impairment/value-in-use.ts";
import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define } from "../define.ts";
import { roundingStep, withHeaders } from "../discounting/sensitivity.ts";
import { terminalAt, timing, timingOf } from "../discounting/timing.ts";
import { growth } from "../discounting/valuation.ts";
import { defaulted, digits, number, optional, vector } from "../parameter.ts";
import { step } from "../step.ts";
import { valueInUseSteps } from "./value-in-use.ts";

export const impairSensitivity = define({
  id: "IMPAIR.SENSITIVITY",
  family: "impairment",
  source: "IAS 36.134(f); CAS 8 art. 30",
  formula: "H(r, c) = PV(r) × (1 + c) − NWC + REC × (1 + r)^−n − CA",
  parameters: {
    carrying: number({ minimum: 0 }),
    flows: vector(),
    rates: vector(),
    flow_changes: vector(),
    base_nwc: defaulted(number(), ZERO),
    recovery: defaulted(number(), ZERO),
    timing: timing(),
    growth: growth(),
    terminal_flow: optional(number()),
    digits: digits(),
    terminal_at: terminalAt(),
  },
  returns: "matrix",
  example: [
    [["11,000.00"]],
    [["3,150.00", "3,420.00", "3,380.00", "3,310.00", "3,260.00"]],
    [["9.2%"], ["10.2%"], ["11.2%"]],
    [["-10%", "-5%", "0%", "5%", "10%"]],
    [["1,200.00"]],
    [["1,480.00"]],
    undefined,
    undefined,
    undefined,
    [[2]],
    undefined,
  ],
  compute({ carrying, flows, rates, flow_changes, base_nwc, recovery, timing, growth, terminal_flow, digits, terminal_at }) {
    const terms = { flows: flows.values, growth, timing: timingOf(timing, flows), terminalFlow: terminal_flow, terminalAt: terminal_at, baseWorkingCapital: base_nwc, recovery };
    const grid = headroomGrid({ ...terms, carrying, rates: rates.values, changes: flow_changes.values }, digits);
    return block(withHeaders(grid, rates.values, flow_changes.values), () => {
      const [rate, change, first] = [at(rates.values, 0), at(flow_changes.values, 0), at(at(grid, 0), 0)];
      if (first instanceof Refusal) return [];
      const found = valueInUse({ ...terms, rate });
      const headroom = found.flows.total.times(ONE.plus(change)).minus(base_nwc).plus(found.recoveryPresentValue).minus(carrying);
      const symbols = {
        PV: ["value-of-flows", found.flows.total],
        c: ["flow-change", change],
        NWC: ["base-working-capital", base_nwc],
        PR: ["recovery-present-value", found.recoveryPresentValue],
        CA: ["carrying-amount", carrying],
      } as const;
      return [
        ...valueInUseSteps(found, rate, terminal_flow),
        step("headroom", "PV × (1 + c) − NWC + PR − CA", symbols, headroom),
        ...roundingStep("headroom", () => headroomCell({ ...terms, carrying }, rate, change, undefined), first, digits),
      ];
    });
  },
});
