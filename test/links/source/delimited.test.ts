import { describe, expect, it } from "vitest";
import { delimitedTable, delimitedTextTable } from "../../../src/links/source/delimited.ts";
import { isPartial, type SourceTable } from "../../../src/links/source/source-table.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: readonly (readonly number[] | Uint8Array)[]) => new Uint8Array(parts.flatMap((part) => [...part]));
const values = ({ columns, rows }: SourceTable) => [columns, ...rows];
// 项目,金额 / 存货,1.50 as Windows saves it in Chinese.
const gb18030 = bytes([0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, 0xb4, 0xe6, 0xbb, 0xf5], utf8(",1.50\n"));
const expected = [["项目", "金额"], ["存货", 1.5]];

describe("a delimited file", () => {
  it.each([
    ["UTF-8", utf8("项目,金额\n存货,1.50\n")],
    ["UTF-8 with its mark", bytes([0xef, 0xbb, 0xbf], utf8("项目,金额\n存货,1.50\n"))],
    ["GB18030", gb18030],
    ["UTF-16 with its mark", new Uint8Array(new Uint16Array([0xfeff, ...[..."项目,金额\n存货,1.50\n"].map((letter) => letter.charCodeAt(0))]).buffer)],
  ])("is read as %s", async (_, file) => {
    expect(values(await delimitedTable(file, "a.csv"))).toEqual(expected);
  });

  it.each([",", "\t", ";", "|"])("is read with its cells parted by %j", async (delimiter) => {
    expect(values(await delimitedTextTable(["项目", "数量", "金额"].join(delimiter) + "\n" + ["存货", "2", "1.50"].join(delimiter), ""))).toEqual([["项目", "数量", "金额"], ["存货", 2, 1.5]]);
  });

  it("keeps delimiters, quotes and line ends inside quotes, and knows the lines behind them", async () => {
    const table = await delimitedTextTable('项目,金额\r\n"存货,""原料""\r\n及其他",1\r\n在建,二\r\n固定,3\r\n', "");
    expect(values(table)).toEqual([["项目", "金额"], ['存货,"原料"\r\n及其他', 1], ["在建", "二"], ["固定", 3]]);
    expect(table.unread).toEqual([{ row: 1, column: 1, text: "二", place: { line: 4 } }]);
  });

  it("leaves a text that looks like a formula a text", async () => {
    const table = await delimitedTextTable("名称,备注\n甲,=1+1\n乙,@SUM(A1)\n丙,+cmd\n丁,-x\n", "");
    expect(table.rows.map(([, note]) => note)).toEqual(["=1+1", "@SUM(A1)", "+cmd", "-x"]);
  });
});

describe("figures as printed", () => {
  it("are read by the rules of READ.NUMBER, those that are none are listed with their line", async () => {
    const table = await delimitedTextTable('项目,金额\n甲,"1,234.56"\n乙,"(1,234.50)"\n丙,－\n丁,未披露\n戊,"63,212.00万元"\n己,65%-70%\n庚,"1,23"\n辛,\n', "");
    expect(table.rows.map(([, amount]) => amount)).toEqual([1234.56, -1234.5, 0, "未披露", 63212, "65%-70%", "1,23", null]);
    expect(table.unread.map(({ text, place }) => [text, place])).toEqual([["65%-70%", { line: 7 }], ["1,23", { line: 8 }]]);
  });

  it("are exact: the point moves in the digits", async () => {
    const table = await delimitedTextTable("项目,占比\n甲,0.07%\n乙,1.1%\n丙,29.31%\n", "");
    expect(table.kinds).toEqual(["text", "percent"]);
    expect(table.rows.map(([, share]) => share)).toEqual([0.0007, 0.011, 0.2931]);
  });

  it("are not codes: a leading zero, or more digits than a number holds, keeps its column text", async () => {
    const table = await delimitedTextTable("代码,账号,年份\n000651,6222020200112233445,2024\n600519,6222020200112233446,2025\n", "");
    expect(values(table).slice(1)).toEqual([["000651", "6222020200112233445", 2024], ["600519", "6222020200112233446", 2025]]);
  });

  it("are not dates: a column of them holds serial numbers", async () => {
    const table = await delimitedTextTable("日期,金额\n2024-12-31,1\n2025/1/1,2\n2025 年 5 月 31 日,3\n", "");
    expect(table.kinds).toEqual(["date", "number"]);
    expect(table.rows.map(([date]) => date)).toEqual([45657, 45658, 45808]);
  });

  it("leave a date that the calendar lacks a text", async () => {
    const table = await delimitedTextTable("日期,金额\n2025-02-29,1\n2025-03-01,2\n2025-03-02,2\n", "");
    expect(table.kinds[0]).toBe("date");
    expect(table.unread.map(({ text }) => text)).toEqual(["2025-02-29"]);
  });
});

describe("a file that is not whole", () => {
  it.each([
    ["with a quotation mark left open", utf8('项目,金额\n存货,1\n"在建,2\n固定,3\n'), { code: "quote-open", line: 3 }],
    ["whose last line is cut", utf8("项目,数量,金额\n存货,1,1\n在建,2,2\n固定,3"), { code: "last-line-cut", line: 4 }],
    ["whose last character is cut", utf8("项目,金额\n存货,1\n在建").slice(0, -1), { code: "character-cut" }],
  ])("%s is told from a whole one", async (_, file, fault) => {
    const table = await delimitedTable(file, "a.csv");
    expect(table.faults).toContainEqual(fault);
    expect(isPartial(table)).toBe(true);
  });

  it("with rows of other lengths is whole, and says which they are", async () => {
    const table = await delimitedTextTable("项目,数量,金额\n存货,1,1\n在建,2\n固定,3,3,3\n无形,4,4\n", "");
    expect(table.faults).toEqual([{ code: "rows-uneven", lines: [3, 4], count: 2, expected: 3 }]);
    expect(table.rows[1]).toEqual(["在建", 2, null]);
    expect(isPartial(table)).toBe(false);
  });

  it("with lines above its header says so", async () => {
    const table = await delimitedTextTable("往来明细表\n单位：万元\n\n客户,金额,占比\n甲,1,50%\n乙,1,50%\n", "");
    expect(table.columns).toEqual(["客户", "金额", "占比"]);
    expect(table.faults).toEqual([{ code: "lines-above", lines: { first: 1, last: 3 } }]);
  });

  it.each([
    ["nothing", new Uint8Array(), "source-empty"],
    ["blank lines", utf8("\n\n,,\n"), "source-empty"],
    ["bytes of no text", bytes([0x50, 0x4b, 0x03, 0x04, 0x00, 0xff, 0xff]), "encoding-unknown"],
  ])("of %s is refused", async (_, file, code) => {
    await expect(delimitedTable(file, "a.csv")).rejects.toMatchObject({ issue: { code } });
  });
});

describe("columns", () => {
  it("are named apart, and by their place where they have no name", async () => {
    expect((await delimitedTextTable("项目,金额,金额,\n甲,1,2,3\n", "")).columns).toEqual(["项目", "金额", "金额 (2)", "#4"]);
  });

  it("that name each row are found, two together where one does not", async () => {
    expect((await delimitedTextTable("年份,客户,金额\n2024,甲,1\n2024,乙,1\n2025,甲,1\n", "")).keys).toEqual([[1, 0]]);
    expect((await delimitedTextTable("编号,客户,金额\n1,甲,5\n2,甲,6\n3,乙,7\n", "")).keys).toEqual([[0], [2]]);
  });

  it("carry the unit their name states", async () => {
    expect((await delimitedTextTable("项目,采购金额 (万元),占比\n甲,1,50%\n", "")).units).toEqual([undefined, "万元", undefined]);
  });
});

describe("a large file", () => {
  const rows = 200_000;
  const line = (row: number) => `C${String(row).padStart(6, "0")},客户${row},2024-12-31,"${(row * 7).toLocaleString("en-US")}.50",${(row % 97) + 0.5}%,备注${row % 5}`;
  const file = utf8(["编号,客户,日期,金额,占比,备注", ...Array.from({ length: rows }, (_, row) => line(row))].join("\n") + "\n");

  it("of 200,000 rows leaves the page its turn again and again", async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    const table = await delimitedTable(file, "ledger.csv");
    clearInterval(timer);
    expect(table.rows).toHaveLength(rows);
    expect(table.rows[rows - 1]).toEqual(["C199999", "客户199999", 45657, 1_399_993.5, 0.825, "备注4"]);
    expect(table.unread).toEqual([]);
    expect(turns).toBeGreaterThan(10);
  });

  it("stops when it is told to, and says how far it is", async () => {
    const stop = new AbortController();
    const shares: number[] = [];
    const reading = delimitedTable(file, "ledger.csv", { signal: stop.signal, onProgress: (share) => {
      shares.push(share);
      if (shares.length === 3) stop.abort();
    } });
    await expect(reading).rejects.toMatchObject({ issue: { code: "stopped" } });
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(shares).toHaveLength(3);
  });
});
