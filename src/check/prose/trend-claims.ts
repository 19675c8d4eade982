import { figureOf } from "../expression.ts";
import type { Figure } from "../figure.ts";
import { periodsOf, inOrder } from "../period.ts";
import type { Family, Instance } from "../relation.ts";
import type { Series } from "../series.ts";
import type { Claims } from "./list-claims.ts";
import { headOf, type List, type Prose } from "./quantities.ts";
import { hedged } from "./worded-bounds.ts";
import { meantBy } from "./worded-claims.ts";

const words = 12;
const trend = /(?:均|都)?(?:呈|呈现|保持|总体呈)?(?:了)?(?:逐年|逐期|持续|稳步)(?:(?<up>上升|增长|增加|提高|提升|上涨)|(?<down>下降|减少|降低|下滑|下跌))(?:的?(?:趋势|态势))?(?=[，,。；;]|$)/g;
/** Between the list and the words that speak of it: nothing, or what the list is of. */
const directly = /^[，,]?\s*$/;

/** What is said to rise or fall throughout: the list right before the words, or the one series of a table that they name in full. */
export function trendClaims(prose: Prose, lists: readonly List[], series: readonly Series[]): Claims {
  const { text } = prose.paragraph;
  const claims = [...text.matchAll(trend)].flatMap((match): Instance[] => {
    const head = headOf(text, match.index);
    if (hedged.test(head)) return [];
    const up = match.groups?.["up"] !== undefined;
    const list = lists.find(({ items }) => directly.test(text.slice(items.at(-1)?.end ?? text.length, match.index)) && (items.at(-1)?.end ?? text.length) <= match.index);
    if (list) return ofList(list, up);
    // 营业收入及毛利率均逐年下降 speaks of two at once, and is left alone.
    const chosen = meantBy(head, prose, series, [], (entries) => (entries.length < 3 ? [] : steps(entries.filter(({ period }) => period.month === 12).map(({ figure }) => figure), up)));
    return [...(chosen ?? [])];
  });
  const held = claims.filter(({ holds }) => holds);
  const family: Family = { rule: "trend", words, instances: held };
  return { families: held.length > 0 ? [family] : [], breaks: claims.filter(({ holds }) => !holds).map((instance) => ({ instance, family, held: 0 })) };
}

/** A list in the order of the periods it names; where it names none, its order may be either. */
function ofList({ items, head }: List, up: boolean): Instance[] {
  if (items.length < 3 || items.some(({ rough }) => rough)) return [];
  const figures = items.map(({ figure }) => figure);
  const [first, second] = periodsOf(head);
  const [asPrinted, turned] = [steps(figures, up), steps([...figures].reverse(), up)];
  if (!first || !second) return turned.every(({ holds }) => holds) ? turned : asPrinted;
  return inOrder(first, second) < 0 ? asPrinted : turned;
}

/** Each figure against the one before it: against the trend only where no rounding hides it. */
function steps(figures: readonly Figure[], up: boolean): Instance[] {
  return figures.slice(1).flatMap((figure, at): Instance[] => {
    const before = figures[at];
    if (!before || before.kind !== figure.kind || before.money !== figure.money) return [];
    const holds = up ? figure.high > before.low : figure.low < before.high;
    return [{ rule: "trend", printed: figure, expression: figureOf(before), holds, bits: 0 }];
  });
}
