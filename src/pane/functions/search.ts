import { catalogue } from "../../functions/catalogue.ts";
import type { FunctionTexts } from "../../locales/texts.ts";
import { locales } from "../../locales/locale.ts";
import { paneTexts } from "../../locales/pane-texts.ts";
import type { AnyFunction } from "../../calls/call-answer.ts";

interface Indexed {
  readonly fn: AnyFunction;
  /** The places a word may stand, the telling ones first, each with what a find there is worth. */
  readonly places: readonly { readonly text: string; readonly worth: number }[];
}

/** The form in which words are compared: one width, one case, plurals as singulars, American spelling as British. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/iz(?=[aei])/g, "is")
    .replaceAll("ageing", "aging")
    .replace(/([a-z]{3,})s\b/g, "$1");
}

function indexed(fn: AnyFunction): Indexed {
  const texts: readonly FunctionTexts[] = Object.values(locales).map(({ functions }) => functions);
  const of = (worth: number, pick: (own: FunctionTexts[AnyFunction["id"]]) => readonly string[]) => ({
    worth,
    text: plain(texts.flatMap((text) => pick(text[fn.id])).join("\n")),
  });
  return {
    fn,
    places: [
      { worth: 8, text: plain(`${fn.id}\nheadroom.${fn.id}`) },
      { worth: 6, text: plain(Object.values(paneTexts).map(({ families }) => families[fn.family]).join("\n")) },
      of(5, ({ keywords }) => keywords),
      of(3, ({ summary }) => [summary]),
      of(2, ({ returns, example }) => [returns, example]),
      of(1, ({ parameters }) => [...Object.keys(parameters), ...Object.values<string>(parameters)]),
      { worth: 1, text: plain(Object.values(locales).map(({ sourceText }) => sourceText(fn.source)).join("\n")) },
    ],
  };
}

const index: readonly Indexed[] = catalogue.map(indexed);

const isChinese = (word: string) => /^\p{Script=Han}{3,}$/u.test(word);
const pairsOf = (word: string) => [...word].slice(1).map((character, at) => `${[...word][at] ?? ""}${character}`);

/** Whether a text has the word: a Latin one must begin there, so that "rate" is not found in "corporate". */
function has(text: string, word: string): boolean {
  if (!/^[a-z]/.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[a-z]/.test(text[at - 1] ?? "")) return true;
  }
  return false;
}

/** What a word of a query is worth in a function; 0 where it does not stand there. */
function worthOf(word: string, { places }: Indexed): number {
  const found = places.find(({ text }) => has(text, word));
  if (found) return found.worth;
  // Chinese is written without spaces: 坏账准备计提 finds what speaks of most of it.
  if (!isChinese(word)) return 0;
  const pairs = pairsOf(word);
  const worth = pairs.map((pair) => places.find(({ text }) => text.includes(pair))?.worth ?? 0);
  const known = worth.filter((each) => each > 0).length;
  return known * 2 >= pairs.length ? worth.reduce((sum, each) => sum + each, 0) / pairs.length / 2 : 0;
}

/** The functions in which every word of the query stands, in whichever language, the best first; all where nothing is asked. */
export function search(query: string): readonly AnyFunction[] {
  const words = plain(query).split(/[\s,，、;；]+/).filter((word) => word !== "");
  if (words.length === 0) return catalogue;
  return index
    .map((entry) => ({ fn: entry.fn, worth: words.map((word) => worthOf(word, entry)) }))
    .filter(({ worth }) => worth.every((each) => each > 0))
    .map(({ fn, worth }) => ({ fn, total: worth.reduce((sum, each) => sum + each, 0) }))
    .sort((a, b) => b.total - a.total)
    .map(({ fn }) => fn);
}
