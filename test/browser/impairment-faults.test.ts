import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advance, openTest } from "../../src/workflows/impairment/advance.ts";
import { impairmentOf } from "../../src/workflows/impairment/codec.ts";
import type { ImpairmentEvent } from "../../src/workflows/impairment/event.ts";
import type { StepName } from "../../src/workflows/impairment/step.ts";
import { there } from "../workflows/impairment/linked-book.ts";
import { ImpairmentRoom } from "./support/impairment-room.ts";
import { withSavedState } from "./support/saved-state.ts";
import { Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

let visitor: Visit;
const wizard = () => new ImpairmentRoom(visitor.page, "zh-CN");
const bar = () => visitor.page.getByRole("group", { name: "文件", exact: true });

/** Two mistakes and more in every step of the sample of 2025. */
function spoilt(document: unknown): unknown {
  const state = impairmentOf(document);
  const { links, next } = there(openTest(state));
  const events: readonly ImpairmentEvent[] = [
    { type: "frame-changed", frame: { name: "", preparer: "", date: "2025-02-30" } },
    { type: "indicator-answered", indicator: "idle", answer: null, note: "" },
    { type: "indicator-answered", indicator: "environment", answer: "yes", note: "" },
    { type: "unit-changed", unit: "u1", unitWords: { inflows: "" } },
    { type: "unit-changed", unit: "u2", unitWords: { name: "" } },
    ...(["甲", "乙"] as const).flatMap((name, index): readonly ImpairmentEvent[] => [{ type: "unit-added", name }, { type: "unit-changed", unit: `u${next + index}`, unitWords: { measures: "fair-value" } }]),
    { type: "forecast-changed", unit: "u1", forecast: { budgetYears: null } },
    { type: "row-added", unit: "u1", kind: "expense", name: "财务费用" },
    { type: "unlinked", slot: "u1/rate-parts" },
    { type: "explained", key: "rate-built:u2", text: "" },
    { type: "unlinked", slot: "u1/fair-value" },
    { type: "schedule-added", unit: `u${next}`, name: "评估服务费" },
    { type: "linked", slot: "u3/asset-labels", link: there(links["u1/rate-labels"]) },
    { type: "linked", slot: "u3/asset-carrying", link: there(links["u3/reported-loss"]) },
    { type: "sensitivity-changed", sensitivity: { lever: "百分之五", rates: ["甲"] } },
    { type: "unlinked", slot: "u1/back-actual" },
    { type: "explained", key: "back-test-missing:u2", text: "" },
    { type: "step-shown", step: "frame" },
  ];
  return events.reduce(advance, state);
}

beforeAll(async () => {
  visitor = await visit({ locale: "zh-CN" });
  await visitor.context.addInitScript("delete window.showOpenFilePicker; delete window.showSaveFilePicker;");
  await visitor.page.goto(visitor.address);
  await new Sheet(visitor.page).ready();
  await wizard().openSample("impairment-test-2025");
  const [download] = await Promise.all([visitor.page.waitForEvent("download"), bar().getByRole("button", { name: "保存", exact: true }).click()]);
  const bytes = withSavedState(readFileSync(await download.path()), "impairment", spoilt);
  visitor.page.once("dialog", (dialog) => void dialog.accept());
  const [chooser] = await Promise.all([visitor.page.waitForEvent("filechooser"), bar().getByRole("button", { name: "打开…" }).click()]);
  await chooser.setFiles({ name: "减值测试.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  await wizard().enter();
  await wizard().room.getByText("未命名的测试").waitFor();
});

afterAll(async () => {
  expect(visitor.errors).toEqual([]);
  await visitor.end();
});

/** What each step says of its mistakes, and the articles it says it by. */
const told: readonly (readonly [StepName, readonly (readonly [sentence: string, paragraph: string])[]])[] = [
  ["frame", [["尚未填写测试名称。", ""], ["尚未填写编制人。", ""], ["“2025-02-30”不是日期", ""]]],
  ["indicators", [["尚未判断是否存在该迹象：资产已经或者将被闲置", "第四条至第五条"], ["已判断存在该迹象，请写明依据：企业经营所处的经济", "第四条至第五条"]]],
  ["units", [["请说明该资产组的主要现金流入为何独立", "第十八条"], ["资产组没有名称。", "第十八条"]]],
  ["methods", [["只计算公允价值减去处置费用后的净额（按准则顺序应", "第六条"], ["请说明理由。", "第六条"]]],
  ["forecast", [["请填写预测中有多少年以经批准的预算为基础。", "第十一条"], ["“财务费用”尚未链接各年数据。", "第十条"]]],
  ["rate", [["尚未链接“折现率各构成项”", ""], ["折现率 6.2% 直接引用，没有列示构成", "第十三条"]]],
  ["fair-value", [["尚未链接“公允价值”", ""], ["尚未链接“收费分档下限”", ""], ["尚未链接“各档费率”", ""]]],
  ["result", [["可收回金额或减值损失尚不能确定", "第六条"]]],
  ["allocation", [["“资产名称”有 4 个值", ""], ["各项资产账面价值之和 1,193.96", "第二十二条"]]],
  ["sensitivity", [["百分之五", ""], ["甲", ""]]],
  ["back-test", [["没有将以前年度的预测与实际比较", "第十一条"]]],
];

describe("a test with mistakes in every step", () => {
  it.each(told)("names all mistakes of a step at once, with the article and the way to mend them: %s", async (step, sentences) => {
    await wizard().show(step);
    const findings = wizard().room.getByRole("region", { name: "检查结果" }).locator("> ul > li");
    const open = findings.filter({ has: visitor.page.getByText(/^(不符合|待说明)$/) });
    await expect.poll(() => open.count()).toBeGreaterThanOrEqual(2);
    for (const [sentence, paragraph] of sentences) {
      const own = open.filter({ hasText: sentence }).first();
      await own.waitFor();
      expect(await own.textContent()).toContain(paragraph);
    }
    const failing = findings.filter({ has: visitor.page.getByText("不符合", { exact: true }) });
    for (const one of await failing.all()) {
      const text = (await one.textContent()) ?? "";
      if (!text.includes("尚不能确定")) expect([text, await one.getByText(/^(转到填写处|'.+![A-Z]+\d+.*)$/).count()]).not.toEqual([text, 0]);
    }
    const way = open.getByText("转到填写处", { exact: true });
    if ((await way.count()) === 0) return;
    await way.first().click();
    await expect.poll(() => visitor.page.evaluate(() => document.activeElement?.id ?? "")).toMatch(/^impairment-/);
  });

  it("leads to the cell a mistake stands in", async () => {
    await wizard().show("allocation");
    await wizard().room.getByRole("listitem").filter({ hasText: "各项资产账面价值之和" }).getByText(/![A-Z]+\d+:[A-Z]+\d+$/).click();
    await expect.poll(() => new Sheet(visitor.page).saidNow()).toMatch(/^E31/);
  });

  it("counts in its bar what is open, and collects it in the review of the standard", async () => {
    await wizard().show("clauses");
    const open = wizard().room.getByRole("listitem").filter({ has: visitor.page.getByText(/^(不符合|待说明)$/) });
    await expect.poll(() => open.count()).toBeGreaterThan(8);
    const counted = async () => Number(/\d+(?= 项未完成)/.exec((await wizard().stepButton("clauses").getAttribute("aria-label")) ?? "")?.[0]);
    await expect.poll(async () => (await open.count()) - (await counted())).toBe(0);
  });
});
