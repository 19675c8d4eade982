import { catalogue } from "../../functions/catalogue.ts";

// How a file names the functions of an add-in that is not there: HEADROOM.ECL.RATES is _xldudf_HEADROOM_ECL_RATES.
const storedNames = new Map<string, string>(catalogue.map(({ id }) => [`_XLDUDF_HEADROOM_${id.replaceAll(".", "_")}`, `HEADROOM.${id}`]));
const ours = new RegExp(`\\b(?:${[...storedNames.keys()].join("|")}|HEADROOM\\.[A-Z]+\\.[A-Z]+)(?=\\()`, "gi");
const texts = /"(?:[^"]|"")*"/g;

/** The formula with our functions under the names they are typed with; undefined where none of them is in it. */
export function mendedFormula(formula: string): string | undefined {
  if (formula.replace(texts, "").search(ours) < 0) return undefined;
  const parts = formula.split(/("(?:[^"]|"")*")/);
  return parts.map((part) => (part.startsWith('"') ? part : part.replace(ours, (name) => storedNames.get(name.toUpperCase()) ?? name))).join("");
}
