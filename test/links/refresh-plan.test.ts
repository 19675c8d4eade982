import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plain } from "../../src/links/cell-print.ts";
import type { IncomingTable } from "../../src/links/incoming-table.ts";
import { type RefreshPlan, refreshPlan } from "../../src/links/refresh-plan.ts";
import { nothingWritten, writtenImage } from "../../src/links/written-image.ts";
import type { CellContent, CellValue } from "../../src/workbook/port.ts";

const columns = ["客户", "期末余额", "一年以内"];
const table = (...rows: CellValue[][]): IncomingTable => ({ columns, rows });
const cells = (rows: readonly (readonly CellValue[])[]): CellContent[][] => rows.map((row) => row.map(plain));
const values = (plan: RefreshPlan) => plan.rows.map((row) => row.cells.map(({ value, formula }) => formula ?? value));

const before = table(["甲公司", 100, 80], ["乙公司", 200, 150], ["丙公司", 300, 300]);
const image = writtenImage(before.rows);

/** The plan of a refresh after a person has made something of what was written. */
const planned = (incoming: IncomingTable, standing: readonly (readonly CellContent[])[] = cells(before.rows), give?: () => boolean) =>
  refreshPlan({ incoming, keys: [0], standing, image, ...(give && { give }) });

describe("the plan of a refresh", () => {
  it("names rows added, removed and changed by their key, in the order of the source", () => {
    const plan = planned(table(["丙公司", 310, 300], ["丁公司", 50, 50], ["甲公司", 100, 80]));
    expect(values(plan)).toEqual([["丙公司", 310, 300], ["丁公司", 50, 50], ["甲公司", 100, 80]]);
    expect(plan).toMatchObject({ added: [1], removed: [1], overwritten: [] });
    expect(plan.changed).toEqual([{ row: 0, column: 1, before: plain(300), after: 310 }]);
  });

  it("keeps what a person has overwritten, shows it, and gives it to the source when told to", () => {
    const standing = cells([["甲公司", 100, 80], ["乙公司", 222, 150], ["丙公司", 300, 300]]);
    const incoming = table(["甲公司", 101, 80], ["乙公司", 205, 160], ["丙公司", 300, 300]);
    const kept = planned(incoming, standing);
    expect(values(kept)).toEqual([["甲公司", 101, 80], ["乙公司", 222, 160], ["丙公司", 300, 300]]);
    expect(kept.overwritten).toEqual([{ row: 1, column: 1, person: plain(222), source: 205, kept: true }]);
    expect(values(planned(incoming, standing, () => true))[1]).toEqual(["乙公司", 205, 160]);
  });

  it("takes a formula a person has put over a figure for theirs", () => {
    const standing = cells(before.rows);
    standing[0]?.splice(1, 1, { value: 100, formula: "=SUM(E1:E9)" });
    expect(planned(before, standing).overwritten).toMatchObject([{ row: 0, column: 1, source: 100, kept: true }]);
  });

  it("knows a row again whose key a person has overwritten", () => {
    const standing = cells([["甲公司", 100, 80], ["乙公司（已更名）", 200, 150], ["丙公司", 300, 300]]);
    const plan = planned(table(["乙公司", 210, 150], ["甲公司", 100, 80], ["丙公司", 300, 300]), standing);
    expect(values(plan)[0]).toEqual(["乙公司（已更名）", 210, 150]);
    expect(plan).toMatchObject({ added: [], removed: [] });
  });

  it("knows the rows again after a person has sorted them, and changes nothing of a person's row in between", () => {
    const standing = cells([["丙公司", 300, 300], ["调整", -5, null], ["乙公司", 200, 150], ["甲公司", 100, 80]]);
    const plan = planned(before, standing);
    expect(values(plan)).toEqual([["甲公司", 100, 80], ["乙公司", 200, 150], ["丙公司", 300, 300], ["调整", -5, null]]);
    expect(plan).toMatchObject({ added: [], removed: [] });
    expect(plan.overwritten.map(({ person, source }) => [person.value, source])).toEqual([["调整", undefined], [-5, undefined]]);
  });

  it("keeps a row that has left the source where a person has written into it", () => {
    const standing = cells([["甲公司", 100, 80], ["乙公司", 222, 150], ["丙公司", 300, 300]]);
    const gone = table(["甲公司", 100, 80], ["丙公司", 300, 300]);
    expect(values(planned(gone, standing))).toEqual([["甲公司", 100, 80], ["乙公司", 222, 150], ["丙公司", 300, 300]]);
    expect(planned(gone, standing, () => true).removed).toEqual([1]);
    expect(planned(gone).removed).toEqual([1]);
  });

  it("moves a person's own columns with their row", () => {
    const standing = cells([["甲公司", 100, 80, "已回函"], ["乙公司", 200, 150, "未回函"], ["丙公司", 300, 300, null]]);
    expect(values(planned(table(["乙公司", 200, 150], ["甲公司", 100, 80]), standing))).toEqual([["乙公司", 200, 150, "未回函"], ["甲公司", 100, 80, "已回函"]]);
  });

  it("pairs rows of one name in their order", () => {
    const twice = table(["甲公司", 1, 1], ["甲公司", 2, 2]);
    const plan = refreshPlan({ incoming: table(["甲公司", 1, 1], ["甲公司", 3, 2]), keys: [0], standing: cells(twice.rows), image: writtenImage(twice.rows) });
    expect(plan.changed).toEqual([{ row: 1, column: 1, before: plain(2), after: 3 }]);
  });

  it("takes what stood there before the first refresh for the person's", () => {
    const plan = refreshPlan({ incoming: before, keys: [0], standing: cells([["甲公司", 99, 80]]), image: nothingWritten });
    expect(plan.overwritten).toEqual([{ row: 0, column: 1, person: plain(99), source: 100, kept: true }]);
    expect(plan.added).toEqual([1, 2]);
  });
});

const value = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom("甲", "乙", "-", "", "1"), fc.constant(null), fc.boolean());
const rows = fc.array(fc.tuple(value, value, value), { maxLength: 8 });
const keysChosen = fc.constantFrom([], [0], [0, 1]);

describe("laws of a refresh", () => {
  it("writes the source, and finds nothing to do the second time", () => {
    fc.assert(
      fc.property(rows, rows, keysChosen, (was, now, keys) => {
        const plan = refreshPlan({ incoming: table(...now), keys, standing: cells(was), image: writtenImage(was) });
        expect(plan.rows.map((row) => row.cells)).toEqual(cells(now));
        const again = refreshPlan({ incoming: table(...now), keys, standing: plan.rows.map((row) => row.cells), image: writtenImage(now) });
        expect(again).toMatchObject({ added: [], removed: [], changed: [], overwritten: [] });
      }),
    );
  });

  it("loses nothing a person has written, whatever the source says", () => {
    fc.assert(
      fc.property(rows, rows, keysChosen, fc.array(fc.tuple(fc.nat(7), fc.nat(2)), { maxLength: 5 }), (was, now, keys, typed) => {
        const standing = cells(was);
        const written = typed.flatMap(([row, column], index) => {
          const cell = standing[row];
          if (!cell) return [];
          cell[column] = plain(`人工${index}`);
          return [[row, column] as const];
        });
        const plan = refreshPlan({ incoming: table(...now), keys, standing, image: writtenImage(was) });
        for (const [row, column] of written) {
          const kept = plan.rows.find(({ from }) => from === row);
          expect(kept?.cells[column]).toEqual(standing[row]?.[column]);
        }
      }),
    );
  });

  it("tells rows apart without a print for each cell, and then keeps more rather than less", () => {
    const standing = cells([["甲公司", 100, 80], ["乙公司", 222, 150], ["丙公司", 300, 300]]);
    const plan = refreshPlan({ incoming: table(["甲公司", 101, 80], ["乙公司", 205, 160], ["丙公司", 300, 300]), keys: [0], standing, image: { ...image, cells: null } });
    expect(values(plan)).toEqual([["甲公司", 101, 80], ["乙公司", 222, 150], ["丙公司", 300, 300]]);
    expect(plan.overwritten.map(({ column }) => column)).toEqual([1, 2]);
  });
});
