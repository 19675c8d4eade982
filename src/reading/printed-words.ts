import { normalised, reading } from "../core/tie-out/printed-number.ts";
import { textReading } from "../core/tie-out/printed-text.ts";

const year = /^(?:19|20)\d\d$/;
const plain = /^[+-]?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?[%‰]?$/;

/** A number, percentage, range or amount with its unit; not a year, which heads a column as often as it stands in one. */
export function isFigure(text: string): boolean {
  if (!/[\d０-９]/.test(text) || year.test(text.trim())) return false;
  if (plain.test(text)) return true;
  const kind = reading(text).kind;
  if (kind === "number") return true;
  return kind === "text" && textReading(text).kind === "numbers";
}

/** A dash, or a word for a figure that was not given. */
export function isNil(text: string): boolean {
  if (text === "" || text.length > 12) return false;
  const kind = reading(text).kind;
  return kind === "dash" || kind === "absent";
}

/** A figure in percent or percentage points. */
export function isPercent(text: string): boolean {
  return /(?:[%‰]|百分点)$/.test(normalised(text)) && isFigure(text);
}

/** Whether a text is a unit: READ.NUMBER reads "1" with it. */
function isUnit(text: string): boolean {
  return /[^\d\s%‰]/.test(text) && textReading(`1${text}`).kind === "numbers";
}

/** The unit at the end of a header or label: 采购金额 (万元), 交易金额/万元, 电解铝销售价格（元/吨）; undefined where there is none. */
export function unitIn(text: string): string | undefined {
  const [, bracketed] = /[（(]([^（()）]+)[)）]\s*$/.exec(text) ?? [];
  if (bracketed !== undefined) {
    const unit = bracketed.replace(/^.*单位[:：]/, "").replace(/\s/g, "").replace(/^不?含税[/／，,、]?/, "");
    const parts = unit.split(/[，,、]/).filter(isUnit);
    if (parts.length > 0) return parts.join("、");
    return /^[%‰]$/.test(unit) ? unit : undefined;
  }
  const [, after] = /[/／，,]([^/／，,\s]+)\s*$/.exec(text) ?? [];
  return after !== undefined && /元$/.test(after) && isUnit(after) ? after : undefined;
}

const unitLine = /^[（(]?(?:(?:金额|货币|币种|数量|价格)[、和]?)*单位[:：]\s*(.+?)\s*[)）]?$/;
const englishUnit = /^[（(]?(?:unit:\s*|(?:all )?(?:amounts )?(?:are )?(?:expressed |stated )?in )((?:RMB|CNY|US\$|HK\$|\$|EUR|yuan)?\s*['’]?(?:000|thousands?|millions?|billions?)(?: of [\w ]+)?|RMB|yuan)\b[^)）]{0,40}[)）]?$/i;
const unitAtEnd = /(?:[（(](?:金额|货币)?单位[:：]\s*([^（()）]+?)\s*[)）]\s*[:：。]?|\s{2}(?:金额|货币)?单位[:：]\s*(\S+))\s*$/;

/** The unit a line of its own, or the end of a sentence, states for the table below: 单位：万元, …如下（单位：万元）. */
export function statedUnit(line: string): { readonly text: string; readonly start: number; readonly end: number } | undefined {
  const match = unitLine.exec(line.trim()) ?? englishUnit.exec(line.trim()) ?? unitAtEnd.exec(line);
  const text = match?.[1] ?? match?.[2];
  if (text === undefined || text.length > 30) return undefined;
  const start = line.lastIndexOf(text);
  return { text, start, end: start + text.length };
}

const squeezed = (text: string) => text.replace(/\s+/g, "");

/** 合计, 总计, 小计 and labels that end in them; anything else is an item. */
export function totalKind(label: string): "item" | "total" | "subtotal" {
  const text = squeezed(label).replace(/[（(][^（()）]*[)）]$/, "").replace(/[:：]$/, "").replace(/^[一二三四五六七八九十]+、/, "");
  if (/^(?:合计数?|总合计|总计|总数|共计|grandtotal|total)$/i.test(text)) return "total";
  return /(?:小计|合计|总计|共计|subtotal)$/i.test(text) ? "subtotal" : "item";
}

/** 其中：电解铝, of which: …. */
export function opensParts(label: string): boolean {
  return /^(?:其中|of which)/i.test(label.trim());
}

/** ——华东地区: a part of the row above. */
export function isDashed(label: string): boolean {
  return /^(?:[-—–]{1,2}|·|•)\s*\p{L}/u.test(label.trim());
}

export function isNote(line: string): boolean {
  return /^\s*(?:注\s*\d*\s*[:：、.]|注\d|(?:数据|资料|信息)?来源\s*[:：]|[*※]+\s*\S|note\s*\d*[:.]|source[:.])/i.test(line);
}

/** Names of the column of serial numbers. */
export function isSerialName(name: string): boolean {
  return /^(?:序号?|编号|号|no\.?|№|#)$/i.test(squeezed(name));
}

/** Whether a header's innermost level names what rows are called by. */
export function isLabelName(name: string): boolean {
  return /^(?:项目|科目|类别|种类|分类|名称|产品|账龄|客户|公司|供应商|资产|负债|地区|年度|指标|item|description|name|assets|liabilities)|(?:名称|简称|项目|类别|类型)$/i.test(squeezed(name));
}

/** Whether a header behind figures begins a second table: the other side of a balance sheet, or another list of items. */
export function isSideName(name: string): boolean {
  return /^(?:项目(?:名称)?|科目|名称|(?:负债|权益|所有者权益|股东权益).*)$/.test(squeezed(name));
}

/** A page number, or the word that a table goes on. */
export function isPageMark(line: string): boolean {
  return /^\s*[（(]?(?:接上表|续上表|上表续|续表|continued)[）)]?[:：]?\s*$/i.test(line) || /^\s*(?:[-—–]\s*\d{1,4}\s*[-—–]|\d{1,2}-\d{1,2}-\d{1,4}|第\s*\d+\s*页(?:[，,\s/]*共\s*\d+\s*页)?|page\s+\d+(?:\s+of\s+\d+)?|\d{1,4}\s*\/\s*\d{1,4})\s*$/i.test(line);
}

/** A line of dashes under a header, or the border of a table drawn in characters. */
export function isRule(line: string): boolean {
  return /^[\s|+│┼├┤┌┐└┘┬┴:]*(?:[-—_=─━]{3,}[\s|+│┼├┤┌┐└┘┬┴:]*)+$/.test(line);
}

/** A header without the spaces at which its Chinese words were folded. */
export function unfolded(text: string): string {
  return text.replace(/\s+/g, " ").trim().replace(/(?<=[\p{Script=Han}）)]) (?=[\p{Script=Han}（(])/gu, "");
}

/** What two prints of the same header or label have in common, however they were folded and whatever the width of their brackets. */
export function sameness(text: string): string {
  return squeezed(normalised(text)).toLowerCase();
}
