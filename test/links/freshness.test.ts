import { describe, expect, it } from "vitest";
import { firstWriting } from "../../src/links/first-writing.ts";
import { freshness } from "../../src/links/freshness.ts";
import { type Link, type LinkSource, noLinks } from "../../src/links/link.ts";
import { isDoubtful, linkedBlocks } from "../../src/links/linked-blocks.ts";
import { sourceNow } from "../../src/links/source-reading.ts";
import { blockOf, type RangeAddress } from "../../src/workbook/address.ts";
import { withoutWaiting } from "../support/clock.ts";
import { HeadlessWorkbook } from "../support/engine.ts";

const at = "2026-01-31T09:00:00Z";
const [month, days] = [Date.parse(at) + 31 * 86_400_000, 86_400_000];
const host = new HeadlessWorkbook();

withoutWaiting();

function range(address: string): RangeAddress {
  const block = blockOf(address);
  if (!block) throw new Error(address);
  return { sheet: "Sheet1", ...block };
}

/** A link at D1 that reads A1:B5, where a header and a row stand. */
async function linked(): Promise<Link> {
  host.open();
  await host.enter({ A1: "客户", B1: "余额", A2: "甲", B2: 100 });
  const source: LinkSource = { kind: "range", pin: await host.workbook.pin(range("A1:B5")) };
  const table = await sourceNow(host.workbook, source, { allowedOrigins: [] });
  const { state } = await firstWriting(host.workbook, noLinks, { name: "往来", source, columns: table.columns, keys: [0], automatic: false }, table, { kind: "cell", at: range("D1") }, { at, unread: 0 });
  const [link] = state.links;
  if (!link) throw new Error("no link");
  return link;
}

const known = (link: Link, now = Date.parse(at)) => freshness(host.workbook, link, now);

describe("whether a link still says what its source says", () => {
  it("is told by the source where it stands in the workbook: not by its place, its blank rows or its order of formulas", async () => {
    const link = await linked();
    expect(await known(link)).toBe("fresh");
    await host.enter({ B2: "=50*2" });
    expect(await known(link)).toBe("fresh");
    await host.enter({ B2: 101 });
    expect(await known(link)).toBe("stale");
    await host.enter({ B2: 100, A3: "乙" });
    expect(await known(link)).toBe("stale");
    await host.insertRows(0, 2);
    await host.enter({ A5: null });
    expect(await known(link)).toBe("fresh");
  });

  it("is no where its columns have gone from the source, or it holds nothing any more", async () => {
    const link = await linked();
    await host.enter({ B1: "金额" });
    expect(await known(link)).toBe("stale");
    await host.enter({ A1: null, B1: null, A2: null, B2: null });
    expect(await known(link)).toBe("stale");
  });

  it("is not asked where source or block are gone, or nothing was written yet", async () => {
    const link = await linked();
    expect(await known({ ...link, last: null })).toBe("never");
    expect(await known({ ...link, target: "_headroom.none" })).toBe("target-gone");
    expect(await known({ ...link, source: { kind: "range", pin: "_headroom.none" } })).toBe("source-gone");
    expect(await known({ ...link, source: { kind: "named", name: "没有" } })).toBe("source-gone");
  });

  it("is not known of a source outside, but counts as aged after a month", async () => {
    const link = { ...(await linked()), source: { kind: "csv", file: "余额.csv" } as const };
    expect(await known(link, month)).toBe("unknown");
    expect(await known(link, month + days)).toBe("aged");
  });
});

describe("the linked blocks of a workbook", () => {
  it("are told with their source and freshness, and are in doubt once their source says something else", async () => {
    await linked();
    const blocks = await linkedBlocks(host.workbook, Date.parse(at));
    expect(blocks).toEqual([{ name: "往来", range: range("D1:E2"), source: range("A1:B5"), freshness: "fresh", at }]);
    expect(blocks.filter(isDoubtful)).toEqual([]);
    await host.enter({ B2: 101 });
    expect((await linkedBlocks(host.workbook, Date.parse(at))).filter(isDoubtful)).toMatchObject([{ name: "往来", freshness: "stale" }]);
  });
});
