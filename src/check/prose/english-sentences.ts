import { constant, divided, figureOf, less } from "../expression.ts";
import type { Figure } from "../figure.ts";
import { type Instance, instanceOf } from "../relation.ts";
import { inUnitOf } from "../series.ts";
import { currency, type Prose, type Quantity } from "./quantities.ts";

type Role = "now" | "then" | "rise" | "fall";

const sign = new RegExp(`(?:${currency})(?=\\s?$)`);
const figureNext = `(?:${currency})?\\s*$`;
const before = new RegExp(`(?:\\bfrom|\\bcompared (?:with|to)|\\bagainst|\\bversus|\\bvs\\.?|\\bthan|\\((?:FY\\s?)?(?:19|20)\\d\\d(?:[^()\\d]*)?:?|\\((?:last|prior|previous) (?:year|period):?)\\s*(?:a (?:profit|loss) of\\s+)?${figureNext}`, "i");
const rising = /\b(?:increas(?:e[sd]?|ing)|r(?:ise|ose|isen)|gr(?:ew|owth|own)|up|higher|climbed|improv(?:ed|ement))\b[^.;]{0,24}$/i;
const falling = /\b(?:decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|reduc(?:ed|tion)|fell|fallen|drop(?:ped)?|down|lower)\b[^.;]{0,24}$/i;
/** What may stand between a figure and the change that is said of it; any other word may begin to speak of something else. */
const directly = /^\s*(?:%|in|for|during|the|year|period|ended|FY|20\d\d|at|end|of|prior|previous|last|million)*[\s,(]*(?:(?:representing|reflecting|being|marking|or|by|of|i\.e\.|which (?:is|was)|an?|the|year-on-year|overall|net|further|slight|significant)\s+)*\S+(?:\s+(?:of|by|about))?\s*(?:RMB|HK\$|US\$|\$)?\s*$/i;
const otherBase = /^\s*(?:compared|against|on|over|than|from|vs|versus)\b/i;
/** What makes a change one of other figures, or of a part of the time: up 15.0% at constant exchange rates, up 20.0% a year. */
const elsewise = /\b(?:constant|organic(?:ally)?|like-for-like|excluding|adjust(?:ed|ing)|restated|pro forma|annuali[sz]ed|average annual|compound|CAGR|per annum|p\.a|(?:a|each|per) year)\b/i;
const current = new RegExp(`(?:\\bto|\\bwas|\\bwere|\\bof|\\bat|\\breached|\\btotall?ed|\\bamounted to)\\s*${figureNext}`, "i");
const sentences = /[^.;。；]+(?:\.(?=\d)[^.;。；]+)*[.;。；]?/g;

/**
 * What an English sentence computes itself: increased by 9.4% to RMB 1,245.6 million (2023: RMB 1,138.9 million); 21.3%, down
 * 0.9 percentage points from 22.2%; from 120.4 million to 132.5 million, an increase of 10.0%. Each of three figures in a row
 * has a part by the words before it: what it is now, what it was, and by how much it rose or fell.
 */
export function englishInstances(prose: Prose): Instance[] {
  const { text } = prose.paragraph;
  return [...text.matchAll(sentences)].flatMap(({ index, 0: sentence }) => {
    if (elsewise.test(sentence)) return [];
    const own = prose.quantities.filter(({ start, rough }) => start >= index && start < index + sentence.length && !rough);
    return own.flatMap((_first, at): Instance[] => {
      const three = own.slice(at, at + 3);
      const words = (place: number) => text.slice(three[place - 1]?.end ?? own[at - 1]?.end ?? index, three[place]?.start);
      const parts = three.map((quantity, place) => roleOf(quantity, words(place)));
      const [now, then] = (["now", "then"] as const).map((role) => three[parts.indexOf(role)]?.figure);
      const place = parts.findIndex((role) => role === "rise" || role === "fall");
      const change = three[place]?.figure;
      if (place > 0 && (!directly.test(words(place).replace(/\b(?:19|20)\d\d\b|[()]/g, " ")) || (place === 2 && otherBase.test(text.slice(three[2]?.end))))) return [];
      if (new Set(three.flatMap(({ start }) => sign.exec(text.slice(0, start))?.[0] ?? [])).size > 1) return [];
      const instance = three.length === 3 && now && then && change ? changed(change, now, then, parts.includes("fall")) : undefined;
      return instance ? [instance] : [];
    });
  });
}

function roleOf({ figure }: Quantity, words: string): Role | undefined {
  if (before.test(words)) return "then";
  const moved = !/\bto\s*(?:RMB|HK\$|US\$|\$)?\s*$/i.test(words) || figure.kind === "points";
  if (moved && falling.test(words)) return "fall";
  if (moved && rising.test(words)) return "rise";
  return current.test(words) ? "now" : undefined;
}

function changed(printed: Figure, now: Figure, then: Figure, fell: boolean): Instance | undefined {
  if (now.kind !== then.kind || (now.kind === "amount" && ((now.money === undefined) !== (then.money === undefined) || now.unit === ""))) return undefined;
  if (printed.kind === "rate") {
    if (now.kind !== "amount") return undefined;
    const growth = divided(figureOf(now), inUnitOf(then, now));
    return instanceOf("growth", printed, fell ? less(constant(1), growth) : less(growth, constant(1)));
  }
  if ((printed.kind === "points") !== (now.kind === "rate")) return undefined;
  const [later, earlier] = fell ? [then, now] : [now, then];
  return instanceOf(printed.kind === "points" ? "change" : "difference", printed, less(inUnitOf(later, printed), inUnitOf(earlier, printed)));
}
