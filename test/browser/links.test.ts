import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

const filing = (file: string) => readFileSync(`test/reading/filings/${file}`, "utf8");

let here: Visit;
let page: Page;
let sheet: Sheet;

async function arrive(): Promise<void> {
  here = await visit();
  page = here.page;
  sheet = new Sheet(page);
  // Files are handed in by the file input, which every browser has.
  await page.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
  await here.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(here.address);
  await sheet.ready();
  await page.getByRole("tab", { name: "Links" }).click();
}

async function paste(into: string | RegExp, text: string, html?: string): Promise<void> {
  const types = { "text/plain": text, ...(html === undefined ? {} : { "text/html": html }) };
  await page.evaluate((parts) => navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })])))]), types);
  await page.getByRole("textbox", { name: into }).click();
  await page.keyboard.press("Control+v");
}

async function hand(button: string | RegExp, name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: button }).click()]);
  await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

const newLink = (kind: string | RegExp) => page.getByRole("button", { name: "New link" }).click().then(() => page.getByRole("radio", { name: kind }).click());
const writeLink = async () => {
  await page.getByRole("button", { name: "Write and link" }).click();
  await page.getByText(/^Linked: /).first().waitFor();
};
const room = () => page.locator("#headroom-room-links");
const write = () => page.getByRole("button", { name: "Write", exact: true }).click();
const plan = () => page.getByRole("heading", { name: "What the refresh would change" }).waitFor();
const done = () => page.getByRole("heading", { name: "What the refresh did" }).waitFor();

beforeEach(() => arrive());

afterEach(async () => {
  expect(here.errors).toEqual([]);
  await here.end();
});

describe("a table pasted from a filing", () => {
  it("is planned, written with every figure in its place, refreshed with what a person has overwritten kept, and undone", async () => {
    await newLink("Paste a table");
    await paste("Paste here", filing("002-1922.txt"));
    await room().getByText(/1 table found/).waitFor();
    await room().getByText("12 rows × 9 columns").first().waitFor();
    await writeLink();
    await sheet.expectSaid("D12", /583,?820\.66/);
    await sheet.type("D3", "999");
    await page.getByRole("button", { name: "Refresh Pasted table" }).click();
    await paste(/^Paste the new table for/, filing("002-1922.txt").replaceAll(/583,?820\.66/g, "583,821.66"));
    await room().getByText(/1 table found/).waitFor();
    await page.getByRole("button", { name: "Show what would change" }).click();
    await plan();
    await room().getByText("1 cell changed", { exact: true }).waitFor();
    await room().getByText("By hand: 999 · Source: 588,117.5").waitFor();
    await write();
    await done();
    await room().getByText("0 rows added, 0 removed, 1 cell changed, 1 cell of yours kept.").waitFor();
    await sheet.expectSaid("D12", /583,?821\.66/);
    await sheet.expectSaid("D3", /999/);
    await page.getByRole("button", { name: "Undo the refresh of Pasted table" }).click();
    await page.getByText(/^Taken back/).first().waitFor();
    await sheet.expectSaid("D12", /583,?820\.66/);
    await sheet.expectSaid("D3", /999/);
  });

  it("is chosen among several, and lists what could not be read with its line", async () => {
    await newLink("Paste a table");
    await paste("Paste here", filing("004-538.txt"));
    await room().getByText(/6 tables found/).waitFor();
    await page.getByRole("radio", { name: /lines 35–/ }).click();
    await room().getByText(/2 cells among figures could not be read/).click();
    await room().getByText(/line 36: “65\.22%- 60\.88%”/).waitFor();
  });

  it("is read from its HTML where the clipboard holds it, and text that looks like a formula stays text", async () => {
    await newLink("Paste a table");
    await paste("Paste here", "x", "<table><tr><th>项目</th><th>金额</th></tr><tr><td>=1+1</td><td>1,234.50</td></tr><tr><td>@甲</td><td>2</td></tr></table>");
    await room().getByText("2 rows × 2 columns").first().waitFor();
    await writeLink();
    await sheet.expectSaid("A2", /^=1\+1$/);
    await sheet.expectSaid("B2", /1,?234\.50?/);
  });
});

describe("a link to a file", () => {
  const csv = (...rows: string[]) => ["客户,期末余额", ...rows, ""].join("\n");

  it("asks for it by name, grows and shrinks, and gives to the source what the person gives", async () => {
    await newLink("A file");
    await hand("Choose a file…", "余额.csv", csv("甲,100", "乙,200", "丙,300"));
    await room().getByText("3 rows × 2 columns").first().waitFor();
    await writeLink();
    await sheet.type("B3", "250");
    await page.getByRole("button", { name: "Refresh 余额" }).click();
    await hand("Choose 余额.csv…", "余额.csv", csv("甲,100", "乙,210", "丁,400", "戊,500"));
    await room().getByText("Chosen: 余额.csv").waitFor();
    await page.getByRole("button", { name: "Show what would change" }).click();
    await plan();
    await room().getByText("2 rows added · 1 row removed").waitFor();
    await page.getByRole("button", { name: "Take the source everywhere" }).click();
    await write();
    await done();
    await sheet.expectSaid("B3", /^210/);
    await sheet.expectSaid("A5", /戊/);
    await sheet.expectSaid("B5", /^500/);
  });

  it("refuses a file without the linked columns, and asks before it takes one that is not whole", async () => {
    await newLink("A file");
    await hand("Choose a file…", "余额.csv", csv("甲,100"));
    await room().getByText("1 row × 2 columns").first().waitFor();
    await writeLink();
    await page.getByRole("button", { name: "Refresh 余额" }).click();
    await hand("Choose 余额.csv…", "账龄.csv", "名称,账龄\n甲,1\n");
    await room().getByText("Chosen: 账龄.csv").waitFor();
    await page.getByRole("button", { name: "Show what would change" }).click();
    await room().getByText(/The source has no “客户”, “期末余额” any more/).waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Refresh 余额" }).click();
    await hand("Choose 余额.csv…", "余额.csv", '客户,期末余额\n甲,100\n"乙,200\n');
    await room().getByText("Chosen: 余额.csv").waitFor();
    await page.getByRole("button", { name: "Show what would change" }).click();
    await room().getByText("This source does not seem to be whole.").waitFor();
    expect(await page.getByRole("button", { name: "Write", exact: true }).getAttribute("aria-disabled")).toBe("true");
    await page.getByRole("checkbox", { name: "Write it all the same" }).check();
    await write();
    await done();
  });
});

describe("a large source", () => {
  const large = (rows: number) => `客户,期末余额,备注\n${Array.from({ length: rows }, (_, row) => `客户${row},${row * 7}.25,备注${row % 9}`).join("\n")}\n`;
  /** Presses Stop in the page itself, as soon as something is as far as that. */
  const stopAt = (what: RegExp, least: number) =>
    page.evaluate(({ words, share }) => {
      const timer = setInterval(() => {
        const bar = document.querySelector("#headroom-room-links [role=progressbar]");
        if (!new RegExp(words).test(bar?.getAttribute("aria-label") ?? "") || Number(bar?.getAttribute("aria-valuenow") ?? 0) < share) return;
        clearInterval(timer);
        [...document.querySelectorAll<HTMLButtonElement>("#headroom-room-links button")].find(({ textContent }) => textContent === "Stop")?.click();
      }, 5);
    }, { words: what.source, share: least });

  it("is stopped while it is read, and while it is written, and all is as before", async () => {
    await newLink("A file");
    await hand("Choose a file…", "余额.csv", "客户,期末余额,备注\n甲,100,a\n乙,200,b\n");
    await room().getByText("2 rows × 3 columns").first().waitFor();
    await writeLink();
    const cells = ["A2", "B3", "C3", "A4", "B1500"];
    const said: string[] = [];
    for (const cell of cells) said.push(await sheet.said(cell));

    await page.getByRole("button", { name: "Refresh 余额" }).click();
    await hand("Choose 余额.csv…", "余额.csv", large(150_000));
    await room().getByText("Chosen: 余额.csv").waitFor();
    await stopAt(/^Reading/, 0.2);
    await page.getByRole("button", { name: "Show what would change" }).click();
    await page.getByText("Stopped. Nothing was changed.").first().waitFor();

    await page.getByRole("button", { name: "Refresh 余额" }).click();
    await hand("Choose 余额.csv…", "余额.csv", large(150_000));
    await room().getByText("Chosen: 余额.csv").waitFor();
    await page.getByRole("button", { name: "Show what would change" }).click();
    await plan();
    await room().getByText("150,000 rows added · 2 rows removed").waitFor();
    await stopAt(/^Writing/, 0.5);
    await write();
    await page.getByText("Stopped. The workbook is as it was before.").first().waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    for (const [index, cell] of cells.entries()) await expect.poll(() => sheet.said(cell)).toBe(said[index]);
    expect(await room().getByText(/was cut off|interrupted/i).count()).toBe(0);

    await page.getByRole("button", { name: "Refresh 余额" }).click();
    await hand("Choose 余额.csv…", "余额.csv", "客户,期末余额,备注\n甲,100,a\n乙,210,b\n");
    await room().getByText("Chosen: 余额.csv").waitFor();
    await page.getByRole("button", { name: "Show what would change" }).click();
    await plan();
    await write();
    await done();
    await sheet.expectSaid("B3", /^210/);
  });
});

describe("a link to a range of the workbook", () => {
  const readBalances = async () => {
    for (const [cell, text] of Object.entries({ A1: "客户", B1: "余额", A2: "甲", B2: "100" })) await sheet.type(cell, text);
    await newLink("This workbook");
    await page.getByRole("textbox", { name: "Range" }).fill("Sheet1!A1:B2");
    await page.getByRole("button", { name: "Read" }).click();
    await room().getByText("1 row × 2 columns").first().waitFor();
  };

  it("refreshes by itself once its source has changed, and says so", async () => {
    await readBalances();
    await page.getByRole("checkbox", { name: "Refresh by itself when the range changes" }).check();
    await page.getByRole("textbox", { name: "Name of the link" }).fill("往来");
    await writeLink();
    await sheet.expectSaid("B2", /100/);
    await page.getByRole("tab", { name: "Home" }).click();
    await page.getByRole("button", { name: "Sheet1", exact: true }).click();
    await sheet.type("B2", "175");
    await page.getByText(/^Refreshed: 往来/).first().waitFor();
    await page.getByRole("button", { name: "往来", exact: true }).click();
    await sheet.expectSaid("B2", /175/);
  });

  it("is marked on Home once its source has changed, and its cells stay when the link is deleted", async () => {
    await readBalances();
    await page.getByRole("textbox", { name: "Name of the link" }).fill("往来");
    await writeLink();
    await page.getByRole("tab", { name: "Home" }).click();
    await page.getByRole("button", { name: "Sheet1", exact: true }).click();
    await sheet.type("B2", "175");
    await page.getByText("To be refreshed: 往来.").waitFor();
    await page.getByRole("button", { name: "Open Links" }).click();
    await room().getByText("The source has changed").waitFor();
    await page.getByRole("button", { name: "Delete the link 往来" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await page.getByText(/^Link deleted: 往来/).first().waitFor();
    await page.getByRole("tab", { name: "Home" }).click();
    await page.getByRole("button", { name: "往来", exact: true }).click();
    await sheet.expectSaid("B2", /100/);
  });
});

describe("the room", () => {
  it("does not offer an address where the organisation has allowed none", async () => {
    await page.getByRole("button", { name: "New link" }).click();
    await page.getByRole("radio", { name: "A file" }).waitFor();
    expect(await page.getByRole("radio", { name: "A web address" }).count()).toBe(0);
  });

  it("is worked by keyboard alone from the paste to the written table", async () => {
    await page.getByRole("button", { name: "New link" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "New link" }).waitFor();
    await page.evaluate((text) => navigator.clipboard.writeText(text), "项目\t金额\n存货\t1.50\n在建\t2.00\n");
    const focused = () => page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`);
    for (let press = 0; press < 6 && !(await focused()).startsWith("TEXTAREA"); press++) await page.keyboard.press("Tab");
    await page.keyboard.press("Control+v");
    await room().getByText("2 rows × 2 columns").first().waitFor();
    for (let press = 0; press < 14 && (await focused()) !== "BUTTON Write and link"; press++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText(/^Linked: /).first().waitFor();
    await expect.poll(focused).toMatch(/New link|Links/);
  });
});
