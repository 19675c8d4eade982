import { meet, trueValues } from "../core/tie-out/interval.ts";
import { constant, divided, exactValue, type Expression, figureOf, multiplied } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Grid } from "./grid.ts";
import { plainLabel, subjectOf } from "./label.ts";
import { inOrder, type Period } from "./period.ts";

/** One measure of one thing over the periods a table, or a row of tables with the same heads, prints. */
export interface Series {
  /** What the row is about, its dates left out. */
  readonly label: string;
  readonly group: string;
  /** What the column is about, its dates left out; "" where only a date heads it. */
  readonly column: string;
  readonly caption: string;
  /** What its label, column and group are about, words of totalling and empty ones left out; and its texts as they are compared. */
  readonly parts: readonly string[];
  readonly texts: readonly string[];
  /** Whether its row is the company itself, or a total: what it is about stands elsewhere. */
  readonly nameless: boolean;
  readonly grids: readonly Grid[];
  /** The first and last lines of its tables. */
  readonly edges: readonly number[];
  /** Oldest first. */
  readonly entries: readonly { readonly period: Period; readonly figure: Figure }[];
}

const dates = /(?:\d{4}\s*[-~至—]\s*)?\d{4}\s*年?(?:\s*\d{1,2}(?:\s*[-~至—]\s*\d{1,2})?\s*月)?(?:\s*\d{1,2}\s*日)?\s*(?:年度|年末|年底|年初|年|末|度|上半年|底|初)?|\d{1,2}\s*[-~]\s*\d{1,2}\s*月|\d{4}[./-]\d{1,2}(?:[./-]\d{1,2})?/g;

/** How many tables apart two of the same heads may stand and still be one. */
const nearest = 2;

/** A text without the dates in it. */
export function undated(text: string): string {
  return text.replace(dates, "").replace(/[\s/（）()、，]/g, "").trim();
}

/** All series of a document. Tables that stand close to each other with the same heads are one. */
export function seriesOf(grids: readonly Grid[]): Series[] {
  const found: Building[] = [];
  const singles = new Map<string, Building>();
  const blocks: { heads: string; last: number; series: Map<string, Building> }[] = [];
  for (const [at, grid] of grids.entries()) {
    const cells = cellsOf(grid);
    // Tables of one period each are years of one series wherever they stand, as far as their rows have the same names.
    const single = new Set(cells.map(({ when }) => when)).size === 1;
    if (single) {
      for (const cell of cells) addSingle(singles, found, grid, cell);
      continue;
    }
    const heads = headsOf(grid);
    let block = blocks.find((known) => known.heads === heads && at - known.last <= nearest);
    // What the same heads print for the same period twice is about two things.
    if (block && cells.some(({ key, when }) => block?.series.get(key)?.entries.has(when))) block = undefined;
    if (!block) blocks.unshift((block = { heads, last: at, series: new Map() }));
    block.last = at;
    for (const { key, when, period, figure, label, group, column } of cells) {
      let series = block.series.get(key);
      if (!series) found.push((series = { label, group, column, caption: grid.caption, grids: new Set(), entries: new Map() }));
      block.series.set(key, series);
      series.grids.add(grid);
      // Two rows of one name in one table are two things as well: neither can be told by its name.
      series.entries.set(when, { period, figure: series.entries.has(when) ? { ...figure, dash: true } : figure });
    }
  }
  return found.map((series) => ({
    ...series,
    ...namesOf(series),
    grids: [...series.grids],
    edges: [...series.grids].flatMap(({ table }) => [table.lines.first, table.lines.last]),
    entries: [...series.entries.values()].filter(({ figure }) => !figure.dash).sort((a, b) => inOrder(a.period, b.period)),
  }));
}

interface Building {
  readonly label: string;
  readonly group: string;
  readonly column: string;
  readonly caption: string;
  readonly grids: Set<Grid>;
  readonly entries: Map<string, { period: Period; figure: Figure }>;
}

const nobody = /^(?:标的?公司|标的?资产|发行人|公司|本公司|合计|总计|小计|金额|余额|)$/;

function namesOf({ label, column, group, caption }: Building): Pick<Series, "parts" | "texts" | "nameless"> {
  const parts = [label, column, group].map((part) => subjectOf(part.replaceAll("的", ""))).filter((part) => !nobody.test(part));
  return { parts, texts: [group, column, caption].map(plainLabel), nameless: parts.length === 0 || nobody.test(label.replaceAll("的", "")) };
}

type SeriesCell = ReturnType<typeof cellsOf>[number];

function addSingle(singles: Map<string, Building>, found: Building[], grid: Grid, { key, when, period, figure, label, group, column }: SeriesCell): void {
  let series = singles.get(key);
  if (!series || series.entries.has(when)) {
    found.push((series = { label, group, column, caption: grid.caption, grids: new Set(), entries: new Map() }));
    singles.set(key, series);
  }
  series.grids.add(grid);
  series.entries.set(when, { period, figure });
}

function cellsOf(grid: Grid) {
  return grid.rows.flatMap((row) =>
    grid.columns.flatMap((column) => {
      const figure = grid.figures[row.index]?.[column.index];
      const period = column.period ?? row.period ?? grid.period;
      if (!figure || figure.dash || !period) return [];
      const [label, head] = [undated(row.bare), undated(column.text)];
      return [{ key: `${row.group}|${label}|${head}`, when: `${period.year}.${period.month}`, period, figure, label, group: row.group, column: head }];
    }),
  );
}

function headsOf(grid: Grid): string {
  return grid.columns.map(({ text }) => undated(text)).join("|");
}

/** The expression of a figure in the unit of another: 3,663,836.69 万元 for one printed in 亿元. */
export function inUnitOf(figure: Figure, other: Figure): Expression {
  if (other.money === undefined || other.kind !== "amount" || figure.kind !== "amount") return figureOf(figure);
  const ratio = (figure.money ?? 1e4) / other.money;
  return ratio === 1 ? figureOf(figure) : ratio > 1 ? multiplied(figureOf(figure), constant(ratio)) : divided(figureOf(figure), constant(1 / ratio));
}

/** Whether two prints may stand for the same true value. */
export function agree(printed: Figure, figure: Figure): boolean {
  if ((printed.kind === "amount") !== (figure.kind === "amount")) return false;
  const scale = printed.kind === "amount" && printed.money !== undefined ? (figure.money ?? 1e4) / printed.money : 1;
  const gap = Math.max(figure.low * scale - printed.high, printed.low - figure.high * scale);
  const slack = 1e-9 * Math.abs(printed.value);
  if (Math.abs(gap) > slack) return gap < 0;
  return meet(trueValues(printed.printed), exactValue(inUnitOf(figure, printed)).range);
}
