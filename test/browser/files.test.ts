import { readFileSync } from "node:fs";
import { writeXlsx } from "hucre/xlsx";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findings } from "./support/axe.ts";
import { openSample, Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

let here: Visit;
let page: Page;
let sheet: Sheet;

/** A page as in a browser without pickers of its own, which a test can hand files and take them from. */
async function arrive(of: Visit): Promise<Page> {
  await of.context.addInitScript("delete window.showOpenFilePicker; delete window.showSaveFilePicker;");
  await of.page.goto(of.address);
  await new Sheet(of.page).ready();
  return of.page;
}

const bar = (on: Page) => on.getByRole("group", { name: "File", exact: true });
const state = (on: Page) => bar(on).getByRole("status");

async function handIn(on: Page, name: string, bytes: Uint8Array): Promise<void> {
  const [chooser] = await Promise.all([on.waitForEvent("filechooser"), bar(on).getByRole("button", { name: "Open…" }).click()]);
  await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
}

async function download(on: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const [file] = await Promise.all([on.waitForEvent("download"), act()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const save = (on: Page) => download(on, () => bar(on).getByRole("button", { name: "Save", exact: true }).click());

/** Waits until what the browser keeps of any workbook holds a text: the bar tells only when it kept last. */
async function keeps(on: Page, text: string): Promise<void> {
  await on.waitForFunction(async (wanted) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("headroom");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("no database"));
    });
    const kept = await new Promise<unknown[]>((resolve) => {
      const request = database.transaction("rows").objectStore("rows").getAll();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return JSON.stringify(kept).includes(wanted);
  }, text);
}

async function chooseFromMenu(on: Page, item: string): Promise<void> {
  await bar(on).getByRole("button", { name: "Other ways to save" }).click();
  await on.getByRole("menuitem", { name: item }).click();
}

beforeEach(async () => {
  here = await visit();
  page = await arrive(here);
  sheet = new Sheet(page);
});

afterEach(async () => {
  expect(here.errors).toEqual([]);
  await here.end();
});

describe("a workbook and its file", () => {
  it("is saved, opened again, and computes as before", async () => {
    await openSample(page, /Impairment tests, 2024/);
    await page.waitForFunction(() => /kept on this machine/.test(document.querySelector("#file")?.textContent ?? ""));
    const cells = ["A1", "B8", "C12", "D15", "E20"];
    const saidOf = async () => {
      const said = [];
      for (const cell of cells) said.push(await sheet.said(cell));
      return said;
    };
    const before = await saidOf();
    await bar(page).getByRole("textbox", { name: "Workbook name" }).fill("减值测试");
    const file = await save(page);
    expect(file.name).toBe("减值测试.xlsx");
    await expect.poll(() => state(page).textContent()).toBe("Saved to a file");

    await expect.poll(() => page.getByText(/^Sample opened/).count()).toBe(1);
    await bar(page).getByRole("button", { name: "New" }).click();
    await expect.poll(() => page.getByText(/“减值测试” is still kept on this machine/).count()).toBe(1);
    // There is nothing of the sample to be undone in the new workbook.
    await expect.poll(() => page.getByText(/^Sample opened/).count()).toBe(0);
    await handIn(page, file.name, file.bytes);
    await expect.poll(() => bar(page).getByRole("textbox", { name: "Workbook name" }).inputValue()).toBe("减值测试");
    await expect.poll(saidOf).toEqual(before);
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  it("is found again after a reload, which asks first", async () => {
    await sheet.type("B2", "42");
    await sheet.type("B3", "=B2*2");
    await expect.poll(() => state(page).textContent()).toMatch(/Not saved to a file, kept on this machine at \d\d:\d\d/);
    await keeps(page, "=B2*2");
    let asked = "";
    page.once("dialog", (dialog) => {
      asked = dialog.type();
      void dialog.accept();
    });
    await page.reload();
    await sheet.ready();
    expect(asked).toBe("beforeunload");
    await sheet.expectSaid("B3", /84/);
    await expect.poll(() => state(page).textContent()).toMatch(/Not saved to a file/);
  });

  it("is opened still where a former version kept it whole", async () => {
    const id = await page.evaluate(async () => {
      const own = sessionStorage.getItem("headroom-workbook") ?? "";
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open("headroom");
        request.onsuccess = () => resolve(request.result);
      });
      const sheet = { id: "sheet-1", name: "Sheet1", cellData: { 1: { 1: { v: 4217, t: 2 } } } };
      const snapshot = { id: "book-1", sheetOrder: ["sheet-1"], sheets: { "sheet-1": sheet } };
      const transaction = database.transaction("workbooks", "readwrite");
      transaction.objectStore("workbooks").put({ id: own, name: "甲", keptAt: 1, unsaved: false, snapshot, notKept: [], agreed: false });
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
      return own;
    });
    expect(id).not.toBe("");
    await page.reload();
    await sheet.ready();
    await sheet.expectSaid("B2", /4217/);
    await sheet.type("B3", "=B2*2");
    await keeps(page, "=B2*2");
    page.once("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await sheet.ready();
    await sheet.expectSaid("B2", /4217/);
    await sheet.expectSaid("B3", /8434/);
  });

  it("is offered on the next visit, and to one tab only", async () => {
    await bar(page).getByRole("textbox", { name: "Workbook name" }).fill("甲");
    await sheet.type("B2", "4217");
    await keeps(page, "4217");

    const second = await here.context.newPage();
    await second.goto(here.address);
    await new Sheet(second).ready();
    expect(await second.getByText(/is kept on this machine/).count()).toBe(0);
    await new Sheet(second).type("B2", "7");
    await expect.poll(() => state(second).textContent()).toMatch(/kept/);
    await page.close({ runBeforeUnload: false });

    const third = await here.context.newPage();
    await third.goto(here.address);
    await new Sheet(third).ready();
    await third.getByText(/“甲” from your last visit is kept on this machine/).waitFor();
    await third.getByRole("button", { name: "Continue with it" }).click();
    await new Sheet(third).expectSaid("B2", /4217/);
    await new Sheet(second).expectSaid("B2", /7/);
    page = third;
  });

  it("leaves figures alone in a file for readers without the add-in", async () => {
    await sheet.type("B2", "42");
    await sheet.type("B3", "=B2*2");
    await sheet.expectSaid("B3", /84/);
    const { name, bytes } = await download(page, () => chooseFromMenu(page, "Save values only…"));
    expect(name).toBe("Workbook (values only).xlsx");
    expect(await state(page).textContent()).toMatch(/Not saved/);
    await handIn(page, name, bytes);
    await expect.poll(() => sheet.said("B3")).toMatch(/^84(?!.*formula)/);
  });
});

describe("the file bar", () => {
  it("saves by keyboard from within the grid, and not half of what is being typed", async () => {
    await sheet.goTo("B2");
    await page.keyboard.type("42", { delay: 15 });
    await page.keyboard.press("Control+s");
    await page.getByText("Press Enter to finish the cell you are typing in").waitFor();
    await page.keyboard.press("Enter");
    const { name } = await download(page, () => page.keyboard.press("Control+s"));
    expect(name).toBe("Workbook.xlsx");
    await page.getByText("Saved Workbook.xlsx.").waitFor();
  });

  it("has no fault that axe finds, with its messages and its dialog", async () => {
    await handIn(page, "来源.xlsx", await writeXlsx({ sheets: [{ name: "数据", rows: [[1]], autoFilter: { range: "A1:A1" } }] }));
    await page.getByText(/holds 1 kind of content/).waitFor();
    expect(await findings(page, "#bar", "#messages")).toEqual([]);
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.getByRole("alertdialog").waitFor();
    expect(await findings(page, "[role=alertdialog]")).toEqual([]);
  });
});

describe("a file of someone else", () => {
  it("has what it will lose listed before it is saved", async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: "数据", rows: [["月份", 1], ["1月", 2]], autoFilter: { range: "A1:B2" }, dataValidations: [{ type: "list", values: ["是"], range: "C1" }] }],
    });
    await handIn(page, "来源.xlsx", bytes);
    await page.getByText("来源.xlsx holds 2 kinds of content that cannot be kept here.").waitFor();
    await bar(page).getByRole("button", { name: "Save", exact: true }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.waitFor();
    await expect.poll(() => dialog.getByRole("listitem").allTextContents()).toEqual(["Data validation: 数据", "Filter buttons (hidden rows stay hidden): 数据"]);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    const file = await download(page, async () => {
      await bar(page).getByRole("button", { name: "Save", exact: true }).click();
      await page.getByRole("button", { name: "Save a copy…" }).click();
    });
    expect(file.name).toBe("来源 (copy).xlsx");
  });

  it("is refused in one sentence where it is none", async () => {
    await sheet.type("B2", "42");
    for (const [name, bytes, sentence] of [
      ["empty.xlsx", new Uint8Array(), /This file is empty/],
      ["ledger.csv", new TextEncoder().encode("月份,金额\n"), /This is a text file/],
      ["old.xls", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), /\.xls file of Excel 97–2003/],
      ["cut.xlsx", new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), /This file is damaged/],
    ] as const) {
      await handIn(page, name, bytes);
      await page.getByText(sentence).waitFor();
      await sheet.expectSaid("B2", /42/);
    }
  });
});
