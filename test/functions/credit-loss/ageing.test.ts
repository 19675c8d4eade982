import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agedAmounts, firstDays, settledOldestFirst } from "../../../src/core/credit-loss/ageing.ts";
import { serialOf } from "../../../src/core/day-count.ts";
import { Decimal, decimalOfCell } from "../../../src/core/decimal.ts";
import { argumentOf } from "../../../src/functions/cell.ts";
import { eclAging, eclAgingFifo } from "../../../src/functions/credit-loss/ageing.ts";
import { evaluated } from "../../support/formula.ts";
import { call, refused } from "../../support/worksheet-call.ts";

const asOf = serialOf({ year: 2024, month: 12, day: 31 });

describe("ECL.AGING", () => {
  const dates = [["2024-12-01"], ["2024-03-31"], ["2023-12-31"], ["2022-06-30"], [40_000]];

  it("gives one amount a bucket, laid out as the amounts are, credits in their own bucket", () => {
    expect(call("ECL.AGING", [[100], ["(20.50)"], [5], ["1,000"], ["-"]], dates, "2024-12-31")).toEqual([[100], [-15.5], [0], [1000], [0]]);
    expect(call("ECL.AGING", [[100, 20]], [["2024-12-01", "2024-01-01"]], asOf, [[30]], "D")).toEqual([[100, 20]]);
    expect(call("ECL.AGING", 5, "2020-01-01", asOf, 12)).toEqual([[0, 5]]);
  });

  it("reads blank rows at the end of a selection as nothing", () => {
    expect(call("ECL.AGING", [[100], [null], [0]], [["2024-12-01"], [null], [0]], asOf, 12)).toEqual([[100], [0]]);
  });

  it("names the bad cell at the end, whatever came before", () => {
    const column = (value: unknown, last: unknown) => [...Array.from({ length: 999 }, () => [value]), [last]];
    const good = column(10, 10);
    const days = column(asOf, asOf);
    expect(refused("ECL.AGING", column(10, "abc"), days, asOf)).toMatchObject({ code: "not-a-number", place: { parameter: "amounts", row: 999 } });
    expect(refused("ECL.AGING", good, column(asOf, asOf + 1), asOf)).toMatchObject({ code: "date-after-as-of", row: 1000 });
    expect(refused("ECL.AGING", good, column(asOf, "soon"), asOf)).toMatchObject({ code: "not-a-date", place: { row: 999 } });
    expect(refused("ECL.AGING", good, column(asOf, null), asOf)).toMatchObject({ code: "not-a-date" });
    expect(refused("ECL.AGING", good, [[asOf]], asOf)).toMatchObject({ code: "lengths-differ", parameter: "dates" });
    expect(refused("ECL.AGING", [], [], asOf)).toMatchObject({ code: "range-empty" });
    expect(refused("ECL.AGING", 1, asOf, asOf, [[12, 3]])).toMatchObject({ code: "edges-not-ascending" });
    expect(call("ECL.AGING", column(10, { code: "#REF!" }), days, asOf)).toEqual([["#VALUE!"]]);
    expect(call("ECL.AGING", column(10, "未披露"), days, asOf)).toEqual([["#N/A"]]);
  });

  it("counts the 15 digits that a cell shows, and knows no day before March 1900", () => {
    expect(call("ECL.AGING", [[12_345_678_901_234.56], [0.25]], [[asOf], [asOf]], asOf, 12)).toEqual([[12_345_678_901_234.85], [0]]);
    expect(refused("ECL.AGING", [[1], [1]], [[61], [60]], asOf, 12)).toMatchObject({ code: "not-a-date", place: { row: 1 } });
  });

  it("equals the decimals to the last bit, whatever digits the cells hold", () => {
    const cell = fc.oneof(
      fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100),
      fc.integer({ min: -1e9, max: 1e9 }).map((units) => units / 10_000),
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(1.1, 1.13, 0.97)).map(([cents, factor]) => (cents / 100) * factor),
      fc.constantFrom(110.00000000000001, 0.1 + 0.2, -0.0, 1e15, 9_007_199_254_740_993, 1e-9),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, fc.integer({ min: 0, max: 2_000 })), { minLength: 1, maxLength: 30 }), (rows) => {
        const items = rows.map(([amount, age]) => ({ amount: decimalOfCell(amount), date: asOf - age }));
        const expected = agedAmounts(items, firstDays(asOf, [3, 12, 24, 36], "M")).map((amount) => [amount.toNumber() + 0]);
        const found = call("ECL.AGING", rows.map(([amount]) => [amount]), rows.map(([, age]) => [asOf - age]), asOf);
        expect(found).toEqual(rows.length === 1 ? [expected.flat()] : expected);
      }),
    );
  });
});

describe("a ledger too long to list", () => {
  const count = 500;
  const column = (figure: (row: number) => unknown) => Array.from({ length: count }, (_, row) => [figure(row)]);
  const amounts = column((row) => (row % 4 === 3 ? -37.25 : 100.1 + row));
  const dates = column((row) => asOf - row * 3);
  const customers = column((row) => `C${row % 7}`);

  it("answers the same as its parts, and shows sums that add", () => {
    const items = amounts.map(([amount], row) => ({ amount: decimalOfCell(Number(amount)), date: asOf - row * 3 }));
    const first = firstDays(asOf, [3, 12, 24, 36], "M");
    expect(call("ECL.AGING", amounts, dates, asOf)).toEqual(agedAmounts(items, first).map((amount) => [amount.toNumber()]));
    const table = call("ECL.AGINGFIFO", amounts, dates, customers, asOf);
    expect(table.slice(1, -1).map(([name, ...figures]) => [name, ...figures])).toEqual(
      Array.from({ length: 7 }, (_, customer) => {
        const own = items.filter((_item, row) => row % 7 === customer);
        const { open, unapplied } = settledOldestFirst(own, first);
        return [`C${customer}`, ...[...open, unapplied, own.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0))].map(Number)];
      }),
    );
    for (const [fn, given] of [[eclAging, [amounts, dates, [[asOf]]]], [eclAgingFifo, [amounts, dates, customers, [[asOf]]]]] as const) {
      const [step, ...others] = fn.call(given.map(argumentOf)).steps();
      expect(others).toEqual([]);
      expect(step && evaluated(step).eq(step.value as Decimal)).toBe(true);
    }
  });
});

describe("ECL.AGINGFIFO", () => {
  const amounts = [[100], [50], [-120], [30], [-40]];
  const dates = [["2023-06-01"], ["2024-12-01"], ["2024-06-30"], ["2024-12-01"], ["2024-12-31"]];
  const customers = [["A"], [" A "], ["A"], [7], ["7"]];

  it("is a table of customers in order of appearance, with the total last", () => {
    expect(call("ECL.AGINGFIFO", amounts, dates, customers, asOf, [[3, 12]])).toEqual([
      ["customer", "months-within 3", "months-between 3–12", "months-over 12", "unapplied-credit", "balance"],
      ["A", 30, 0, 0, 0, 30],
      ["7", 0, 0, 0, 10, -10],
      ["total", 30, 0, 0, 10, 20],
    ]);
  });

  it("leaves empty rows out, and keeps a customer without a name", () => {
    const table = call("ECL.AGINGFIFO", [[10], [null], [0]], [[asOf], [null], [0]], [["A"], [null], [0]], asOf);
    expect(table.map((row) => row[0])).toEqual(["customer", "A", "total"]);
    expect(call("ECL.AGINGFIFO", [[10]], [[asOf]], [[""]], asOf).map((row) => row[0])).toEqual(["customer", "", "total"]);
    expect(refused("ECL.AGINGFIFO", [[10]], [[asOf]], [[true]], asOf)).toMatchObject({ code: "not-a-label" });
  });

  it("has the customers whose ids are the same when trimmed, texts and numbers alike", () => {
    const ids = ["C001", " C001", "C001 ", "C01", "c001", "甲公司", "\u3000甲公司", "Ｃ001", 1001, "1001", "01001", "C001\u00a0", "客户 1"];
    const table = call("ECL.AGINGFIFO", ids.map(() => [1]), ids.map(() => [asOf]), ids.map((id) => [id]), asOf, [[12]]);
    expect(table.slice(1, -1).map(([name, amount]) => [name, amount])).toEqual([["C001", 4], ["C01", 1], ["c001", 1], ["甲公司", 2], ["Ｃ001", 1], ["1001", 2], ["01001", 1], ["客户 1", 1]]);
  });

  it("refuses an error among a thousand customers, whatever looked like it before", () => {
    const column = (value: unknown, last: unknown) => [...Array.from({ length: 999 }, () => [value]), [last]];
    const [amounts, days] = [column(1, 1), column(asOf, asOf)];
    expect(refused("ECL.AGINGFIFO", amounts, days, column(" #N/A", "#N/A"), asOf)).toMatchObject({ code: "error-in-cell", place: { parameter: "customers", row: 999 } });
    expect(refused("ECL.AGINGFIFO", amounts, days, column("#1", true), asOf)).toMatchObject({ code: "not-a-label", place: { row: 999 } });
  });

  it("takes a row that is a bare cell for this cell", () => {
    expect(call("ECL.AGINGFIFO", [[2], 3], [[asOf], asOf], [["A"], "A"], asOf, 12)[1]).toEqual(["A", 5, 0, 0, 5]);
  });

  it("is the same for a row of cells as for a column", () => {
    const ids = ["K-10", "K-11", "K-10", "甲", "K-11"];
    const [amounts, days] = [[10, 20, -4, 5, 7], [asOf, asOf, asOf, asOf - 900, asOf - 40]];
    const column = (cells: readonly unknown[]) => cells.map((cell) => [cell]);
    expect(call("ECL.AGINGFIFO", [amounts], [days], [ids], asOf)).toEqual(call("ECL.AGINGFIFO", column(amounts), column(days), column(ids), asOf));
  });

  it("equals the decimals to the last bit, and adds to the ledger", () => {
    const cell = fc.oneof(
      fc.integer({ min: -1e8, max: 1e8 }).map((cents) => cents / 100),
      fc.integer({ min: -1e8, max: 1e8 }).map((units) => units / 1e5),
      fc.integer({ min: -1e8, max: 1e8 }).map((units) => units / 1e8),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, fc.integer({ min: 0, max: 2_000 }), fc.constantFrom("A", "B", "C")), { minLength: 2, maxLength: 40 }), (rows) => {
        const table = call("ECL.AGINGFIFO", rows.map(([amount]) => [amount]), rows.map(([, age]) => [asOf - age]), rows.map(([, , name]) => [name]), asOf);
        const first = firstDays(asOf, [3, 12, 24, 36], "M");
        for (const [name, ...figures] of table.slice(1, -1)) {
          const own = rows.flatMap(([amount, age, customer]) => (customer === name ? [{ amount: decimalOfCell(amount), date: asOf - age }] : []));
          const { open, unapplied } = settledOldestFirst(own, first);
          const balance = own.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
          expect(figures).toEqual([...open, unapplied, balance].map((value) => value.toNumber() + 0));
        }
        const ledger = rows.reduce((sum, [amount]) => sum.plus(decimalOfCell(amount)), new Decimal(0));
        expect(table.at(-1)?.at(-1)).toBe(ledger.toNumber() + 0);
      }),
    );
  });
});
