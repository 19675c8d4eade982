import { type Decimal, sum } from "../../core/decimal.ts";
import { isContinuing, priceVolumeMix, type PricedProduct, type ProfitChange } from "../../core/margin/price-volume-mix.ts";
import { roundedTable } from "../../core/rounded-parts.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { digits, labels, optional, vector } from "../parameter.ts";
import { plugMark, roundingSteps } from "../plug.ts";
import { type Step, step, type Which } from "../step.ts";
import { type Term, word } from "../term.ts";
import { sameLength } from "../vector.ts";

const effects: readonly (readonly [keyof ProfitChange, Term])[] = [
  ["volume", "volume-effect"],
  ["mix", "structure-effect"],
  ["price", "price-effect"],
  ["unitCost", "unit-cost-effect"],
  ["added", "new-products"],
  ["dropped", "dropped-products"],
];

export const marginPvm = define({
  id: "MARGIN.PVM",
  family: "margin",
  source: "Contribution analysis by price, volume and mix; new and dropped products apart; each part rounded to add (largest remainder)",
  formula: "volume = (Q1 − Q0)·q0/Q0·u0; mix = (q1 − Q1·q0/Q0)·u0; price = q1(p1 − p0); unit cost = −q1(c1 − c0); u = p − c",
  parameters: {
    quantity0: vector(),
    price0: vector(),
    cost0: vector(),
    quantity1: vector(),
    price1: vector(),
    cost1: vector(),
    labels: optional(labels()),
    digits: digits(),
  },
  returns: "matrix",
  example: [
    [[1200, 800, 300, 0]],
    [["52.50", "81.20", "110.00", "-"]],
    [["41.30", "60.75", "95.40", "-"]],
    [[1350, 700, 0, 150]],
    [["50.10", "84.00", "-", "66.00"]],
    [["40.05", "61.90", "-", "48.20"]],
    [["A", "B", "C", "D"]],
    [[0]],
  ],
  compute({ labels, digits, ...given }) {
    sameLength({ ...given, labels });
    const products = given.quantity0.values.map((_, index): PricedProduct => {
      const value = (key: keyof typeof given) => at(given[key].values, index);
      return { quantity0: value("quantity0"), price0: value("price0"), cost0: value("cost0"), quantity1: value("quantity1"), price1: value("price1"), cost1: value("cost1") };
    });
    const changes = priceVolumeMix(products);
    const table = roundedTable(changes.map((change) => effects.map(([effect]) => change[effect])), digits);
    const marked = digits !== undefined;
    const row = (label: ResultCell, cells: ResultCell[], mark: ResultCell): ResultCell[] => [label, ...cells, ...(marked ? [mark] : [])];
    const rows = table.rows.map(({ parts, total }, index) => {
      const label = labels?.values[index] ?? word("item", String(index + 1));
      return row(label, [...parts, total].map(({ value }) => value), plugMark([...parts, total]));
    });
    const header = row(word("item"), [...effects.map(([, term]) => word(term)), word("total")], word("mark"));
    return block([header, ...rows, row(word("total"), [...table.columns, table.total], "")], () => {
      const continuing = products.filter(isContinuing);
      const totals = { Q0: sum(continuing.map(({ quantity0 }) => quantity0)), Q1: sum(continuing.map(({ quantity1 }) => quantity1)) };
      return [
        ...changes.flatMap((change, index): Step[] => {
          const which = labels?.values[index] || index + 1;
          const { parts, total } = at(table.rows, index);
          return [
            ...productSteps(at(products, index), totals, change, which),
            ...roundingSteps("total", change.total, total, digits, which),
            ...effects.flatMap(([effect, term], column) => roundingSteps(term, change[effect], at(parts, column), digits, which)),
          ];
        }),
        step("total", "Σ(t)", { t: ["total", table.rows.map(({ total }) => total.value)] }, table.total),
      ];
    });
  },
});

function productSteps(product: PricedProduct, { Q0, Q1 }: { Q0: Decimal; Q1: Decimal }, change: ProfitChange, which: Which): Step[] {
  const { quantity0, price0, cost0, quantity1, price1, cost1 } = product;
  const [q0, q1] = [["quantity-prior", quantity0], ["quantity-current", quantity1]] as const;
  const [p0, p1] = [["price-prior", price0], ["price-current", price1]] as const;
  const [c0, c1] = [["unit-cost-prior", cost0], ["unit-cost-current", cost1]] as const;
  if (!isContinuing(product)) {
    const [term, value]: readonly [Term, Decimal] = quantity0.isZero() ? ["new-products", change.added] : ["dropped-products", change.dropped];
    return [step(term, "q1 × (p1 − c1) − q0 × (p0 − c0)", { q1, p1, c1, q0, p0, c0 }, value, which)];
  }
  const [A, B] = [["quantity-total-prior", Q0], ["quantity-total-current", Q1]] as const;
  return [
    step("volume-effect", "(B − A) × q0 ÷ A × (p0 − c0)", { B, A, q0, p0, c0 }, change.volume, which),
    step("structure-effect", "(q1 − B × q0 ÷ A) × (p0 − c0)", { q1, B, q0, A, p0, c0 }, change.mix, which),
    step("price-effect", "q1 × (p1 − p0)", { q1, p1, p0 }, change.price, which),
    step("unit-cost-effect", "−q1 × (c1 − c0)", { q1, c1, c0 }, change.unitCost, which),
    step("total", "q1 × (p1 − c1) − q0 × (p0 − c0)", { q1, p1, c1, q0, p0, c0 }, change.total, which),
  ];
}
