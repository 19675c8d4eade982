import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

describe("a person deletes a sheet that a formula elsewhere points to", () => {
  let visitor: Visit;
  let sheet: Sheet;
  const tab = (name: string) => visitor.page.locator("#sheet [data-id]").getByText(name, { exact: true });

  beforeAll(async () => {
    visitor = await visit();
    sheet = new Sheet(visitor.page);
    await visitor.page.goto(visitor.address);
    await sheet.ready();
    await sheet.type("A1", "7");
    await visitor.page.locator("#sheet footer button").first().click();
    await tab("Sheet2").waitFor();
    await sheet.type("A1", "=Sheet1!A1*2");
  });

  afterAll(() => visitor.end());

  it("and takes it back with one undo: the sheet stands there again, and so does the result", async () => {
    await sheet.expectSaid("A1", /^14\b/);
    await tab("Sheet1").click();
    await tab("Sheet1").click({ button: "right" });
    await visitor.page.getByText("Delete", { exact: true }).click();
    await visitor.page.getByRole("button", { name: "OK", exact: true }).click();
    await expect.poll(() => tab("Sheet1").count()).toBe(0);
    await sheet.goTo("C3");
    await visitor.page.keyboard.press("Control+z");
    await tab("Sheet1").waitFor();
    await tab("Sheet1").click();
    await sheet.expectSaid("A1", /^7\b/);
    await tab("Sheet2").click();
    await sheet.expectSaid("A1", /^14\b/);
  });
});
