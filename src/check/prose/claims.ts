import { figuresIn } from "../expression.ts";
import type { Family } from "../relation.ts";
import type { Grid } from "../grid.ts";
import type { Series } from "../series.ts";
import { nearOf } from "./answers.ts";
import { comparisonClaims, compares } from "./comparison-claims.ts";
import { englishInstances } from "./english-sentences.ts";
import { type Claims, listClaim } from "./list-claims.ts";
import type { Name } from "./named.ts";
import { ownShares } from "./own-shares.ts";
import { listsIn, type Prose } from "./quantities.ts";
import { type Reached, reachOf } from "./reach.ts";
import { sentenceInstances } from "./sentences.ts";
import { shareClaims } from "./share-claims.ts";
import { singleClaims } from "./single-claims.ts";
import { statementInstances } from "./statements.ts";
import { tiedClaims } from "./tied-claims.ts";
import { trendClaims } from "./trend-claims.ts";
import { undatedSeries } from "./undated.ts";
import { wordedClaims } from "./worded-claims.ts";

const wordsOfSentence = 20;

const within = 150;
const close = 40;

/** All that each paragraph claims, of the tables and within itself. */
export function claimsAgainst(series: readonly Series[], grids: readonly Grid[]): (prose: Prose) => Claims {
  const reach = reachOf(series, within);
  const without = reachOf(undatedSeries(grids), close);
  const names = new Map<Series, Name>();
  return (prose) => {
    const asked = prose.quantities.length > 0 || compares(prose);
    return claimsOf(prose, series, asked ? reach(prose.line) : [], () => (asked ? without(prose.line) : []), names);
  };
}

function claimsOf(prose: Prose, series: readonly Series[], reached: readonly Reached[], without: () => readonly Reached[], names: Map<Series, Name>): Claims {
  const lists = listsIn(prose);
  const listed = new Set(lists.flatMap(({ items }) => items.map(({ figure }) => figure.id)));
  const others = [...lists.map((list) => listClaim(list, series)), singleClaims(prose, reached, listed), wordedClaims(prose, series), shareClaims(prose, lists, series), trendClaims(prose, lists, series), ownShares(prose), comparisonClaims(prose, () => nearOf(names, reached, prose.paragraph.text))];
  const sentences = [...sentenceInstances(prose), ...statementInstances(prose), ...englishInstances(prose)];
  const known = new Set([...others.flatMap(({ families, breaks }) => [...families.flatMap(({ instances }) => instances), ...breaks.map(({ instance }) => instance)]), ...sentences.filter(({ holds }) => holds)].flatMap(({ printed, expression }) => [printed, ...figuresIn(expression)].map(({ id }) => id)));
  const claims = prose.quantities.every(({ figure }) => known.has(figure.id)) ? others : [...others, tiedClaims(prose, known, nearOf(names, [...reached, ...without()], prose.paragraph.text))];
  return {
    families: [...claims.flatMap(({ families }) => families), ...sentences.filter(({ holds }) => holds).map((instance): Family => ({ rule: instance.rule, words: wordsOfSentence, instances: [instance] }))],
    breaks: [
      ...claims.flatMap(({ breaks }) => breaks),
      ...sentences.filter(({ holds }) => !holds).map((instance) => ({ instance, family: { rule: instance.rule, words: wordsOfSentence, instances: [instance] }, held: 0 })),
    ],
  };
}

