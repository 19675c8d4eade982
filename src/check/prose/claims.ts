import type { Family } from "../relation.ts";
import type { Series } from "../series.ts";
import { type Claims, listClaim } from "./list-claims.ts";
import { listsIn, type Prose } from "./quantities.ts";
import { sentenceInstances } from "./sentences.ts";
import { shareClaims } from "./share-claims.ts";
import { singleClaims } from "./single-claims.ts";
import { statementInstances } from "./statements.ts";
import { trendClaims } from "./trend-claims.ts";
import { wordedClaims } from "./worded-claims.ts";

const wordsOfSentence = 20;

/** All that one paragraph claims, of the tables and within itself. */
export function claimsOf(prose: Prose, series: readonly Series[]): Claims {
  const lists = listsIn(prose);
  const listed = new Set(lists.flatMap(({ items }) => items.map(({ figure }) => figure.id)));
  const claims = [...lists.map((list) => listClaim(list, series)), singleClaims(prose, series, listed), wordedClaims(prose, series), shareClaims(prose, lists, series), trendClaims(prose, lists, series)];
  const sentences = [...sentenceInstances(prose), ...statementInstances(prose)];
  return {
    families: [...claims.flatMap(({ families }) => families), ...sentences.filter(({ holds }) => holds).map((instance): Family => ({ rule: instance.rule, words: wordsOfSentence, instances: [instance] }))],
    breaks: [
      ...claims.flatMap(({ breaks }) => breaks),
      ...sentences.filter(({ holds }) => !holds).map((instance) => ({ instance, family: { rule: instance.rule, words: wordsOfSentence, instances: [instance] }, held: 0 })),
    ],
  };
}

