import type { CellBlock } from "../../src/workbook/address.ts";
import type { ICellData, IWorkbookData } from "../../src/workbook/embedded/engine.ts";
import { pinsOfFile, type PinnedBlock } from "../../src/workbook/embedded/saved-pins.ts";
import { plannedExtras } from "../../src/workbook/embedded/sheet-extras.ts";
import { sheetData } from "../../src/workbook/embedded/sheet-data.ts";
import type { SheetPlan } from "../../src/workbook/port.ts";

const block = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });
const values = block(1, 1, 4, 1);
const categories = block(1, 0, 4, 1);

/** A workpaper with a chart of every kind, a waterfall among them. */
export const chartPlan: SheetPlan = {
  name: "使用价值 Q&A's",
  columnWidths: [14, 12, 12, 12],
  frozenRows: 1,
  frozenColumns: 2,
  printTitleRows: 1,
  rows: [
    ["期间", "基数", "增加", "减少"],
    ["2026", 0, 21960.5, 0],
    ["2027", 21960.5, 370.25, 0],
    ["处置费用", 20425.14, 0, 1905.61],
    ["合计", 0, 20425.14, 0],
  ].map((row, r) => row.map((value, c) => ({ value, ...(c > 0 && r > 0 ? { format: "#,##0.00" } : { style: "header" as const }) }))),
  charts: [
    {
      kind: "column-stacked",
      title: "价值桥 <万元> & 处置",
      categories,
      series: [{ name: "基数", values, hidden: true }, { name: "增加", values: block(1, 2, 4, 1) }, { name: "减少 <A&B>", values: block(1, 3, 4, 1) }],
      place: block(6, 0, 14, 6),
    },
    { kind: "bar", title: "敏感性", categories, series: [{ name: "增加", values: block(1, 2, 4, 1) }], place: block(6, 7, 14, 5) },
    { kind: "line", title: "预测与实际", categories, series: [{ name: "预测", values }, { name: "实际", values: block(1, 2, 4, 1) }], place: block(21, 0, 14, 6) },
    { kind: "bar-stacked", title: "构成", categories, series: [{ name: "基数", values }, { name: "增加", values: block(1, 2, 4, 1) }], place: block(21, 7, 14, 5) },
    { kind: "column", title: "", categories, series: [{ name: "基数", values }], place: block(36, 0, 10, 6) },
  ],
};

/** Three sheets as the engine saves them, with the workpaper in place of some. */
export function chartBook(...at: readonly string[]): IWorkbookData {
  const pins = new Map<string, PinnedBlock>();
  const ids = at.length === 0 ? ["b"] : at;
  const workpaper = (sheetId: string, name: string): object => {
    const follow = (block: CellBlock) => {
      const pin = `inner.${pins.size + 1}`;
      pins.set(pin, { sheetId, ...block });
      return pin;
    };
    return { ...sheetData(sheetId, name, chartPlan), custom: plannedExtras(chartPlan, follow) };
  };
  const blank = (id: string): object => ({ id, name: `空 ${id}`, cellData: { 0: { 0: { v: 1, t: 2 } satisfies ICellData } } });
  const sheets = ["a", "b", "c"].map((id): [string, object] => [id, ids.includes(id) ? workpaper(id, id === ids[0] ? chartPlan.name : id) : blank(id)]);
  return {
    id: "charts",
    name: "",
    appVersion: "",
    locale: "zhCN" as IWorkbookData["locale"],
    styles: {},
    sheetOrder: ["a", "b", "c"],
    sheets: Object.fromEntries(sheets),
    resources: pinsOfFile([], new Map(), pins),
  };
}
