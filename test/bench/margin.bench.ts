import { performance } from "node:perf_hooks";
import { Decimal, sum } from "../../src/core/decimal.ts";
import { priceVolumeMixRows, type ProductColumns } from "../../src/core/kernel/price-volume-mix.ts";
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

/** The middle time of each job, the jobs taking turns so that a busy machine slows all of them alike. */
function milliseconds<K extends string>(jobs: Readonly<Record<K, () => unknown>>, rounds: number): Record<K, number> {
  const names = Object.keys(jobs) as K[];
  const taken = names.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    names.forEach((job, index) => {
      const start = performance.now();
      jobs[job]();
      taken[index]?.push(performance.now() - start);
    });
  }
  const middle = (times: readonly number[]) => times.toSorted((x, y) => x - y)[Math.floor(times.length / 2)] ?? 0;
  return Object.fromEntries(names.map((job, index) => [job, middle(taken[index] ?? [])])) as Record<K, number>;
}

export async function run(): Promise<string> {
  const columns = products();
  const units: ProductColumns = {
    quantity0: columns.quantity0.map((figure) => Math.round(figure * 1e3)),
    quantity1: columns.quantity1.map((figure) => Math.round(figure * 1e3)),
    price0: columns.price0.map((figure) => Math.round(figure * 1e4)),
    price1: columns.price1.map((figure) => Math.round(figure * 1e4)),
    cost0: columns.cost0.map((figure) => Math.round(figure * 1e4)),
    cost1: columns.cost1.map((figure) => Math.round(figure * 1e4)),
  };
  const cells = (["quantity0", "price0", "cost0", "quantity1", "price1", "cost1"] as const).map((key) => Array.from(columns[key], (figure) => [figure]));
  const quick = {
    doubles: () => fusedDoubles(columns),
    rows: () => priceVolumeMixRows(units, 1e7),
  };
  milliseconds(quick, 15);
  const { doubles, rows } = milliseconds(quick, 41);
  const { table } = milliseconds({ table: () => answer(marginPvm, cells, (term) => term) }, 3);
  const { decimals } = milliseconds({ decimals: () => plain(columns) }, 1);
  const line = (job: string, time: number, wanted = "") => `| ${job} | ${(time / doubles).toFixed(1)}× | ${time.toFixed(2)} | ${wanted} |`;
  return [
    `${COUNT.toLocaleString("en-US")} products, quantities of 3 decimals, prices and unit costs of 4. Middle of 41 rounds, jobs interleaved.`,
    "",
    "| job | ratio | ms | wanted |",
    "|---|---|---|---|",
    line("fused loop of doubles, the yardstick, not exact", doubles),
    line("the nearest double of each exact effect of every product, and their exact totals", rows, "30×"),
    line("the whole function: reading cells, effects of every product, the table", table),
    line("decimals row by row, what the kernel replaces", decimals),
  ].join("\n");
}
