import type { ResultLanguage } from "../functions/term.ts";
import type { CellBlock } from "../workbook/address.ts";
import type { SampleBlock, SampleTest } from "./sample.ts";
import { amount, header, input, label, line, note, percent, type Reference, section, SheetDraft, subtitle, title } from "./sheet.ts";

/** A text in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Heads of columns: one language above the other. */
export const heads = (...texts: (readonly [chinese: string, english: string])[]) => texts.map(([chinese, english]) => (chinese === "" ? header("") : header(chinese, english)));

/** A sheet of inputs for the wizard. */
export function inputSheet(name: string, columnWidths: readonly number[], chinese: string, english: string): SheetDraft {
  const sheet = new SheetDraft({ name, columnWidths });
  sheet.row(title(chinese));
  sheet.row(subtitle(english));
  return sheet;
}

export function part(sheet: SheetDraft, text: string): void {
  sheet.gap();
  sheet.row(section(text));
}

interface SavedLink {
  readonly pin: string;
  readonly source: string;
  readonly note: string;
}

/** A test as it is saved in a workbook, being filled in: every figure a link to a block of the sample's sheets. */
export class TestDraft {
  readonly links: Record<string, SavedLink> = {};
  private readonly blocks: Record<string, SampleBlock> = {};
  private readonly language: ResultLanguage;

  constructor(language: ResultLanguage) {
    this.language = language;
  }

  /** Links a block; until it is pinned in a workbook it goes by the name of its place. A source is where it says, or lines of filing 004. */
  link(place: string, sheet: string, cells: Reference, source: Words | string): void {
    const { row, column, rows, columns }: CellBlock = cells.block;
    const { zh, en } = typeof source === "string" ? linesOf(source) : source;
    this.blocks[place] = { sheet, row, column, rows, columns };
    this.links[place] = { pin: place, source: this.language === "zh-CN" ? zh : en, note: "" };
  }

  test(document: object): SampleTest {
    return { document: { ...document, links: this.links }, blocks: this.blocks };
  }
}

const linesOf = (lines: string): Words => ({ zh: `公开文件 004 第 ${lines.replaceAll(", ", "、")} 行`, en: `filing 004, ${/[–,]/.test(lines) ? "lines" : "line"} ${lines}` });

export const madeUp: Words = { zh: "示例编制，公开文件 004 未披露", en: "made up for this sample, not printed in filing 004" };

/** A row of which the filing prints the first and the last figure. */
export const madeUpBetween = (at: string): Words => ({ zh: `公开文件 004 第 ${at} 行披露首末值，其间为示例编制`, en: `filing 004, line ${at}, prints the first and the last; made up between` });

const inBoth = ({ zh, en }: Words, width?: number) => label(`${zh} · ${en}`, undefined, width);

/** One row of a forecast: its names, what it is, its years; a row the filing prints nothing of is labelled as made up. */
export interface ForecastFigures {
  readonly id: string;
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
  readonly values: readonly number[];
  readonly source: Words;
}

/** A forecast with its years in the header, each row linked; sources stand after as many columns as the longest forecast has years. */
export function forecast(sheet: SheetDraft, name: string, draft: TestDraft, unit: string, firstYear: number, longest: number, rows: readonly ForecastFigures[]): void {
  const years = rows[0]?.values.map((_, index) => String(firstYear + index)) ?? [];
  const apart = constant(0, longest - years.length).map(() => undefined);
  const [, , top] = sheet.row(header("项目", "Item"), header(""), { grid: [years.map((year) => header(year))] }, ...apart, header("来源", "Source"));
  draft.link(`${unit}/years`, name, top, "353–379");
  for (const { id, zh, en, values, source } of rows) {
    const [, , cells] = sheet.row(label(zh), label(en), { grid: [values.map((value) => input(value, amount))] }, ...apart, inBoth(source));
    draft.link(`${unit}/row/${id}`, name, cells, source);
  }
}

/** A figure with its two names and its line; linked. */
export function figure(sheet: SheetDraft, name: string, draft: TestDraft, place: string, zh: string, en: string, value: number, at: string, format = amount): void {
  const [, , cell] = sheet.row(label(zh), label(en), input(value, format), line(at));
  draft.link(place, name, cell, at);
}

/** The working capital of unit 1 and what is recovered at the end: the filing prints neither. */
export function workingCapitalOf(sheet: SheetDraft, name: string, draft: TestDraft, levels: readonly number[]): void {
  part(sheet, "三、营运资金 · Working capital of unit 1");
  sheet.row(...heads(["项目", "Item"], ["", ""], ["金额", "Amount"]), header("来源", "Source", 4));
  const [, , opening] = sheet.row(label("基准日营运资金"), label("At the test date"), input(levels[0] ?? 0, amount), inBoth(madeUp, 4));
  draft.link("u1/base-working-capital", name, opening, madeUp);
  const [, , released] = sheet.row(label("期末收回营运资金"), label("Working capital released"), input(levels.at(-1) ?? 0, amount), inBoth(madeUp, 4));
  const [, , residual] = sheet.row(label("期末收回资产"), label("Assets recovered"), input(1200, amount), inBoth(madeUp, 4));
  draft.link("u1/recovery", name, released.to(residual), madeUp);
}

/** A pre-tax rate as the sum of its parts, which are linked with their names. */
export function buildUp(sheet: SheetDraft, name: string, draft: TestDraft, unit: string, riskFree: number, at: string): void {
  const parts = [["无风险报酬率", "Risk-free rate", riskFree, at], ["市场风险", "Market risk", 0.032, "497"], ["资金风险", "Funding risk", 0.03, "497"], ["管理风险", "Management risk", 0.02, "497"]] as const;
  const rows = parts.map(([zh, en, rate, of]) => sheet.row(label(zh), label(en), input(rate, percent), line(of)));
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) throw new RangeError("a rate without parts");
  draft.link(`${unit}/rate-labels`, name, first[0].to(last[0]), `${at}, 497`);
  draft.link(`${unit}/rate-parts`, name, first[2].to(last[2]), `${at}, 497`);
}

export interface UnitFigures {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly parts: readonly [fixed: number, construction: number, other: number];
  readonly line: string;
}

/** The carrying amounts of the units as printed, and their printed total. */
export function carryingAmounts(sheet: SheetDraft, name: string, draft: TestDraft, units: readonly UnitFigures[], totals: { readonly value: number; readonly line: string }): void {
  const [, , fixed, , other] = sheet.row(...heads(["资产组", "Unit"], ["", ""], ["固定资产", "Fixed assets"], ["在建工程", "Construction in progress"], ["其他非流动资产", "Other non-current"], ["合计", "Total"], ["行", "Line"]));
  if (!fixed || !other) throw new RangeError("a table without columns");
  for (const { id, zh, en, parts, line: at } of units) {
    const [, , cells] = sheet.row(label(zh), label(en), { grid: [parts.map((value) => input(value, amount))] }, undefined, line(at));
    draft.link(`${id}/carrying`, name, cells, at);
    draft.link(`${id}/asset-labels`, name, fixed.to(other), at);
  }
  const [, , , , , total] = sheet.row(label("合计"), label("Total"), undefined, undefined, undefined, input(totals.value, amount), line(totals.line));
  draft.link("carrying-total", name, total, totals.line);
}

/** What was forecast in the year before, what came: ranges as printed. */
export function pastForecasts(sheet: SheetDraft, name: string, draft: TestDraft, unit: string, source: string, rows: readonly (readonly [zh: string, en: string, low: number, high: number, actual: number, format: string, line: string])[]): void {
  sheet.row(...heads(["项目", "Item"], ["", ""], ["上年预测下限", "Last forecast, low"], ["上年预测上限", "Last forecast, high"], ["实际数", "Actual"], ["行", "Line"]));
  const placed = rows.map(([zh, en, low, high, actual, format, at]) => sheet.row(label(zh), label(en), input(low, format), input(high, format), input(actual, format), line(at)));
  const [first, last] = [placed[0], placed.at(-1)];
  if (!first || !last) throw new RangeError("nothing to look back on");
  draft.link(`${unit}/back-labels`, name, first[0].to(last[0]), source);
  draft.link(`${unit}/back-low`, name, first[2].to(last[2]), source);
  draft.link(`${unit}/back-high`, name, first[3].to(last[3]), source);
  draft.link(`${unit}/back-actual`, name, first[4].to(last[4]), source);
}

/** A figure a year that moves evenly from the first printed one to the last in five years, and stays there. */
export function evenly(first: number, last: number, years: number): readonly number[] {
  return Array.from({ length: years }, (_, year) => cents(first + ((last - first) * Math.min(year, 4)) / 4));
}

export const shareOf = (values: readonly number[], share: number) => values.map((value) => cents(value * share));
export const constant = (value: number, years: number): readonly number[] => Array.from({ length: years }, () => value);

/** The increase of a balance from year to year; none in the first, which the balance of the test date covers. */
export const increases = (balances: readonly number[]) => balances.map((balance, year) => cents(balance - (balances[year - 1] ?? balance)));

const cents = (value: number) => Math.round(value * 100) / 100;

const answer = (note: string) => ({ answer: "yes", note });
const none = { answer: "no", note: "" };

/** The indicators as the filing argues them (lines 304–306). */
export const indicators = (idle: string) => ({
  answers: {
    "market-value": none,
    environment: answer("钼铁整体产能增加，钼精矿来源减少，竞争加剧，盈利空间被挤压（004，304–306 行）"),
    "market-rates": none,
    obsolescence: none,
    idle: idle === "" ? none : answer(idle),
    performance: answer("产能利用率不足，收入及毛利率逐年下降（004，306 行）"),
    other: none,
  },
  annual: false,
});

const likeItems = ["working-capital", "right-of-use", "lease-liabilities", "restoration", "goodwill", "corporate-assets", "land-use-rights", "debt", "deferred-tax"];

/** What stands in neither the carrying amounts nor the flows, but for the items whose effect is in the flows. */
export const likeForLike = (...inFlows: readonly string[]) => Object.fromEntries(likeItems.map((item) => [item, { carrying: false, flows: inFlows.includes(item) }]));

/** What every unit of the sample has in common; a unit adds what is its own. */
export const unitOf = (id: string, name: string, own: object) => ({
  id,
  name,
  assets: "",
  use: "own",
  inflows: "",
  change: "",
  measures: "tree",
  measuresReason: "",
  like: {},
  forecast: { basis: "rows", rows: [], budgetYears: null, timing: "end", perpetuity: false, prices: "nominal" },
  rate: { source: "build-up", basis: "pre-tax", betaUnlevered: false },
  fairValue: { method: "market", level: 3, income: "linked", net: false, costs: "unit", schedules: [] },
  allocation: "pro-rata",
  past: [],
  ...own,
});

/** The rows of a forecast as settings of a unit. */
export const forecastOf = (rows: readonly ForecastFigures[]) => ({
  basis: "rows",
  rows: rows.map(({ id, kind, zh }) => ({ id, kind, name: zh, signed: false })),
  budgetYears: 5,
  timing: "end",
  perpetuity: false,
  prices: "nominal",
});

/** A whole test: results in tens of ten thousand yuan, as all printed ones are. */
export const testOf = (name: string, date: string, own: object) => ({
  id: "t1",
  step: "frame",
  frame: { standard: "CAS8", name, entity: "", date, currency: "CNY", scale: "ten-thousand", language: "zh-CN", preparer: "编制人（示例）", reviewer: "复核人（示例）", digits: 2, valueDigits: -1 },
  explanations: {},
  sensitivity: { rates: ["-0.01", "-0.005", "0", "0.005", "0.01"], growths: ["-0.01", "-0.005", "0", "0.005", "0.01"], flows: ["-0.1", "-0.05", "0", "0.05", "0.1"], lever: "0.05", points: "0.005" },
  report: null,
  removed: [],
  previous: null,
  next: 100,
  ...own,
});

/** The note under the title: what is printed and what is not. */
export function sourceNote(sheet: SheetDraft, lines: string, width: number): void {
  sheet.row(
    note(
      `来源：公开文件 004（永杉锂业 2025 年年度报告信息披露监管问询函回复），第 ${lines} 行。金额单位：人民币万元。原文只披露收入、成本或毛利率的首末值与现值，其他各年现金流量为示例编制，使现值四舍五入至十万元后等于披露数。`,
      `Source: filing 004, lines ${lines}. Amounts in ten thousand yuan. The filing prints the first and last revenue, cost or margin, and the values in use; the other cash flows are made up so that the values, rounded to tens, are the printed ones.`,
      width,
    ),
  );
}
