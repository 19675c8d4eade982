import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Visit, visit } from "./support/visit.ts";

const cdn = "https://appsforoffice.microsoft.com/";
const copy = "node_modules/@microsoft/office-js/dist";

let visitor: Visit;
beforeEach(async () => {
  visitor = await visit({ width: 320, height: 700, locale: "zh-CN" });
});
afterEach(() => visitor.end());

const originsAsked = () => [...new Set(visitor.requests.filter((url) => url.startsWith("http")).map((url) => new URL(url).origin))];

describe("the pane page of Excel, opened where there is no Excel", () => {
  it("opens with Microsoft's script, says that Excel is missing, and lets functions be looked up", async () => {
    await visitor.context.route(`${cdn}**`, (route) => {
      const path = join(copy, new URL(route.request().url()).pathname.replace("/lib/1/hosted/", "/"));
      return existsSync(path) ? route.fulfill({ path }) : route.abort();
    });
    await visitor.page.goto(`${visitor.address}taskpane.html`);
    await visitor.page.getByText("此页面无法连接 Excel").first().waitFor();
    await visitor.page.getByRole("tab", { name: "函数" }).click();
    await visitor.page.getByText("ECL.RATES").first().waitFor();
    expect(await visitor.page.evaluate("typeof headroomSpeak + ' ' + typeof CustomFunctions.associate")).toBe("function function");
    expect(originsAsked()).toEqual([new URL(visitor.address).origin, new URL(cdn).origin]);
  });

  it("opens all the same where Microsoft's script cannot be reached", async () => {
    await visitor.context.route(`${cdn}**`, (route) => route.abort());
    await visitor.page.goto(`${visitor.address}taskpane.html`);
    await visitor.page.getByText("此页面无法连接 Excel").first().waitFor();
  });
});
