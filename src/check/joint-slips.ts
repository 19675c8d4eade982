import type { Break } from "./break.ts";
import { figuresIn } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Grid } from "./grid.ts";
import { type Family, type Instance, instanceOf } from "./relation.ts";
import { withFigures } from "./solve.ts";

/** Several figures that went wrong together: two exchanged, or a row or a column moved by one place. */
export interface JointSlip {
  readonly difference: "swapped" | "column-shift";
  readonly suspect: Figure;
  /** The figure that says what the suspect should. */
  readonly other: Figure;
  readonly breaks: readonly Break[];
}

type Shown = ReadonlyMap<number, Figure>;

const leastDigits = 3;
/** Where more figures of a line than these are in doubt, something else is wrong with it, and pairs of them agree by chance. */
const mostInLine = 40;
/** A run of more figures than these is not moved by a slip. */
const longestRun = 40;

/**
 * Slips of several figures at once: those that mend at least two breaks, and break nothing that holds. What takes the most
 * breaks away comes first, and what it takes away is not asked again (filing 001, lines 3435 and 3437).
 */
export function jointSlips(breaks: readonly Break[], used: readonly Family[], grids: readonly Grid[]): JointSlip[] {
  const broken = breaks.filter(({ cause }) => cause === undefined);
  const inBreaks = new Map<number, Break[]>();
  for (const each of broken) for (const { id } of membersOf(each.instance)) inBreaks.set(id, [...(inBreaks.get(id) ?? []), each]);
  const candidates = [...exchangesIn(inBreaks), ...movesIn(broken, grids)];
  if (candidates.length === 0) return [];
  const holding = holdingOf(used, new Set(candidates.flatMap(({ shown }) => [...shown.keys()])));
  const found: JointSlip[] = [];
  const known: Known = { inBreaks, holding, gone: new Set(), shown: new Map() };
  for (;;) {
    const [best] = candidates.flatMap((candidate) => judged(candidate, known)).sort((a, b) => b.worth - a.worth || Number(b.slip.difference === "swapped") - Number(a.slip.difference === "swapped") || a.shown.size - b.shown.size);
    if (!best) return found;
    for (const each of best.slip.breaks) known.gone.add(each);
    for (const [id, figure] of best.shown) known.shown.set(id, figure);
    for (const { instance } of best.mended) for (const { id } of membersOf(instance)) holding.set(id, [...(holding.get(id) ?? []), instance]);
    found.push(best.slip);
  }
}

/** What breaks and what holds by figure, and what is settled already. */
interface Known {
  readonly inBreaks: ReadonlyMap<number, readonly Break[]>;
  readonly holding: ReadonlyMap<number, readonly Instance[]>;
  readonly gone: Set<Break>;
  readonly shown: Map<number, Figure>;
}

const membersOf = ({ printed, expression }: Instance): Figure[] => [...new Set([printed, ...figuresIn(expression)])];
const tells = ({ text, dash }: Figure) => !dash && text.replace(/\D/g, "").replace(/^0+/, "").length >= leastDigits;

interface Candidate {
  readonly difference: JointSlip["difference"];
  readonly suspect: Figure;
  readonly other: Figure;
  /** What each figure should have said, by its id. */
  readonly shown: Shown;
  /** A figure whose right value is printed nowhere: a row that moved lost one at its end. */
  readonly lost: Figure | undefined;
  /** Whether the last of a moved run is printed once more in the next place, its own. */
  readonly twice: boolean;
}

/** Two figures of one column that mend a break of each, with each other's values. */
function exchangesIn(inBreaks: ReadonlyMap<number, readonly Break[]>): Candidate[] {
  const columns = new Map<string, Figure[]>();
  const known = new Set<number>();
  for (const figure of [...inBreaks.values()].flatMap((breaks) => breaks.flatMap(({ instance }) => membersOf(instance)))) {
    if (known.has(figure.id) || !figure.cell || !tells(figure)) continue;
    known.add(figure.id);
    const key = `${figure.cell.table} ${figure.cell.column} ${figure.kind}`;
    columns.set(key, [...(columns.get(key) ?? []), figure]);
  }
  const apart = (one: Figure, other: Figure) => (inBreaks.get(one.id) ?? []).filter(({ instance }) => !membersOf(instance).includes(other));
  const few = [...columns.values()].filter((column) => column.length <= mostInLine);
  return few.flatMap((column) =>
    column.flatMap((suspect, at) =>
      column.slice(at + 1).flatMap((other): Candidate[] => {
        if (other.text === suspect.text) return [];
        const shown = new Map([[suspect.id, as(suspect, other)], [other.id, as(other, suspect)]]);
        const mends = (breaks: readonly Break[]) => breaks.some(({ instance }) => holdsWith(instance, shown));
        return mends(apart(suspect, other)) && mends(apart(other, suspect)) ? [{ difference: "swapped", suspect, other, shown, lost: undefined, twice: false }] : [];
      }),
    ),
  );
}

/** A figure with what another one says. */
const as = (figure: Figure, { text, printed, value, low, high }: Figure): Figure => ({ ...figure, text, printed, value, low, high });

/** Rows and columns whose figures stand one place too far in one direction, from the first that breaks to the last. */
function movesIn(breaks: readonly Break[], grids: readonly Grid[]): Candidate[] {
  const broken = new Map(breaks.flatMap(({ instance }) => membersOf(instance).map((figure) => [figure.id, figure])));
  const lines = new Map<string, Figure[]>();
  for (const { cell, id } of broken.values()) {
    const grid = cell && grids[cell.table];
    if (!grid || !cell) continue;
    for (const [key, line] of [[`row ${cell.table} ${cell.row}`, grid.figures[cell.row] ?? []], [`column ${cell.table} ${cell.column}`, grid.figures.map((cells) => cells[cell.column])]] as const) {
      if (id !== undefined && !lines.has(key)) lines.set(key, line.flatMap((figure) => (figure && !figure.dash ? [figure] : [])));
    }
  }
  // Amounts move over the shares that stand between them.
  const plain = [...lines.values()].flatMap((line) => (["amount", "rate"] as const).map((kind) => line.filter((figure) => figure.kind === kind)));
  return plain.flatMap((line) => [line, [...line].reverse()].flatMap((run) => runsOf(run, broken)));
}

/** The right value of each figure stands one place before it; that of the first is lost. */
function runsOf(line: readonly Figure[], broken: ReadonlyMap<number, Figure>): Candidate[] {
  const places = line.flatMap((figure, at) => (broken.has(figure.id) ? [at] : []));
  if (places.length > mostInLine) return [];
  return places.flatMap((first, order) =>
    places.slice(order + 1).flatMap((last): Candidate[] => {
      const run = line.slice(first, last + 1);
      const [lost, suspect] = run;
      if (!lost || !suspect || run.length > longestRun || run.some((figure) => figure.money !== lost.money || !tells(figure))) return [];
      const shown = new Map(run.slice(1).map((figure, at) => [figure.id, as(figure, run[at] ?? figure)]));
      return [{ difference: "column-shift", suspect, other: lost, shown, lost, twice: line[last + 1]?.text === line[last]?.text }];
    }),
  );
}

function holdingOf(used: readonly Family[], ids: ReadonlySet<number>): Map<number, Instance[]> {
  const holding = new Map<number, Instance[]>();
  for (const instance of used.flatMap(({ instances }) => instances)) {
    if (!instance.holds || instance.bits < leastDigits) continue;
    for (const { id } of membersOf(instance)) if (ids.has(id)) holding.set(id, [...(holding.get(id) ?? []), instance]);
  }
  return holding;
}

/** A slip that mends two breaks and more, all that its figures stand in but those of a lost value, and breaks nothing. */
function judged({ difference, suspect, other, shown, lost, twice }: Candidate, { inBreaks, holding, gone, shown: settled }: Known): { slip: JointSlip; mended: readonly Break[]; worth: number; shown: Shown }[] {
  const all = new Map([...settled, ...shown]);
  const own = [...new Set([...shown.keys()].flatMap((id) => inBreaks.get(id) ?? []))].filter((each) => !gone.has(each));
  const [mended, left] = [own.filter(({ instance }) => holdsWith(instance, all)), own.filter(({ instance }) => !holdsWith(instance, all))];
  const ofLost = (lost ? (inBreaks.get(lost.id) ?? []) : []).filter((each) => !gone.has(each) && !own.includes(each));
  const righted = [...shown.keys()].filter((id) => mended.some(({ instance }) => membersOf(instance).some((figure) => figure.id === id))).length;
  if (left.length >= mended.length || mended.length + Math.min(1, ofLost.length) < 2 || (difference === "swapped" ? left.length > 0 : righted < 2 && !twice)) return [];
  for (const id of shown.keys()) if ((holding.get(id) ?? []).some((instance) => !holdsWith(instance, all))) return [];
  return [{ slip: { difference, suspect, other, breaks: [...mended, ...ofLost] }, mended, worth: mended.length + ofLost.length - left.length, shown }];
}

function holdsWith({ rule, printed, expression }: Instance, shown: Shown): boolean {
  return instanceOf(rule, shown.get(printed.id) ?? printed, withFigures(expression, (figure) => shown.get(figure.id) ?? figure))?.holds ?? false;
}
