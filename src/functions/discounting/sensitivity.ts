import { Decimal } from "../../core/decimal.ts";
import { type SensitivityCell, valueCell, valueGrid } from "../../core/discounting/sensitivity.ts";
import { valuation } from "../../core/discounting/valuation.ts";
import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { digits, number, optional, vector } from "../parameter.ts";
import { step, type Step } from "../step.ts";
import { terminalAt, timing, timingOf } from "./timing.ts";
import { valuationSteps } from "./valuation.ts";

export const dcfSensitivity = define({
  id: "DCF.SENSITIVITY",
  family: "discounting",
  source: "IAS 36.134(f); CAS 8 art. 30",
  formula: "V(r, g) = Σ CF(t) × (1 + r)^−t + TF ÷ (r − g) × (1 + r)^−t(n)",
  parameters: {
    flows: vector(),
    rates: vector(),
    growths: vector({ minimum: -1 }),
    timing: timing(),
    terminal_flow: optional(number()),
    digits: digits(),
    terminal_at: terminalAt(),
  },
  returns: "matrix",
  example: [[["1,050.00", "1,120.00", "1,180.00"]], [["9.2%"], ["10.2%"], ["11.2%"]], [["1%", "2%", "3%"]], undefined, undefined, [[2]], undefined],
  compute({ flows, rates, growths, timing, terminal_flow, digits, terminal_at }) {
    const when = timingOf(timing, flows);
    const terms = { flows: flows.values, timing: when, terminalFlow: terminal_flow, terminalAt: terminal_at };
    const grid = valueGrid({ ...terms, rates: rates.values, growths: growths.values }, digits);
    return block(withHeaders(grid, rates.values, growths.values), () => {
      const [rate, growth, first] = [at(rates.values, 0), at(growths.values, 0), at(at(grid, 0), 0)];
      if (first instanceof Refusal) return [];
      const found = valuation({ ...terms, rate, growth });
      return [...valuationSteps(found, { rate, terminalFlow: terminal_flow }), ...roundingStep("value-of-flows", () => valueCell(terms, rate, growth, undefined), first, digits)];
    });
  },
});

/** A grid with the rates down its left side and what varies across its top; the corner is empty. */
export function withHeaders(grid: readonly (readonly SensitivityCell[])[], down: readonly Decimal[], across: readonly Decimal[]): ResultCell[][] {
  return [["", ...across], ...grid.map((row, index): ResultCell[] => [at(down, index), ...row.map((cell) => ofRate(cell, index))])];
}

/** A cell without a value because of its rate names this one of the rates. */
function ofRate(cell: SensitivityCell, row: number): SensitivityCell {
  if (!(cell instanceof Refusal) || cell.issue.code !== "rate-too-low") return cell;
  return new Refusal({ ...cell.issue, parameter: "rates", index: row + 1 });
}

/** The first cell, rounded where digits were asked for: of its exact value, since the last of 50 digits can hide a tie. */
export function roundingStep(term: "value-of-flows" | "headroom", exact: () => Decimal, shown: Decimal, digits: number | undefined): Step[] {
  if (digits === undefined) return [];
  return [step(term, "round(x, n)", { x: ["before-rounding", exact()], n: ["digits", new Decimal(digits)] }, shown)];
}
