import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

describe("a person switches the language", () => {
  let visitor: Visit;
  let sheet: Sheet;

  beforeAll(async () => {
    visitor = await visit({ locale: "zh-CN" });
    sheet = new Sheet(visitor.page);
    await visitor.page.goto(visitor.address);
    await sheet.ready();
    await sheet.type("A1", "100");
    await sheet.type("B1", "60");
    await sheet.type("A3", '=HEADROOM.IMPAIR.TABLE("甲",A1,B1,"/")');
  });

  afterAll(() => visitor.end());

  const choose = async (label: RegExp, language: string) => {
    await visitor.page.getByRole("tab", { name: /^(Home|首页)$/ }).click();
    await visitor.page.getByRole("combobox", { name: label }).selectOption({ label: language });
  };

  it("starts in the language of the browser", async () => {
    await visitor.page.getByRole("tab", { name: "首页" }).waitFor();
    await sheet.expectSaid("B3", /^账面价值/);
  });

  it("has pane, help and sentences in English at once, the work untouched", async () => {
    await choose(/界面/, "English");
    await visitor.page.getByRole("tab", { name: "Functions" }).waitFor();
    await sheet.expectSaid("A1", /^100/);
    await sheet.type("A9", '=HEADROOM.ECL.RATES("x")');
    await sheet.expectSaid("A9", /migration: 'x' is not a number/);
    await sheet.goTo("D9");
    await visitor.page.keyboard.type("=headroom.ecl.rates(", { delay: 30 });
    await visitor.page.getByText(/Migration rates by bucket/).first().waitFor();
    await visitor.page.keyboard.press("Escape");
    await visitor.page.keyboard.press("Escape");
  });

  it("keeps the headers of results in the language saved in the workbook, until that is changed", async () => {
    await sheet.expectSaid("B3", /^账面价值/);
    await choose(/Headers and words/, "English");
    await sheet.expectSaid("B3", /^Carrying amount/);
  });

  it("remembers the choice on the next visit", async () => {
    visitor.page.on("dialog", (dialog) => void dialog.accept());
    await visitor.page.reload();
    await visitor.page.getByRole("tab", { name: "Home" }).waitFor();
    await expect.poll(() => visitor.page.evaluate(() => document.documentElement.lang)).toBe("en-US");
  });
});
