import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pastedTables } from "../../../src/links/source/paste.ts";
import type { SourceTable } from "../../../src/links/source/source-table.ts";
import { excerpts } from "../../reading/filing-tables.cases.ts";
import { there } from "../../workflows/impairment/linked-book.ts";
import { importedFiling } from "./imported-filing.ts";

const paste = async (text: string, html = "") => pastedTables({ text, html }, "分组");
const only = async (text: string, html = ""): Promise<SourceTable> => {
  const { tables } = await paste(text, html);
  const [first, ...others] = tables;
  if (!first || others.length > 0) throw new Error(`${tables.length} tables`);
  return first.table;
};
const filing = (file: string) => readFileSync(`test/reading/filings/${file}`, "utf8");

describe("a table pasted from a filing", () => {
  it("with its header and first block printed again stands once, each row under its heading", async () => {
    const table = await only(filing("002-1922.txt"));
    expect(table.columns).toEqual(["分组", "序号", "名称", "采购金额(万元)", "占比", "采购数量(亿度)", "采购单价(元/度)", "市场均价(元/度)", "采购价格差异率"]);
    expect(table.rows).toHaveLength(12);
    expect(table.rows[10]).toEqual(["2023 年度", 3, "南方电网", 583820.66, 0.1328, 154.3, 0.38, 0.37, 0.016]);
    expect(table.units).toEqual([undefined, undefined, undefined, "万元", undefined, "亿度", "元/度", "元/度", undefined]);
    expect(table.faults).toEqual([{ code: "lines-doubtful", why: "section-reprinted", lines: { first: 22, last: 24 } }]);
  });

  it("printed side by side is offered side by side and whole, each with the serial numbers", async () => {
    const { tables } = await paste(filing("001-2840.txt"));
    expect(tables.map(({ side, table }) => [side, table.rows.length, table.columns])).toEqual([
      ["项目建成后", 16, ["序号", "项目建成后/项目名称", "项目建成后/单耗", "项目建成后/单价", "项目建成后/单位成本"]],
      ["项目建成前", 16, ["序号", "项目建成前/项目名称", "项目建成前/单耗", "项目建成前/单价", "项目建成前/单位成本", "增量/有-无"]],
      [undefined, 16, expect.arrayContaining(["项目建成后/单耗", "项目建成前/单耗"])],
    ]);
    expect(tables[0]?.table.rows[5]).toEqual(["1.5", "购入残极剩余/t", 0.06, 1724.1, 103.4]);
    expect(tables[1]?.table.rows[1]).toEqual(["1.1", "生阳极", 1.058, 3044.7, 3221.3, -1653.8]);
    expect(tables.map(({ table }) => table.keys[0])).toEqual([[0], [0], [0]]);
  });

  it("in columns of spaces has its figures in their places", async () => {
    const { tables } = await paste(filing("001-2840.txt"));
    const table = there(tables.at(-1)).table;
    expect(table.rows[5]).toEqual(["1.5", "购入残极剩余/t", 0.06, 1724.1, 103.4, null, null, null, 0, 103.4]);
    expect(table.unit).toBe("元");
    expect(table.unread).toEqual([]);
  });

  it("with ranges lists them, each with its line", async () => {
    const { tables } = await paste(filing("004-538.txt"));
    expect(tables.map(({ lines }) => lines.first + 537)).toEqual([540, 554, 572, 581, 592, 601]);
    expect(tables[2]?.table.unread.map(({ text, place }) => [text, place])).toEqual([["65.22%- 60.88%", { line: 36 }], ["49.29%-44.48%", { line: 37 }]]);
  });
});

describe.each(excerpts)("$what", ({ file, firstLine, tables }) => {
  it("has every number in its place or reports it with its line", async () => {
    const pasted = (await paste(filing(file))).tables.filter(({ side }) => side === undefined);
    const expected = tables.map((table) => importedFiling(table, firstLine, "分组"));
    expect(pasted.map(({ table: { columns, rows } }) => ({ columns, rows }))).toEqual(expected.map(({ columns, rows }) => ({ columns, rows })));
    expect(pasted.map(({ table: { unread } }) => unread.map(({ text, place }) => ({ text, ...place })))).toEqual(expected.map(({ reported }) => reported));
  });
});

describe("a table pasted from a page or a workbook", () => {
  const html = `<html><body><!--StartFragment--><table><tr><td rowspan=2>产品</td><td colspan=2>2024 年</td></tr><tr><td>数量</td><td>金额</td></tr>
    <tr><td rowspan=2>铝</td><td>1</td><td rowspan=2>2.50</td></tr><tr><td>3</td></tr></table><!--EndFragment--></body></html>`;

  it("is read from its HTML rather than its text; a merged label names each row, a merged figure is one figure", async () => {
    const table = await only("产品\t2024 年\n\t数量\t金额\n", html);
    expect(table.columns).toEqual(["产品", "2024 年/数量", "2024 年/金额"]);
    expect(table.rows).toEqual([["铝", 1, 2.5], ["铝", 3, null]]);
  });

  it("is read from its text where the HTML holds no table", async () => {
    expect((await only("项目\t金额\n存货\t1.50\n", "<p>项目 金额</p>")).rows).toEqual([["存货", 1.5]]);
  });

  it("keeps a cell of several lines one cell", async () => {
    expect((await only('项目\t金额\n"存货\n（原料）"\t1.50\n在建\t2\n')).rows).toEqual([["存货 （原料）", 1.5], ["在建", 2]]);
  });

  it("leaves text that looks like a formula a text", async () => {
    expect((await only("名称\t备注\t金额\n甲\t=1+1\t1\n乙\t@A1\t2\n")).rows).toEqual([["甲", "=1+1", 1], ["乙", "@A1", 2]]);
  });

  it("is refused where there is none", async () => {
    await expect(paste("报告期内，公司毛利率为 18.15%。")).rejects.toMatchObject({ issue: { code: "no-table" } });
  });

  it("says which lines it could not read", async () => {
    const { unread } = await paste("项目 2024年 2023年\n甲乙 1.00 2.00\n丙丁 3.00\n戊己 6.00 7.00");
    expect(unread).toEqual([{ code: "lines-unread", why: "columns-unclear", lines: { first: 3, last: 3 } }]);
  });
});
