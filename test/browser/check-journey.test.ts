import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pane } from "../../src/locales/en-us/pane.ts";
import { findings } from "./support/axe.ts";
import { Keyboard } from "./support/keyboard.ts";
import { openSample, Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

const excerpt = `各期末应收账款账龄如下：

单位：万元

账龄\t2025年5月末\t2024年末\t2023年末\t2022年末
1年以内\t68,405.12\t63,450.55\t61,118.40\t58,200.10
1至2年\t1,204.50\t980.25\t1,466.03\t1,322.87
2至3年\t356.77\t402.10\t390.66\t288.04
合计\t69,966.39\t64,382.90\t62,975.09\t59,811.01
`;

let visitor: Visit;
let keys: Keyboard;
let sheet: Sheet;
const room = () => visitor.page.locator("#headroom-room-check");
const heading = (name: string | RegExp) => room().getByRole("heading", { name });

async function enterRoom(tab = "Check"): Promise<void> {
  await visitor.page.getByRole("tab", { name: tab }).focus();
  await keys.press("Enter");
  await room().getByRole("radiogroup").waitFor();
}

const axe = () => findings(visitor.page, "#headroom-room-check");

describe("an excerpt is checked by keyboard alone", () => {
  beforeAll(async () => {
    visitor = await visit();
    [keys, sheet] = [new Keyboard(visitor.page), new Sheet(visitor.page)];
    await visitor.page.goto(visitor.address);
    await sheet.ready();
  });
  afterAll(() => visitor.end());

  it("finds the transposed total, says both numbers, and shows the lines around it", async () => {
    await enterRoom();
    await keys.tabTo("The sheet");
    await keys.press("ArrowDown", "ArrowDown");
    await keys.fill("Text of the reply", excerpt);
    await keys.enter(/^Check$/);
    await heading("Found in pasted text").waitFor();
    await expect.poll(() => keys.focused()).toBe("Found in pasted text");
    await room().getByText("“64,382.90”").first().waitFor();
    await room().getByText("1 difference;").waitFor();
    expect(await room().locator("dd").allTextContents()).toEqual(["64,382.90", "64,832.90", "the sum"]);
    await keys.enter("Show the lines");
    await expect.poll(() => room().locator("mark").allTextContents()).toEqual(["63,450.55", "980.25", "402.10", "64,382.90"]);
    expect(await room().locator("mark[data-mark=figure]").allTextContents()).toEqual(["64,382.90"]);
    expect(await axe()).toEqual([]);
  });

  it("sets a finding aside only with a reason, keeps it in the workbook, and brings it back", async () => {
    await keys.enter("Ignore the finding on 64,382.90");
    await keys.press("Enter");
    await room().getByText("Give a reason").waitFor();
    await visitor.page.keyboard.insertText("按重述后口径列示");
    await keys.press("Enter");
    await heading("1 ignored").waitFor();
    await expect.poll(() => keys.focused()).toBe("Found in pasted text");
    await room().getByText("No differences;").waitFor();
    expect(await axe()).toEqual([]);
    await keys.enter("Restore the finding");
    await room().getByText("1 difference;").waitFor();
    await expect.poll(() => heading("1 ignored").count()).toBe(0);
  });

  it("takes a whole reply without laying it out, and can be stopped", async () => {
    const whole = Array.from({ length: 1500 }, (_, part) => `第${part + 1}项\n\n${excerpt}`).join("\n");
    await room().getByRole("textbox").evaluate((area, given) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", given);
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, whole);
    await room().getByText("characters in").waitFor();
    await expect.poll(() => keys.focused()).toBe("Paste another text");
    await keys.enter(/^Check$/);
    await expect.poll(() => keys.focused()).toBe("Stop");
    await keys.press("Enter");
    await room().getByText("Stopped; nothing was checked").waitFor();
  });

  it("says of a PDF what to do, and reads a text file", async () => {
    await room().getByRole("radio", { name: "A file" }).check();
    const file = room().locator("input[type=file]");
    await file.setInputFiles({ name: "reply.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
    await keys.tabTo(/^Check$/);
    await keys.press("Enter");
    await room().getByRole("alert").getByText("save it as .docx").waitFor();
    await file.setInputFiles({ name: "reply.txt", mimeType: "text/plain", buffer: Buffer.from(excerpt) });
    await room().getByText("reply.txt", { exact: true }).waitFor();
    await room().getByRole("button", { name: "Check", exact: true }).press("Enter");
    await heading("Found in reply.txt").waitFor();
  });

  it("asks nobody else for anything and makes no error in the page", () => {
    expect(visitor.requests.filter((url) => url.startsWith("http") && !url.startsWith(visitor.address))).toEqual([]);
    expect(visitor.errors).toEqual([]);
  });
});

describe("a sheet is checked by keyboard alone", () => {
  const wrong = "D40";

  beforeAll(async () => {
    visitor = await visit();
    [keys, sheet] = [new Keyboard(visitor.page), new Sheet(visitor.page)];
    await visitor.page.goto(visitor.address);
    await sheet.ready();
    await openSample(visitor.page, pane.home.openSample(pane.samples["inventory-2025"].title));
  });
  afterAll(() => visitor.end());

  it("finds nothing wrong on the sample as it is", async () => {
    await enterRoom();
    await keys.enter(/^Check$/);
    await heading(/^Found in/).waitFor();
    await room().getByText("No differences;").waitFor();
  });

  it("tells that a cell has changed since, finds it, and goes to it", async () => {
    await sheet.type(wrong, "2382.6");
    await room().getByText("Cells have changed").waitFor();
    await room().getByRole("button", { name: "Check", exact: true }).press("Enter");
    await room().getByText("1 difference;").waitFor();
    await expect.poll(() => room().locator("dd").allTextContents()).toEqual(expect.arrayContaining(["2,382.60", "2,112.60"]));
    await sheet.goTo("A1");
    await room().getByRole("button", { name: `Go to ${wrong}` }).press("Enter");
    await expect.poll(() => sheet.saidNow()).toMatch(new RegExp(`^${wrong},`));
    expect(await axe()).toEqual([]);
  });

  it("marks the cell and takes the mark away", async () => {
    const marks = room().getByRole("switch", { name: "Mark the cells" });
    await marks.press("Space");
    await expect.poll(() => marks.isChecked()).toBe(true);
    await marks.press("Space");
    await expect.poll(() => marks.isChecked()).toBe(false);
  });

  it("writes a sheet of findings and takes it back with one undo", async () => {
    await room().getByRole("button", { name: "Write a findings sheet" }).press("Enter");
    await visitor.page.getByText("Findings written to the sheet “Findings”").waitFor();
    await sheet.expectSaid("D7", /^2,382\.60/);
    await visitor.page.getByText("Undo", { exact: true }).press("Enter");
    await visitor.page.getByText("Taken back: Findings.").waitFor();
    expect(visitor.errors).toEqual([]);
  });
});

describe.each([
  { locale: "zh-CN", theme: "dark", width: 320 },
  { locale: "en-US", theme: "light", width: 320 },
  { locale: "zh-CN", theme: "light", width: 1280 },
] as const)("the room in $locale, $theme, $width px wide", ({ locale, theme, width }) => {
  const chinese = locale === "zh-CN";

  beforeAll(async () => {
    visitor = await visit({ locale, theme, width });
    keys = new Keyboard(visitor.page);
    await visitor.page.goto(visitor.address);
    await new Sheet(visitor.page).ready();
    if (width === 320) await visitor.page.locator("#views").getByRole("button").last().click();
  });
  afterAll(() => visitor.end());

  it("shows findings without a finding of axe and without sideways scrolling, in forced colours too", async () => {
    await enterRoom(chinese ? "勾稽复核" : "Check");
    await room().getByRole("radio", { name: chinese ? "粘贴的文本" : "Pasted text" }).check();
    expect(await axe()).toEqual([]);
    await room().getByRole("textbox").fill(`${excerpt}\n公司当期销售均价为3,412.55元/吨。\n`);
    await room().getByRole("button", { name: chinese ? "核对" : "Check", exact: true }).press("Enter");
    await heading(chinese ? "核对结果：粘贴的文本" : "Found in pasted text").waitFor();
    await room().getByRole("button", { name: chinese ? "查看原文" : "Show the lines" }).press("Enter");
    for (const summary of await room().locator("summary").all()) await summary.click();
    expect(await axe()).toEqual([]);
    expect(await visitor.page.evaluate(() => [document.documentElement, document.querySelector("#pane"), document.querySelector("#headroom-room-check")].map((part) => part && part.scrollWidth > part.clientWidth))).toEqual([false, false, false]);
    await visitor.page.emulateMedia({ forcedColors: "active" });
    expect(await axe()).toEqual([]);
  });
});
