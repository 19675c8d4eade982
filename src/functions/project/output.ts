import { serialOf } from "../../core/day-count.ts";
import { Decimal, ZERO } from "../../core/decimal.ts";
import { breakEvenOutput, monthsInService, weightedCapacity } from "../../core/project/break-even-output.ts";
import { quotient } from "../../core/quotient.ts";
import type { Place } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { normalised } from "../../core/tie-out/printed-number.ts";
import type { Cell } from "../cell.ts";
import { dateIn } from "../date.ts";
import { block, define, figure } from "../define.ts";
import { defaulted, number, oneVector, optional, required, vector, whole } from "../parameter.ts";
import { step } from "../step.ts";
import { sameLength } from "../vector.ts";

export const projectBep = define({
  id: "PROJECT.BEP",
  family: "project",
  source: "Methods and Parameters for the Economic Evaluation of Construction Projects, 3rd edition: break-even analysis",
  formula: "Q = F ÷ (p − v − t); share = Q ÷ capacity",
  parameters: { fixed_cost: number({ minimum: 0 }), price: number(), variable_cost: number(), tax: defaulted(number(), ZERO), capacity: optional(number()) },
  returns: "matrix",
  example: [[[18_500]], [["0.30"]], [["0.19"]], [["0.002"]], [[300_000]]],
  compute({ fixed_cost, price, variable_cost, tax, capacity }) {
    const output = breakEvenOutput(fixed_cost, price, variable_cost, tax);
    const share = capacity && quotient(output, capacity, "capacity");
    return block([[output, ...(share ? [share] : [])]], () => [
      step("break-even-output", "F ÷ (p − v − t)", { F: ["fixed-cost", fixed_cost], p: ["unit-price", price], v: ["variable-cost", variable_cost], t: ["unit-tax", tax] }, output),
      ...(share && capacity ? [step("capacity-share", "Q ÷ K", { Q: ["break-even-output", output], K: ["capacity", capacity] }, share)] : []),
    ]);
  },
});

export const projectCapacity = define({
  id: "PROJECT.CAPACITY",
  family: "project",
  source: "filing 001, lines 2440–2469: capacity weighted by months in service",
  formula: "Σ capacity × months in service ÷ 12; the month of start counts in full",
  parameters: { capacities: vector(), start_dates: starts(), year: whole({ minimum: 1900, maximum: 9999 }) },
  returns: "scalar",
  example: [[[86, 16, 30, 60]], [["2015-06", "2019-01", "2019-05", "2019-08"]], [[2019]]],
  compute({ capacities, start_dates, year }) {
    sameLength({ capacities, start_dates });
    const plants = capacities.values.map((capacity, index) => ({ capacity, start: at(start_dates.values, index) }));
    const total = weightedCapacity(plants, year);
    return figure(total, () => {
      const months = plants.map(({ start }) => new Decimal(monthsInService(start, year)));
      return [step("weighted-capacity", "Σ(k × m) ÷ 12", { k: ["capacity", capacities.values], m: ["months-in-service", months] }, total)];
    });
  },
});

/** Days or months in which plants start: a month as filings print it, 2019-05 or 2019年5月, stands for its first day. */
function starts() {
  return required("dates", (argument, name) => oneVector(argument, name, startIn));
}

function startIn(cell: Cell, place: Place): number {
  const month = typeof cell === "string" ? /^(\d{4})[-/.年](\d{1,2})月?$/.exec(normalised(cell)) : null;
  const [, year = "", number = ""] = month ?? [];
  if (month && Number(number) >= 1 && Number(number) <= 12 && Number(year) >= 1900) return serialOf({ year: Number(year), month: Number(number), day: 1 });
  return dateIn(cell, place);
}
