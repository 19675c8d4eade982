import { afterEach, describe, expect, it, vi } from "vitest";
import { firstWriting } from "../../src/links/first-writing.ts";
import { forgetJournal, type Journal, journalKey, keepJournal, keptJournal, putBack } from "../../src/links/journal.ts";
import { type Link, type LinksState, noLinks } from "../../src/links/link.ts";
import { LinkRefusal } from "../../src/links/link-refusal.ts";
import { linksKey, linksOf } from "../../src/links/links-codec.ts";
import { preparedRefresh } from "../../src/links/prepared-refresh.ts";
import { type Refreshed, refreshed } from "../../src/links/refresh.ts";
import { blockOf, type RangeAddress } from "../../src/workbook/address.ts";
import { ExcelWorkbook } from "../../src/workbook/excel/excel-workbook.ts";
import type { CellValue, Workbook } from "../../src/workbook/port.ts";
import { HeadlessWorkbook } from "../support/engine.ts";
import { OfficeDouble } from "../support/office-double.ts";

const columns = ["客户", "期末余额"];
const at = "2026-01-31T09:00:00Z";

const range = (text: string): RangeAddress => ({ sheet: "Sheet1", ...(blockOf(text) ?? { row: 0, column: 0, rows: 1, columns: 1 }) });

/** What stands in a block: formulas where there are any. */
async function standing(workbook: Workbook, block: string): Promise<CellValue[][]> {
  return (await workbook.read(range(block))).map((row) => row.map(({ value, formula }) => formula ?? (value === "" ? null : value)));
}

function write(workbook: Workbook, place: string, cells: readonly (readonly CellValue[])[]) {
  const { row, column } = range(place);
  return workbook.write({ blocks: [{ sheet: "Sheet1", row, column, cells: cells.map((line) => line.map((value) => (typeof value === "string" && value.startsWith("=") ? { formula: value } : { value }))) }] });
}

/** A link to B2, with its header and nothing below it yet. */
async function linked(workbook: Workbook): Promise<{ link: Link; state: LinksState }> {
  await write(workbook, "B2", [columns]);
  const link: Link = { id: "l1", name: "往来余额", source: { kind: "csv", file: "余额.csv" }, target: await workbook.pin(range("B2:C2")), columns, keys: [0], automatic: false, last: null };
  return { link, state: { ...noLinks, links: [link], next: 2 } };
}

async function refresh(workbook: Workbook, state: LinksState, rows: readonly (readonly CellValue[])[]): Promise<Refreshed> {
  const [link] = state.links;
  if (!link) throw new Error("no link");
  return refreshed(workbook, state, await preparedRefresh(workbook, link, { columns, rows }), { at, unread: 0 });
}

const hosts = {
  "the built-in workbook": () => new HeadlessWorkbook().workbook,
  Excel: () => {
    const office = new OfficeDouble();
    for (const [name, value] of Object.entries(office.globals)) vi.stubGlobal(name, value);
    return new ExcelWorkbook();
  },
};

afterEach(() => vi.unstubAllGlobals());

describe.each(Object.entries(hosts))("a refresh in %s", (_, open) => {
  it("fills the block, grows and shrinks it, and keeps what stands beside and below", async () => {
    const workbook = open();
    const { state } = await linked(workbook);
    await write(workbook, "E2", [["旁边"], ["不动"]]);
    await write(workbook, "B9", [["下面"]]);
    const first = await refresh(workbook, state, [["甲", 1], ["乙", 2], ["丙", 3]]);
    expect(await standing(workbook, "B2:C6")).toEqual([columns, ["甲", 1], ["乙", 2], ["丙", 3], [null, null]]);
    await refresh(workbook, first.state, [["丙", 4]]);
    expect(await standing(workbook, "B2:C6")).toEqual([columns, ["丙", 4], [null, null], [null, null], [null, null]]);
    expect(await standing(workbook, "E2:E3")).toEqual([["旁边"], ["不动"]]);
    expect(await standing(workbook, "B9")).toEqual([["下面"]]);
    const saved = linksOf(await workbook.loadState(linksKey));
    expect(saved.history.flatMap(({ links }) => links.map(({ added, removed, changed }) => [added, removed, changed]))).toEqual([[0, 2, 1], [3, 0, 0]]);
    expect(await workbook.pinned([saved.links[0]?.target ?? ""])).toEqual([range("B2:C3")]);
  });

  it("is undone to the cells, the block and the history from before", async () => {
    const workbook = open();
    const { state } = await linked(workbook);
    const first = await refresh(workbook, state, [["甲", 1], ["乙", 2]]);
    const second = await refresh(workbook, first.state, [["乙", 5], ["丁", 7], ["戊", 8]]);
    expect(await second.written.undo()).toBe(true);
    expect(await standing(workbook, "B2:C6")).toEqual([columns, ["甲", 1], ["乙", 2], [null, null], [null, null]]);
    const saved = linksOf(await workbook.loadState(linksKey));
    expect(saved.links[0]?.last).toEqual(first.state.links[0]?.last);
    expect(saved.history).toHaveLength(1);
    expect(await workbook.pinned([saved.links[0]?.target ?? ""])).toEqual([range("B2:C4")]);
  });

  it("writes nothing where the source says what it said", async () => {
    const workbook = open();
    const { state } = await linked(workbook);
    const rows = [["=1+1", "007"], ["@乙", null], ["-", -0.5]];
    const first = await refresh(workbook, state, rows);
    const [link] = first.state.links;
    const again = link && (await preparedRefresh(workbook, link, { columns, rows }));
    expect(again?.blocks).toEqual([]);
    expect(again?.plan).toMatchObject({ added: [], removed: [], changed: [], overwritten: [] });
    expect(await standing(workbook, "B3:C5")).toEqual([["=1+1", "007"], ["@乙", null], ["-", -0.5]]);
    expect((await workbook.read(range("B3")))[0]?.[0]).toEqual({ value: "=1+1", formula: null });
  });

  it("extends the formula of a column a person has put into the block", async () => {
    const workbook = open();
    const { state } = await linked(workbook);
    await write(workbook, "D2", [["坏账准备"]]);
    const first = await refresh(workbook, state, [["甲", 100], ["乙", 200]]);
    await write(workbook, "D3", [["=C3*5%"], ["=C4*5%"]]);
    const wide = { ...first.state, links: first.state.links.map((link) => ({ ...link, target: "" })) };
    const target = await workbook.pin(range("B2:D4"));
    await refresh(workbook, { ...wide, links: wide.links.map((link) => ({ ...link, target })) }, [["乙", 200], ["甲", 100], ["丙", 300]]);
    expect(await standing(workbook, "B3:D5")).toEqual([["乙", 200, "=C3*5%"], ["甲", 100, "=C4*5%"], ["丙", 300, "=C5*5%"]]);
  });

  it("refuses to grow over what stands below, to write into a block that is gone, or to do without a column", async () => {
    const workbook = open();
    const { link, state } = await linked(workbook);
    await write(workbook, "C4", [["合计"]]);
    await expect(refresh(workbook, state, [["甲", 1], ["乙", 2]])).rejects.toMatchObject({ issue: { code: "no-room", occupied: "Sheet1!C4", rows: 2 } });
    await expect(preparedRefresh(workbook, link, { columns: ["客户"], rows: [] })).rejects.toMatchObject({ issue: { code: "columns-missing", columns: ["期末余额"] } });
    await expect(preparedRefresh(workbook, { ...link, target: "_headroom.99" }, { columns, rows: [] })).rejects.toThrow(LinkRefusal);
    expect(await standing(workbook, "B2:C4")).toEqual([columns, [null, null], [null, "合计"]]);
  });

  it("refuses to write once the block has changed since the plan was shown", async () => {
    const workbook = open();
    const { link, state } = await linked(workbook);
    const prepared = await preparedRefresh(workbook, link, { columns, rows: [["甲", 1]] });
    await write(workbook, "B2", [["客户名称"]]);
    await expect(refreshed(workbook, state, prepared, { at, unread: 0 })).rejects.toMatchObject({ issue: { code: "changed-meanwhile" } });
  });

  it("leaves in the workbook, until it is through, what it takes to put back what was there", async () => {
    const workbook = open();
    const { state } = await linked(workbook);
    const first = await refresh(workbook, state, [["甲", 1], ["乙", 2]]);
    expect(await workbook.loadState(journalKey)).toBe(null);
    let journal: Journal | undefined;
    const saveState = workbook.saveState.bind(workbook);
    workbook.saveState = async (key, value) => {
      await saveState(key, value);
      if (key === journalKey && value !== null) journal = (await keptJournal(workbook)) ?? undefined;
    };
    await refresh(workbook, first.state, [["乙", 9], ["丙", 3], ["丁", 4]]);
    expect(journal).toMatchObject({ link: "l1" });
    if (journal) await putBack(workbook, journal);
    expect(await standing(workbook, "B2:C6")).toEqual([columns, ["甲", 1], ["乙", 2], [null, null], [null, null]]);
  });

  it("leaves what stood in a long table in several documents, and nothing of them once it is through", async () => {
    const workbook = open();
    const cells = Array.from({ length: 25_000 }, (_, row) => [{ value: row }, row % 3 === 0 ? undefined : { formula: `=A${row + 1}`, format: "0.00%" }]);
    const journal = { link: "l1", at, before: [{ sheet: "Sheet1", row: 0, column: 0, cells: cells.slice(0, 24_000) }, { sheet: "Sheet1", row: 24_500, column: 2, cells: cells.slice(24_000) }] };
    await keepJournal(workbook, journal);
    expect(await workbook.loadState(`${journalKey}-2`)).not.toBeNull();
    const kept = await keptJournal(workbook);
    expect(kept?.before.reduce((rows, block) => rows + block.cells.length, 0)).toBe(25_000);
    const at20_000 = kept?.before.find(({ row, cells: of }) => row <= 20_000 && row + of.length > 20_000);
    expect(at20_000?.cells[20_000 - at20_000.row]).toEqual(cells[20_000]);
    expect(kept?.before.at(-1)).toMatchObject({ sheet: "Sheet1", column: 2, cells: cells.slice(24_000) });
    await forgetJournal(workbook);
    expect(await keptJournal(workbook)).toBeNull();
    expect(await workbook.loadState(`${journalKey}-2`)).toBeNull();
  });

  it.each([0.2, 0.6, 0.95])("leaves neither a cell nor a journal behind when it is stopped at %d of the way", async (share) => {
    const workbook = open();
    const { state } = await linked(workbook);
    const rows = (factor: number) => Array.from({ length: 1_500 }, (_, row) => [`客户${row}`, row * factor]);
    const first = await refresh(workbook, state, rows(1));
    const link = first.state.links[0];
    if (!link) throw new Error("no link");
    const before = await standing(workbook, "B2:C1502");
    const prepared = await preparedRefresh(workbook, link, { columns, rows: rows(2) });
    const signal = { aborted: false };
    const onProgress = (written: number, of: number) => {
      if (written / of >= share) signal.aborted = true;
    };
    await expect(refreshed(workbook, first.state, prepared, { at, unread: 0 }, { signal, onProgress })).rejects.toMatchObject({ issue: { code: "stopped" } });
    expect(await standing(workbook, "B2:C1502")).toEqual(before);
    expect(await keptJournal(workbook)).toBeNull();
  });

  it.each(["calculating", "saving"] as const)("leaves neither a cell nor a word of a link behind when it is stopped after the last cell, while %s", async (stage) => {
    const workbook = open();
    const { state } = await linked(workbook);
    const first = await refresh(workbook, state, [["甲", 1], ["乙", 2]]);
    const [link] = first.state.links;
    if (!link) throw new Error("no link");
    const signal = { aborted: false };
    const stopping = { signal, onStage: (now: string) => void (signal.aborted ||= now === stage) };
    const saved = await workbook.loadState(linksKey);
    const prepared = await preparedRefresh(workbook, link, { columns, rows: [["乙", 7], ["丙", 3]] });
    await expect(refreshed(workbook, first.state, prepared, { at, unread: 0 }, stopping)).rejects.toMatchObject({ issue: { code: "stopped" } });
    signal.aborted = false;
    const draft = { name: "另一张", source: { kind: "csv", file: "另.csv" }, columns, keys: [0], automatic: false } as const;
    await expect(firstWriting(workbook, first.state, draft, { columns, rows: [["丁", 4]] }, { kind: "cell", at: range("J2") }, { at, unread: 0 }, stopping)).rejects.toMatchObject({ issue: { code: "stopped" } });
    expect(await standing(workbook, "B2:C5")).toEqual([columns, ["甲", 1], ["乙", 2], [null, null]]);
    expect(await standing(workbook, "J2:K3")).toEqual([[null, null], [null, null]]);
    expect(await workbook.loadState(linksKey)).toEqual(saved);
    expect(await keptJournal(workbook)).toBeNull();
  });
});
