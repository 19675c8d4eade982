import type { ICellData, IStyleData, IWorkbookData } from "../../src/workbook/embedded/engine.ts";
import type { Calculated, Matrix } from "../../src/workbook/embedded/xlsx-save.ts";

const thin = { s: 1, cl: { rgb: "#8c959f" } } as const;

/** Looks of every kind that a file can carry. */
export const looks: Readonly<Record<string, IStyleData>> = {
  title: { ff: "宋体", fs: 14, bl: 1, cl: { rgb: "#0b3d66" } },
  header: { bl: 1, bg: { rgb: "#dbe7f3" }, ht: 2, vt: 2, tb: 3, bd: { t: thin, b: { s: 7, cl: { rgb: "#000000" } }, l: thin, r: thin } },
  money: { n: { pattern: "#,##0.00;[Red]-#,##0.00" }, ht: 3 },
  rate: { n: { pattern: "0.00%" }, it: 1 },
  date: { n: { pattern: 'yyyy"年"m"月"d"日"' } },
  time: { n: { pattern: "yyyy-mm-dd hh:mm:ss" } },
  marks: { ul: { s: 1 }, st: { s: 1 }, va: 3, bd: { tl_br: { s: 4, cl: { rgb: "#ff0000" } } } },
  turned: { tr: { a: -45 }, pd: { l: 20 }, vt: 1 },
  stacked: { tr: { a: 0, v: 1 }, ul: { s: 1, t: 10 }, bd: { b: { s: 13, cl: { rgb: "#112233" } } } },
};

const text = (v: string, s?: string): ICellData => ({ v, t: 1, ...(s && { s }) });
const number = (v: number, s?: string): ICellData => ({ v, t: 2, ...(s && { s }) });

/** A workbook with everything in it that must travel. */
export function sampleBook(): IWorkbookData {
  return {
    id: "sample",
    name: "减值测试",
    appVersion: "",
    locale: "zhCN" as IWorkbookData["locale"],
    defaultStyle: { ff: "Calibri", fs: 11 },
    styles: { ...looks },
    sheetOrder: ["a", "b", "c", "d"],
    sheets: {
      a: {
        id: "a",
        name: "减值测试 2024",
        tabColor: "#ff8800",
        defaultColumnWidth: 64,
        defaultRowHeight: 20,
        freeze: { xSplit: 1, ySplit: 2, startRow: 2, startColumn: 1 },
        zoomRatio: 1.2,
        showGridlines: 0,
        mergeData: [{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 3 }],
        columnData: { 0: { w: 203 }, 2: { w: 91 }, 3: { hd: 1 } },
        rowData: { 0: { h: 36, ia: 0 }, 5: { hd: 1 } },
        cellData: {
          0: { 0: text("资产组减值测试（单位：万元）", "title"), 1: { s: "title" }, 2: { s: "title" }, 3: { s: "title" } },
          1: { 0: text("项目", "header"), 1: text("账面价值\n（含商誉）", "header"), 2: text("可收回金额", "header") },
          2: { 0: text("资产组 A & <B> \"甲\""), 1: number(26844.05, "money"), 2: number(25466.115, "money"), 4: text("=SUM(A1) 不是公式") },
          3: { 0: text("  前后有空格  "), 1: { f: "=B3-C3", v: 1377.935, t: 2, s: "money" }, 2: { f: "=折现率*B3", v: 2549.99625, t: 2, s: "rate" } },
          4: { 0: text("日期"), 1: number(45657, "date"), 2: number(45657.123456789, "time"), 4: number(-1, "date") },
          5: { 0: text("001"), 1: { v: 1, t: 3 }, 2: { v: 0, t: 3 }, 4: { f: "=A6=\"001\"", v: 1, t: 3 } },
          6: { 0: { f: "=1/0", v: "#DIV/0!", t: 1 }, 1: { f: "=NA()", v: "#N/A", t: 1 }, 2: text("#N/A"), 4: { f: '=A6&"号"', v: "001号", t: 1 } },
          7: { 0: text("🧮 𠮷 €", "marks"), 1: text("斜", "turned"), 2: text("竖", "stacked"), 4: number(0.1 + 0.2) },
          8: { 0: { f: "=HEADROOM.ECL.RATES(B3:C4)", v: "账龄", t: 1, s: "header" } },
          9: { 1: { s: "rate" } },
        },
      },
      b: { id: "b", name: "Q&A's <1>", hidden: 1, cellData: { 0: { 0: number(0.09499), 1: { f: "='减值测试 2024'!B3", v: 26844.05, t: 2 } } } },
      c: { id: "c", name: "很深", hidden: 1, custom: { veryHidden: true }, cellData: { 0: { 0: text("x".repeat(32_767)) } } },
      d: { id: "d", name: "空表", cellData: {} },
    },
    resources: [
      {
        name: "SHEET_DEFINED_NAME_PLUGIN",
        data: JSON.stringify({
          1: { id: "1", name: "折现率", formulaOrRefString: "'Q&A''s <1>'!$A$1", localSheetId: "AllDefaultWorkbook" },
          2: { id: "2", name: "局部", formulaOrRefString: "'减值测试 2024'!$A$3:$C$4", localSheetId: "a", comment: "说明" },
          3: { id: "3", name: "损失率", formulaOrRefString: "=SUM(HEADROOM.ECL.RATES('减值测试 2024'!$B$3:$C$4))*2", localSheetId: "AllDefaultWorkbook" },
        }),
      },
    ],
  };
}

/** Values by row and column, as the engine hands them out. */
function matrix<T>(rows: Readonly<Record<number, Readonly<Record<number, T>>>>): Matrix<T> {
  const entries = Object.entries(rows).flatMap(([row, of]) => Object.entries(of).map(([column, value]) => ({ row: Number(row), column: Number(column), value })));
  return {
    getValue: (row, column) => rows[row]?.[column],
    forValue: (visit) => entries.forEach(({ row, column, value }) => visit(row, column, value)),
  };
}

export const nothingSpilled: Calculated = { spilledCells: () => matrix({}), spilledBlocks: () => matrix({}) };

/** What the formula in A9 of the first sheet has spilled. */
export const sampleSpill: Calculated = {
  spilledCells: (id) =>
    matrix(id === "a" ? { 8: { 0: { v: "账龄", t: 1 }, 1: { v: 0.25, t: 2 } }, 9: { 0: { v: "1年以内", t: 1 }, 1: { v: 1 / 3, t: 2 } } } : {}),
  spilledBlocks: (id) => matrix(id === "a" ? { 8: { 0: { startRow: 8, startColumn: 0, endRow: 9, endColumn: 1 } } } : {}),
};

/** A snapshot without the ids that are given anew at each opening: looks in place of their ids. */
export function withoutIds({ sheetOrder, sheets, styles, resources, defaultStyle }: IWorkbookData): unknown {
  const plain = sheetOrder.map((id) => {
    const { id: _, cellData = {}, rowCount: _rows, columnCount: _columns, custom, ...grid } = sheets[id] ?? {};
    const cells = Object.entries(cellData).flatMap(([row, of]) =>
      Object.entries(of ?? {}).flatMap(([column, data]) => {
        const { s, ...rest } = data as ICellData;
        const look = typeof s === "string" ? styles[s] : s;
        return [[`${row},${column}`, { ...rest, ...(look && { look }) }]];
      }),
    );
    return { ...grid, veryHidden: custom?.["veryHidden"] === true, cells: Object.fromEntries(cells) };
  });
  const names = resources?.flatMap(({ name, data }) => (name === "SHEET_DEFINED_NAME_PLUGIN" ? Object.values(JSON.parse(data ?? "{}") as Record<string, object>) : []));
  const sheetOf = (id: unknown) => (typeof id === "string" ? (sheets[id]?.name ?? "everywhere") : "everywhere");
  return { defaultStyle, sheets: plain, names: names?.map((name) => ({ ...name, id: "", localSheetId: sheetOf("localSheetId" in name ? name.localSheetId : undefined) })) };
}
