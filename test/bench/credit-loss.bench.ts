import { performance } from "node:perf_hooks";
import { agedAmounts, firstDays, settledOldestFirst } from "../../src/core/credit-loss/ageing.ts";
import { Decimal } from "../../src/core/decimal.ts";
import { ageTable, settledUnits } from "../../src/core/kernel/ageing.ts";
import { answer, AnsweredError } from "../../src/functions/answer.ts";
import { bulkColumn, daysUpTo, keysOf, unitAmounts } from "../../src/functions/bulk-column.ts";
import type { Cell } from "../../src/functions/cell.ts";
import { eclAging, eclAgingFifo } from "../../src/functions/credit-loss/ageing.ts";
import { dataTable, type Ledger, pandas, peer } from "./ageing-peers.ts";

export const name = "ECL.AGING and ECL.AGINGFIFO, 1,000,000 rows, 50,000 customers";

const ROWS = 1_000_000;
const CUSTOMERS = 50_000;
const asOf = 45_657;
const edges = [3, 12, 24, 36];
const rounds = 9;

/** Three invoices to one credit in no order, with busy customers and quiet ones; the same in every run. */
function ledger(): Ledger {
  let state = 20_241_231;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const amounts = Float64Array.from({ length: ROWS }, (_, row) => (row % 4 === 3 ? -1 : 1) * (Math.round(uniform() * 20_000_000) / 100));
  const dates = Int32Array.from({ length: ROWS }, () => asOf - Math.floor(uniform() * 1_825));
  const keys = Int32Array.from({ length: ROWS }, () => Math.floor(uniform() * uniform() * CUSTOMERS));
  return { amounts, dates, keys };
}

/** The yardstick: one loop that reads all three columns and adds the amounts. */
function barePass({ amounts, dates, keys }: Ledger): number {
  let total = 0;
  let bits = 0;
  for (let i = 0; i < amounts.length; i++) {
    total += amounts[i] as number;
    bits ^= (dates[i] as number) ^ (keys[i] as number);
  }
  return total + bits;
}

/** The job as it is usually written: an object a row, a Map of customers, sorted items matched one by one, in doubles. */
function withObjects(cells: Cells, limits: readonly number[]): Map<string, number[]> {
  const customers = new Map<string, { items: { date: number; open: number }[]; paid: number }>();
  const rows = cells.amounts.map(([amount], row) => ({ amount: Number(amount), date: Number(cells.dates[row]?.[0]), id: String(cells.customers[row]?.[0]).trim() }));
  for (const { amount, date, id } of rows) {
    let customer = customers.get(id);
    if (!customer) customers.set(id, (customer = { items: [], paid: 0 }));
    if (amount < 0) customer.paid -= amount;
    else customer.items.push({ date, open: amount });
  }
  const table = new Map<string, number[]>();
  for (const [id, { items, paid }] of customers) {
    const row = new Array<number>(limits.length + 1).fill(0);
    let credit = paid;
    for (const item of items.sort((a, b) => a.date - b.date)) {
      const used = Math.min(credit, item.open);
      credit -= used;
      const bucket = limits.findIndex((day) => item.date >= day);
      const slot = bucket === -1 ? limits.length : bucket;
      row[slot] = (row[slot] ?? 0) + item.open - used;
    }
    table.set(id, [...row, credit]);
  }
  return table;
}

const idOf = (key: number) => `Customer ${String(key).padStart(6, "0")}`;

/** Names that end in no number: 深圳市, two characters, 商贸有限公司. */
const chineseNameOf = (key: number) => `深圳市${String.fromCharCode(0x4e00 + (key % 500), 0x4e00 + Math.floor(key / 500))}商贸有限公司`;

interface Cells {
  readonly amounts: readonly (readonly Cell[])[];
  readonly dates: readonly (readonly Cell[])[];
  readonly customers: readonly (readonly Cell[])[];
}

/**
 * The columns as Excel hands them over: rows of one cell out of JSON, every text a string of its own. Every
 * call gets cells that nobody has read yet, as in Excel: a text read before keeps the hash that was made of it.
 */
function freshCells({ amounts, dates, keys }: Ledger, nameOf: (key: number) => string): () => Cells {
  const json = [Array.from(amounts), Array.from(dates), Array.from(keys, nameOf)].map((column) => JSON.stringify(column.map((cell) => [cell])));
  return () => {
    const [amounts = [], dates = [], customers = []] = json.map((column) => JSON.parse(column) as Cell[][]);
    return { amounts, dates, customers };
  };
}

/** The same ledger with another last cell in one of its columns. */
function withBadEnd(cells: Cells, column: keyof Cells, bad: Cell): Cells {
  return { ...cells, [column]: [...cells[column].slice(0, -1), [bad]] };
}

function readCells(cells: Cells, withCustomers: boolean): number {
  const [amounts, dates, customers] = [cells.amounts, cells.dates, cells.customers].map((argument) => bulkColumn("cells").read(argument, "cells"));
  const scaled = amounts && unitAmounts(amounts);
  if (!scaled || !dates || !customers) throw new Error("the ledger was not read");
  const days = daysUpTo(dates, asOf, () => false);
  const names = withCustomers ? keysOf(customers, () => false).names.length : 0;
  return scaled.units.length + days.length + names;
}

/** A job and what it is given, which is made anew before every call and not timed. */
interface Job {
  readonly given: () => Cells | undefined;
  readonly call: (cells: Cells) => unknown;
}

const nothing: Cells = { amounts: [], dates: [], customers: [] };

/** Every job once a round, their order turned round by round; the ratio is the median of the rounds. */
async function compared(jobs: Readonly<Record<string, Job>>, reference: string): Promise<Map<string, { ms: number; ratios: readonly number[] }>> {
  const names = Object.keys(jobs);
  const times = new Map<string, number[]>(names.map((job) => [job, []]));
  for (let round = -2; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + names.length * 2) % names.length] ?? reference;
      const job = jobs[name];
      const cells = job?.given() ?? nothing;
      await swept();
      const repeats = name === reference ? 20 : 1;
      const start = performance.now();
      for (let i = 0; i < repeats; i++) job?.call(cells);
      if (round >= 0) times.get(name)?.push((performance.now() - start) / repeats);
    }
  }
  const base = times.get(reference) ?? [];
  return new Map(names.map((job) => [job, { ms: median(times.get(job) ?? []), ratios: (times.get(job) ?? []).map((time, round) => time / (base[round] ?? time)) }]));
}

/** Clears what the last job left, and waits until the engine has done so: it goes on in other threads. */
async function swept(): Promise<void> {
  globalThis.gc?.();
  await new Promise((resolve) => setTimeout(resolve, 250));
}

function timeOf(call: (cells: Cells) => unknown, cells: Cells): number {
  const start = performance.now();
  call(cells);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** How many of the customers and buckets differ from decimal arithmetic, to the last bit of the double. */
function differences({ amounts, dates, keys }: Ledger, cells: Cells): number {
  const first = firstDays(asOf, edges, "M");
  const found = answer(eclAgingFifo, [cells.amounts, cells.dates, cells.customers, asOf], (term) => term);
  if (found instanceof AnsweredError) throw new Error(found.literal);
  const items = Array.from(amounts, (amount, i) => ({ amount: new Decimal(amount), date: dates[i] ?? 0, key: keys[i] ?? 0 }));
  const own = new Map<string, typeof items>();
  for (const item of items) {
    const list = own.get(idOf(item.key)) ?? [];
    if (list.length === 0) own.set(idOf(item.key), list);
    list.push(item);
  }
  let wrong = 0;
  for (const [id, ...figures] of found.slice(1, -1)) {
    const { open, unapplied } = settledOldestFirst(own.get(String(id)) ?? [], first);
    [...open, unapplied].forEach((value, slot) => (wrong += value.toNumber() === figures[slot] ? 0 : 1));
  }
  const aged = answer(eclAging, [cells.amounts, cells.dates, asOf], (term) => term);
  agedAmounts(items, first).forEach((value, bucket) => (wrong += aged instanceof AnsweredError || value.toNumber() !== aged[bucket]?.[0] ? 1 : 0));
  return wrong;
}

export async function run(): Promise<string> {
  const data = ledger();
  const ids = freshCells(data, idOf);
  const names = freshCells(data, chineseNameOf);
  const term = (code: string) => code;
  const fifo = (cells: Cells) => answer(eclAgingFifo, [cells.amounts, cells.dates, cells.customers, asOf], term);
  const limits = firstDays(asOf, edges, "M");
  const cents = data.amounts.map((amount) => Math.round(amount * 100));
  const inMemory = () => undefined;
  const first = [fifo, (cells: Cells) => withObjects(cells, limits)].map((call) => timeOf(call, ids()));
  const jobs = await compared(
    {
      bare: { given: inMemory, call: () => barePass(data) },
      readTwo: { given: ids, call: (cells) => readCells(cells, false) },
      readThree: { given: ids, call: (cells) => readCells(cells, true) },
      aging: { given: ids, call: (cells) => answer(eclAging, [cells.amounts, cells.dates, asOf], term) },
      fifo: { given: ids, call: fifo },
      settle: { given: inMemory, call: () => settledUnits({ amounts: cents, dates: data.dates }, data.keys, CUSTOMERS, asOf, ageTable(asOf, limits)) },
      objects: { given: ids, call: (cells) => withObjects(cells, limits) },
    },
    "bare",
  );
  // By themselves: an engine that has met other kinds of text or cells compiles the same loops for them too.
  const named = await compared(
    {
      bare: { given: inMemory, call: () => barePass(data) },
      fifo: { given: names, call: fifo },
      objects: { given: names, call: (cells) => withObjects(cells, limits) },
    },
    "bare",
  );
  const refused = await compared(
    {
      bare: { given: inMemory, call: () => barePass(data) },
      fifo: { given: ids, call: fifo },
      badAmount: { given: () => withBadEnd(ids(), "amounts", "abc"), call: fifo },
      badDate: { given: () => withBadEnd(ids(), "dates", asOf + 1), call: fifo },
      badCustomer: { given: () => withBadEnd(ids(), "customers", true), call: fifo },
    },
    "bare",
  );
  const cells = ids();
  globalThis.gc?.();
  const before = process.memoryUsage();
  const held = fifo(cells);
  const after = process.memoryUsage();
  const grown = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20;
  const of = (job: string, among = jobs) => among.get(job) ?? { ms: 0, ratios: [] };
  const ratio = (job: string, among = jobs) => `${median(of(job, among).ratios).toFixed(1)}×`;
  const figures = (job: string, among = jobs) => `${ratio(job, among)} | ${of(job, among).ms.toFixed(0)}`;
  const beyond = (job: string, read: string) => `${median(of(job).ratios.map((value, round) => value - (of(read).ratios[round] ?? 0))).toFixed(1)}×`;
  const against = (among = jobs) => `${median(of("objects", among).ratios.map((value, round) => value / (of("fifo", among).ratios[round] ?? value))).toFixed(1)}×`;
  const wrong = differences(data, cells);
  // Debian's own python3 is where its packages are, whatever else stands first in the path.
  const peers = [["pandas", peer("/usr/bin/python3", pandas, data, limits)], ["data.table", peer("Rscript", dataTable, data, limits)]] as const;
  return [
    `One run, ${rounds} rounds, jobs interleaved; a ratio is the median of the rounds, against a bare pass of ${of("bare").ms.toFixed(2)} ms over the three columns.`,
    "",
    "| job | ratio | ms | wanted |",
    "|---|---|---|---|",
    `| read the cells with text ids | ${figures("readThree")} | 120× |`,
    `| read amounts and dates | ${figures("readTwo")} | |`,
    `| ECL.AGING beyond reading | ${beyond("aging", "readTwo")} | ${(of("aging").ms - of("readTwo").ms).toFixed(0)} | 15× |`,
    `| ECL.AGINGFIFO beyond reading, with its table of customers | ${beyond("fifo", "readThree")} | ${(of("fifo").ms - of("readThree").ms).toFixed(0)} | 60× |`,
    `| of it, settling columns already in memory with numeric ids | ${figures("settle")} | |`,
    `| the whole of ECL.AGINGFIFO | ${figures("fifo")} | |`,
    `| the same job with objects and a Map | ${figures("objects")} | |`,
    `| the whole of ECL.AGINGFIFO, Chinese names without numbers for ids | ${figures("fifo", named)} | |`,
    `| the same job with objects and a Map | ${figures("objects", named)} | |`,
    `| the whole of ECL.AGINGFIFO, in turn with the three below | ${figures("fifo", refused)} | |`,
    `| the same with text in the last amount, refused | ${figures("badAmount", refused)} | no later than the good range |`,
    `| with the last date after as_of, refused | ${figures("badDate", refused)} | no later than the good range |`,
    `| with TRUE for the last customer, refused | ${figures("badCustomer", refused)} | no later than the good range |`,
    "",
    `Faster than objects and a Map by ${against()} (wanted 5×); with Chinese names by ${against(named)}. Grown above the input: ${grown.toFixed(0)} MB with the result of ${held instanceof AnsweredError ? 0 : held.length} rows (wanted under 200).`,
    `Called for the first time, with nothing compiled yet: ${first.map((ms) => `${ms.toFixed(0)} ms`).join(", with objects and a Map ")}.`,
    `Figures that differ from decimal arithmetic in the last bit: ${wrong} of ${(held instanceof AnsweredError ? 0 : held.length - 2) * (edges.length + 2) + edges.length + 1}.`,
    ...peers.map(([program, ms]) => (ms === undefined ? `${program} is not on this machine.` : `${program}, columns already in memory and numeric ids: ${ms.toFixed(0)} ms, ${(ms / of("settle").ms).toFixed(1)} times our settling of the same.`)),
  ].join("\n");
}
