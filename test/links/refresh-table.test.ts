import { writeXlsx } from "hucre/xlsx";
import { afterEach, describe, expect, it, vi } from "vitest";
import { firstWriting } from "../../src/links/first-writing.ts";
import { type Link, type LinksState, type LinkSource, noLinks } from "../../src/links/link.ts";
import { preparedRefresh } from "../../src/links/prepared-refresh.ts";
import { refreshed } from "../../src/links/refresh.ts";
import { sourceNow, sourceRange, type Supply } from "../../src/links/source-reading.ts";
import { isPartial } from "../../src/links/source/source-table.ts";
import { pastedTables } from "../../src/links/source/paste.ts";
import type { RangeAddress } from "../../src/workbook/address.ts";
import { type CellValue, type Workbook, WorkbookRefusal } from "../../src/workbook/port.ts";
import { withoutWaiting } from "../support/clock.ts";
import { HeadlessWorkbook } from "../support/engine.ts";
import { after, before, columns, type Conflict, conflicts, type Failure, failures, outcomes, type Run, runOf, type SourceKind, sourceKinds } from "./refresh-cases.ts";

type Rows = readonly (readonly CellValue[])[];

const at = "2026-01-31T09:00:00Z";
const origin = "https://data.example.com";
const none: Supply = { allowedOrigins: [] };
const address = (row: number, rows: number, column = 10): RangeAddress => ({ sheet: "Sheet1", row, column, rows, columns: columns.length });
const text = (rows: Rows, mark: string, head: readonly string[] = columns) => `${[head, ...rows].map((row) => row.join(mark)).join("\n")}\n`;
const cellsOf = (rows: Rows, head: readonly string[] = columns) => [head, ...rows].map((row) => row.map((value) => ({ value })));

/** A source that can be made to say something else. */
class Source {
  readonly kind: SourceKind;
  private readonly workbook: Workbook;
  source: LinkSource = { kind: "paste", from: "公告" };

  constructor(kind: SourceKind, workbook: Workbook) {
    this.kind = kind;
    this.workbook = workbook;
  }

  async says(rows: Rows, head: readonly string[] = columns, cut = false): Promise<Supply> {
    const file = (name: string, bytes: Uint8Array): Supply => ({ ...none, file: { name, bytes: () => Promise.resolve(bytes) } });
    const whole = text(rows, this.kind === "tsv" ? "\t" : ",", head);
    const encoded = new TextEncoder().encode(cut ? whole.slice(0, -6) : whole);
    switch (this.kind) {
      case "csv":
      case "tsv":
        this.source = { kind: "csv", file: `余额.${this.kind}` };
        return file(`余额.${this.kind}`, encoded);
      case "xlsx":
        this.source = { kind: "xlsx", file: "余额.xlsx", sheet: "往来", range: "" };
        return file("余额.xlsx", await writeXlsx({ sheets: [{ name: "往来", rows: [[...head], ...rows.map((row) => [...row])] }] }));
      case "paste": {
        const { tables } = await pastedTables({ text: text(rows, "\t", head), html: "" }, "分组");
        return { ...none, ...(tables[0] && { pasted: tables[0].table }) };
      }
      case "address":
        this.source = { kind: "address", url: `${origin}/balances.csv` };
        vi.stubGlobal("fetch", () => Promise.resolve(new Response(encoded, { headers: { "content-type": "text/csv" } })));
        return { allowedOrigins: [origin] };
      case "range":
      case "named": {
        const pinned = this.source.kind === "range" ? (await this.workbook.pinned([this.source.pin]))[0] : undefined;
        const block = pinned ?? { ...address(100, 6), ...(this.kind === "named" && { sheet: "源" }) };
        if (this.kind === "named" && this.source.kind === "paste") {
          await this.workbook.write({ sheets: [{ name: "源", columnWidths: [], rows: [], names: [{ ...block, name: "往来来源" }] }] });
          this.source = { kind: "named", name: "往来来源" };
        }
        const blank = Array.from({ length: 5 - rows.length }, () => columns.map(() => ({ value: null })));
        await this.workbook.write({ blocks: [{ ...block, cells: [...cellsOf(rows, head), ...blank] }] });
        if (this.source.kind === "paste") this.source = { kind: "range", pin: await this.workbook.pin(block) };
        return none;
      }
    }
  }
}

interface Scene {
  readonly host: HeadlessWorkbook;
  readonly workbook: Workbook;
  readonly source: Source;
  readonly state: LinksState;
  readonly link: Link;
}

// One engine for all scenes, with a new workbook in it for each.
const host = new HeadlessWorkbook();

async function scene(kind: SourceKind): Promise<Scene> {
  host.open();
  const { workbook } = host;
  const source = new Source(kind, workbook);
  const supply = await source.says(before);
  const table = await sourceNow(workbook, source.source, supply);
  const draft = { name: "往来余额", source: source.source, columns: table.columns, keys: [0], automatic: false };
  const { state } = await firstWriting(workbook, noLinks, draft, table, { kind: "cell", at: address(1, 1, 1) }, { at, unread: 0 });
  const [link] = state.links;
  if (!link) throw new Error("no link");
  return { host, workbook, source, state, link };
}

const linkedBlock = { sheet: "Sheet1", row: 2, column: 1, rows: 7, columns: 3 };

async function standing({ workbook }: Scene, block: RangeAddress = linkedBlock): Promise<CellValue[][]> {
  const rows = (await workbook.read(block)).map((row) => row.map(({ value }) => (value === "" ? null : value)));
  return rows.slice(0, rows.findLastIndex((row) => row.some((value) => value !== null)) + 1);
}

const put = ({ workbook }: Scene, row: number, values: readonly CellValue[], column = 1) => workbook.write({ blocks: [{ sheet: "Sheet1", row, column, cells: [values.map((value) => ({ value }))] }] });

/** What the person does. */
const acts: { readonly [C in Conflict]: (scene: Scene) => Promise<unknown> } = {
  none: () => Promise.resolve(),
  "cell-overwritten": (on) => put(on, 2, ["甲", "1年以内", 999]),
  "cell-given": (on) => put(on, 2, ["甲", "1年以内", 999]),
  "row-inserted": async (on) => {
    await on.host.changeLines("insert-row", 3, 1);
    await put(on, 3, ["己", "补记", 50]);
  },
  "row-deleted": (on) => on.host.changeLines("remove-row-by-range", 2, 1),
  sorted: async (on) => {
    await put(on, 2, before[2]);
    await put(on, 4, before[0]);
  },
};

async function carriedOut(on: Scene, supply: Supply, give = false) {
  const table = await sourceNow(on.workbook, on.link.source, supply);
  const prepared = await preparedRefresh(on.workbook, on.link, table, give ? () => true : undefined);
  return { table, prepared, ...(await refreshed(on.workbook, on.state, prepared, { at, unread: 0 })) };
}

withoutWaiting();
afterEach(() => vi.unstubAllGlobals());

const refusals: { readonly [F in Failure]?: string } = { "target-deleted": "target-gone", "no-room": "no-room", "columns-missing": "columns-missing", "source-gone": "source-gone", stopped: "stopped", "sheet-protected": "sheet-protected" };

/** Brings the failure about; gives the supply for the refresh. */
async function broken(on: Scene, failure: Failure): Promise<Supply> {
  const supply = await on.source.says(after, failure === "columns-missing" ? ["名称", "年限", "余额"] : columns, failure === "partial");
  if (failure === "target-deleted") await on.host.changeLines("remove-row-by-range", 1, 4);
  if (failure === "no-room") {
    const [block] = await on.workbook.pinned([on.link.target]);
    // The row of the last of the four rows to come, or the first below a block that is as long already.
    await put(on, Math.max(5, (block?.row ?? 0) + (block?.rows ?? 0)), ["合计"]);
  }
  if (failure === "sheet-renamed") on.host.engine.run("sheet.command.set-worksheet-name", { unitId: on.host.engine.unitId, subUnitId: "1", name: "往来" });
  if (failure === "source-gone") {
    const range = await sourceRange(on.workbook, on.link.source);
    const id = range && on.host.engine.book.getSheetBySheetName(range.sheet)?.getSheetId();
    if (range && id) await on.host.changeLines("remove-row-by-range", range.row, range.rows, id);
    if (on.link.source.kind !== "address") return none;
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    return { allowedOrigins: [origin] };
  }
  return supply;
}

it("has every cell of source × conflict × failure run or accounted for", () => {
  const runs = sourceKinds.flatMap((kind) => conflicts.flatMap((conflict) => failures.map((failure) => runOf(kind, conflict, failure))));
  const count = (where: Run["in"]) => runs.filter((run) => run.in === where).length;
  expect({ browser: count("browser"), engine: count("engine"), nowhere: count("nowhere") }).toEqual({ browser: 88, engine: 254, nowhere: 36 });
  for (const run of runs) if (run.in !== "browser") expect(run.why).not.toBe("");
});

describe.each(sourceKinds)("a link to a source of the kind %s", (kind) => {
  it.each(conflicts)("with what a person did (%s), stands as expected after the refresh, changes nothing the second time, and is undone to what stood", async (conflict) => {
    const on = await scene(kind);
    const { rows: expected, kept } = outcomes[conflict];
    await acts[conflict](on);
    const stood = await standing(on);
    const { state, prepared, written } = await carriedOut(on, await on.source.says(after), conflict === "cell-given");
    expect(await standing(on)).toEqual(expected);
    expect(prepared.plan.overwritten.filter((cell) => cell.kept)).toHaveLength(kept);
    const [link] = state.links;
    if (!link) throw new Error("no link");
    const again = await preparedRefresh(on.workbook, link, await sourceNow(on.workbook, link.source, await on.source.says(after)));
    expect(again.blocks).toEqual([]);
    expect(await written.undo()).toBe(true);
    expect(await standing(on)).toEqual(stood);
  });

  describe.each(failures.filter((failure) => failure !== "none" && runOf(kind, "none", failure).in !== "nowhere"))("where this goes wrong: %s", (failure) => {
    it.each(conflicts)("with what a person did (%s), leaves nothing half-written", async (conflict) => {
      const on = await scene(kind);
      if (failure !== "target-deleted") await acts[conflict](on);
      const supply = await broken(on, failure);
      const whole = { sheet: failure === "sheet-renamed" ? "往来" : "Sheet1", row: 0, column: 0, rows: 30, columns: 8 };
      const stood = await standing(on, whole);
      if (failure === "sheet-renamed") {
        await carriedOut(on, supply, conflict === "cell-given");
        expect(await standing(on, { ...linkedBlock, sheet: "往来" })).toEqual(outcomes[conflict].rows);
        return;
      }
      if (failure === "partial") {
        expect(isPartial(await sourceNow(on.workbook, on.link.source, supply))).toBe(true);
        return;
      }
      if (failure === "stopped") {
        const prepared = await preparedRefresh(on.workbook, on.link, await sourceNow(on.workbook, on.link.source, supply));
        await expect(refreshed(on.workbook, on.state, prepared, { at, unread: 0 }, { signal: { aborted: true } })).rejects.toMatchObject({ issue: { code: "stopped" } });
      } else if (failure === "sheet-protected") {
        vi.spyOn(on.workbook, "write").mockRejectedValueOnce(new WorkbookRefusal({ code: "sheet-protected", sheet: "Sheet1" }));
        await expect(carriedOut(on, supply)).rejects.toMatchObject({ issue: { code: "sheet-protected" } });
      } else if (kind === "named" && failure === "source-gone") {
        // The engine may take a name out only a turn after the rows it stood for: until then its cells are blank.
        await expect(carriedOut(on, supply)).rejects.toMatchObject({ issue: { code: expect.stringMatching(/^source-(gone|empty)$/) as unknown } });
      } else {
        await expect(carriedOut(on, supply)).rejects.toMatchObject({ issue: { code: kind === "address" && failure === "source-gone" ? "address-unreachable" : refusals[failure] } });
      }
      expect(await standing(on, whole)).toEqual(stood);
      const saved = await on.workbook.loadState("links-journal");
      expect(saved).toBe(null);
    });
  });
});
