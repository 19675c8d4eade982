import { approximation } from "../expression.ts";
import type { Figure } from "../figure.ts";
import { type Period, periodsOf } from "../period.ts";
import type { Family, Instance } from "../relation.ts";
import { inUnitOf, type Series } from "../series.ts";
import type { Claims } from "./list-claims.ts";
import { headOf, type Prose, type Quantity } from "./quantities.ts";
import { about, cored, subjectIn } from "./subject.ts";
import { boundsIn, type WordedBound } from "./worded-bounds.ts";

const near = 12;
const within = 150;
const surely = 0.85;
/** A figure more than four times as large or small as the one in the words is of something else. */
const oneMeasure = 2;
const changes = /增长|增加|增幅|上升|上涨|提升|提高|下降|下滑|下跌|减少|降低|降幅|变动|差异|偏离/;
const everyPeriod = /报告期|各期|各年/;
const roughly = /(?:大约|约为|约|接近)\s*$/;
/** Off by more than three times what rounding to the last digit that is no nil leaves. */
const clearly = 1.5;

/** What a paragraph says of figures in words: bounds (均在 3% 以下), and rough figures (约 3.2 亿元) that are far off. */
export function wordedClaims(prose: Prose, series: readonly Series[]): Claims {
  const claims = [
    ...boundsIn(prose).map((bound) => (bound.of.length > 0 ? claimOf("bound", judged(bound, bound.of.map(({ figure }) => figure))) : boundClaim(bound, prose, series))),
    ...prose.quantities.map((quantity) => roughClaim(quantity, prose, series)),
  ];
  return { families: claims.flatMap(({ families }) => families), breaks: claims.flatMap(({ breaks }) => breaks) };
}

const words = 12;
const nothing: Claims = { families: [], breaks: [] };

function claimOf(rule: "bound" | "approximate", instances: readonly Instance[]): Claims {
  const held = instances.filter(({ holds }) => holds);
  const family: Family = { rule, words, instances: held };
  const [farthest] = instances.filter(({ holds }) => !holds).sort((a, b) => apart(b) - apart(a));
  return { families: held.length > 0 ? [family] : [], breaks: farthest ? [{ instance: farthest, family, held: held.length }] : [] };
}

/** A worded figure says too little to vouch for any other: it holds with no bits. */
function instance(rule: "bound" | "approximate", printed: Figure, meant: Figure, holds: boolean): Instance {
  return { rule, printed, expression: inUnitOf(meant, printed), holds, bits: 0 };
}

/** Each figure against the bound: beyond it only where all that prints as the figure is. */
function judged({ below, above }: WordedBound, figures: readonly Figure[]): Instance[] {
  return figures.flatMap((figure) =>
    [below, above].flatMap((limit): Instance[] => {
      const scale = limit && scaleOf(figure, limit.figure);
      if (!limit || scale === undefined) return [];
      const slack = 1e-9 * Math.abs(limit.figure.value);
      return [instance("bound", limit.figure, figure, limit === below ? figure.low * scale <= limit.figure.value + slack : figure.high * scale >= limit.figure.value - slack)];
    }),
  );
}

/** What brings a figure into the unit of another; undefined where they are not of one kind, or the units do not tell. */
function scaleOf(figure: Figure, other: Figure): number | undefined {
  if (figure.kind !== other.kind) return undefined;
  if (figure.kind !== "amount") return 1;
  if (figure.money !== undefined && other.money !== undefined) return figure.money / other.money;
  return figure.money === other.money && figure.unit === other.unit ? 1 : undefined;
}

/** A bound set for what a table near by prints under the very name that the sentence gives it. */
function boundClaim(bound: WordedBound, prose: Prose, series: readonly Series[]): Claims {
  const periods = periodsOf(bound.head);
  if (!bound.all && periods.length !== 1) return nothing;
  const chosen = meantBy(bound.head, prose, series, periods, (entries) => judged(bound, entries.map(({ figure }) => figure)));
  return chosen ? claimOf("bound", chosen) : nothing;
}

function roughClaim(quantity: Quantity, prose: Prose, series: readonly Series[]): Claims {
  const { text } = prose.paragraph;
  const mark = roughly.exec(text.slice(0, quantity.start));
  if (!mark || quantity.figure.printed.unit.isZero() || !/^\s*(?:[，,。；;]|$)/.test(text.slice(quantity.end))) return nothing;
  const head = headOf(text, mark.index);
  const periods = periodsOf(head);
  if (periods.length !== 1) return nothing;
  const chosen = meantBy(head, prose, series, periods, (entries) =>
    entries.flatMap(({ figure }) => {
      const scale = scaleOf(figure, quantity.figure);
      return scale === undefined ? [] : [instance("approximate", quantity.figure, figure, Math.abs(figure.value * scale - quantity.figure.value) <= clearly * lastPlace(quantity.figure))];
    }),
  );
  return chosen ? claimOf("approximate", chosen) : nothing;
}

/** The place of the last digit that is no nil: 0.1 of 3.2, 10 of 130. */
function lastPlace({ printed }: Figure): number {
  const { value, unit } = printed;
  const digits = value.div(unit).abs().toFixed(0);
  return unit.toNumber() * 10 ** (digits.length - digits.replace(/0+$/, "").length);
}

/** The instances of the one series that the words name in full; of any series they may mean, where it holds there. */
export function meantBy(head: string, prose: Prose, all: readonly Series[], periods: readonly Period[], judge: (entries: Series["entries"]) => Instance[]): readonly Instance[] | undefined {
  const subject = subjectIn(head);
  if (subject.core.length < 2 || subject.share || changes.test(subject.clause) || /[（(][^（）()]*$/.test(head)) return undefined;
  const [held, broken]: [(readonly Instance[])[], (readonly Instance[])[]] = [[], []];
  for (const series of all) {
    const far = Math.min(...series.edges.map((edge) => Math.abs(edge - prose.line)));
    if (far > within || about(subject, series) < surely) continue;
    const entries = periods.length === 0 ? series.entries : series.entries.filter(({ period }) => periods.some((named) => named.year === period.year && named.month === period.month));
    const instances = entries.length === 0 ? [] : judge(entries);
    if (instances.length === 0) continue;
    if (instances.every(({ holds }) => holds)) {
      held.push(instances);
      continue;
    }
    const every = periods.length === 0 ? everyPeriod.test(head) || far <= near : entries.length >= periods.length;
    if (every && far <= near && inFull(subject.core, series) && instances.every((each) => apart(each) < oneMeasure)) broken.push(instances);
  }
  return held[0] ?? (broken.length === 1 ? broken[0] : undefined);
}

function inFull(core: string, { label, column, group }: Series): boolean {
  const [row, head, over] = [label, column, group].map(cored);
  return [`${row}${head}`, `${head}${row}`, `${over}${row}${head}`, `${row}${over}${head}`].includes(core);
}

/** How many times one of the two is the other, as a logarithm. */
function apart({ printed, expression }: Instance): number {
  return Math.abs(Math.log2(Math.abs((approximation(expression)?.value ?? 0) / printed.value)));
}
