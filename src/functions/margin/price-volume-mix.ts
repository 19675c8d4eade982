import { type Decimal, sum } from "../../core/decimal.ts";
import { priceVolumeMixRows, type ProductColumns, type ProfitChangeRows } from "../../core/kernel/price-volume-mix.ts";
import { isContinuing, priceVolumeMix, type PricedProduct, type ProfitChange } from "../../core/margin/price-volume-mix.ts";
import { refuse } from "../../core/refusal.ts";
import { roundedTable } from "../../core/rounded-parts.ts";
import { at } from "../../core/table.ts";
import { type BulkColumn, bulkColumn, decimalAmounts, unitAmounts } from "../bulk-column.ts";
import { block, define, type Outcome, type ResultCell } from "../define.ts";
import { digits, labels, optional } from "../parameter.ts";
import { plugMark, roundingSteps } from "../plug.ts";
import { type Step, step, type Which } from "../step.ts";
import { type Term, word } from "../term.ts";
import type { Vector } from "../vector.ts";

const effects: readonly (readonly [keyof ProfitChange, Term])[] = [
  ["volume", "volume-effect"],
  ["mix", "structure-effect"],
  ["price", "price-effect"],
  ["unitCost", "unit-cost-effect"],
  ["added", "new-products"],
  ["dropped", "dropped-products"],
];

/** From so many products on the table is made by the kernel, which gives the same figures. */
const MANY = 2000;
/** What a double counts exactly in whole units. */
const LARGEST_UNITS = 2 ** 51;

export const marginPvm = define({
  id: "MARGIN.PVM",
  family: "margin",
  source: "analysis by price, volume and mix; new and dropped products apart; parts rounded to add (largest remainder)",
  formula: "volume = (Q1 − Q0)·q0/Q0·u0; mix = (q1 − Q1·q0/Q0)·u0; price = q1(p1 − p0); unit cost = −q1(c1 − c0); u = p − c",
  parameters: {
    quantity0: bulkColumn("vector"),
    price0: bulkColumn("vector"),
    cost0: bulkColumn("vector"),
    quantity1: bulkColumn("vector"),
    price1: bulkColumn("vector"),
    cost1: bulkColumn("vector"),
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
    sameCount(given, labels);
    if (digits === undefined && given.quantity0.length >= MANY) {
      const found = bulkRows(given);
      if (found) return block(bulkTable(found, labels), () => decimalTable(given, labels, digits).steps());
    }
    return decimalTable(given, labels, digits);
  },
});

type Columns = Readonly<Record<keyof ProductColumns, BulkColumn>>;

function sameCount(given: Columns, labels: Vector<string> | undefined): void {
  const expected = given.quantity0.length;
  const counts = [...Object.values<BulkColumn>(given).map(({ parameter, length }) => ({ parameter, length })), ...(labels ? [{ parameter: "labels", length: labels.values.length }] : [])];
  for (const { parameter, length } of counts) {
    if (length !== expected) refuse({ code: "lengths-differ", parameter, given: length, other: "quantity0", expected });
  }
}

/** The effects as the kernel gives them; undefined where the figures have too many digits for it. */
function bulkRows(given: Columns): ProfitChangeRows | undefined {
  const quantities = alike(given.quantity0, given.quantity1);
  const prices = alike(given.price0, given.cost0, given.price1, given.cost1);
  const [quantity0, quantity1] = quantities?.columns ?? [];
  const [price0, cost0, price1, cost1] = prices?.columns ?? [];
  if (!quantities || !prices || !quantity0 || !quantity1 || !price0 || !cost0 || !price1 || !cost1) return undefined;
  return priceVolumeMixRows({ quantity0, price0, cost0, quantity1, price1, cost1 }, 10 ** (quantities.digits + prices.digits));
}

/** Columns as whole numbers of one unit, 10^−digits. */
function alike(...columns: readonly BulkColumn[]): { readonly columns: readonly Float64Array[]; readonly digits: number } | undefined {
  const read = columns.map(unitAmounts);
  const digits = Math.max(...read.map((found) => found?.digits ?? 0));
  const scaled = read.flatMap((found) => (found ? [found.units.map((units) => units * 10 ** (digits - found.digits))] : []));
  const fits = scaled.length === columns.length && scaled.every((units) => units.every((value) => Math.abs(value) < LARGEST_UNITS));
  return fits ? { columns: scaled, digits } : undefined;
}

function header(marked: boolean): ResultCell[] {
  return [word("item"), ...effects.map(([, term]) => word(term)), word("total"), ...(marked ? [word("mark")] : [])];
}

function bulkTable({ rows, totals }: ProfitChangeRows, labels: Vector<string> | undefined): ResultCell[][] {
  const columns = [...effects.map(([effect]) => rows[effect]), rows.total];
  const cells = Array.from(rows.total, (_, index): ResultCell[] => [labels?.values[index] ?? word("item", String(index + 1)), ...columns.map((column) => column[index] ?? 0)]);
  return [header(false), ...cells, [word("total"), ...effects.map(([effect]) => totals[effect]), totals.total]];
}

function decimalTable(given: Columns, labels: Vector<string> | undefined, digits: number | undefined): Outcome {
  const read = {
    quantity0: decimalAmounts(given.quantity0),
    price0: decimalAmounts(given.price0),
    cost0: decimalAmounts(given.cost0),
    quantity1: decimalAmounts(given.quantity1),
    price1: decimalAmounts(given.price1),
    cost1: decimalAmounts(given.cost1),
  };
  const products = read.quantity0.map((quantity0, index): PricedProduct => {
    const value = (key: keyof typeof read) => at(read[key], index);
    return { quantity0, price0: value("price0"), cost0: value("cost0"), quantity1: value("quantity1"), price1: value("price1"), cost1: value("cost1") };
  });
  const changes = priceVolumeMix(products);
  const table = roundedTable(changes.map((change) => effects.map(([effect]) => change[effect])), digits);
  const marked = digits !== undefined;
  const row = (label: ResultCell, cells: ResultCell[], mark: ResultCell): ResultCell[] => [label, ...cells, ...(marked ? [mark] : [])];
  const rows = table.rows.map(({ parts, total }, index) => {
    const label = labels?.values[index] ?? word("item", String(index + 1));
    return row(label, [...parts, total].map(({ value }) => value), plugMark([...parts, total]));
  });
  return block([header(marked), ...rows, row(word("total"), [...table.columns, table.total], "")], () => {
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
}

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
