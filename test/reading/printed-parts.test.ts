import { describe, expect, it } from "vitest";
import { readHtml } from "../../src/reading/html.ts";
import { placesOf } from "../../src/reading/paragraph.ts";
import type { PrintedTable } from "../../src/reading/printed-document.ts";
import { unitIn } from "../../src/reading/printed-words.ts";
import { sidesOf } from "../../src/reading/sides.ts";
import { readText } from "../../src/reading/text.ts";

const lines = (...text: readonly string[]) => text.join("\n");
function only(document: { readonly tables: readonly PrintedTable[] }): PrintedTable {
  const [table, ...others] = document.tables;
  if (table === undefined || others.length > 0) throw new Error(`${document.tables.length} tables`);
  return table;
}
const cells = ({ rows }: PrintedTable) => rows.map((row) => row.cells.map(({ text }) => text));
const names = ({ columns }: PrintedTable) => columns.map(({ name }) => name);

describe("a row", () => {
  const table = only(
    readText(
      lines(
        "项目\t2024 年度\t2023 年度",
        "营业收入\t1,000.00\t900.00",
        "其中：电解铝\t700.00\t600.00",
        "——山东地区\t400.00\t350.00",
        "毛利率\t20.00%\t上升 1.00 个百分点",
        "小计\t1,000.00\t900.00",
        "有息负债合计\t50.00\t40.00",
        "合 计\t1,050.00\t940.00",
      ),
    ),
  );

  it("is a total by 合计, a subtotal by 小计 and by a name that ends in 合计", () => {
    expect(table.rows.map(({ kind }) => kind)).toEqual(["item", "item", "item", "item", "subtotal", "subtotal", "total"]);
  });

  it("is a part by 其中 and by a dash", () => {
    expect(table.rows.map(({ ofWhich }) => ofWhich)).toEqual([false, true, true, false, false, false, false]);
  });

  it("is a ratio where all its figures are percent or points among amounts", () => {
    expect(table.rows.map(({ ratio }) => ratio)).toEqual([false, false, false, true, false, false, false]);
  });
});

describe("the unit", () => {
  it.each([
    ["a line of its own", lines("单位：万元", "", "项目\t金额", "存货\t1.00"), "万元"],
    ["in brackets behind the sentence", lines("情况如下（单位：元/吨）：", "项目\t单价", "氧化铝\t3,210.66"), "元/吨"],
    ["the first row of the table", lines("金额单位：人民币万元\t\t", "序号\t项目\t账面价值", "1\t固定资产\t20,846.03"), "人民币万元"],
    ["the corner of the header", lines("单位:元/吨\t石油焦", "一月\t1,929.16", "二月\t1,912.00"), "元/吨"],
  ])("is read from %s", (_, text, unit) => {
    expect(only(readText(text)).unit?.text).toBe(unit);
  });

  it.each([
    ["(in RMB thousands)", "RMB thousands"],
    ["Unit: RMB million", "RMB million"],
    ["(All amounts in RMB'000 unless otherwise stated)", "RMB'000"],
  ])("is read from %s", (line, unit) => {
    expect(only(readText(lines(line, "Item\t2024\t2023", "Inventories\t1,234\t1,000"))).unit?.text).toBe(unit);
  });

  it("goes with a second block straight below, and not past a sentence", () => {
    const { tables } = readText(
      lines("单位：万元", "种类\t2024 年", "存货\t1.00", "种类\t2023 年", "存货\t2.00", "", "上述情况表明，公司的存货与同行业可比公司不存在重大差异，处于合理水平，具体如下。", "", "公司\t占比", "甲公司\t1.00%"),
    );
    expect(tables.map(({ unit }) => unit?.text)).toEqual(["万元", "万元", undefined]);
  });

  it.each([
    ["采购金额 (万元)", "万元"],
    ["交易金额/万元", "万元"],
    ["采购单价（元/度）", "元/度"],
    ["采购金额 (不含税/ 万元)", "万元"],
    ["毛利率（%）", "%"],
    ["2025 年 5 月 31 日/2025 年 1-5 月", undefined],
    ["固定资产减值损失/归母净利润", undefined],
    ["项目（一期）", undefined],
  ])("of a column %s is %s", (name, unit) => {
    expect(unitIn(name)).toBe(unit);
  });
});

describe("cells between upright lines", () => {
  it.each([
    ["Markdown", lines("| 项目 | 2024 年 | 2023 年 |", "| --- | ---: | ---: |", "| 存货 | 1.00 | 2.00 |", "| 合计 | 1.00 |  |")],
    ["a drawn table", lines("┌──────┬────────┬────────┐", "│ 项目 │ 2024 年 │ 2023 年 │", "├──────┼────────┼────────┤", "│ 存货 │ 1.00 │ 2.00 │", "│ 合计 │ 1.00 │ │", "└──────┴────────┴────────┘")],
  ])("of %s are those of a table", (_, text) => {
    const table = only(readText(text));
    expect(names(table)).toEqual(["项目", "2024 年", "2023 年"]);
    expect(cells(table)).toEqual([["存货", "1.00", "2.00"], ["合计", "1.00", ""]]);
  });
});

describe("what cannot be read", () => {
  it("is a row with more cells than its table, said with its line and not shifted", () => {
    const document = readText(lines("项目\t2024 年\t2023 年", "甲\t1.00\t2.00", "乙\t3.00\t4.00\t5.00", "丙\t6.00\t7.00"));
    expect(cells(only(document))).toEqual([["甲", "1.00", "2.00"], ["丙", "6.00", "7.00"]]);
    expect(document.unread).toEqual([{ why: "columns-unclear", lines: { first: 3, last: 3 } }]);
  });

  it("is a row with fewer figures between single spaces, since nothing says which is missing", () => {
    const document = readText(lines("项目 2024年 2023年", "甲乙 1.00 2.00", "丙丁 3.00", "戊己 6.00 7.00"));
    expect(cells(only(document))).toEqual([["甲乙", "1.00", "2.00"], ["戊己", "6.00", "7.00"]]);
    expect(document.unread).toEqual([{ why: "columns-unclear", lines: { first: 3, last: 3 } }]);
  });

  it("is text whose digits recognition scattered", () => {
    const document = readText(lines("年 债率 9 9 92 5 9 3 3", "9 M 1 3, 9 3,7 3 13", "95 5 3 9 5 3- 3 9 =2"));
    expect(document.tables).toEqual([]);
    expect(document.unread).toEqual([{ why: "garbled", lines: { first: 1, last: 3 } }]);
  });

  it("is two rows of figures in one cell's place: a row short of cells between tabs is doubted", () => {
    const table = only(readText(lines("项目\t2024 年\t2023 年", "甲\t1.00\t2.00", "乙\t3.00", "丙\t6.00\t7.00")));
    expect(table.doubts).toEqual([{ why: "short-row", lines: { first: 3, last: 3 } }]);
  });

  it("is the name of figures without a header: the table stands, and says so", () => {
    const table = only(readText(lines("甲\t1.00\t2.00", "乙\t3.00\t4.00")));
    expect(names(table)).toEqual(["", "", ""]);
    expect(table.doubts).toEqual([{ why: "no-header", lines: { first: 1, last: 2 } }]);
  });
});

describe("a page break", () => {
  const head = "序号\t客户\t金额";

  it("drops the header printed again and joins the rows", () => {
    const table = only(readText(lines(head, "1\t甲\t1.00", "", "7-1-3", "", head, "2\t乙\t2.00")));
    expect(cells(table)).toEqual([["1", "甲", "1.00"], ["2", "乙", "2.00"]]);
  });

  it("is told by 续表 too", () => {
    const table = only(readText(lines(head, "1\t甲\t1.00", "", "（续上表）", "", head, "2\t乙\t2.00")));
    expect(cells(table)).toEqual([["1", "甲", "1.00"], ["2", "乙", "2.00"]]);
  });

  it("with the unit printed again parts no table, but a new one has a unit of its own", () => {
    const table = only(readText(lines("单位：万元", head, "1\t甲\t1.00", "", "7-1-3", "", "单位：万元", head, "2\t乙\t2.00")));
    expect([cells(table), table.unit?.text]).toEqual([[["1", "甲", "1.00"], ["2", "乙", "2.00"]], "万元"]);
    const { tables } = readText(lines("单位：万元", head, "1\t甲\t1.00", "", "其他应收款如下：", "", "7-1-3", "", "单位：万元", head, "2\t乙\t2.00"));
    expect(tables.map(({ unit }) => unit?.text)).toEqual(["万元", "万元"]);
  });

  it("joins a cell it cut in two", () => {
    const table = only(readText(lines(head, "1\t甲（曾用名：丙\t1.00", "", head, "\t有限公司）\t", "2\t乙\t2.00")));
    expect(cells(table)).toEqual([["1", "甲（曾用名：丙有限公司）", "1.00"], ["2", "乙", "2.00"]]);
  });

  it("keeps equal rows that are not the table's first", () => {
    const table = only(readText(lines(head, "1\t甲\t1.00", "2\t乙\t2.00", "", head, "2\t乙\t2.00", "3\t丙\t3.00")));
    expect(cells(table)).toHaveLength(4);
  });

  it("leaves a heading printed again where it stands if the block before it is closed too, and doubts it", () => {
    const table = only(readText(lines(head, "2024 年\t\t", "1\t甲\t1.00", "合计\t\t1.00", "2023 年\t\t", "1\t乙\t2.00", "合计\t\t2.00", "", head, "2024 年\t\t", "1\t丙\t3.00")));
    expect(table.rows.map(({ section }) => section?.text)).toEqual(["2024 年", "2024 年", "2023 年", "2023 年", "2024 年"]);
    expect(table.doubts).toEqual([{ why: "section-reprinted", lines: { first: 10, last: 11 } }]);
  });

  it("joins a sentence it cut, and says where each part stands", () => {
    const { paragraphs } = readText(lines("报告期内，公司综合毛利率分别为 18.15%、29.31%和", "", "7-1-4", "", "22.12%，呈下降趋势。"));
    const [paragraph] = paragraphs;
    if (!paragraph) throw new Error("no paragraph");
    const at = paragraph.text.indexOf("22.12%");
    expect(paragraphs).toHaveLength(1);
    expect(placesOf(paragraph, at, at + 6)).toEqual([{ line: 5, start: 0, end: 6 }]);
  });
});

describe("tables side by side", () => {
  const table = only(readText(lines("资产\t期末\t负债\t期末", "货币资金\t100.00\t短期借款\t30.00", "存货\t50.00\t应付账款\t20.00", "\t\t实收资本\t100.00", "资产总计\t150.00\t负债和权益总计\t150.00")));

  it("have labels of their own", () => {
    expect(table.columns.map(({ role, labels }) => [role, labels])).toEqual([["label", []], ["figures", [0]], ["label", []], ["figures", [2]]]);
  });

  it("are split into one for each side", () => {
    expect(sidesOf(table).map(cells)).toEqual([
      [["货币资金", "100.00"], ["存货", "50.00"], ["资产总计", "150.00"]],
      [["短期借款", "30.00"], ["应付账款", "20.00"], ["实收资本", "100.00"], ["负债和权益总计", "150.00"]],
    ]);
  });
});

describe("columns that are blank from top to bottom", () => {
  it("are none: before a table, and between two side by side", () => {
    const table = only(readText(lines("\t项目\t金额\t\t项目\t金额", "\t存货\t1.00\t\t借款\t2.00", "\t合计\t1.00\t\t合计\t2.00")));
    expect(names(table)).toEqual(["项目", "金额", "项目", "金额"]);
    expect(table.columns.map(({ labels }) => labels)).toEqual([[], [0], [], [2]]);
  });
});

describe("HTML", () => {
  it("fills merged cells with the cell they belong to and says that they are merged", () => {
    const table = only(readHtml(`<table><tr><td rowspan="2">产品</td><td colspan="2">2024 年</td></tr><tr><td>数量</td><td>金额</td></tr>
      <tr><td rowspan="2">铝</td><td>1.00</td><td>2.00</td></tr><tr><td>3.00</td><td>4.00</td></tr><tr><td colspan="2">合计</td><td>6.00</td></tr></table>`));
    expect(names(table)).toEqual(["产品", "2024 年/数量", "2024 年/金额"]);
    expect(table.rows.map((row) => row.cells.map(({ text, merged }) => (merged ? `${merged}:${text}` : text)))).toEqual([
      ["铝", "1.00", "2.00"],
      ["down:铝", "3.00", "4.00"],
      ["合计", "across:合计", "6.00"],
    ]);
  });

  it("leaves out what is hidden, and keeps a raised digit apart from the figure before it", () => {
    const table = only(readHtml(`<style>td{}</style><table><tr><th>项目</th><th>金额</th></tr><tr style="display:none"><td>藏</td><td>9.00</td></tr><tr><td>铝<br>产品</td><td>1,234.50<sup>1</sup></td></tr></table>`));
    expect(cells(table)).toEqual([["铝产品", "1,234.50¹"]]);
  });

  it("reads a table inside a table for itself, and a table of one column as words", () => {
    const document = readHtml("<table><tr><td>报告期各期末如下：</td></tr><tr><td><table><tr><td>项目</td><td>金额</td></tr><tr><td>铝</td><td>1.00</td></tr></table></td></tr></table>");
    expect(cells(only(document))).toEqual([["铝", "1.00"]]);
    expect(document.paragraphs.map(({ text }) => text)).toEqual(["报告期各期末如下："]);
  });

  it("joins the parts of a table that a page number parts", () => {
    const head = "<tr><td>客户</td><td>金额</td></tr>";
    const table = only(readHtml(`<table>${head}<tr><td>甲</td><td>1.00</td></tr></table><p>- 12 -</p><table>${head}<tr><td>乙</td><td>2.00</td></tr></table>`));
    expect(cells(table)).toEqual([["甲", "1.00"], ["乙", "2.00"]]);
  });

  it("says at which line and character of the source a cell stands", () => {
    const source = "<table>\n<tr><td>项目</td><td>金额</td></tr>\n<tr><td>铝</td><td> 1,234.50 </td></tr>\n</table>";
    const place = only(readHtml(source)).rows[0]?.cells[1]?.places[0];
    expect(place && source.split("\n")[place.line - 1]?.slice(place.start, place.end)).toBe("1,234.50");
  });

  it("reads unclosed cells as browsers do", () => {
    expect(cells(only(readHtml("<table><tr><td>项目<td>金额<tr><td>铝<td>1.00</table>")))).toEqual([["铝", "1.00"]]);
  });
});
