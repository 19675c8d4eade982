import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { excerpts } from "../reading/filing-tables.cases.ts";
import { importedFiling } from "../links/source/imported-filing.ts";
import { LinksRoom } from "./support/links-room.ts";
import { savedRows, trimmed } from "./support/saved-rows.ts";
import { Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

const filing = (file: string) => readFileSync(`test/reading/filings/${file}`, "utf8");

let here: Visit;
let room: LinksRoom;

// Each excerpt is pasted into the workbook that holds those before it: a fresh page for each would be most of the time.
beforeAll(async () => {
  here = await visit();
  const { page, context, address } = here;
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(address);
  await new Sheet(page).ready();
  await page.getByRole("tab", { name: "Links" }).click();
  room = new LinksRoom(page);
});

afterAll(async () => {
  expect(here.errors).toEqual([]);
  await here.end();
});

describe("a table pasted from a filing as a person would", () => {
  it.each(excerpts)("$what", async ({ file, firstLine, tables }) => {
    const expected = tables.map((table) => importedFiling(table, firstLine, "Group"));
    const names = tables.map((_, index) => `${file.replace(".txt", "")} ${index + 1}`);
    for (const [index, name] of names.entries()) {
      await room.startLink("Paste a table");
      await room.paste("Paste here", filing(file));
      await room.all.getByText(/tables? found/).waitFor();
      const [from = 0, to = 0] = tables[index]?.lines ?? [];
      const whole = here.page.getByRole("radio", { name: new RegExp(`lines ${from - firstLine + 1}–${to - firstLine + 1}$`) });
      // A table printed side by side is offered whole after its sides; one that is alone is not asked for.
      if ((await whole.count()) > 0) await whole.last().check();
      const reported = expected[index]?.reported ?? [];
      if (reported.length > 0) await room.all.getByText(/among figures could not be read/).click();
      for (const { text, line } of reported) await room.all.getByText(`line ${line}: “${text}”`).first().waitFor();
      if (reported.length === 0) expect(await room.all.getByText(/among figures could not be read/).count()).toBe(0);
      await room.writeLink(name);
    }
    expect(await savedRows(here.page, names)).toEqual(expected.map(({ columns, rows }) => trimmed([columns, ...rows])));
  });

  it("001, lines 2843–2864: each side by itself", async () => {
    const sides = ["项目建成后", "项目建成前"];
    for (const side of sides) {
      await room.startLink("Paste a table");
      await room.paste("Paste here", filing("001-2840.txt"));
      await here.page.getByRole("radio", { name: new RegExp(`side “${side}”`) }).check();
      await room.writeLink(side);
    }
    const [after = [], before = []] = await savedRows(here.page, sides);
    expect(after.slice(0, 3)).toEqual([["序号", "项目建成后/项目名称", "项目建成后/单耗", "项目建成后/单价", "项目建成后/单位成本"], ["1", "原材料", null, null, 2369.3], ["1.1", "延迟石油焦/t", 1.039, 1508.6, 1567.5]]);
    expect(before.slice(1, 3)).toEqual([["1", "原材料", null, null, 3278.5, -909.2], ["1.1", "生阳极", 1.058, 3044.7, 3221.3, -1653.8]]);
    expect([after.length, before.length]).toEqual([17, 17]);
  });
});

/** What Excel, WPS and LibreOffice put on the clipboard, cut to what a table needs. */
const clipboards = [
  {
    from: "Excel",
    text: "项目\t金额\r\n存货\t1,234.50\r\n在建工程\t-2.00\r\n",
    html: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="Microsoft Excel 15"><style>td{mso-number-format:General}</style></head><body><!--StartFragment--><table border=0><col width=64><tr height=19><td>项目</td><td>金额</td></tr><tr><td>存货</td><td class=xl65 align=right>1,234.50</td></tr><tr><td>在建工程</td><td align=right>-2.00</td></tr></table><!--EndFragment--></body></html>`,
    rows: [["项目", "金额"], ["存货", 1234.5], ["在建工程", -2]],
  },
  {
    from: "a web page with a header of two rows and merged cells",
    text: "产品 2025 2024",
    html: "<p>单位：万元</p><table><thead><tr><th rowspan=2>产品</th><th colspan=2>2025 年</th></tr><tr><th>收入</th><th>毛利率</th></tr></thead><tbody><tr><td rowspan=2>铝</td><td>1,200.00</td><td>18.15%</td></tr><tr><td>300.00</td><td>2.5%</td></tr></tbody></table>",
    rows: [["产品", "2025 年/收入", "2025 年/毛利率"], ["铝", 1200, 0.1815], ["铝", 300, 0.025]],
  },
  { from: "a text editor, in tabs", text: "项目\t金额\n=1+1\t(3.00)\n@甲\t2\n", rows: [["项目", "金额"], ["=1+1", -3], ["@甲", 2]] },
  { from: "a PDF, in runs of spaces", text: "项目          2025 年        2024 年\n存货         1,234.50         100.00\n在建工程         2.00           3.00\n", rows: [["项目", "2025 年", "2024 年"], ["存货", 1234.5, 100], ["在建工程", 2, 3]] },
];

describe("a table pasted from elsewhere", () => {
  it.each(clipboards)("$from", async ({ from, text, html, rows }) => {
    await room.startLink("Paste a table");
    await room.paste("Paste here", text, html);
    await room.all.getByText("1 table found").waitFor();
    const name = from.split(/[ ,]+/).slice(0, 3).join(" ");
    await room.writeLink(name);
    expect(await savedRows(here.page, [name])).toEqual([rows]);
  });
});
