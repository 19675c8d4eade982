import { Decimal, decimalOfCell } from "../../../core/decimal.ts";
import { Refusal } from "../../../core/refusal.ts";
import type { RangeAddress } from "../../../workbook/address.ts";
import type { CellValue, Workbook } from "../../../workbook/port.ts";
import { type PaperCells, placedCells, type SheetRole } from "./formula.ts";
import type { UnitEvaluation } from "../evaluation.ts";
import { criticalFigures, figureAt, mark, type Paper, valueAt } from "./paper.ts";
import { markedRows, type StandingSheets } from "./placement.ts";
import { saidText } from "./said.ts";
import { breakEvenSentence, totalConclusion, unitConclusion } from "./sentences.ts";
import type { PaperTexts } from "./texts.ts";
import { standingSheets } from "./writing.ts";

/** The conclusion of a test in words, every figure of it read from the workpaper; or why there is none to copy. */
export type Conclusion =
  | {
      readonly kind: "agrees";
      readonly paragraphs: Readonly<Record<keyof PaperTexts, readonly string[]>>;
      /** Units whose found values, such as break-evens, were written before an input moved: no sentence says them until the workpaper is written again. */
      readonly outOfDate: readonly string[];
    }
  | { readonly kind: "differs"; readonly differences: readonly Difference[] }
  /** Not written yet, or a sheet with its figures is gone. */
  | { readonly kind: "missing" };

/** A cell of the workpaper that does not hold the figure the evaluation has; null is no figure. */
export interface Difference {
  /** The unit, empty for all of them. */
  readonly unit: string;
  /** The mark of the row. */
  readonly figure: string;
  readonly cell: RangeAddress;
  readonly paper: string | null;
  readonly evaluated: string | null;
}

/** Re-reads the figures of the workpaper, holds each against the evaluation, and says the conclusion from the cells. */
export async function readConclusion(workbook: Pick<Workbook, "pinned" | "read">, paper: Paper): Promise<Conclusion> {
  return conclusionFrom(await standingSheets(workbook, paper.test.report), paper);
}

/** The same from sheets that have been read. */
export function conclusionFrom(standing: StandingSheets, paper: Paper): Conclusion {
  const compared = comparisons(paper);
  if (compared.length === 0) return { kind: "missing" };
  const reader = readerOf(standing);
  const read = compared.map((comparison) => ({ ...comparison, place: reader.place(comparison.cell) }));
  if (read.some(({ place }) => place === undefined)) return { kind: "missing" };
  const differences = read.flatMap(({ unit, cell, evaluated, otherwise, place }): readonly Difference[] => {
    const found = place && reader.figure(place);
    if (!place || (found && [evaluated, otherwise].some((figure) => figure && agrees(found, figure)))) return [];
    return [{ unit, figure: cell.key, cell: place, paper: found?.toString() ?? null, evaluated: evaluated?.toString() ?? null }];
  });
  if (differences.length > 0) return { kind: "differs", differences };
  const figure = (cell: PaperCells) => {
    const place = reader.place(cell);
    return place && reader.figure(place);
  };
  const outdated = paper.evaluation.units.filter((unit) =>
    foundValues(paper, unit).some(({ cell, evaluated }) => {
      const found = figure(cell);
      return !found || !evaluated || !agrees(found, evaluated);
    }),
  );
  const said = (language: keyof PaperTexts) => paragraphsOf(paper, language, figure, outdated);
  return { kind: "agrees", paragraphs: { "zh-CN": said("zh-CN"), "en-US": said("en-US") }, outOfDate: outdated.map(({ unit }) => unit.name) };
}

function paragraphsOf(paper: Paper, language: keyof PaperTexts, figure: (cell: PaperCells) => Decimal | undefined, outdated: readonly UnitEvaluation[]): readonly string[] {
  const texts = paper.texts[language];
  const { units } = paper.evaluation;
  const conclusions = units.map((evaluated) => unitConclusion(paper, texts, evaluated));
  const breakEvens = units.flatMap((evaluated) => {
    const sentence = evaluated.loss?.isZero() && !outdated.includes(evaluated) ? breakEvenSentence(paper, texts, evaluated) : undefined;
    return sentence === undefined ? [] : [sentence];
  });
  return [...conclusions, totalConclusion(paper, texts), ...breakEvens].flatMap((said) => saidText(said, figure) ?? []);
}

interface Comparison {
  readonly unit: string;
  readonly cell: PaperCells;
  readonly evaluated: Decimal | undefined;
  /** What may stand there as well. */
  readonly otherwise?: Decimal | undefined;
}

/** Every figure of the result, with what the evaluation has in its place: live formulas that follow the inputs. */
function comparisons(paper: Paper): readonly Comparison[] {
  const { units, totals } = paper.evaluation;
  const ofUnits = units.flatMap((evaluated): readonly Comparison[] => {
    const { unit, assessment, valueInUse, fairValue } = evaluated;
    const of = (name: string, found: Decimal | undefined): Comparison => ({ unit: unit.name, cell: valueAt("result", mark(evaluated, name)), evaluated: found });
    return [
      of("carrying", assessment?.carrying),
      ...(valueInUse ? [of("value-in-use", valueInUse.reported)] : []),
      ...(fairValue ? [of("fair-value", fairValue.reported)] : []),
      of("recoverable", assessment?.recoverable),
      of("headroom", evaluated.headroom),
      of("loss", evaluated.loss),
      of("recognised", evaluated.recognised),
      ...allocated(evaluated, paper.test),
    ];
  });
  if (units.length === 0) return [];
  return [...ofUnits, { unit: "", cell: valueAt("result", "total-loss"), evaluated: totals.loss }, { unit: "", cell: valueAt("result", "total-recognised"), evaluated: totals.recognised }];
}

/** What stands in the workpaper as it was found when it was written: a pre-tax rate, and the break-evens. */
function foundValues(paper: Paper, evaluated: UnitEvaluation): readonly Comparison[] {
  const unit = evaluated.unit.name;
  const rate = evaluated.valueInUse && evaluated.flows ? [{ unit, cell: valueAt("value-in-use", mark(evaluated, "rate")), evaluated: evaluated.rate?.preTax }] : [];
  const critical = criticalFigures(paper, evaluated).flatMap(({ lever, found, change }): readonly Comparison[] => {
    const at = (index: number, figure: Decimal | undefined) => ({ unit, cell: figureAt("sensitivity", mark(evaluated, `tornado-${lever}`), index), evaluated: figure });
    return found instanceof Refusal ? [] : [at(3, found), at(4, change)];
  });
  return [...rate, ...critical];
}

/** What each asset and goodwill take of the loss: sentences say none of it, but the statements do. */
function allocated(evaluated: UnitEvaluation, { frame }: Paper["test"]): readonly Comparison[] {
  const { unit, allocation } = evaluated;
  if (!allocation) return [];
  const of = (index: number, loss: Decimal): Comparison => ({ unit: unit.name, cell: figureAt("allocation", mark(evaluated, "loss"), index), evaluated: loss });
  if (allocation.mode === "asset-by-asset") return allocation.assets.map(({ loss }, index) => of(index, loss));
  const { goodwill, assets } = allocation.result;
  const others = otherParts(assets, new Decimal(10).pow(-frame.digits));
  return [
    { unit: unit.name, cell: valueAt("allocation", mark(evaluated, "goodwill-loss")), evaluated: goodwill.loss },
    ...assets.map(({ loss }, index) => ({ ...of(index, loss), otherwise: others[index] })),
  ];
}

/**
 * What parts may be instead. The last digits of a loss go to the parts that were cut most; the workpaper compares the
 * cuts at six decimals of a digit, and in doubles, which of large amounts leave fewer. So a digit may lie with the other of
 * two parts only where one has it, the other has not, and their cuts are that close.
 */
function otherParts(parts: readonly { readonly share: Decimal; readonly loss: Decimal }[], digit: Decimal): readonly (Decimal | undefined)[] {
  const cuts = parts.map(({ share, loss }) => {
    const units = share.div(digit);
    return { loss, cut: units.minus(units.floor()), raised: loss.div(digit).gt(units.floor()), blur: Decimal.max("1e-6", units.times("1e-15")) };
  });
  const isClose = (own: (typeof cuts)[number]) => cuts.some((other) => own.raised !== other.raised && own.cut.minus(other.cut).abs().lte(own.blur.plus(other.blur)));
  return cuts.map((own) => (isClose(own) ? (own.raised ? own.loss.minus(digit) : own.loss.plus(digit)) : undefined));
}

/** A cell is a double: what it holds of a figure with 50 digits is its first twelve. */
function agrees(found: Decimal, evaluated: Decimal): boolean {
  return found.minus(evaluated).abs().lte(Decimal.max(found.abs(), evaluated.abs(), "1e-3").times("1e-12"));
}

function readerOf(standing: StandingSheets) {
  const rows = new Map([...standing].map(([role, sheet]) => [role, markedRows(sheet)]));
  const has = ({ role, key }: { readonly role: SheetRole; readonly key: string }) => rows.get(role)?.has(key) === true;
  return {
    place: (cell: PaperCells): RangeAddress | undefined => (has(cell) ? placedCells(cell, (role, key) => ({ sheet: standing.get(role)?.range.sheet ?? "", row: rows.get(role)?.get(key) ?? 0, column: standing.get(role)?.range.column ?? 0 })) : undefined),
    figure: (place: RangeAddress): Decimal | undefined => {
      const sheet = [...standing.values()].find(({ range }) => range.sheet === place.sheet);
      const value: CellValue = sheet?.cells[place.row - sheet.range.row]?.[place.column - sheet.range.column]?.value ?? null;
      return typeof value === "number" ? decimalOfCell(value) : undefined;
    },
  };
}
