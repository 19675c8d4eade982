import type { Decimal } from "../../core/decimal.ts";
import { type ResultLanguage, type Word, word } from "../term.ts";
import type { ChangeSentenceTerm } from "./term.ts";

export type Kind = "rate" | "points" | "amount" | "change";

/** How a change is worded: what it measures, with how many decimals, in which unit and language. */
export interface Manner {
  readonly kind: Kind;
  readonly digits: number;
  readonly unit: string;
  readonly language: ResultLanguage | undefined;
}

type Verbs = readonly [up: ChangeSentenceTerm, down: ChangeSentenceTerm];

const verbs: Record<Kind, Verbs> = {
  rate: ["grew-by", "fell-by"],
  points: ["rose-by-points", "fell-by-points"],
  amount: ["increased-by", "decreased-by"],
  change: ["rose-by-percent", "fell-by-percent"],
};

const verbsOfSeveral: Record<Kind, Verbs> = { ...verbs, amount: ["increases-of", "decreases-of"] };

/**
 * The words for changes that were measured and rounded already, in their order: one change as a plain
 * fragment, several under one verb where all go the same way (分别下降 4.09%、7.13% 和 5.51%),
 * otherwise each with its own (分别下降 4.09%、上升 7.13% 和持平).
 */
export function sentence(changes: readonly Decimal[], manner: Manner): Word {
  const { language } = manner;
  const [first] = changes;
  if (first === undefined || changes.every((change) => change.isZero())) return word(changes.length > 1 ? "all-unchanged" : "unchanged", undefined, language);
  if (changes.length === 1) return fragment(first, manner);
  const [up, down] = verbsOfSeveral[manner.kind];
  const together = changes.every((change) => change.gt(0)) ? up : changes.every((change) => change.lt(0)) ? down : undefined;
  if (together === undefined) return word("respectively", [list(changes.map((change) => fragment(change, manner)))], language);
  const figures = changes.map((change) => figure(change, manner));
  // The verb closes with the unit of the points; where a language repeats it, all but the last carry their own.
  const parts = figures.map((text, index) => (manner.kind === "points" && index < figures.length - 1 ? word("point-in-list", text) : text));
  return word("respectively", [word(together, [list(parts)])], language);
}

function fragment(change: Decimal, manner: Manner): Word {
  if (change.isZero()) return word("unchanged", undefined, manner.language);
  const [up, down] = verbs[manner.kind];
  return word(change.gt(0) ? up : down, figure(change, manner), manner.language);
}

/** a, b and c, from the first to the last. */
function list(parts: readonly (string | Word)[]): string | Word {
  return parts.reduce((before, part, index) => word(index === parts.length - 1 ? "and-last" : "and-next", [before, part]));
}

function figure(change: Decimal, { kind, digits, unit }: Manner): string {
  const text = grouped(change.abs(), digits);
  if (kind === "points") return text;
  return kind === "amount" ? `${text}${unit && ` ${unit}`}` : `${text}%`;
}

/** 1,234.50: the same in both languages. */
function grouped(value: Decimal, digits: number): string {
  const [whole = "", fraction] = value.toFixed(digits).split(".");
  const thousands = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}
