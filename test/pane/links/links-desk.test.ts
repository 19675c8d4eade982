import { describe, expect, it, vi } from "vitest";
import { journalKey } from "../../../src/links/journal.ts";
import type { Link, LinkSource } from "../../../src/links/link.ts";
import { linksKey, linksOf } from "../../../src/links/links-codec.ts";
import { sourceNow } from "../../../src/links/source-reading.ts";
import { LinksDesk } from "../../../src/pane/links/links-desk.ts";
import { blockOf, type RangeAddress } from "../../../src/workbook/address.ts";
import { type CellValue, WorkbookRefusal } from "../../../src/workbook/port.ts";
import { saveTests } from "../../../src/workflows/impairment/saved-tests.ts";
import { unitSlot } from "../../../src/workflows/impairment/slot.ts";
import { withoutWaiting } from "../../support/clock.ts";
import { HeadlessWorkbook } from "../../support/engine.ts";
import { LinkedBook } from "../../workflows/impairment/linked-book.ts";

const host = new HeadlessWorkbook();
const nobody = new Map();

withoutWaiting();

function range(address: string): RangeAddress {
  const block = blockOf(address);
  if (!block) throw new Error(address);
  return { sheet: "Sheet1", ...block };
}

async function linked(desk: LinksDesk, name: string, from: string, to: string): Promise<Link> {
  const { workbook } = host;
  const source: LinkSource = { kind: "range", pin: await workbook.pin(range(from)) };
  const table = await sourceNow(workbook, source, { allowedOrigins: [] });
  const { link } = await desk.create({ name, source, columns: table.columns, keys: [0], automatic: false }, table, { kind: "cell", at: range(to) });
  return link;
}

/** A desk with 甲, which reads A1:B9, and 乙, which reads what 甲 writes. 甲 stands second. */
async function chain() {
  host.open();
  await host.enter({ A1: "客户", B1: "余额", A2: "子公司", B2: 100 });
  const desk = new LinksDesk(host.workbook);
  await desk.load();
  const first = await linked(desk, "甲", "A1:B9", "D1");
  const second = await linked(desk, "乙", "D1:E2", "G1");
  return { desk, links: [second, first] };
}

const values = (address: string): Promise<CellValue[][]> => host.values(address);
const saved = async () => linksOf(await host.workbook.loadState(linksKey));

async function refresh(desk: LinksDesk, links: readonly Link[]): Promise<void> {
  await desk.plan(links, nobody, []);
  await desk.write();
}

/** Presses Stop once results are compared after the writing; `first` happens before. */
function stopWhileComparing(desk: LinksDesk, first: () => Promise<unknown> = () => Promise.resolve()): void {
  let hasWritten = false;
  const read = host.workbook.read.bind(host.workbook);
  desk.subscribe(() => void (hasWritten ||= desk.now().busy?.what === "saving"));
  const spied = vi.spyOn(host.workbook, "read").mockImplementation(async (block) => {
    const { busy } = desk.now();
    if (hasWritten && busy?.what === "comparing") {
      spied.mockRestore();
      await first();
      busy.stop();
    }
    return read(block);
  });
}

describe("a refresh of all links", () => {
  it("carries a new row through links that read each other's blocks, as one step with one entry in the history and one way back", async () => {
    const { desk, links } = await chain();
    await host.enter({ B2: 110, A3: "联营公司", B3: 40 });
    await desk.plan(links, nobody, []);
    expect(desk.now().plans.map(({ link, reads }) => [link.name, reads.map(({ name }) => name)])).toEqual([["甲", []], ["乙", ["甲"]]]);
    await desk.write();
    expect(await values("G1:H3")).toEqual([["客户", "余额"], ["子公司", 110], ["联营公司", 40]]);
    const { done, state } = desk.now();
    expect(done?.links.map(({ link, added, changed }) => [link.name, added, changed])).toEqual([["甲", 1, 1], ["乙", 1, 1]]);
    expect(state.history[0]?.links.map(({ name }) => name)).toEqual(["甲", "乙"]);
    expect(await done?.written?.undo()).toBe(true);
    expect(await values("D1:H3")).toEqual([["客户", "余额", null, "客户", "余额"], ["子公司", 100, null, "子公司", 100], [null, null, null, null, null]]);
    expect((await saved()).history.map((record) => record.links.map(({ name }) => name))).toEqual([["乙"], ["甲"]]);
    await refresh(desk, desk.now().state.links);
    expect(await values("G3:H3")).toEqual([["联营公司", 40]]);
    await refresh(desk, desk.now().state.links);
    expect(desk.now().done?.links.map(({ added, removed, changed, kept }) => added + removed + changed + kept)).toEqual([0, 0]);
  });

  it("says which link could not be refreshed and why, and leaves the others standing", async () => {
    const { desk, links } = await chain();
    await host.enter({ G3: "合计", A3: "联营公司", B3: 40 });
    await refresh(desk, links);
    expect(desk.now().done?.links.map(({ link, reason }) => [link.name, reason?.issue.code])).toEqual([["甲", undefined], ["乙", "no-room"]]);
    expect(await values("D3:H3")).toEqual([["联营公司", 40, null, "合计", null]]);
    expect(desk.now().state.history[0]?.links.map(({ name }) => name)).toEqual(["甲"]);
  });

  it("takes back what it has written once it is stopped", async () => {
    const { desk, links } = await chain();
    await host.enter({ B2: 110 });
    await desk.plan(links, nobody, []);
    const write = host.workbook.write.bind(host.workbook);
    const spied = vi.spyOn(host.workbook, "write").mockImplementation((changes, run) => (changes.blocks?.[0]?.column === 6 || changes.blocks?.[0]?.column === 7 ? Promise.reject(new WorkbookRefusal({ code: "stopped" })) : write(changes, run)));
    await expect(desk.write()).rejects.toMatchObject({ issue: { code: "stopped" } });
    spied.mockRestore();
    expect(await values("D2:H2")).toEqual([["子公司", 100, null, "子公司", 100]]);
    expect((await saved()).history).toHaveLength(2);
    expect(desk.now().state).toEqual(await saved());
    expect(desk.now()).toMatchObject({ busy: undefined, done: undefined });
    expect(await host.workbook.loadState(journalKey)).toBe(null);
  });

  it("takes back even what was written whole when the stop came", async () => {
    const { desk, links } = await chain();
    await host.enter({ B2: 110 });
    await desk.plan(links, nobody, []);
    const write = host.workbook.write.bind(host.workbook);
    const spied = vi.spyOn(host.workbook, "write").mockImplementation(async (changes, run) => {
      const written = await write(changes, run);
      if (changes.blocks?.[0]?.column === 6) desk.now().busy?.stop();
      return written;
    });
    await expect(desk.write()).rejects.toMatchObject({ issue: { code: "stopped" } });
    spied.mockRestore();
    expect(await values("D2:H2")).toEqual([["子公司", 100, null, "子公司", 100]]);
    expect((await saved()).history).toHaveLength(2);
  });

  it("takes all back when it is stopped while results are compared after the writing", async () => {
    const { desk, links } = await chain();
    await host.enter({ B2: 110, J1: 5 });
    await desk.watch(range("J1"));
    await desk.plan(links, nobody, []);
    stopWhileComparing(desk);
    await expect(desk.write()).rejects.toMatchObject({ issue: { code: "stopped" } });
    expect(await values("D2:H2")).toEqual([["子公司", 100, null, "子公司", 100]]);
    expect((await saved()).history).toHaveLength(2);
    expect(desk.now().state).toEqual(await saved());
    expect(desk.now()).toMatchObject({ busy: undefined, done: undefined });
  });

  it("tells what stands when it is stopped while results are compared, and a person has changed a cell that was written", async () => {
    const { desk, links } = await chain();
    await host.enter({ B2: 110, J1: "=H2" });
    await desk.watch(range("J1"));
    await desk.plan(links, nobody, []);
    stopWhileComparing(desk, () => host.workbook.write({ blocks: [{ sheet: "Sheet1", row: 1, column: 7, cells: [[{ value: 111 }]] }] }));
    await desk.write();
    expect(await values("D2:H2")).toEqual([["子公司", 110, null, "子公司", 111]]);
    const { done, state } = desk.now();
    expect(done?.links.map(({ link, changed, reason }) => [link.name, changed, reason])).toEqual([["甲", 1, undefined], ["乙", 1, undefined]]);
    expect(done?.effects.map(({ before, after }) => [before, after])).toEqual([[100, 111]]);
    expect(state).toEqual(await saved());
  });

  it("leaves what a person has changed since, and takes it back once that is put right", async () => {
    const { desk, links } = await chain();
    await host.enter({ B2: 110 });
    await refresh(desk, links);
    const written = desk.now().done?.written;
    await host.enter({ E2: 111 });
    expect(await written?.undo()).toBe(false);
    expect(written?.standing().map(({ name }) => name)).toEqual(["甲"]);
    expect(await values("D2:H2")).toEqual([["子公司", 111, null, "子公司", 100]]);
    await host.enter({ E2: 110 });
    expect(await written?.undo()).toBe(true);
    expect(await values("D2:H2")).toEqual([["子公司", 100, null, "子公司", 100]]);
  });
});

describe("what a refresh did", () => {
  it("to a saved impairment test, to a formula of ours and to a watched cell is told with its causes and kept in the history", async () => {
    const { desk, links } = await chain();
    await host.enter({ J1: "预期信用损失", K1: "=HEADROOM.ECL.PROVISION(H2:H2,K2:K2)", K2: 0.05, J3: "合计", K3: "=H2*2" });
    await desk.watch({ ...range("K1:K3"), rows: 3 });
    const book = new LinkedBook({ name: "2025 年末" });
    const unit = book.unit("钼业务");
    const pin = await host.workbook.pin(range("H2"));
    book.play({ type: "forecast-changed", unit, forecast: { basis: "given" } }, { type: "linked", slot: unitSlot(unit, "value-in-use"), link: { pin, source: "", note: "" } });
    await saveTests(host.workbook, book.state);
    await host.enter({ B2: 110 });
    await refresh(desk, links);
    const { done, state } = desk.now();
    expect(done?.tests.map(({ test, unit: of, figures }) => [test.frame.name, of.name, figures.map(({ figure, causes }) => [figure, causes.map(({ kinds, amount }) => [kinds.join(), amount.toString()])])])).toEqual([
      ["2025 年末", "钼业务", [["value-in-use", [["given", "10"]]]]],
    ]);
    expect(done?.effects.map(({ label, before, after, effect }) => [label, before, after, effect?.figures[0]?.causes.map(({ parameters, amount }) => [parameters.join(), amount.toString()])])).toEqual([
      ["预期信用损失", 5, 5.5, [["balances", "0.5"]]],
      ["合计", 200, 220, undefined],
    ]);
    expect(state.history[0]?.effects).toEqual([
      { label: "2025 年末 · 钼业务", figure: "value-in-use", before: 100, after: 110 },
      { label: "预期信用损失", figure: null, before: 5, after: 5.5 },
      { label: "合计", figure: null, before: 200, after: 220 },
    ]);
    expect((await saved()).history).toEqual(state.history);
  });
});

describe("the desk", () => {
  it("does one thing at a time", async () => {
    const { desk, links } = await chain();
    const running = desk.plan(links, nobody, []);
    await expect(desk.plan(links, nobody, [])).rejects.toMatchObject({ issue: { code: "refresh-running" } });
    await running;
    expect(desk.now().busy).toBeUndefined();
  });

  it("refreshes by itself only what no person has overwritten, and leaves the plan open otherwise", async () => {
    const { desk, links } = await chain();
    const first = links[1];
    if (!first) throw new Error("no link");
    expect(await desk.automatic(first)).toEqual({ kind: "nothing" });
    await host.enter({ B2: 110 });
    expect(await desk.automatic(first)).toMatchObject({ kind: "done" });
    expect(await host.value("E2")).toBe(110);
    await host.enter({ E2: 999, B2: 120, A3: "联营公司", B3: 40 });
    expect(await desk.automatic(desk.now().state.links.find(({ id }) => id === first.id) ?? first)).toEqual({ kind: "asked", cells: 1 });
    expect(await host.value("E2")).toBe(999);
    expect(desk.now().plans).toHaveLength(1);
    desk.cancel();
    expect(desk.now().plans).toEqual([]);
  });

  it("says that a source has changed where only cells of the person's stand against it, and records it", async () => {
    const { desk, links } = await chain();
    const now = () => desk.now().state.links.find(({ id }) => id === links[1]?.id);
    const first = now();
    if (!first) throw new Error("no link");
    await host.enter({ E2: 999 });
    expect(await desk.automatic(first)).toEqual({ kind: "nothing" });
    await host.enter({ B2: 110 });
    expect(await desk.automatic(first)).toEqual({ kind: "asked", cells: 1 });
    await desk.write();
    await host.enter({ B2: 120 });
    expect(await desk.automatic(now() ?? first)).toMatchObject({ kind: "kept", cells: 1 });
    expect(await host.value("E2")).toBe(999);
    const recorded = { name: "甲", added: 0, removed: 0, changed: 0, kept: 1 };
    expect(desk.now().state.history.slice(0, 2).map((record) => record.links)).toMatchObject([[recorded], [recorded]]);
    expect((await saved()).history).toEqual(desk.now().state.history);
    expect(await desk.automatic(now() ?? first)).toEqual({ kind: "nothing" });
  });

  it("offers to put back what an interrupted refresh found, but not one that was carried through", async () => {
    const { desk, links } = await chain();
    const before = [{ sheet: "Sheet1", row: 1, column: 4, cells: [[[77]]] }];
    await host.workbook.saveState(journalKey, { version: 1, link: links[1]?.id, at: "2026-01-31T09:00:00Z", before });
    await desk.load();
    expect(desk.now().interrupted?.link).toBe(links[1]?.id);
    await desk.settle(true);
    expect(await host.value("E2")).toBe(77);
    expect(desk.now().interrupted).toBe(null);
    await host.workbook.saveState(journalKey, { version: 1, link: links[1]?.id, at: (await saved()).history[1]?.at, before });
    await desk.load();
    expect(desk.now().interrupted).toBe(null);
    expect(await host.workbook.loadState(journalKey)).toBe(null);
  });

  it("says what it cannot read, and keeps the cells of a link that is deleted", async () => {
    const { desk, links } = await chain();
    for (const link of links) await desk.remove(link);
    expect(desk.now().state.links).toEqual([]);
    expect(await values("D2:E2")).toEqual([["子公司", 100]]);
    await host.workbook.saveState(linksKey, { version: 99 });
    await desk.load();
    expect(desk.now().opening).toMatchObject({ kind: "refused", issue: { code: "state-newer" } });
  });
});
