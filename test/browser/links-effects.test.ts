import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { showSheet } from "./support/linked-source.ts";
import { LinksRoom } from "./support/links-room.ts";
import { savedRows } from "./support/saved-rows.ts";
import { openSample, Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

let here: Visit;
let room: LinksRoom;
let sheet: Sheet;

beforeEach(async () => {
  here = await visit();
  await here.page.addInitScript("delete window.showSaveFilePicker;");
  await here.page.goto(here.address);
  sheet = new Sheet(here.page);
  await sheet.ready();
  room = new LinksRoom(here.page);
});

afterEach(async () => {
  expect(here.errors).toEqual([]);
  await here.end();
});

const openLinks = () => here.page.getByRole("tab", { name: "Links" }).click();

/** A figure as the pane prints it. */
const figure = (text: string | undefined) => Math.round(Number((text ?? "").replaceAll(",", "").replace("−", "-")) * 100);

describe("a refresh of all links", () => {
  const rates = (rate: string) => `项目,税前折现率\n资产组 2,${rate}\n`;

  it("goes through links that read each other, says what it did to a saved impairment test and why, and is undone as one step", async () => {
    const { page } = here;
    await openSample(page, /Impairment wizard: 2025/);
    await openLinks();
    await page.evaluate(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
    await room.startLink("A file");
    await room.hand("Choose a file…", "参数.csv", rates("0.062"));
    await room.writeLink("参数");
    await room.startLink("This workbook");
    await page.getByRole("textbox", { name: "Range" }).fill("参数!A1:B2");
    await page.getByRole("button", { name: "Read" }).click();
    await room.writeLink("副本");
    // The second link feeds the rate of the second unit.
    await showSheet(page, "减值测试 2025 输入");
    await sheet.type("C17", "=副本!B2");
    await sheet.expectSaid("C17", /6\.2|0\.062/);

    await page.getByRole("button", { name: "Refresh all" }).click();
    await room.hand("Choose 参数.csv…", "参数.csv", rates("0.07"));
    await page.getByRole("button", { name: "Show what would change" }).click();
    await room.planned();
    await room.all.getByText("Reads what 参数 writes").waitFor();
    await room.write();
    expect((await savedRows(page, ["副本"]))[0]?.[1]).toEqual(["资产组 2", 0.07]);

    await room.all.getByText("Impairment tests that changed").waitFor();
    const table = room.all.getByRole("table", { name: "钼业板块资产组减值测试（2025 年度） · 资产组 2" });
    await table.waitFor();
    const cells = await Promise.all((await table.getByRole("row").all()).map((row) => row.getByRole("cell").or(row.getByRole("rowheader")).allInnerTexts()));
    const [value, ...parts] = cells.filter(([name]) => name === "Value in use" || name?.startsWith("of which"));
    expect(value?.slice(0, 2)).toEqual(["Value in use", "2,170.00"]);
    expect(parts.map(([name]) => name)).toEqual(["of which discount rate", "of which rounding"]);
    expect(parts.reduce((total, [, amount]) => total + figure(amount), 0)).toBe(figure(value?.[3]));
    expect(figure(value?.[2])).toBe(figure(value?.[1]) + figure(value?.[3]));
    expect(figure(value?.[3])).toBeLessThan(0);

    await page.getByRole("button", { name: "Undo the refresh of 参数, 副本" }).click();
    await page.getByText(/^Taken back/).first().waitFor();
    expect((await savedRows(page, ["参数", "副本"])).map((rows) => rows[1])).toEqual([["资产组 2", 0.062], ["资产组 2", 0.062]]);
    await expect.poll(() => room.all.getByText(/· 参数, 副本$/).count()).toBe(0);
  });
});

describe("a file that the browser lets be read again", () => {
  it("is read again without asking", async () => {
    const { page } = here;
    // A file of the browser's own store has a handle like one that a person has chosen in the browser's picker.
    await page.evaluate(() => {
      Object.assign(window, { showOpenFilePicker: async () => [await (await navigator.storage.getDirectory()).getFileHandle("余额.csv", { create: true })] });
    });
    const says = (text: string) =>
      page.evaluate(async (contents) => {
        const file = await (await (await navigator.storage.getDirectory()).getFileHandle("余额.csv", { create: true })).createWritable();
        await file.write(contents);
        await file.close();
      }, text);
    await says("客户,余额\n甲,100\n");
    await openLinks();
    await room.startLink("A file");
    await page.getByRole("button", { name: "Choose a file…" }).click();
    await room.all.getByText("1 row × 2 columns").first().waitFor();
    await room.writeLink("余额");
    await says("客户,余额\n甲,110\n乙,50\n");
    await page.getByRole("button", { name: "Refresh 余额", exact: true }).click();
    await room.planned();
    await room.write();
    expect((await savedRows(page, ["余额"]))[0]).toEqual([["客户", "余额"], ["甲", 110], ["乙", 50]]);
  });
});
