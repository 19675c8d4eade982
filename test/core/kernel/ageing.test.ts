import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agedAmounts, bucketOf, firstDays, settledOldestFirst } from "../../../src/core/credit-loss/ageing.ts";
import { dayOf, monthsLater, serialOf, serialOfText } from "../../../src/core/day-count.ts";
import { Decimal } from "../../../src/core/decimal.ts";
import { agedUnits, ageTable, settledUnits } from "../../../src/core/kernel/ageing.ts";

const asOf = serialOf({ year: 2024, month: 12, day: 31 });
const serial = (text: string) => serialOfText(text) ?? 0;

describe("ageing buckets", () => {
  it.each([
    ["30 September is three months before 31 December", "2024-09-30", 0],
    ["29 September is not", "2024-09-29", 1],
    ["31 December of last year is twelve months", "2023-12-31", 1],
    ["30 December of last year is more", "2023-12-30", 2],
    ["the day itself is the youngest", "2024-12-31", 0],
    ["older than the last edge", "2020-01-01", 4],
  ])("%s", (_, date, bucket) => {
    expect(bucketOf(serial(date), firstDays(asOf, [3, 12, 24, 36], "M"))).toBe(bucket);
  });

  it("count months to the end of February", () => {
    const end = serial("2024-02-29");
    expect(bucketOf(serial("2023-11-30"), firstDays(end, [3], "M"))).toBe(0);
    expect(bucketOf(serial("2023-11-29"), firstDays(end, [3], "M"))).toBe(0);
    expect(bucketOf(serial("2023-11-28"), firstDays(end, [3], "M"))).toBe(1);
  });

  it("count days", () => {
    expect([30, 31, 90, 91].map((age) => bucketOf(asOf - age, firstDays(asOf, [30, 90], "D")))).toEqual([0, 1, 1, 2]);
  });

  it("follow the rule as_of ≤ date + e for every day and edge", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 80_000 }), fc.integer({ min: 0, max: 5_000 }), fc.uniqueArray(fc.integer({ min: 0, max: 130 }), { minLength: 1, maxLength: 5 }), (reporting, age, unsorted) => {
        const edges = unsorted.toSorted((a, b) => a - b);
        const date = reporting - age;
        const rule = edges.findIndex((edge) => reporting <= serialOf(monthsLater(dayOf(date), edge)));
        expect(bucketOf(date, firstDays(reporting, edges, "M"))).toBe(rule === -1 ? edges.length : rule);
      }),
    );
  });
});

describe("first in, first out", () => {
  const item = (amount: number | string, date: string) => ({ amount: new Decimal(amount), date: serial(date) });
  const first = firstDays(asOf, [3, 12], "M");
  const open = (...items: ReturnType<typeof item>[]) => {
    const settled = settledOldestFirst(items, first);
    return [...settled.open, settled.unapplied].map(Number);
  };

  it("settles the oldest item, whatever the credit's own date", () => {
    expect(open(item(100, "2023-01-01"), item(50, "2024-12-01"), item(-120, "2022-01-01"))).toEqual([30, 0, 0, 0]);
    expect(open(item(100, "2024-12-01"), item(50, "2023-01-01"), item(-20, "2024-12-31"))).toEqual([100, 0, 30, 0]);
  });

  it("leaves a credit that finds nothing unapplied", () => {
    expect(open(item(100, "2024-12-01"), item("-120.50", "2024-12-02"))).toEqual([0, 0, 0, 20.5]);
  });
});

describe("the kernel", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 2_500 }), fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 60 });
  const edges = fc.constantFrom([3, 12, 24, 36], [1], [6, 7, 8, 60]);

  it("ages to the last bit of what decimals give, and adds to the ledger", () => {
    fc.assert(
      fc.property(rows, edges, (ledger, limits) => {
        const first = firstDays(asOf, limits, "M");
        const dates = Int32Array.from(ledger, ([, age]) => asOf - age);
        const units = agedUnits({ amounts: Float64Array.from(ledger, ([amount]) => amount), dates }, asOf, ageTable(asOf, first));
        const decimals = agedAmounts(ledger.map(([amount], i) => ({ amount: new Decimal(amount).div(100), date: dates[i] ?? 0 })), first);
        expect(Array.from(units, (cents) => cents / 100)).toEqual(decimals.map(Number));
        expect(units.reduce((a, b) => a + b, 0)).toBe(ledger.reduce((a, [amount]) => a + amount, 0));
      }),
    );
  });

  it("settles to the last bit of what decimals give, and no more than there is", () => {
    fc.assert(
      fc.property(rows, edges, (ledger, limits) => {
        const first = firstDays(asOf, limits, "M");
        const dates = Int32Array.from(ledger, ([, age]) => asOf - age);
        const open = settledUnits({ amounts: Float64Array.from(ledger, ([amount]) => amount), dates }, Int32Array.from(ledger, ([, , key]) => key), 5, asOf, ageTable(asOf, first));
        const width = limits.length + 2;
        for (let customer = 0; customer < 5; customer++) {
          const own = ledger.flatMap(([amount, age, key]) => (key === customer ? [{ amount: new Decimal(amount).div(100), date: asOf - age }] : []));
          const settled = settledOldestFirst(own, first);
          const kernel = Array.from(open.subarray(customer * width, (customer + 1) * width), (cents) => cents / 100);
          expect(kernel).toEqual([...settled.open, settled.unapplied].map(Number));
          const net = own.reduce((all, { amount }) => all.plus(amount), new Decimal(0));
          expect(settled.open.reduce((all, amount) => all.plus(amount), new Decimal(0)).minus(settled.unapplied).eq(net)).toBe(true);
          expect(settled.open.every((amount) => !amount.isNegative() || amount.isZero())).toBe(true);
        }
      }),
    );
  });
});
