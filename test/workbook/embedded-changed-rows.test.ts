import fc from "fast-check";
import { expect, it } from "vitest";
import { ChangedRows } from "../../src/workbook/embedded/changed-rows.ts";
import { type IRange, RedoCommand } from "../../src/workbook/embedded/engine.ts";
import { blockAt, HeadlessWorkbook } from "../support/engine.ts";
import { KeptBook } from "../support/kept-book.ts";

type Act = (host: HeadlessWorkbook) => unknown;

const rangeOf = (address: string): IRange => {
  const { row, column, rows, columns } = blockAt(address);
  return { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 };
};

/** A command of a person on the first sheet. */
const command = (id: string, params: (target: { unitId: string; subUnitId: string }) => object = (target) => target): Act => ({ engine }) =>
  engine.runLater(`sheet.command.${id}`, params({ unitId: engine.unitId, subUnitId: "1" }));

const table = (rows: number) => Array.from({ length: rows }, (_, row) => [{ value: row }, { value: "文" }, { value: row % 2 === 0 }, { formula: `=A${row + 1}*2` }]);

/** What a person or the pane may do, by its name. */
const acts: Readonly<Record<string, Act>> = {
  "types into a cell far down": (host) => host.enter({ B190: 4217 }),
  "types a formula that others follow": (host) => host.enter({ A1: 7, A2: "=A1*2", B199: "=A2+1" }),
  "types a formula that spills": (host) => host.enter({ F1: "=SEQUENCE(150)" }),
  "types into the second sheet": (host) => host.engine.book.getSheetBySheetName("乙") && host.enter({ C3: 1 }, "乙"),
  "writes a table": (host) => host.workbook.write({ blocks: [{ sheet: "Sheet1", row: 20, column: 0, cells: table(400) }] }),
  "writes a sheet": (host) => host.engine.book.getSheetBySheetName("乙") ?? host.workbook.write({ sheets: [{ name: "乙", rows: table(300), columnWidths: [20], frozenRows: 1 }] }),
  "gives up a writing": async (host) => {
    const stop = new AbortController();
    await host.workbook.write({ blocks: [{ sheet: "Sheet1", row: 3, column: 2, cells: table(900) }] }, { signal: stop.signal, onProgress: () => stop.abort() }).catch(() => undefined);
  },
  "saves a document of the pane": (host) => host.workbook.saveState("links", { at: "甲".repeat(40_000) }),
  "pins a block": (host) => host.workbook.pin({ sheet: "Sheet1", ...blockAt("A1:B2") }),
  "removes the second sheet": ({ engine }) => {
    const sheet = engine.book.getSheetBySheetName("乙");
    return sheet && engine.runLater("sheet.command.remove-sheet", { unitId: engine.unitId, subUnitId: sheet.getSheetId() });
  },
  // Without the texts of the page the engine finds no name for a second copy, and looks for one for ever.
  "copies the sheet": (host) => host.engine.book.getSheets().some((sheet) => sheet.getName().startsWith("Sheet1 ")) || command("copy-sheet")(host),
  "inserts rows": (host) => host.changeLines("insert-row", 30, 70),
  "inserts columns": (host) => host.changeLines("insert-col", 1, 9),
  "removes rows": (host) => host.changeLines("remove-row-by-range", 10, 35),
  "removes columns": (host) => host.changeLines("remove-col-by-range", 0, 1),
  "moves cells": command("move-range", ({ subUnitId }) => ({ fromRange: rangeOf("A1:B4"), toRange: rangeOf("D150:E153"), fromSubUnitId: subUnitId, toSubUnitId: subUnitId })),
  "moves rows": command("move-rows", (target) => ({ ...target, fromRange: rangeOf("A2:AN3"), toRange: rangeOf("A160:AN160") })),
  "shifts cells down": command("insert-range-move-down", (target) => ({ ...target, range: rangeOf("A5:B9") })),
  "shifts cells up": command("delete-range-move-up", (target) => ({ ...target, range: rangeOf("A5:B9") })),
  "clears cells": command("clear-selection-all", (target) => ({ ...target, ranges: [rangeOf("A1:D60")] })),
  "makes cells bold": command("set-style", (target) => ({ ...target, range: rangeOf("A1:B120"), style: { type: "bl", value: 1 } })),
  // The command asks before it takes contents away, which needs a page.
  "merges cells": ({ engine }) => engine.run("sheet.mutation.add-worksheet-merge", { unitId: engine.unitId, subUnitId: "1", ranges: [rangeOf("A70:B72")] }),
  "makes rows higher": command("set-row-height", (target) => ({ ...target, ranges: [rangeOf("A60:A140")], value: 44 })),
  "hides rows": command("set-rows-hidden", (target) => ({ ...target, ranges: [rangeOf("A100:A105")] })),
  "makes a column wider": command("set-worksheet-col-width", (target) => ({ ...target, ranges: [rangeOf("B1:B9")], value: 200 })),
  "renames the sheet": command("set-worksheet-name", (target) => ({ ...target, name: "Sheet1" })),
  "freezes rows": command("set-frozen", (target) => ({ ...target, startRow: 2, startColumn: 0, xSplit: 0, ySplit: 2 })),
  "reorders rows": command("reorder-range", (target) => ({ ...target, range: rangeOf("A1:D3"), order: { 0: 2, 1: 0, 2: 1 } })),
  "undoes": async ({ engine, workbook }) => {
    engine.undo();
    await workbook.settled();
  },
  "redoes": async ({ engine, workbook }) => {
    engine.run(RedoCommand.id);
    await workbook.settled();
  },
  "opens another workbook": (host) => host.open(),
};

const steps = fc.array(fc.record({ act: fc.constantFrom(...Object.keys(acts)), taken: fc.constantFrom(0, 1, 3, Infinity) }), { minLength: 1, maxLength: 12 });

it("keeps what the engine would save, whatever has been done and however little at a time", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (of) => {
      const host = new HeadlessWorkbook();
      const rows = new ChangedRows(host.engine);
      const kept = new KeptBook();
      const take = (most: number) => {
        for (let taken = 0; taken < most; taken++) {
          const change = rows.next();
          if (!change) return;
          kept.take(change);
        }
      };
      for (const { act, taken } of of) {
        await acts[act]?.(host);
        await host.engine.calculated();
        take(taken);
        if (taken === Infinity) expect(kept.with(rows.frame())).toEqual(host.engine.save());
      }
      take(Infinity);
      expect(kept.with(rows.frame())).toEqual(host.engine.save());
      host.engine.dispose();
    }),
    { numRuns: 15 },
  );
}, 120_000);

it("takes no more of a long sheet than what was changed of it", async () => {
  const host = new HeadlessWorkbook();
  const rows = new ChangedRows(host.engine);
  await host.workbook.write({ blocks: [{ sheet: "Sheet1", row: 0, column: 0, cells: Array.from({ length: 4_000 }, (_, row) => [{ value: row }]) }] });
  const taken = () => {
    const changes = [];
    for (let change = rows.next(); change; change = rows.next()) changes.push(change);
    return changes;
  };
  expect(taken().length).toBeGreaterThan(30);
  expect(taken()).toEqual([]);
  await host.enter({ B3000: 1 });
  expect(taken().map((change) => "kept" in change && change.kept.row)).toEqual([2_944]);
  await host.engine.runLater("sheet.command.set-worksheet-col-width", { unitId: host.engine.unitId, subUnitId: "1", ranges: [rangeOf("A1")], value: 99 });
  expect(taken()).toEqual([]);
});
