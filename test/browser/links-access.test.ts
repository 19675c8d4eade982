import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findings, views } from "./support/axe.ts";
import { LinksRoom } from "./support/links-room.ts";
import { Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

describe.each(views)("the Links room in $locale, $theme, $width px wide", ({ locale, theme, width }) => {
  let visitor: Visit;
  const chinese = locale === "zh-CN";
  const button = (english: string, name: string) => visitor.page.getByRole("button", { name: chinese ? name : english });
  const showPane = async () => {
    if (width === 320) await visitor.page.locator("#views").getByRole("button").last().click();
  };

  beforeAll(async () => {
    visitor = await visit({ locale, theme, width });
    await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await visitor.page.goto(visitor.address);
    await new Sheet(visitor.page).ready();
    await showPane();
    await visitor.page.getByRole("tab", { name: chinese ? "数据链接" : "Links" }).click();
  });

  afterAll(async () => {
    expect(visitor.errors).toEqual([]);
    await visitor.end();
  });

  /** No serious finding in our parts of the page, and nothing wider than it. */
  const hold = async () => {
    expect(await findings(visitor.page)).toEqual([]);
    expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)).toBe(false);
  };

  it("has no serious fault that axe finds, and no sideways scrolling, from the source to the list", async () => {
    const room = new LinksRoom(visitor.page);
    await button("New link", "新建链接").click();
    await room.paste(chinese ? "粘贴到此处" : "Paste here", readFileSync("test/reading/filings/002-1922.txt", "utf8"));
    await room.all.getByRole("table").waitFor();
    await hold();
    await button("Write and link", "写入并链接").click();
    // On a narrow page the written sheet comes to the front, and the pane behind it.
    await visitor.page.getByText(chinese ? /^已链接/ : /^Linked: /).first().waitFor({ state: "attached" });
    await showPane();
    await hold();
  });
});
