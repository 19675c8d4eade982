import { type Decimal, sum } from "../../core/decimal.ts";
import { chainEffects, chainProducts } from "../../core/margin/chain-substitution.ts";
import { priceCostEffects, unitCostEffects } from "../../core/margin/unit-margin.ts";
import { roundedParts } from "../../core/rounded-parts.ts";
import { Refusal } from "../../core/refusal.ts";
import { at, transposed } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { digits, entryVector, labels, optional, vector } from "../parameter.ts";
import { plugMark, roundingSteps } from "../plug.ts";
import { type Step, step } from "../step.ts";
import { word } from "../term.ts";
import { laidOutEach, sameLength } from "../vector.ts";

export const marginPriceCost = define({
  id: "MARGIN.PRICECOST",
  family: "margin",
  source: "filing 002, lines 722–733: unit price and unit cost",
  formula: "price = c0 ÷ p0 − c0 ÷ p1; cost = (c0 − c1) ÷ p1",
  parameters: { price0: entryVector(), cost0: entryVector(), price1: entryVector(), cost1: entryVector() },
  returns: "matrix",
  example: [[["2,421.90"]], [["2,342.49"]], [["3,551.95"]], [["2,584.73"]]],
  compute({ price0, cost0, price1, cost1 }) {
    sameLength({ price0, cost0, price1, cost1 });
    const single = price0.values.length === 1;
    const units = price0.values.map((price, index) => ({
      given: () => ({
        prior: { price: known(price), cost: known(at(cost0.values, index)) },
        current: { price: known(at(price1.values, index)), cost: known(at(cost1.values, index)) },
      }),
      element: single ? undefined : index + 1,
    }));
    const effectsOf = ({ given, element }: (typeof units)[number]) => priceCostEffects(given().prior, given().current, element);
    const found = units.map((unit) => (single ? effectsOf(unit) : attempted(() => effectsOf(unit))));
    return block(
      laidOutEach(found.map((effects): ResultCell[] => (effects instanceof Refusal ? [effects, effects] : [effects.price, effects.cost])), price0),
      () =>
        found.flatMap((effects, index): Step[] => {
          if (effects instanceof Refusal) return [];
          const { given, element } = at(units, index);
          const { prior, current } = given();
          const [p0, c0, p1, c1] = [["price-prior", prior.price], ["unit-cost-prior", prior.cost], ["price-current", current.price], ["unit-cost-current", current.cost]] as const;
          return [
            step("price-effect", "c0 ÷ p0 − c0 ÷ p1", { c0, p0, p1 }, effects.price, element),
            step("cost-effect", "(c0 − c1) ÷ p1", { c0, c1, p1 }, effects.cost, element),
          ];
        }),
    );
  },
});

export const marginChain = define({
  id: "MARGIN.CHAIN",
  family: "margin",
  source: "chain substitution, factors replaced in the order given; parts rounded to add (largest remainder)",
  formula: "e(k) = f1(1)…f1(k−1) × (f1(k) − f0(k)) × f0(k+1)…f0(n)",
  parameters: { factors0: vector(), factors1: vector(), digits: digits() },
  returns: "matrix",
  example: [[[1200, 2.4, 15.5]], [[1350, 2.3, 16.2]], [[0]]],
  compute({ factors0, factors1, digits }) {
    sameLength({ factors0, factors1 });
    const effects = chainEffects(factors0.values, factors1.values);
    const parts = roundedParts(effects, digits);
    const rows: ResultCell[][] = parts.map((part) => [part.value, ...(digits === undefined ? [] : [plugMark([part])])]);
    return block(factors0.direction === "row" ? transposed(rows) : rows, () => {
      const products = chainProducts(factors0.values, factors1.values);
      return [
        ...effects.flatMap((effect, index): Step[] => {
          const symbols = {
            A: ["replaced-product", at(products, index)],
            f1: ["factor-current", at(factors1.values, index)],
            f0: ["factor-prior", at(factors0.values, index)],
          } as const;
          return [
            step("factor-effect", "A × f1 ÷ f0 − A", symbols, effect, index + 1),
            ...roundingSteps("factor-effect", effect, at(parts, index), digits, index + 1),
          ];
        }),
        step("total", "Σ(e)", { e: ["factor-effect", parts.map(({ value }) => value)] }, sum(parts.map(({ value }) => value))),
      ];
    });
  },
});

export const marginUnitCost = define({
  id: "MARGIN.UNITCOST",
  family: "margin",
  source: "filing 002, lines 722–830: unit consumption and unit price",
  formula: "quantity = (q1 − q0) × p0; price = q1 × (p1 − p0); total = q1·p1 − q0·p0",
  parameters: { quantities0: vector(), prices0: vector(), quantities1: vector(), prices1: vector(), labels: optional(labels()) },
  returns: "matrix",
  example: [[[1.93, 0.47, 13_500]], [["2,900.00", "4,300.69", "0.51"]], [[1.92, 0.46, 13_480]], [["3,420.00", "3,486.16", "0.48"]], [["氧化铝", "阳极炭块", "电力"]]],
  compute({ quantities0, prices0, quantities1, prices1, labels }) {
    sameLength({ quantities0, prices0, quantities1, prices1, labels });
    const inputs = quantities0.values.map((quantity, index) => ({
      prior: { quantity, price: at(prices0.values, index) },
      current: { quantity: at(quantities1.values, index), price: at(prices1.values, index) },
      label: labels?.values[index],
    }));
    const effects = inputs.map(({ prior, current }) => unitCostEffects(prior, current));
    const totalOf = (pick: (effect: (typeof effects)[number]) => Decimal) => sum(effects.map(pick));
    const cells: ResultCell[][] = [
      [word("item"), word("quantity-effect"), word("price-effect"), word("total")],
      ...effects.map(({ quantity, price, total }, index): ResultCell[] => [at(inputs, index).label ?? word("item", String(index + 1)), quantity, price, total]),
      [word("total"), totalOf(({ quantity }) => quantity), totalOf(({ price }) => price), totalOf(({ total }) => total)],
    ];
    return block(cells, () => [
      ...effects.flatMap(({ quantity, price, total }, index): Step[] => {
        const { prior, current, label } = at(inputs, index);
        const which = label || index + 1;
        const [q0, p0, q1, p1] = [["quantity-prior", prior.quantity], ["price-prior", prior.price], ["quantity-current", current.quantity], ["price-current", current.price]] as const;
        return [
          step("quantity-effect", "(q1 − q0) × p0", { q1, q0, p0 }, quantity, which),
          step("price-effect", "q1 × (p1 − p0)", { q1, p1, p0 }, price, which),
          step("total", "q1 × p1 − q0 × p0", { q1, p1, q0, p0 }, total, which),
        ];
      }),
      step("total", "Σ(t)", { t: ["total", effects.map(({ total }) => total)] }, totalOf(({ total }) => total)),
    ]);
  },
});
