import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { impairmentTest2025 } from "../../src/samples/impairment-test-2025.ts";
import { numberText } from "../../src/pane/number-format.ts";
import { evaluatedSample } from "../samples/evaluated-sample.ts";
import { there } from "../workflows/impairment/linked-book.ts";
import { ImpairmentRoom } from "./support/impairment-room.ts";
import { withSavedState } from "./support/saved-state.ts";
import { Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

let visitor: Visit;
let file: Uint8Array;
const wizard = () => new ImpairmentRoom(visitor.page, "zh-CN");
const room = () => wizard().room;
const bar = () => visitor.page.getByRole("group", { name: "文件", exact: true });
const open = (step: string) => room().getByRole("navigation").getByRole("button", { name: new RegExp(`^\\d+ ${step}, \\d+ 项未完成$`) });

beforeAll(async () => {
  visitor = await visit({ locale: "zh-CN" });
  // A page as in a browser without pickers of its own, which a test can hand files and take them from.
  await visitor.context.addInitScript("delete window.showOpenFilePicker; delete window.showSaveFilePicker;");
  await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await wizard().arrive(visitor.address);
});

afterAll(async () => {
  expect(visitor.errors).toEqual([]);
  await visitor.end();
});

async function handIn(bytes: Uint8Array): Promise<void> {
  visitor.page.once("dialog", (dialog) => void dialog.accept());
  const [chooser] = await Promise.all([visitor.page.waitForEvent("filechooser"), bar().getByRole("button", { name: "打开…" }).click()]);
  await chooser.setFiles({ name: "减值测试.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
}

describe("an auditor at a filled-in test", () => {
  it("asks what is in the carrying amount and in the flows, and is told where they differ until it is explained", async () => {
    await wizard().show("units");
    const goodwill = room().getByLabel("商誉", { exact: true });
    await goodwill.selectOption({ label: "只在账面价值中" });
    const finding = room().getByRole("listitem").filter({ hasText: "商誉计入账面价值，却未计入现金流量" });
    await finding.getByText("待说明").waitFor();
    await expect.poll(() => open("资产组").count()).toBe(1);
    await finding.getByText("第十九条").first().waitFor();
    await finding.getByRole("button", { name: /^转到填写处/ }).or(finding.getByRole("link", { name: /^转到填写处/ })).first().click();
    await expect.poll(() => visitor.page.evaluate(() => document.activeElement?.textContent ?? "")).toContain("账面价值与现金流量口径一致");
    await finding.getByLabel("说明").fill("商誉由收购溢价形成，现金流量已剔除协同效应");
    await finding.getByText("已说明").waitFor();
    await goodwill.selectOption({ label: "都不包括" });
    await expect.poll(() => finding.count()).toBe(0);
  });

  it("takes a unit out and, other steps having been shown, brings it back to its place with all it had", async () => {
    const units = () => room().locator("ul > li").getByRole("button", { name: /^\d\. / }).allTextContents();
    await wizard().show("units");
    await room().getByRole("button", { name: "删除：资产组 2", exact: true }).click();
    await expect.poll(() => visitor.page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("撤销删除：资产组 2");
    await expect.poll(units).toEqual(["1. 资产组 1", "2. 资产组 3"]);
    await wizard().show("result");
    await expect.poll(() => room().getByRole("rowheader", { name: "资产组 2", exact: true }).count()).toBe(0);
    await wizard().show("units");
    await room().getByRole("button", { name: "撤销删除：资产组 2", exact: true }).click();
    await expect.poll(units).toEqual(["1. 资产组 1", "2. 资产组 2", "3. 资产组 3"]);
    await wizard().show("result");
    await expect.poll(() => room().textContent()).toContain("2,170.00");
    await wizard().show("forecast");
    await wizard().showUnit("资产组 1");
  });

  it("holds last year's forecast against what came, and has misses explained", async () => {
    await wizard().show("back-test");
    await expect.poll(() => wizard().chart("back-test").locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-position")))).toEqual(["within", "below", "above", "above", "below"]);
    const finding = room().getByRole("listitem").filter({ hasText: "以前预测与实际比较：低于 2 项，区间内 1 项，高于 2 项" });
    const said = await finding.getByLabel("说明").inputValue();
    await finding.getByLabel("说明").fill("");
    await finding.getByText("待说明").waitFor();
    await finding.getByLabel("说明").fill(said);
    await finding.getByText("已说明").waitFor();
  });

  it("writes the workpaper and copies the disclosure as a table that says the printed figures", async () => {
    await wizard().show("report");
    await room().getByRole("button", { name: "写入底稿", exact: true }).click();
    const table = room().locator("[data-disclosure] table");
    await table.waitFor();
    for (const { unit, carrying, assessment, recognised } of evaluatedSample(impairmentTest2025).units) {
      const own = table.locator("tbody").filter({ has: visitor.page.getByRole("rowheader", { name: unit.name, exact: true }) });
      for (const value of [carrying?.reported, assessment?.recoverable, recognised]) await own.getByText(numberText(there(value), 2), { exact: true }).first().waitFor();
    }
    await room().getByRole("button", { name: "复制：附注披露" }).click();
    await visitor.page.getByText("已复制附注披露表。").waitFor();
    const copied = await visitor.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const as = async (type: string) => (await item?.getType(type))?.text() ?? "";
      return { text: await as("text/plain"), html: await as("text/html") };
    });
    expect(copied.text.split("\n").map((line) => line.split("\t"))).toContainEqual(["应确认的减值损失", "1,905.61", ""]);
    expect(copied.html).toContain("<td>1,193.96</td>");
  });

  it("finds the test where it was left after a reload, and in the saved file", async () => {
    await wizard().show("rate");
    await expect.poll(() => room().getByRole("status").first().textContent()).toBe("已保存");
    await expect.poll(() => bar().getByRole("status").textContent()).toMatch(/留存在本机/);
    const [download] = await Promise.all([visitor.page.waitForEvent("download"), bar().getByRole("button", { name: "保存", exact: true }).click()]);
    file = readFileSync(await download.path());
    visitor.page.once("dialog", (dialog) => void dialog.accept());
    await visitor.page.reload();
    await new Sheet(visitor.page).ready();
    await wizard().enter();
    await room().getByRole("heading", { name: "折现率", level: 3, exact: true }).waitFor();
    await handIn(file);
    await wizard().enter();
    await room().getByRole("heading", { name: "折现率", level: 3, exact: true }).waitFor();
    await expect.poll(() => room().getByRole("row", { name: /税前折现率/ }).textContent()).toContain("10.20%");
  });

  it("is told of a deleted range: nothing is read as zero, and the way to link it again is shown", async () => {
    const tab = visitor.page.locator("#sheet [data-id]").getByText("现金流量 2025", { exact: true });
    await tab.click();
    await tab.click({ button: "right" });
    await visitor.page.getByText("删除", { exact: true }).click();
    await visitor.page.getByRole("button", { name: /^(确定|OK|删除)$/ }).first().click();
    await expect.poll(() => tab.count()).toBe(0);
    await wizard().show("forecast");
    const finding = room().getByRole("listitem").filter({ hasText: "“预测年度”所链接的区域已被删除，未按零计算；请重新链接。" });
    await finding.first().waitFor();
    await finding.first().getByRole("button", { name: /^转到填写处/ }).or(finding.first().getByRole("link", { name: /^转到填写处/ })).first().click();
    await expect.poll(() => visitor.page.evaluate(() => document.activeElement?.id ?? "")).toBe("impairment-u1/years");
    await room().getByText("所链接的区域已被删除，请重新链接。").first().waitFor();
    await wizard().show("result");
    await expect.poll(() => room().getByRole("row", { name: "减值损失" }).first().textContent()).toContain("—");
  });

  it("starts next year's test, whose back-test waits for what came of this year's forecast", async () => {
    await handIn(file);
    await wizard().enter();
    await room().getByRole("navigation").waitFor();
    await room().getByText("全部测试").click();
    await room().getByRole("button", { name: /^新建下年测试/ }).click();
    const dialog = visitor.page.getByRole("dialog");
    expect(await dialog.getByLabel("测试基准日").inputValue()).toBe("2026-12-31");
    expect(await dialog.getByLabel("测试名称").inputValue()).toContain("2026");
    await dialog.getByRole("button", { name: "开始" }).click();
    await room().getByRole("heading", { name: "测试概况", level: 3 }).waitFor();
    await wizard().show("back-test");
    const revenue = room().getByRole("listitem", { name: "营业收入", exact: true });
    await revenue.getByRole("textbox", { name: /^营业收入：实际数/ }).fill("'现金流量 2025'!C7");
    await visitor.page.keyboard.press("Enter");
    await expect.poll(() => wizard().chart("back-test").locator("tbody tr").count()).toBe(1);
    await expect.poll(async () => (await wizard().drawnRows("back-test")).map(({ label, points, figure }) => [label, points.length, figure])).toEqual([["营业收入", 1, "287,034.26在区间内"]]);
  });

  it("deletes a test and brings it back, figures, links and all", async () => {
    await room().getByText("全部测试").click();
    await room().getByRole("button", { name: /^删除：.*2025/ }).click();
    await expect.poll(() => visitor.page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(/^恢复：/);
    await expect.poll(() => room().getByRole("button", { name: /^打开：.*2025/ }).count()).toBe(0);
    await visitor.page.keyboard.press("Enter");
    await room().getByRole("button", { name: /^打开：.*2025/ }).click();
    await wizard().show("result");
    await expect.poll(() => room().getByRole("row", { name: "减值损失" }).first().textContent()).toContain("1,905.61");
  });

  it("is refused what a newer version wrote, with a sentence, and none of it is written over", async () => {
    const newer = (document: unknown) => ({ ...(document as object), version: 99 });
    await handIn(withSavedState(file, "impairment", newer));
    await wizard().enter();
    const told = room().getByRole("alert");
    await told.waitFor();
    expect(await told.textContent()).toMatch(/版本 99.*减值测试未作改动。请用较新版本打开。/);
    expect(await told.getByRole("button", { name: "重新开始" }).count()).toBe(0);
    const [download] = await Promise.all([visitor.page.waitForEvent("download"), bar().getByRole("button", { name: "保存", exact: true }).click()]);
    const kept = withSavedState(readFileSync(await download.path()), "impairment", (document) => {
      expect(document).toMatchObject({ version: 99 });
      return document;
    });
    expect(kept.length).toBeGreaterThan(0);
  });
});
