import { Refusal } from "../../../core/refusal.ts";
import type { RangeAddress } from "../../../workbook/address.ts";
import type { CellValue } from "../../../workbook/port.ts";
import type { BreakEvenFigure, Evaluation, UnitEvaluation } from "../evaluation.ts";
import type { Inputs } from "../input.ts";
import { cellOfLine } from "../linked-figures.ts";
import { type Slot, slotParts } from "../slot.ts";
import { slotRules } from "../slot-rule.ts";
import type { ImpairmentTest } from "../state.ts";
import { f, type Formula, joined, type PaperCells, type SheetRole } from "./formula.ts";
import { columns, type RowEntry } from "./sheet.ts";
import type { MethodName, PaperTexts, RowName, WorkpaperTexts } from "./texts.ts";

/** What a workpaper is made from. */
export interface Paper {
  readonly test: ImpairmentTest;
  readonly inputs: Inputs;
  readonly evaluation: Evaluation;
  readonly texts: PaperTexts;
  /** When it is written: ISO date and time, from the clock of the pane. */
  readonly at: string;
  /** Inputs that may be out of date. */
  readonly doubtful?: readonly DoubtfulInput[];
}

/** An input that was read from elsewhere, or is worked out of such: since then the source has changed or gone, or it was long ago. */
export interface DoubtfulInput {
  /** The pin of its block. */
  readonly pin: string;
  readonly why: "stale" | "aged" | "source-gone";
  /** When it was read, ISO date and time. */
  readonly at: string | null;
}

/** The language that comes first in the workpaper, and the other one. */
export function languagesOf({ test, texts }: Pick<Paper, "test" | "texts">): readonly [WorkpaperTexts, WorkpaperTexts] {
  return test.frame.language === "zh-CN" ? [texts["zh-CN"], texts["en-US"]] : [texts["en-US"], texts["zh-CN"]];
}

/** A name in both languages, that of the test first. */
export function both(paper: Paper, text: (texts: WorkpaperTexts) => string): readonly [string, string] {
  const [first, second] = languagesOf(paper);
  return [text(first), text(second)];
}

export const row = (paper: Paper, name: RowName) => ({ label: both(paper, ({ rows }) => rows[name]) });
export const method = (paper: Paper, name: MethodName): string => languagesOf(paper)[0].methods[name];

/** The head of a column in both languages, one over the other. */
export const head = (paper: Paper, name: RowName): string => both(paper, ({ rows }) => rows[name]).join("\n");

/** The name of a row in both languages, side by side. */
export const inBoth = (paper: Paper, name: RowName): string => word(paper, ({ rows }) => rows[name]);

/** A name and what is said of it in the first language. */
export const saidOf = (paper: Paper, name: string, said: string): string => [name, said].filter((text) => text !== "").join(languagesOf(paper)[0].marks.colon);

/** A word of a sentence where it stands by itself. */
export const capitalised = (text: string): string => text.replace(/^./, (first) => first.toUpperCase());

/** Both languages in one cell: 是 Yes. */
export const word = (paper: Paper, text: (texts: WorkpaperTexts) => string): string => both(paper, text).join(" ");

/** 万元. */
export const moneyUnit = (paper: Paper) => languagesOf(paper)[0].names.scales[paper.test.frame.scale];

export const percentFormat = "0.00%";
export const finePercentFormat = "0.0000%";
export const factorFormat = "0.0000";

/** The number format of reported amounts. */
export function moneyFormat({ test: { frame } }: Pick<Paper, "test">): string {
  const decimals = frame.digits > 0 ? `.${"0".repeat(frame.digits)}` : "";
  return `#,##0${decimals};-#,##0${decimals};0${decimals}`;
}

/** What rows of amounts have in common. */
export function money(paper: Paper): Pick<RowEntry, "unit" | "format"> {
  return { unit: moneyUnit(paper), format: moneyFormat(paper) };
}

export const share = { unit: "%", format: percentFormat } as const;

/** Where a linked block stands; undefined where there is none, or none any more. */
export function rangeOf({ evaluation }: Paper, slot: Slot): RangeAddress | undefined {
  return evaluation.figures.readings.get(slot)?.range;
}

/** One cell of a linked line. Of a dash or a text it is 0, as the evaluation reads it; what is gone is #N/A. */
export function cellOf(paper: Paper, slot: Slot, index: number): Formula {
  const range = rangeOf(paper, slot);
  if (!range || index >= range.rows * range.columns) return f`NA()`;
  return f`N(${cellOfLine(range, index)})`;
}

/** A linked block added up. */
export function totalOf(paper: Paper, slot: Slot): Formula {
  const range = rangeOf(paper, slot);
  return range ? f`SUM(${range})` : f`NA()`;
}

/** A row for a linked figure: its name, the sum of its cells, where it is from, and how many figures it must have. */
export function linked(paper: Paper, slot: Slot, form: Pick<RowEntry, "unit" | "format">): RowEntry {
  const name = slotParts(slot)?.name;
  const [first] = languagesOf(paper);
  const range = rangeOf(paper, slot);
  return {
    ...form,
    ...(name && { label: both(paper, ({ names }) => names.slots[name]) }),
    value: totalOf(paper, slot),
    source: sourceOf(paper, slot),
    method: range ? first.methods.linked : first.methods.deleted,
    ...countCheck(paper, slot),
  };
}

/** How far a linked block is from having as many figures as when the workpaper was written, all of them within what they can be. */
export function countCheck(paper: Paper, slot: Slot): { readonly check?: Formula } {
  const [range, name] = [rangeOf(paper, slot), slotParts(slot)?.name];
  if (!range || !name) return {};
  const { minimum, maximum } = slotRules[name];
  const [below, above] = [minimum === undefined ? f`` : f`-COUNTIF(${range},"<${minimum}")`, maximum === undefined ? f`` : f`-COUNTIF(${range},">${maximum}")`];
  return { check: f`COUNT(${range})-${valuesOf(paper, slot).filter(isNumber).length}${below}${above}` };
}

/** The same for single cells of linked lines. */
export function cellsCheck(paper: Paper, cells: readonly (readonly [slot: Slot, index: number])[]): Formula {
  const figures = cells.filter(([slot, index]) => isNumber(valuesOf(paper, slot)[index])).length;
  const counted = cells.flatMap(([slot, index]) => {
    const range = rangeOf(paper, slot);
    return range ? [cellOfLine(range, index)] : [];
  });
  return f`COUNT(${joined(counted, ",")})-${figures}`;
}

const isNumber = (value: CellValue | undefined) => typeof value === "number";

function valuesOf({ inputs, test }: Paper, slot: Slot): readonly CellValue[] {
  return inputs.get(test.links[slot]?.pin ?? "")?.cells.flat() ?? [];
}

/** What stands behind a linked block, and whether that may say something else by now. */
export function sourceOf(paper: Paper, slot: Slot): string {
  const link = paper.test.links[slot];
  const doubts = doubtsOf(paper, slot).map(({ why, at }) => languagesOf(paper)[0].doubt(why, at));
  return link ? [link.source, link.note, ...doubts].filter((text) => text !== "").join(languagesOf(paper)[0].marks.semicolon) : "";
}

export function doubtsOf({ test, doubtful = [] }: Paper, slot: Slot): readonly DoubtfulInput[] {
  return doubtful.filter(({ pin }) => pin === test.links[slot]?.pin);
}

/** A cell in the column of values, by the mark of its row. */
export const valueAt = (role: SheetRole, key: string): PaperCells => ({ role, key, column: columns.value, columns: 1 });
/** The figures of a row to the right, and one of them. */
export const lineAt = (role: SheetRole, key: string, length: number): PaperCells => ({ role, key, column: columns.line, columns: length });
export const figureAt = (role: SheetRole, key: string, index: number): PaperCells => ({ role, key, column: columns.line + index, columns: 1 });

/** Rounding to the digits of reported amounts, or of valuation results: what decides signs and equalities. */
export const toDigits = ({ test }: Paper, formula: Formula | PaperCells): Formula => f`ROUND(${formula},${test.frame.digits})`;
export const toValueDigits = ({ test }: Paper, formula: Formula | PaperCells): Formula => f`ROUND(${formula},${test.frame.valueDigits})`;

/** Whether the settings of the sensitivity can be tried at all; a finding names those that cannot. */
export const hasSettings = ({ evaluation }: Paper) => !evaluation.findings.some(({ facts }) => facts.code === "sensitivity-setting");

/** The break-evens that exist, in the rows of the sensitivity. */
export function criticalFigures(paper: Paper, evaluated: UnitEvaluation): readonly BreakEvenFigure[] {
  return hasSettings(paper) ? evaluated.breakEvens().filter(({ found }) => !(found instanceof Refusal)) : [];
}

/** The defined name of a figure of a unit: CGU2_loss for the second of the test. */
export function definedName({ evaluation }: Paper, { unit }: UnitEvaluation, figure: string): string {
  return `CGU${evaluation.units.findIndex((other) => other.unit.id === unit.id) + 1}_${figure}`;
}

export const mark = ({ unit }: Pick<UnitEvaluation, "unit">, name: string) => `${unit.id}.${name}`;
