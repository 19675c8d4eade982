import type { Issue } from "../core/refusal.ts";
import type { Catalogued } from "../functions/catalogue.ts";
import type { Term } from "../functions/term.ts";

export type Language = "zh-CN" | "en-US";

/** What a user reads about the functions of the catalogue. A locale that misses one does not compile. */
export type FunctionTexts = {
  readonly [F in Catalogued as F["id"]]: {
    /** One sentence: what the figure means. Excel shows it while a formula is typed. */
    readonly summary: string;
    readonly parameters: { readonly [P in keyof F["parameters"]]: string };
    /** What comes back: a figure, a vector, a table and its columns. */
    readonly returns: string;
    /** What the worked example shows, in one sentence. */
    readonly example: string;
    /** Other words a user may search for. */
    readonly keywords: readonly string[];
  };
};

/** What functions say: sentences for refusals, and the words of results. All that functions.js needs of a language. */
export interface Sentences {
  readonly issues: { readonly [I in Issue as I["code"]]: (issue: I) => string };
  readonly terms: { readonly [T in Term]: string };
}

/** The sentence of a refusal. */
export function sentenceOf(issue: Issue, { issues }: Sentences): string {
  // The table has one phrase a code; the compiler cannot see that code and phrase belong together.
  const phrase = issues[issue.code] as (issue: Issue) => string;
  return phrase(issue);
}
