import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { firstWriting } from "../../src/links/first-writing.ts";
import { type Journal, journalKey, keptJournal, putBack } from "../../src/links/journal.ts";
import { type Link, type LinksState, noLinks } from "../../src/links/link.ts";
import { linksKey } from "../../src/links/links-codec.ts";
import { preparedRefresh } from "../../src/links/prepared-refresh.ts";
import { refreshed } from "../../src/links/refresh.ts";
import { ExcelWorkbook } from "../../src/workbook/excel/excel-workbook.ts";
import type { CellValue, WritingRun } from "../../src/workbook/port.ts";
import { OfficeDouble } from "../support/office-double.ts";
import { personAt } from "../support/office-person.ts";
import { after, before, columns, type Conflict, conflicts, outcomes } from "./refresh-cases.ts";

const at = "2026-01-31T09:00:00Z";
const table = (rows: readonly (readonly CellValue[])[], head: readonly string[] = columns) => ({ columns: head, rows });

let office: OfficeDouble;
let person: ReturnType<typeof personAt>;
let workbook: ExcelWorkbook;
let state: LinksState;
let link: Link;

/** A workbook in Excel with a link at B2 that has been written once. */
beforeEach(async () => {
  office = new OfficeDouble();
  for (const [name, value] of Object.entries(office.globals)) vi.stubGlobal(name, value);
  person = personAt(office);
  workbook = new ExcelWorkbook();
  const draft = { name: "往来余额", source: { kind: "csv", file: "余额.csv" }, columns, keys: [0], automatic: false } as const;
  ({ state } = await firstWriting(workbook, noLinks, draft, table(before), { kind: "cell", at: { sheet: "Sheet1", row: 1, column: 1, rows: 1, columns: 1 } }, { at, unread: 0 }));
  const [first] = state.links;
  if (!first) throw new Error("no link");
  link = first;
});
afterEach(() => vi.unstubAllGlobals());

async function standing(sheet = "Sheet1"): Promise<CellValue[][]> {
  const rows = (await workbook.read({ sheet, row: 2, column: 1, rows: 9, columns: 3 })).map((row) => row.map(({ value }) => (value === "" ? null : value)));
  return rows.slice(0, rows.findLastIndex((row) => row.some((value) => value !== null)) + 1);
}

const types = async (row: number, values: readonly (string | number)[]) => {
  for (const [column, value] of values.entries()) await person.types("Sheet1", `${"BCD".charAt(column)}${row}`, value);
};

const acts: { readonly [C in Conflict]: () => Promise<unknown> } = {
  none: () => Promise.resolve(),
  "cell-overwritten": () => types(3, ["甲", "1年以内", 999]),
  "cell-given": () => types(3, ["甲", "1年以内", 999]),
  "row-inserted": async () => {
    await person.insertsRows("Sheet1", 3, 1);
    await types(4, ["己", "补记", 50]);
  },
  "row-deleted": () => person.deletesRows("Sheet1", 2, 1),
  sorted: async () => {
    await types(3, before[2]);
    await types(5, before[0]);
  },
};

async function refresh(conflict: Conflict, head: readonly string[] = columns, run: WritingRun = {}) {
  const prepared = await preparedRefresh(workbook, link, table(after, head), conflict === "cell-given" ? () => true : undefined);
  return refreshed(workbook, state, prepared, { at, unread: 0 }, run);
}

describe.each(conflicts)("a refresh in Excel, with what a person did (%s)", (conflict) => {
  beforeEach(async () => void (await acts[conflict]()));

  it("stands as expected, and is undone to what stood", async () => {
    const stood = await standing();
    const { written } = await refresh(conflict);
    expect(await standing()).toEqual(outcomes[conflict].rows);
    expect(await written.undo()).toBe(true);
    expect(await standing()).toEqual(stood);
  });

  it("goes to the block wherever its sheet is called by now", async () => {
    await person.renamesSheet("Sheet1", "往来");
    await refresh(conflict);
    expect(await standing("往来")).toEqual(outcomes[conflict].rows);
  });

  /** What stands in the way, and how it is told. */
  const obstacles: readonly (readonly [string, () => Promise<unknown>, object])[] = [
    ["a protected sheet", () => person.protectsSheet("Sheet1"), { issue: { code: "sheet-protected" } }],
    ["a cell that is open for typing", () => person.startsEditing(), { issue: { code: "cell-being-edited" } }],
    ["something that stands below the table", () => types(conflict === "row-inserted" ? 7 : 6, ["合计"]), { issue: { code: "no-room" } }],
    ["a request that Excel refuses", () => Promise.resolve(person.letsFail(1)), { issue: { code: "host-failed" } }],
  ];

  it.each(obstacles)("is refused because of %s, and leaves the block and the links as they were", async (_, stands, refusal) => {
    await stands();
    const editing = office.editing;
    office.editing = false;
    const stood = await standing();
    const saved = await workbook.loadState(linksKey);
    office.editing = editing;
    await expect(refresh(conflict)).rejects.toMatchObject(refusal);
    office.editing = false;
    office.obstacle = () => undefined;
    expect(await standing()).toEqual(stood);
    expect(await workbook.loadState(linksKey)).toEqual(saved);
    expect(await workbook.loadState(journalKey)).toBe(null);
  });

  it("is refused where its block, its sheet or its columns have gone", async () => {
    await expect(refresh(conflict, ["名称", "年限", "余额"])).rejects.toMatchObject({ issue: { code: "columns-missing" } });
    await workbook.write({ sheets: [{ name: "别处", columnWidths: [], rows: [] }] });
    await person.deletesSheet("Sheet1");
    await expect(refresh(conflict)).rejects.toMatchObject({ issue: { code: "target-gone" } });
  });

  it("is put back whole once it was stopped, and from its journal once Excel was closed in the middle", async () => {
    const stood = await standing();
    await expect(refresh(conflict, columns, { signal: { aborted: true } })).rejects.toMatchObject({ issue: { code: "stopped" } });
    expect(await standing()).toEqual(stood);
    let journal: Journal | null = null;
    const saveState = workbook.saveState.bind(workbook);
    workbook.saveState = async (key, value) => {
      await saveState(key, value);
      if (key === journalKey && value !== null) journal = await keptJournal(workbook);
    };
    await refresh(conflict);
    expect(journal).not.toBe(null);
    if (journal) await putBack(workbook, journal);
    expect(await standing()).toEqual(stood);
  });
});
