import { Decimal } from "../../core/decimal.ts";
import { type Grid, transposed } from "../../core/table.ts";
import type { ResultCell } from "../../functions/define.ts";
import { Word } from "../../functions/term.ts";
import { amountDecimals, decimalsOf, isAmount, numberText, percentText } from "../number-format.ts";

/** A cell with the text it is shown by. */
export interface ShownCell {
  readonly cell: ResultCell | undefined;
  readonly text: string;
}

/** A result laid out for a person: what heads its columns, and what heads its rows. */
export interface ResultLayout {
  readonly header: readonly ShownCell[] | undefined;
  readonly rows: readonly (readonly ShownCell[])[];
  /** Whether the first cell of every row is its label. */
  readonly labelled: boolean;
}

type Headers = readonly (ResultCell | undefined)[];

/**
 * A first row of words, or one that begins with an empty corner, heads the columns. A block without such a
 * header that is wider than high is stood up, each row with its place: a narrow pane has room downwards.
 */
export function resultLayout(
  given: Grid<ResultCell>,
  other: (cell: ResultCell) => string,
  isFraction: (value: Decimal, headers: Headers) => boolean,
  /** The decimals amounts have at least: those a person reports with. */
  reported = 0,
): ResultLayout {
  const [top = []] = given;
  const headed = given.length > 1 && top.length > 1 && (top[0] === "" || top.every((cell) => cell instanceof Word));
  const wide = !headed && top.length > given.length;
  const body: Grid<ResultCell> = headed ? given.slice(1) : wide ? transposed(given).map((row, index) => [String(index + 1), ...row]) : given;
  const labelled = wide || ((body[0]?.length ?? 0) > 1 && body.every(([cell]) => cell instanceof Word || (typeof cell === "string" && cell !== "")));
  const heads = (row: readonly ResultCell[], column: number): Headers => [headed ? top[column] : undefined, labelled ? row[0] : undefined];
  const plain = (row: readonly ResultCell[]) => row.map((cell, column) => (cell instanceof Decimal && !isFraction(cell, heads(row, column)) ? cell : null));
  const figures = transposed(body.map(plain)).map((column) => column.filter((cell) => cell !== null));
  const amounts = figures.flat();
  const cents = Math.max(amounts.some(isAmount) ? reported : 0, amountDecimals(amounts));
  const columns = figures.map((column) => columnDecimals(column, cents));
  const text = (cell: ResultCell, column: number, row: readonly ResultCell[]) => {
    if (!(cell instanceof Decimal)) return other(cell);
    return isFraction(cell, heads(row, column)) ? percentText(cell, 2) : numberText(cell, columns[column] ?? (isAmount(cell) ? cents : undefined));
  };
  return {
    header: headed ? top.map((cell) => ({ cell, text: cell instanceof Decimal ? (isFraction(cell, []) ? percentText(cell) : numberText(cell)) : other(cell) })) : undefined,
    rows: body.map((row) => row.map((cell, column) => ({ cell, text: text(cell, column, row) }))),
    labelled,
  };
}

/** The decimals that all figures of a column are printed with; undefined where they are too unlike each other. */
function columnDecimals(figures: readonly Decimal[], cents: number): number | undefined {
  const most = Math.max(figures.some(isAmount) ? cents : 0, ...figures.map(decimalsOf));
  return most <= 4 ? most : undefined;
}

/** About how wide a text is in pixels at the size of our tables: Chinese characters are square. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u2e80-\uffef]/.test(character) ? 12 : 6.8), 0);
}

/** The width below which a table would have to break a figure or a word. */
export function neededWidth({ header, rows }: ResultLayout): number {
  const columns = Math.max(header?.length ?? 0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) => {
    const whole = rows.map((row) => row[column]).flatMap((shown) => (shown?.cell instanceof Decimal ? [shown.text] : (shown?.text.split(" ") ?? [])));
    const words = header?.[column]?.text.split(" ") ?? [];
    return Math.max(0, ...[...whole, ...words].map(atMost)) + 12;
  }).reduce((sum, width) => sum + width, 0);
}

// A run of Chinese may be broken anywhere; four characters a line still read well.
const atMost = (text: string) => (/[\u2e80-\uffef]{5,}/.test(text) ? 48 : widthOf(text));
