import type { Decimal } from "../../core/decimal.ts";
import { type DiscountedFlow, type TerminalValue, type Valuation, valuation } from "../../core/discounting/valuation.ts";
import { at } from "../../core/table.ts";
import { block, define, figure, type ResultCell } from "../define.ts";
import { discounting, labels, number, optional, vector } from "../parameter.ts";
import { step, type Step, type Which } from "../step.ts";
import { word } from "../term.ts";
import { sameLength } from "../vector.ts";
import { terminalAt, timing, timingOf } from "./timing.ts";

const source = "IAS 36.31, 36.33; CAS 8 art. 9–11; filing 004, lines 357–379";

/** Growth after the forecast; a flow cannot fall by more than all of it. */
export const growth = () => optional(number({ minimum: -1 }));

export const dcfValue = define({
  id: "DCF.VALUE",
  family: "discounting",
  source,
  formula: "V = Σ CF(t) × (1 + r)^−t + TF ÷ (r − g) × (1 + r)^−t(n)",
  parameters: { flows: vector(), rate: number(discounting), growth: growth(), timing: timing(), terminal_flow: optional(number()), terminal_at: terminalAt() },
  returns: "scalar",
  example: [[["1,050.00", "1,120.00", "1,180.00", "1,220.00", "1,250.00"]], [["10.2%"]], [["2%"]], [["mid"]], undefined, undefined],
  compute({ flows, rate, growth, timing, terminal_flow, terminal_at }) {
    const found = valuation({ flows: flows.values, rate, growth, timing: timingOf(timing, flows), terminalFlow: terminal_flow, terminalAt: terminal_at });
    return figure(found.total, () => valuationSteps(found, { rate, terminalFlow: terminal_flow }));
  },
});

export const dcfTable = define({
  id: "DCF.TABLE",
  family: "discounting",
  source,
  formula: "DF(t) = (1 + r)^−t; PV(t) = CF(t) × DF(t); V = Σ PV(t)",
  parameters: { labels: labels(), flows: vector(), rate: number(discounting), growth: growth(), timing: timing(), terminal_flow: optional(number()), terminal_at: terminalAt() },
  returns: "matrix",
  example: [[["2026", "2027", "2028"]], [["1,050.00", "1,120.00", "1,180.00"]], [["10.2%"]], [["2%"]], undefined, undefined, undefined],
  compute({ labels, flows, rate, growth, timing, terminal_flow, terminal_at }) {
    sameLength({ flows, labels });
    const found = valuation({ flows: flows.values, rate, growth, timing: timingOf(timing, flows), terminalFlow: terminal_flow, terminalAt: terminal_at });
    const rows = found.flows.map(({ flow, time, factor, value }, index): ResultCell[] => [at(labels.values, index), flow, time, factor, value]);
    const cells: ResultCell[][] = [
      [word("period"), word("cash-flow"), word("time"), word("discount-factor"), word("present-value")],
      ...rows,
      ...(found.terminal ? [terminalRow(found.terminal)] : []),
      [word("total"), "", "", "", found.total],
    ];
    return block(cells, () => valuationSteps(found, { rate, terminalFlow: terminal_flow }, labels.values));
  },
});

/** The perpetuity as a row like the others: its value at the last explicit flow, times that flow's factor. */
function terminalRow({ value, time, factor, presentValue }: TerminalValue): ResultCell[] {
  return [word("terminal-value"), value, time, factor, presentValue];
}

/** How a valuation was reached: each flow discounted, the perpetuity, and their sum. */
export function valuationSteps(
  { flows, terminal, total }: Valuation,
  { rate, terminalFlow }: { readonly rate: Decimal; readonly terminalFlow: Decimal | undefined },
  names?: readonly string[],
): Step[] {
  const discounted = flows.flatMap((flow, index) => flowSteps(flow, rate, names ? at(names, index) : index + 1));
  const PV = ["present-value", flows.map(({ value }) => value)] as const;
  if (!terminal) return [...discounted, step("value-of-flows", "Σ(PV)", { PV }, total)];
  const { flow, growth, value, time, factor, presentValue } = terminal;
  const last = at(flows, flows.length - 1);
  const CF = ["last-flow", last.flow] as const;
  const g = ["growth-rate", growth] as const;
  const r = ["discount-rate", rate] as const;
  return [
    ...discounted,
    ...(terminalFlow ? [] : [step("terminal-flow", "CF × (1 + g)", { CF, g }, flow)]),
    step("terminal-value", "TF ÷ (r − g)", { TF: ["terminal-flow", flow], r, g }, value),
    ...(time.eq(last.time) ? [] : [step("discount-factor", "(1 + r)^−t", { r, t: ["time", time] }, factor, word("terminal-value"))]),
    step("terminal-present-value", "TV × DF", { TV: ["terminal-value", value], DF: ["discount-factor", factor] }, presentValue),
    step("value-of-flows", "Σ(PV) + PT", { PV, PT: ["terminal-present-value", presentValue] }, total),
  ];
}

function flowSteps({ flow, time, factor, value }: DiscountedFlow, rate: Decimal, which: Which): Step[] {
  return [
    step("discount-factor", "(1 + r)^−t", { r: ["discount-rate", rate], t: ["time", time] }, factor, which),
    step("present-value", "CF × DF", { CF: ["cash-flow", flow], DF: ["discount-factor", factor] }, value, which),
  ];
}
