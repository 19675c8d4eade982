import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "../../src/functions/catalogue.ts";
import { findings, views } from "./support/axe.ts";
import { Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

describe.each(views)("the page in $locale, $theme, $width px wide", ({ locale, theme, width }) => {
  let visitor: Visit;
  const chinese = locale === "zh-CN";
  const tab = (english: string, name: string) => visitor.page.getByRole("tab", { name: chinese ? name : english });

  beforeAll(async () => {
    visitor = await visit({ locale, theme, width });
    await visitor.page.goto(visitor.address);
    await new Sheet(visitor.page).ready();
    if (width === 320) await visitor.page.locator("#views").getByRole("button").last().click();
  });

  afterAll(() => visitor.end());

  const widerThanPage = () => visitor.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

  it("shows Home without a finding and without sideways scrolling", async () => {
    await tab("Home", "首页").waitFor();
    expect(await findings(visitor.page)).toEqual([]);
    expect(await widerThanPage()).toBe(false);
  });

  it("shows the list of functions, and each function, without a finding", async () => {
    await tab("Functions", "函数").click();
    const list = visitor.page.locator("#pane").getByRole("searchbox").or(visitor.page.locator("#pane").getByRole("textbox"));
    await list.first().waitFor();
    expect(await findings(visitor.page)).toEqual([]);
    await list.first().fill(catalogue[0].id);
    await visitor.page.locator("#pane").getByText(catalogue[0].id, { exact: true }).first().click();
    await visitor.page.getByRole("heading", { name: catalogue[0].id }).waitFor();
    expect(await findings(visitor.page)).toEqual([]);
    expect(await widerThanPage()).toBe(false);
  });
});

describe("the keyboard alone", () => {
  let visitor: Visit;
  const focused = () => visitor.page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

  beforeAll(async () => {
    visitor = await visit();
    await visitor.page.goto(visitor.address);
    await new Sheet(visitor.page).ready();
  });

  afterAll(() => visitor.end());

  it("moves between the rooms with the arrows", async () => {
    await visitor.page.getByRole("tab", { name: "Home" }).focus();
    await visitor.page.keyboard.press("ArrowRight");
    await expect.poll(focused).toBe("Functions");
    await visitor.page.keyboard.press("Enter");
    await expect.poll(() => visitor.page.getByRole("tab", { name: "Functions" }).getAttribute("aria-selected")).toBe("true");
  });

  it("finds a function by a Chinese word and opens it", async () => {
    await visitor.page.locator("#pane").getByRole("searchbox").or(visitor.page.locator("#pane").getByRole("textbox")).first().focus();
    await visitor.page.keyboard.insertText("迁徙");
    await visitor.page.locator("#pane").getByText("ECL.RECOVERYMIGRATION").waitFor();
    for (let press = 0; press < 6; press++) {
      await visitor.page.keyboard.press("Tab");
      if (/^ECL\./.test(await focused())) break;
    }
    expect(await focused()).toMatch(/^ECL\./);
    await visitor.page.keyboard.press("Enter");
    await visitor.page.locator("#pane").getByRole("heading", { name: /^ECL\./ }).waitFor();
  });
});
