import { agedAmounts, type AgeUnit, bucketOf, firstDays, type LedgerItem, settledOldestFirst } from "../../core/credit-loss/ageing.ts";
import { Decimal, sum } from "../../core/decimal.ts";
import { agedUnits, ageTable, settledUnits } from "../../core/kernel/ageing.ts";
import { refuse } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { bulkColumn, type BulkColumn, daysUpTo, decimalAmounts, isBlankColumn, keysOf, unitAmounts } from "../bulk-column.ts";
import { date } from "../date.ts";
import { block, define, type ResultCell } from "../define.ts";
import { choice, defaulted, numberIn, oneVector, type Parameter, required } from "../parameter.ts";
import { type Step, step } from "../step.ts";
import { type Word, word } from "../term.ts";
import { laidOut } from "../vector.ts";

const source = "CAS 22 art. 63; ageing as printed in filing 002, lines 3271–3280";

/** Rows up to which the derivation lists amounts and customers one by one; beyond, sums. */
const listed = 200;

const ledger = {
  amounts: [["1,200.00"], ["800.00"], ["-500.00"], ["350.50"], ["90.25"], ["-120.00"]],
  dates: [["2024-11-30"], ["2024-03-31"], ["2024-12-15"], ["2022-06-30"], ["2021-01-15"], ["2024-10-08"]],
};

export const eclAging = define({
  id: "ECL.AGING",
  family: "credit-loss",
  source,
  formula: "b(k) = Σ(a), as_of ≤ date + e(k)",
  parameters: { amounts: bulkColumn("amounts"), dates: bulkColumn("dates"), as_of: date(), edges: edges(), unit: unit() },
  returns: "matrix",
  example: [ledger.amounts, ledger.dates, [["2024-12-31"]], undefined, undefined],
  compute({ amounts, dates, as_of, edges, unit }) {
    sameCount(amounts, dates);
    refuseBlankLedger(amounts, dates);
    const first = firstDays(as_of, edges, unit);
    const scaled = unitAmounts(amounts);
    if (scaled) {
      const days = daysUpTo(dates, as_of, (index) => scaled.units[index] === 0);
      const units = agedUnits({ amounts: scaled.units, dates: days }, as_of, ageTable(as_of, first));
      const buckets = Array.from(units, (count) => exactly(count, 10 ** scaled.digits));
      return block(laidOut(buckets, amounts), () => ageingSteps(buckets, amounts.length > listed ? undefined : itemsOf(decimalAmounts(amounts), days), first));
    }
    const values = decimalAmounts(amounts);
    const items = itemsOf(values, daysUpTo(dates, as_of, (index) => at(values, index).isZero()));
    const buckets = agedAmounts(items, first);
    return block(laidOut(buckets, amounts), () => ageingSteps(buckets, items.length > listed ? undefined : items, first));
  },
});

export const eclAgingFifo = define({
  id: "ECL.AGINGFIFO",
  family: "credit-loss",
  source,
  formula: "open(k) = d(k) − min(d(k), max(0, c − Σ d(older)))",
  parameters: { amounts: bulkColumn("amounts"), dates: bulkColumn("dates"), customers: bulkColumn("customers"), as_of: date(), edges: edges(), unit: unit() },
  returns: "matrix",
  example: [ledger.amounts, ledger.dates, [["甲公司"], ["甲公司"], ["甲公司"], ["乙公司"], ["乙公司"], ["丙公司"]], [["2024-12-31"]], undefined, undefined],
  compute({ amounts, dates, customers, as_of, edges, unit }) {
    sameCount(amounts, dates);
    refuseBlankLedger(amounts, dates);
    sameCount(amounts, customers);
    const first = firstDays(as_of, edges, unit);
    const header = [word("customer"), ...bucketNames(edges, unit), word("unapplied-credit"), word("balance")];
    const scaled = unitAmounts(amounts);
    if (!scaled) {
      const values = decimalAmounts(amounts);
      const days = daysUpTo(dates, as_of, (index) => at(values, index).isZero());
      const { keys, names } = keysOf(customers, (index) => at(values, index).isZero());
      const rows = settledCustomers(itemsOf(values, days), keys, names, first);
      return block([header, ...rows.map(customerRow), customerRow(totalOf(rows, edges.length + 1))], () => settlementSteps(rows));
    }
    const days = daysUpTo(dates, as_of, (index) => scaled.units[index] === 0);
    const { keys, names } = keysOf(customers, (index) => scaled.units[index] === 0);
    const open = settledUnits({ amounts: scaled.units, dates: days }, keys, names.length, as_of, ageTable(as_of, first));
    const rows = unitRows(open, names, edges.length + 1, amounts.length > listed ? nearest : exactly, 10 ** scaled.digits);
    return block([header, ...rows], () =>
      amounts.length > listed ? [totalStep(at(rows, names.length))] : settlementSteps(settledCustomers(itemsOf(decimalAmounts(amounts), days), keys, names, first)),
    );
  },
});

/** Units as the figure they stand for. */
function exactly(units: number, unitsPerOne: number): Decimal {
  return new Decimal(units).div(unitsPerOne);
}

/** Units as the double nearest to the figure they stand for, since both are whole: tables of customers are too long for decimals. */
function nearest(units: number, unitsPerOne: number): number {
  return units / unitsPerOne;
}

/** The rows of the table from the units of a kernel, the total last. */
function unitRows(open: Float64Array, names: readonly string[], buckets: number, figure: typeof exactly | typeof nearest, unitsPerOne: number): ResultCell[][] {
  const width = buckets + 1;
  const totals = new Float64Array(width);
  for (let at = 0; at < open.length; at += width) {
    for (let slot = 0; slot < width; slot++) totals[slot] = (totals[slot] as number) + (open[at + slot] as number);
  }
  const rows = names.map((name, customer) => unitRow(name, open, customer * width, width, figure, unitsPerOne));
  rows.push(unitRow(word("total"), totals, 0, width, figure, unitsPerOne));
  return rows;
}

/** A customer's buckets, the unapplied credit behind them, and the balance of both. */
function unitRow(label: string | Word, units: Float64Array, start: number, width: number, figure: typeof exactly | typeof nearest, unitsPerOne: number): ResultCell[] {
  // As long as it will be from the start: pushed to one by one, fifty thousand rows would be moved again and again.
  const row = new Array<ResultCell>(width + 2);
  row[0] = label;
  let balance = 0;
  for (let slot = 0; slot < width; slot++) {
    const count = units[start + slot] as number;
    row[slot + 1] = figure(count, unitsPerOne);
    balance += slot < width - 1 ? count : -count;
  }
  row[width + 1] = figure(balance, unitsPerOne);
  return row;
}

interface SettledCustomer {
  readonly name: string | Word;
  readonly open: readonly Decimal[];
  readonly unapplied: Decimal;
  readonly balance: Decimal;
  readonly ledger: Decimal;
}

function settledCustomers(items: readonly LedgerItem[], keys: Int32Array, names: readonly string[], first: readonly number[]): SettledCustomer[] {
  const byCustomer = names.map((): LedgerItem[] => []);
  items.forEach((item, index) => {
    if (!item.amount.isZero()) at(byCustomer, keys[index] ?? 0).push(item);
  });
  return byCustomer.map((own, customer) => {
    const { open, unapplied } = settledOldestFirst(own, first);
    return { name: at(names, customer), open, unapplied, balance: sum(open).minus(unapplied), ledger: sum(own.map(({ amount }) => amount)) };
  });
}

function totalOf(rows: readonly SettledCustomer[], buckets: number): SettledCustomer {
  const over = (figure: (row: SettledCustomer) => Decimal) => sum(rows.map(figure));
  const open = Array.from({ length: buckets }, (_, bucket) => over((row) => at(row.open, bucket)));
  return { name: word("total"), open, unapplied: over((row) => row.unapplied), balance: over((row) => row.balance), ledger: over((row) => row.ledger) };
}

function customerRow({ name, open, unapplied, balance }: SettledCustomer): ResultCell[] {
  return [name, ...open, unapplied, balance];
}

/** Each bucket from its own amounts where they are few; and that the buckets add to the ledger. */
function ageingSteps(buckets: readonly Decimal[], items: readonly LedgerItem[] | undefined, first: readonly number[]): Step[] {
  const ledgerTotal = step("total", "Σ(b)", { b: ["amount", buckets] }, sum(buckets));
  if (!items) return [ledgerTotal];
  const own = buckets.map((_, bucket) => items.filter(({ date }) => bucketOf(date, first) === bucket).map(({ amount }) => amount));
  return [...buckets.map((value, bucket) => step("amount", "Σ(a)", { a: ["amount", at(own, bucket)] }, value, bucket + 1)), ledgerTotal];
}

/** What is open and unapplied of each customer against its ledger, and in total. */
function settlementSteps(rows: readonly SettledCustomer[]): Step[] {
  const balance = ({ open, unapplied, balance: value }: SettledCustomer, which?: string) =>
    step("balance", "Σ(o) − u", { o: ["open-amount", open], u: ["unapplied-credit", unapplied] }, value, which);
  const each = rows.flatMap((row): Step[] => {
    const name = typeof row.name === "string" ? row.name : "";
    return [step("unapplied-credit", "max(0, −L)", { L: ["ledger-balance", row.ledger] }, row.unapplied, name), balance(row, name)];
  });
  return [...each, balance(totalOf(rows, rows[0]?.open.length ?? 0))];
}

/** The same for the total of a ledger too long to show its customers one by one. */
function totalStep(total: readonly ResultCell[]): Step {
  const figures = total.slice(1).map((cell) => new Decimal(typeof cell === "number" || cell instanceof Decimal ? cell : 0));
  const [unapplied, balance] = [at(figures, figures.length - 2), at(figures, figures.length - 1)];
  return step("balance", "Σ(o) − u", { o: ["open-amount", figures.slice(0, -2)], u: ["unapplied-credit", unapplied] }, balance);
}

function itemsOf(amounts: readonly Decimal[], days: Int32Array): LedgerItem[] {
  return amounts.map((amount, index) => ({ amount, date: days[index] ?? 0 }));
}

function sameCount(amounts: BulkColumn, other: BulkColumn): void {
  if (other.length !== amounts.length) {
    refuse({ code: "lengths-differ", parameter: other.parameter, given: other.length, other: "amounts", expected: amounts.length });
  }
}

/** Blank rows among others are skipped; where no row holds anything, the wrong cells were selected. */
function refuseBlankLedger(amounts: BulkColumn, dates: BulkColumn): void {
  if (isBlankColumn(dates) && isBlankColumn(amounts)) refuse({ code: "range-empty", parameter: amounts.parameter });
}

/** Names of the buckets: up to an edge, between two, beyond the last. */
function bucketNames(edges: readonly number[], unit: AgeUnit): Word[] {
  const [within, between, over] = unit === "M" ? (["months-within", "months-between", "months-over"] as const) : (["days-within", "days-between", "days-over"] as const);
  return [...edges.map((edge, index) => (index === 0 ? word(within, String(edge)) : word(between, `${edges[index - 1]}–${edge}`))), word(over, String(edges.at(-1)))];
}

function unit(): Parameter<AgeUnit> {
  return defaulted(choice("M", "D"), "M");
}

/** Ages at which a bucket ends, ascending. */
function edges(): Parameter<readonly number[]> {
  return defaulted(
    required("edges", (argument, name) => {
      const places = oneVector(argument, name, (cell, place) => {
        const value = numberIn(cell, place, { minimum: 0, maximum: 100_000 });
        if (!value.isInteger()) refuse({ code: "not-a-whole-number", place, value: value.toString() });
        return { edge: value.toNumber(), place };
      }).values;
      places.forEach(({ edge, place }, index) => {
        if (index > 0 && edge <= at(places, index - 1).edge) refuse({ code: "edges-not-ascending", place, value: String(edge) });
      });
      if (places.length > 200) refuse({ code: "wrong-count", parameter: name, given: places.length, expected: 200, most: true });
      return places.map(({ edge }) => edge);
    }),
    [3, 12, 24, 36],
  );
}
