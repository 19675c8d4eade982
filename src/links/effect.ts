import { Decimal, rounded, sum, ZERO } from "../core/decimal.ts";
import { Refusal } from "../core/refusal.ts";
import type { Grid } from "../core/table.ts";
import type { Argument, Cell } from "../functions/cell.ts";
import type { ResultCell, WorksheetFunction } from "../functions/define.ts";
import { Word } from "../functions/term.ts";

/** A part of a difference, and the arguments it comes from: more than one where none of them could be changed alone. */
export interface Cause {
  readonly parameters: readonly string[];
  /** Of a change of balances: the part of their total, and the part of how it is spread. Of margins: how revenue is spread, and the margins themselves. */
  readonly part?: "level" | "mix" | "rate";
  readonly amount: Decimal;
}

/** A figure of a result that has changed, and why; the causes add exactly to the difference. */
export interface FigureEffect {
  /** What names it in its table: the words of its row and of the head of its column, or its place among figures without words; none for a lone figure. */
  readonly labels: readonly (string | Word)[];
  /** The sum of a column of amounts without words. */
  readonly total: boolean;
  readonly before: Decimal;
  readonly after: Decimal;
  readonly causes: readonly Cause[];
}

/** What new arguments do to a result. */
export interface ResultEffect {
  readonly figures: readonly FigureEffect[];
  /** A result that could not be computed before, or cannot be now: no figure can be compared. */
  readonly refused: { readonly before: boolean; readonly after: boolean };
}

/**
 * Compares a result figure by figure before and after its arguments have changed, and splits each difference by
 * changing one argument after the other in their order: flows first, then the rate. A vector of balances counts
 * twice: its total at the old mix, then the mix. Revenues come with costs at the old margins: the mix, then the margins.
 */
export function resultEffect(fn: WorksheetFunction, before: readonly Argument[], after: readonly Argument[]): ResultEffect {
  const states = statesOf(fn, before, after);
  const [first, last] = [figuresOf(fn, before), figuresOf(fn, after)];
  if (!first || !last) return { figures: [], refused: { before: !first, after: !last } };
  const figures = [...last.keys()].flatMap((key): FigureEffect[] => {
    const [then, now] = [first.get(key), last.get(key)];
    if (!then || !now || then.value.equals(now.value)) return [];
    let reached = then.value;
    const causes = states.map(({ parameters, part, figures: at }): Cause => {
      const value = at.get(key)?.value ?? reached;
      const amount = value.minus(reached);
      reached = value;
      return { parameters, amount, ...(part && { part }) };
    });
    return [{ labels: now.labels, total: now.total, before: then.value, after: now.value, causes: causes.filter(({ amount }) => !amount.isZero()) }];
  });
  return { figures, refused: { before: false, after: false } };
}

interface Figure {
  readonly value: Decimal;
  readonly labels: readonly (string | Word)[];
  readonly total: boolean;
}

interface State extends Omit<Cause, "amount"> {
  readonly figures: ReadonlyMap<string, Figure>;
}

/** The result after each further argument has been changed. Arguments that only fit together are changed together. */
function statesOf(fn: WorksheetFunction, before: readonly Argument[], after: readonly Argument[]): State[] {
  const states: State[] = [];
  const now = [...before];
  const names = Object.keys(fn.parameters);
  const [revenues, costs] = [names.indexOf("revenues"), names.indexOf("costs")];
  const atOldMargins = revenues >= 0 && costs >= 0 ? atMarginsOf(before[revenues], before[costs], after[revenues]) : undefined;
  const spread = atOldMargins && figuresOf(fn, now.with(revenues, after[revenues]).with(costs, atOldMargins));
  if (spread) states.push({ parameters: ["revenues"], part: "mix", figures: spread });
  let waiting: string[] = [];
  names.forEach((parameter, index) => {
    const [was, is] = [before[index], after[index]];
    if (!(spread && index === costs) && JSON.stringify(was) === JSON.stringify(is)) return;
    const level = parameter === "balances" && waiting.length === 0 ? atLevelOf(was, is) : undefined;
    const levelled = level && figuresOf(fn, now.with(index, level));
    if (levelled) states.push({ parameters: [parameter], part: "level", figures: levelled });
    now[index] = is;
    // Without the costs that go with them, new revenues are no state of their own.
    if (spread && index === revenues) return;
    const figures = figuresOf(fn, now);
    waiting = [...waiting, parameter];
    if (!figures) return;
    const part = levelled ? "mix" : spread && index === costs ? "rate" : undefined;
    states.push({ parameters: waiting, ...(part && { part }), figures });
    waiting = [];
  });
  return states;
}

/** The old costs in the proportion in which each revenue has changed. */
function atMarginsOf(revenues: Argument, costs: Argument, fresh: Argument): Argument {
  const cells = (argument: Argument) => argument?.flat() ?? [];
  const [old, spent, now] = [cells(revenues), cells(costs), cells(fresh)];
  const plain = [...old, ...spent, ...now].every((cell) => typeof cell === "number") && !old.includes(0);
  if (!costs || !plain || old.length < 2 || old.length !== now.length || old.length !== spent.length || JSON.stringify(old) === JSON.stringify(now)) return undefined;
  const width = costs[0]?.length ?? 1;
  const figure = (cell: Cell | undefined) => new Decimal(typeof cell === "number" ? cell : 0);
  return costs.map((row, r) => row.map((cell, c): Cell => figure(cell).times(figure(now[r * width + c])).div(figure(old[r * width + c])).toNumber()));
}

/** The old balances, all changed in one proportion so that they have the new total. */
function atLevelOf(was: Argument, is: Argument): Argument {
  const cells = (argument: Argument) => argument?.flat() ?? [];
  const numbers = (argument: Argument) => cells(argument).map((cell) => (typeof cell === "number" ? new Decimal(cell) : ZERO));
  const [old, fresh] = [sum(numbers(was)), sum(numbers(is))];
  const plain = [...cells(was), ...cells(is)].every((cell) => typeof cell === "number" || cell === null);
  if (!was || !plain || old.isZero() || cells(was).length < 2 || cells(was).length !== cells(is).length) return undefined;
  return was.map((row) => row.map((cell): Cell => (typeof cell === "number" ? fresh.div(old).times(cell).toNumber() : cell)));
}

/** The figures of a result by what names them; undefined where it cannot be computed. */
function figuresOf(fn: WorksheetFunction, args: readonly Argument[]): Map<string, Figure> | undefined {
  try {
    const { cells } = fn.call(args);
    return cells.flat().some((cell) => cell instanceof Refusal) ? undefined : namedFigures(cells, adding.has(fn.id));
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

// Their columns are amounts of one whole; a sum of rates or of margins would be the rate of nothing.
const adding = new Set<string>(["ECL.AGING", "ECL.PROVISION", "IMPAIR.LOSS", "IMPAIR.REVERSAL", "MARGIN.CONTRIBUTION", "NRV.PROVISION"]);

function namedFigures(cells: Grid<ResultCell>, adds: boolean): Map<string, Figure> {
  const found = new Map<string, Figure>();
  const add = (labels: readonly (string | Word)[], value: Decimal, total = false) => {
    const name = labels.map((label) => (typeof label === "string" ? label : `${label.term} ${JSON.stringify(label.detail ?? "")}`)).join("\u0001");
    let key = name;
    for (let copy = 2; found.has(key); copy += 1) key = `${name}\u0002${copy}`;
    found.set(key, { value, labels, total });
  };
  const figures = cells.flat();
  const values = figures.map(numberOf);
  if (figures.length > 1 && (cells.length === 1 || cells[0]?.length === 1) && values.every((value) => value !== undefined)) {
    if (adds) add([], sum(values.flatMap((value) => value ?? [])), true);
    else values.forEach((value, index) => value && add([`#${index + 1}`], value));
    return found;
  }
  for (const row of cells) {
    const names = row.filter(isLabel).slice(0, 1);
    row.forEach((cell, column) => {
      const value = numberOf(cell);
      const head = cells[0]?.[column];
      if (value) add([...names, ...(head !== undefined && isLabel(head) && row !== cells[0] ? [head] : [])], value);
    });
  }
  return found;
}

const isLabel = (cell: ResultCell): cell is string | Word => (typeof cell === "string" && cell !== "") || cell instanceof Word;

// Twenty decimals are more than any cell shows, and few enough that differences of 50 digits are exact.
const numberOf = (cell: ResultCell | undefined): Decimal | undefined =>
  typeof cell === "number" || cell instanceof Decimal ? rounded(new Decimal(cell), 20) : undefined;
