import { performance } from "node:perf_hooks";
import { Decimal, sum } from "../../src/core/decimal.ts";
import { priceVolumeMixTotals, type ProductColumns } from "../../src/core/kernel/price-volume-mix.ts";
import { priceVolumeMix, type PricedProduct } from "../../src/core/margin/price-volume-mix.ts";
import { answer } from "../../src/functions/answer.ts";
import { marginPvm } from "../../src/functions/margin/price-volume-mix.ts";

export const name = "MARGIN.PVM, 100,000 products";

const COUNT = 100_000;

/** Products with prices of 4 decimals and quantities of 3, from a small generator so that every run has the same. */
function products(): ProductColumns {
  let state = 12_345;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const column = (figure: (index: number) => number) => Float64Array.from({ length: COUNT }, (_, index) => figure(index));
  const price0 = column(() => Math.round((1 + uniform() * 200) * 1e4) / 1e4);
  const quantity0 = column(() => Math.round((1 + uniform() * 5000) * 1e3) / 1e3);
  const cost0 = column((i) => Math.round((price0[i] ?? 0) * (0.4 + 0.4 * uniform()) * 1e4) / 1e4);
  return {
    price0,
    quantity0,
    cost0,
    price1: column((i) => Math.round((price0[i] ?? 0) * (0.9 + 0.2 * uniform()) * 1e4) / 1e4),
    quantity1: column((i) => Math.round((quantity0[i] ?? 0) * (0.7 + 0.6 * uniform()) * 1e3) / 1e3),
    cost1: column((i) => Math.round((cost0[i] ?? 0) * (0.9 + 0.25 * uniform()) * 1e4) / 1e4),
  };
}

/** The same totals as plain doubles in one loop: the yardstick. */
function fusedDoubles({ quantity0, price0, cost0, quantity1, price1, cost1 }: ProductColumns): number[] {
  let [total0, total1, base, current, price, cost] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < quantity0.length; i++) {
    const q0 = quantity0[i] as number;
    const q1 = quantity1[i] as number;
    const p0 = price0[i] as number;
    const p1 = price1[i] as number;
    const c0 = cost0[i] as number;
    const c1 = cost1[i] as number;
    total0 += q0;
    total1 += q1;
    base += q0 * (p0 - c0);
    current += q1 * (p0 - c0);
    price += q1 * (p1 - p0);
    cost -= q1 * (c1 - c0);
  }
  const volume = ((total1 - total0) * base) / total0;
  return [volume, current - base - volume, price, cost];
}

function plain(columns: ProductColumns): string {
  const rows = Array.from({ length: COUNT }, (_, i): PricedProduct => {
    const value = (key: keyof ProductColumns) => new Decimal(columns[key][i] ?? 0);
    return { quantity0: value("quantity0"), price0: value("price0"), cost0: value("cost0"), quantity1: value("quantity1"), price1: value("price1"), cost1: value("cost1") };
  });
  return sum(priceVolumeMix(rows).map(({ total }) => total)).toFixed(2);
}

function milliseconds(job: () => unknown, rounds: number): number {
  const taken = Array.from({ length: rounds }, () => {
    const start = performance.now();
    job();
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

export async function run(): Promise<string> {
  const columns = products();
  const exact = () => priceVolumeMixTotals(columns, { quantity: 3, price: 4 });
  for (let warm = 0; warm < 20; warm++) {
    fusedDoubles(columns);
    exact();
  }
  const doubles = milliseconds(() => fusedDoubles(columns), 41);
  const kernel = milliseconds(exact, 41);
  const decimals = milliseconds(() => plain(columns), 1);
  const cells = (["quantity0", "price0", "cost0", "quantity1", "price1", "cost1"] as const).map((key) => Array.from(columns[key], (figure) => [figure]));
  const table = milliseconds(() => answer(marginPvm, cells, (term) => term), 1);
  return [
    `fused loop of doubles ${doubles.toFixed(2)} ms`,
    `exact totals ${kernel.toFixed(2)} ms, ${(kernel / doubles).toFixed(1)}×`,
    `decimals row by row ${decimals.toFixed(0)} ms, ${(decimals / doubles).toFixed(0)}×`,
    `the whole function with its table of ${COUNT} rows ${table.toFixed(0)} ms`,
  ].join("; ");
}
