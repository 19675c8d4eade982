import { type Decimal, ZERO } from "../../core/decimal.ts";
import { afterShocks, inputBreakEven, passThroughPrice, priceBreakEven } from "../../core/margin/break-even.ts";
import { Refusal } from "../../core/refusal.ts";
import { block, define, type ResultCell } from "../define.ts";
import { eachElement } from "../elements.ts";
import { attempted } from "../element-wise.ts";
import { choice, defaulted, entries, number, vector } from "../parameter.ts";
import { signedPercent } from "../percent.ts";
import { step } from "../step.ts";

const source = "filing 003, lines 251–280: margin, price of inputs and pass-through of cost";

export const marginGrid = define({
  id: "MARGIN.GRID",
  family: "margin",
  source,
  formula: "R1 = R × (1 + p), C1 = C + I × s; m = (R1 − C1) ÷ R1, or R1 − C1",
  parameters: {
    revenue: number(),
    cost: number(),
    input_cost: number(),
    price_shocks: vector(),
    input_shocks: vector(),
    measure: defaulted(choice("margin", "profit"), "margin"),
  },
  returns: "matrix",
  example: [[["661,942.48"]], [["484,118.21"]], [["195,890.54"]], [["-5%", "0%", "5%"]], [["-10%", "0%", "10%"]], undefined],
  compute({ revenue, cost, input_cost, price_shocks, input_shocks, measure }) {
    const rows = price_shocks.values.map((price, index) =>
      input_shocks.values.map((input) => {
        const after = afterShocks({ revenue, cost, inputCost: input_cost }, price, input, index + 1);
        return { input, after, value: measure === "profit" ? after.profit : attempted(after.margin) };
      }),
    );
    const cells = rows.map((row, index): ResultCell[] => [price_shocks.values[index] ?? ZERO, ...row.map(({ value }) => value)]);
    return block([["", ...input_shocks.values], ...cells], () =>
      rows.flatMap((row, index) => {
        const price = price_shocks.values[index] ?? ZERO;
        return row.flatMap(({ input, after, value }) => {
          if (value instanceof Refusal) return [];
          const which = `${signedPercent(price)}, ${signedPercent(input)}`;
          return [
            step("revenue-after", "R × (1 + p)", { R: ["revenue", revenue], p: ["price-shock", price] }, after.revenue, which),
            step("cost-after", "C + I × s", { C: ["cost", cost], I: ["input-cost", input_cost], s: ["shock", input] }, after.cost, which),
            measure === "profit"
              ? step("gross-profit", "R1 − C1", { R1: ["revenue-after", after.revenue], C1: ["cost-after", after.cost] }, value, which)
              : step("margin", "(R1 − C1) ÷ R1", { R1: ["revenue-after", after.revenue], C1: ["cost-after", after.cost] }, value, which),
          ];
        });
      }),
    );
  },
});

export const marginBreakEven = define({
  id: "MARGIN.BREAKEVEN",
  family: "margin",
  source,
  formula: "input: s = (R − C − t × R) ÷ I; price: p = C ÷ (R × (1 − t)) − 1",
  parameters: {
    revenue: entries(),
    cost: entries(),
    input_cost: entries(),
    target: defaulted(entries(), [[ZERO]]),
    lever: defaulted(choice("input", "price"), "input"),
  },
  returns: "matrix",
  example: [[["661,942.48", "891,074.06"]], [["484,118.21", "742,357.01"]], [["195,890.54", "577,943.91"]], undefined, undefined],
  compute({ lever, ...given }) {
    return eachElement(
      given,
      ({ revenue, cost, input_cost, target }, element) => {
        const period = { revenue, cost, inputCost: input_cost };
        return lever === "input" ? inputBreakEven(period, target, element) : priceBreakEven(period, target, element);
      },
      ({ revenue, cost, input_cost, target }, shock, element) => {
        const known = { R: ["revenue", revenue], C: ["cost", cost], t: ["target-margin", target] } as const;
        const found =
          lever === "input"
            ? step("shock", "(R − C − t × R) ÷ I", { ...known, I: ["input-cost", input_cost] }, shock, element)
            : step("price-shock", "C ÷ (R × (1 − t)) − 1", known, shock, element);
        const [price, input]: readonly [Decimal, Decimal] = lever === "input" ? [ZERO, shock] : [shock, ZERO];
        const after = afterShocks({ revenue, cost, inputCost: input_cost }, price, input);
        const symbols = { R1: ["revenue-after", after.revenue], C1: ["cost-after", after.cost] } as const;
        return [found, step("margin", "(R1 − C1) ÷ R1", symbols, after.margin(), element)];
      },
    );
  },
});

export const marginPassThrough = define({
  id: "MARGIN.PASSTHROUGH",
  family: "margin",
  source,
  formula: "margin: p = I × s ÷ C; profit: p = I × s ÷ R",
  parameters: {
    revenue: entries(),
    cost: entries(),
    input_cost: entries(),
    shock: entries(),
    keep: defaulted(choice("margin", "profit"), "margin"),
  },
  returns: "matrix",
  example: [[["661,942.48"]], [["484,118.21"]], [["195,890.54"]], [["10%"]], undefined],
  compute({ keep, ...given }) {
    return eachElement(
      given,
      ({ revenue, cost, input_cost, shock }, element) => passThroughPrice({ revenue, cost, inputCost: input_cost }, shock, keep, element),
      ({ revenue, cost, input_cost, shock }, price, element) => {
        const change = { I: ["input-cost", input_cost], s: ["shock", shock] } as const;
        return keep === "margin"
          ? [step("price-shock", "I × s ÷ C", { ...change, C: ["cost", cost] }, price, element)]
          : [step("price-shock", "I × s ÷ R", { ...change, R: ["revenue", revenue] }, price, element)];
      },
    );
  },
});
