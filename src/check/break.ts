import { approximation, figuresIn } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Rule } from "./finding.ts";
import type { Grid } from "./grid.ts";
import type { Family, Instance } from "./relation.ts";
import type { JointSlip } from "./joint-slips.ts";
import { solvedFor } from "./solve.ts";
import { mendingSlack, printedBeside, telltale } from "./telltale.ts";

/** A relation that is in use and does not hold in one place. */
export interface Break {
  readonly instance: Instance;
  readonly family: Family;
  /** How often the relation holds elsewhere. */
  readonly held: number;
  /** What the relation itself says of the cause: the figures stand in the order of another list. */
  readonly cause?: "swapped";
}

/** How closely relations that hold tie a figure down: how far it could be off before each of them broke, by the figure's id. */
export type Ties = ReadonlyMap<number, readonly number[]>;

const linear: ReadonlySet<Rule> = new Set(["sum", "difference", "change", "roll-forward", "same-figure", "claim", "bound", "approximate", "trend", "comparison"]);

const averages: ReadonlySet<Rule> = new Set(["weighted-average", "weighted-price", "mean", "median"]);

/** How far the figure could be off before the instance broke: of a sum as much as the sum, of a product the same part of it. */
export function play({ rule, printed, bits }: Instance, figure: Figure): number {
  // How much a part weighs in an average is not asked: its average does not vouch for it.
  if (figure !== printed && averages.has(rule)) return Infinity;
  return 2 ** -bits * Math.abs((linear.has(rule) ? printed : figure).value);
}

/** The ties of relations that hold; a figure printed alike elsewhere counts as tied to its own digits. */
export function tiesOf(families: readonly Family[], echoes: readonly Figure[] = []): Ties {
  const ties = new Map<number, number[]>(echoes.map(({ id, high, low }) => [id, [high - low]]));
  for (const instance of families.flatMap(({ instances }) => instances)) {
    if (!instance.holds || instance.bits < 3) continue;
    for (const figure of [instance.printed, ...figuresIn(instance.expression)]) {
      if (figure.dash || figure.value === 0) continue;
      const own = ties.get(figure.id);
      if (own) own.push(play(instance, figure));
      else ties.set(figure.id, [play(instance, figure)]);
    }
  }
  return ties;
}

/** By how much the figure would have to change to mend the break, roughly. */
export function repair({ rule, printed, expression }: Instance, figure: Figure): number {
  const off = Math.abs(printed.value - (approximation(expression)?.value ?? printed.value));
  return figure === printed || linear.has(rule) ? off : (off / Math.max(Math.abs(printed.value), off / 2, 1e-12)) * Math.abs(figure.value);
}

/** Breaks that point to one figure. */
export interface Suspicion {
  readonly suspect: Figure;
  readonly breaks: readonly Break[];
  /** Set where it went wrong together with others, which says what it should be. */
  readonly slip?: Pick<JointSlip, "difference" | "other">;
}

const mostInputs = 40;

/**
 * Which figure each break points to: the one that mends most of its breaks with one and the same value, and of these the
 * one that no other relation ties down so closely that it cannot be off by as much, and that looks most like a slip; the
 * printed result where nothing tells them apart.
 */
export function suspicions(found: readonly Break[], ties: Ties, grids: readonly Grid[]): Suspicion[] {
  const breaks = distinct(found);
  const members = breaks.map(({ instance }) => membersOf(instance));
  const mended = members.map((figures, at) => new Map(figures.map((figure) => [figure.id, mendingOf(breaks[at], figure, grids)])));
  const inBreaks = new Map<number, Mending[]>();
  for (const mendings of mended) for (const [id, mending] of mendings) if (mending) inBreaks.set(id, [...(inBreaks.get(id) ?? []), mending]);
  const bySuspect = new Map<number, { suspect: Figure; breaks: Break[] }>();
  for (const [at, each] of breaks.entries()) {
    const doubt = (figure: Figure, place: number) => {
      const tied = (ties.get(figure.id) ?? []).filter((freedom) => freedom < repair(each.instance, figure) / 2).length;
      const own = mended[at]?.get(figure.id);
      const mends = own ? (inBreaks.get(figure.id) ?? []).filter(({ value, slack }) => Math.abs(value - own.value) <= slack + own.slack).length : 1;
      return 2 * mends - 3 * Math.min(4, tied) + (place === 0 ? 1 : 0) + (own?.telltale ?? 0);
    };
    const ranked = (members[at] ?? []).map((figure, place) => ({ figure, doubt: doubt(figure, place) })).sort((a, b) => b.doubt - a.doubt);
    const suspect = each.family.blames ? each.instance.printed : (ranked[0]?.figure ?? each.instance.printed);
    const known = bySuspect.get(suspect.id) ?? { suspect, breaks: [] };
    known.breaks.push(each);
    bySuspect.set(suspect.id, known);
  }
  return [...bySuspect.values()];
}

/** The value of a figure that would mend a break, how sure it is, and how much of a slip the print then looks. */
interface Mending {
  readonly value: number;
  readonly slack: number;
  readonly telltale: number;
}

function mendingOf(found: Break | undefined, figure: Figure, grids: readonly Grid[]): Mending | undefined {
  const value = found && solvedFor(found.instance, figure);
  if (!found || !value) return undefined;
  const slack = mendingSlack(found.instance, figure);
  // A part that should be nil is one that its total left out.
  if (figure !== found.instance.printed && value.abs().lte(slack)) return { value: value.toNumber(), slack, telltale: -2 };
  return { value: value.toNumber(), slack, telltale: telltale(figure, value, slack) || (printedBeside(figure, value.toNumber(), slack, grids) ? 1.5 : 0) };
}

function membersOf({ printed, expression }: Instance): Figure[] {
  const inputs = figuresIn(expression).filter(({ dash }) => !dash);
  return inputs.length > mostInputs ? [printed] : [...new Map([printed, ...inputs].map((figure) => [figure.id, figure])).values()];
}

/** The same figures in a product and in its quotient are one break: the one that says most. */
function distinct(breaks: readonly Break[]): Break[] {
  const byFigures = new Map<string, Break>();
  for (const each of breaks) {
    const key = membersOf(each.instance).map(({ id }) => id).sort((a, b) => a - b).join(",");
    const known = byFigures.get(key);
    if (!known || worth(each) > worth(known)) byFigures.set(key, each);
  }
  return [...byFigures.values()];
}

const worth = ({ held, family, instance }: Break) => held + family.words + (instance.rule === "product" ? 5 : 0);
