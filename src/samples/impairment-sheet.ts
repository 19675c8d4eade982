import { amount, finePercent, header, input, label, line, note, sourceNote, percent, printed, type Reference, section, SheetDraft, type Spill, subtitle, tie, title, total } from "./sheet.ts";

const filing = "公开文件 004（永杉锂业 2025 年年度报告信息披露监管问询函回复）";
export const width = 6;

/** Heads of columns: one text, or one language above the other. */
export const headers = (...texts: (string | readonly [chinese: string, english: string])[]) => texts.map((text) => (typeof text === "string" ? header(text) : header(...text)));
export const lineHeader = ["行", "Line"] as const;

/** How IMPAIR.TABLE stands on a sheet; its header may take three lines. */
export const tableOf = (units: number): Spill => ({
  rows: units + 2,
  columns: 7,
  headed: 3,
  totalled: true,
  formats: [undefined, amount, amount, amount, amount, undefined, amount],
  aligns: ["left", "right", "right", "right", "right", "center", "right"],
});

/** A draft with the columns of this sample: two languages, figures, ties, the line of the filing. */
export function draft(name: string, chinese: string, english: string, lines: string): SheetDraft {
  const sheet = new SheetDraft({ name, columnWidths: [24, 25, 15, 15, 15, 15, 15, 15, 15, 10] });
  sheet.row(title(chinese));
  sheet.row(subtitle(english));
  sheet.row(sourceNote(`来源：${filing}，第 ${lines} 行。金额单位：人民币万元。`, `Source: filing 004, lines ${lines}. Amounts in ten thousand yuan.`, width));
  return sheet;
}

export function part(sheet: SheetDraft, text: string, remark?: readonly [chinese: string, english: string]): void {
  sheet.gap();
  sheet.row(section(text));
  if (remark !== undefined) sheet.row(note(...remark, width));
}

export const tieHeaders = (sheet: SheetDraft) =>
  sheet.row(...headers("勾稽事项", "What is tied", ["披露数", "Printed"], ["结果", "Tie"], ["差异", "Difference"], ["容差", "Tolerance"], lineHeader));

/** One tie: what it is in both languages, the printed figure, the parts it should be the sum of, its line. */
export function tieSum(sheet: SheetDraft, zh: string, en: string, figure: number, parts: Reference, at: string, format = amount, digits = 2): Reference {
  const own = sheet.upcoming(2);
  sheet.row(label(zh), label(en), printed(figure, format), tie(`=HEADROOM.TIE.SUM(${own},${parts},${digits})`, format === percent ? finePercent : format), line(at));
  return own;
}

/** Units with the parts of their carrying amounts as printed, the total that should foot across and down. */
interface Composition {
  readonly rows: readonly (readonly [zh: string, en: string, fixed: number, construction: number, other: number, total: number, line: string])[];
  readonly totals: readonly [fixed: number, construction: number, other: number, total: number, line: string];
}

/** The table of carrying amounts with its ties, and the cells of the units' totals. */
export function carryingAmounts(sheet: SheetDraft, { rows, totals }: Composition): { readonly totals: readonly Reference[]; readonly grandTotal: Reference } {
  sheet.row(...headers("资产组", "Cash-generating unit", ["固定资产", "Fixed assets"], ["在建工程", "Construction in progress"], ["其他非流动资产", "Other non-current"], ["小计（披露）", "Total, printed"], lineHeader));
  const figures = rows.map(([zh, en, fixed, construction, other, sum, at]) => {
    const cells = sheet.row(label(zh), label(en), input(fixed, amount), input(construction, amount), input(other, amount), printed(sum, amount), line(at));
    return { zh, en, sum, at, parts: cells[2].to(cells[4]), columns: [cells[2], cells[3], cells[4], cells[5]] as const };
  });
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last) throw new RangeError("a composition without units");
  const columns = ([0, 1, 2, 3] as const).map((index) => first.columns[index].to(last.columns[index]));
  sheet.row(label("合计"), label("Total"), ...columns.map((column) => total(`=SUM(${column})`, amount)));
  sheet.gap();
  tieHeaders(sheet);
  const unitTotals = figures.map(({ zh, en, sum, at, parts }) => tieSum(sheet, `${zh} 小计`, `${en}: total of its assets`, sum, parts, at));
  const names = [["固定资产", "Fixed assets"], ["在建工程", "Construction in progress"], ["其他非流动资产", "Other non-current assets"], ["各资产组", "All units"]] as const;
  const columnTotals = names.map(([zh, en], index) => {
    const column = columns[index];
    const figure = totals[index];
    if (!column || typeof figure !== "number") throw new RangeError(`no column ${index}`);
    return tieSum(sheet, `${zh}合计`, `${en}: total`, figure, column, totals[4]);
  });
  const grandTotal = columnTotals.at(-1);
  if (!grandTotal) throw new RangeError("no total");
  return { totals: unitTotals, grandTotal };
}

/** A pre-tax rate as the sum of its parts. */
export function discountRate(sheet: SheetDraft, parts: readonly (readonly [zh: string, en: string, rate: number, line: string])[], zh: string, en: string, rate: number, at: string): void {
  sheet.row(...headers("税前折现率的构成", "Make-up of the pre-tax rate", ["取值", "Rate"], lineHeader));
  const cells = parts.map(([partZh, partEn, value, of]) => sheet.row(label(partZh), label(partEn), input(value, percent), line(of))[2]);
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) throw new RangeError("a rate without parts");
  sheet.row(label("合计"), label("Total"), total(`=SUM(${first.to(last)})`, percent));
  sheet.gap();
  tieHeaders(sheet);
  tieSum(sheet, zh, en, rate, first.to(last), at, percent, 4);
}

export const premia = [
  ["市场风险", "Market risk", 0.032, "497"],
  ["资金风险", "Funding risk", 0.03, "497"],
  ["管理风险", "Management risk", 0.02, "497"],
] as const;
