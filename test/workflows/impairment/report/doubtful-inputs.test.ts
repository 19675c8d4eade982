import { describe, expect, it } from "vitest";
import { firstWriting } from "../../../../src/links/first-writing.ts";
import { type LinkSource, noLinks } from "../../../../src/links/link.ts";
import { linksKey, linksOf, savedLinks } from "../../../../src/links/links-codec.ts";
import { sourceNow } from "../../../../src/links/source-reading.ts";
import { doubtfulInputs } from "../../../../src/pane/impairment/doubtful-inputs.ts";
import { writeWorkpaper } from "../../../../src/workflows/impairment/report/writing.ts";
import { unitSlot } from "../../../../src/workflows/impairment/slot.ts";
import { LinkedBook } from "../linked-book.ts";
import { known, WrittenBook } from "./written-book.ts";

const readAt = "2026-02-01T08:00:00.000Z";
const now = Date.parse("2026-02-03T08:00:00.000Z");
const block = (row: number, column: number, rows: number, columns: number) => ({ sheet: "Sheet1", row, column, rows, columns });

/** A test whose carrying amount stands in a block that a link fills from A1:B3, and whose fair value does not. */
async function linkedTest() {
  const book = new WrittenBook();
  const { workbook } = book.host;
  await book.host.enter({ A1: "资产", B1: "账面价值", A2: "房屋", B2: 60, A3: "设备", B3: 40, G2: 70 });
  const source: LinkSource = { kind: "range", pin: await workbook.pin(block(0, 0, 3, 2)) };
  const table = await sourceNow(workbook, source, { allowedOrigins: [] });
  const { state } = await firstWriting(workbook, noLinks, { name: "固定资产", source, columns: table.columns, keys: [0], automatic: false }, table, { kind: "cell", at: block(0, 3, 1, 1) }, { at: readAt, unread: 0 });
  await workbook.saveState(linksKey, savedLinks(state));
  const linked = new LinkedBook();
  const unit = linked.unit("资产组 1", { use: "idle" });
  const link = async (slot: "carrying" | "fair-value", range: ReturnType<typeof block>) => linked.play({ type: "linked", slot: unitSlot(unit, slot), link: { pin: await workbook.pin(range), source: "台账", note: "" } });
  await link("carrying", block(1, 4, 2, 1));
  await link("fair-value", block(1, 6, 1, 1));
  return { book: book.of(linked.test), unit };
}

async function written(book: WrittenBook) {
  const plain = await book.paper();
  const paper = { ...plain, doubtful: await doubtfulInputs(book.host.workbook, plain.inputs, now) };
  book.report = (await writeWorkpaper(book.host.workbook, paper)).report;
  await book.settled();
  return book.figures();
}

describe("inputs that come from a link", () => {
  it("carry nothing beside their source while it says what they say", async () => {
    const { book, unit } = await linkedTest();
    const figures = await written(book);
    expect([figures.value("units", `${unit}.own`), figures.text("units", `${unit}.own`, "source"), figures.check("cover", "check-inputs")]).toEqual([100, "台账", 0]);
  });

  it("say beside their source that it has changed since, with the time they were read, and count as an open check", async () => {
    const { book, unit } = await linkedTest();
    await book.host.enter({ B2: 65 });
    const figures = await written(book);
    expect([figures.text("units", `${unit}.own`, "source"), figures.text("fair-value", `${unit}.fair-value`, "source"), figures.check("cover", "check-inputs")]).toEqual(["台账；链接数据已过期：2026-02-01 08:00 读取，其后数据源有变动", "台账", 1]);
    await book.host.enter({ B2: 60 });
    expect([(await written(book)).text("units", `${unit}.own`, "source"), (await book.figures()).check("cover", "check-inputs")]).toEqual(["台账", 0]);
  });

  it("say so as well where formulas work them out of it, however many stand between", async () => {
    const { book, unit } = await linkedTest();
    const { workbook } = book.host;
    await book.host.enter({ H1: "=SUM(E:E)", H2: "=ROUND('Sheet1'!$H$1,0)", G2: "=MAX(0,H2)-30" });
    await book.host.enter({ B2: 65 });
    const figures = await written(book);
    expect([figures.value("fair-value", `${unit}.fair-value`), figures.text("fair-value", `${unit}.fair-value`, "source"), figures.check("cover", "check-inputs")]).toEqual([70, "台账；链接数据已过期：2026-02-01 08:00 读取，其后数据源有变动", 2]);
    // A formula on cells beside the block is made of nothing that is stale.
    await workbook.write({ blocks: [{ ...block(0, 7, 1, 1), cells: [[{ formula: "=SUM(A1:A9)+100" }]] }] });
    expect((await written(book)).text("fair-value", `${unit}.fair-value`, "source")).toBe("台账");
  });

  it("say so as well where another link brings them on from a stale block, which it repeats faithfully", async () => {
    const { book, unit } = await linkedTest();
    const { workbook } = book.host;
    const state = linksOf(await workbook.loadState(linksKey));
    const source: LinkSource = { kind: "range", pin: await workbook.pin(block(0, 3, 3, 2)) };
    const table = await sourceNow(workbook, source, { allowedOrigins: [] });
    const second = await firstWriting(workbook, state, { name: "汇总", source, columns: table.columns, keys: [0], automatic: false }, table, { kind: "cell", at: block(0, 9, 1, 1) }, { at: readAt, unread: 0 });
    await workbook.saveState(linksKey, savedLinks(second.state));
    await book.host.enter({ G2: "=SUM(K2:K3)-30", B2: 65 });
    const figures = await written(book);
    expect([figures.value("fair-value", `${unit}.fair-value`), figures.text("fair-value", `${unit}.fair-value`, "source"), figures.check("cover", "check-inputs")]).toEqual([70, "台账；链接数据已过期：2026-02-01 08:00 读取，其后数据源有变动", 2]);
  });

  it("say that their source is gone", async () => {
    const { book, unit } = await linkedTest();
    const [pin] = (await book.host.workbook.loadState(linksKey) as { links: { source: { pin: string } }[] }).links.map(({ source }) => source.pin);
    await book.host.workbook.unpin([known(pin)]);
    expect((await written(book)).text("units", `${unit}.own`, "source")).toBe("台账；链接的数据源已不存在，数据读取于 2026-02-01 08:00");
  });
});
