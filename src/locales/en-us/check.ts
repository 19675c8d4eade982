import type { Finding } from "../../check/finding.ts";
import type { CheckTexts, PlaceWords } from "../check-texts.ts";

const differences: CheckTexts["differences"] = {
  "rounded-intermediate": "rounded before use",
  "wrong-base": "wrong base",
  "digit-slip": "digit slip",
  transposition: "digits transposed",
  sign: "wrong sign",
  "column-shift": "wrong row or column",
  duplicate: "entered twice",
  stale: "stale figure",
  swapped: "names or periods swapped",
  "missing-row": "item missed or counted twice",
  "unit-slip": "wrong unit",
  "two-versions": "two versions",
  unexplained: "unexplained",
};

const rules: CheckTexts["rules"] = {
  sum: "the sum",
  difference: "the difference",
  product: "the product",
  quotient: "the quotient",
  margin: "margin = 1 − cost ÷ revenue",
  growth: "growth = current ÷ prior − 1",
  "growth-absolute": "growth on the size of the base",
  change: "change = current − prior",
  share: "share = part ÷ whole",
  mean: "the mean",
  median: "the median",
  "weighted-average": "the weighted average",
  "weighted-price": "average price = total amount ÷ total quantity",
  "roll-forward": "opening ± movements = closing",
  "printed-rule": "the rule printed in the table",
  "same-figure": "the same figure elsewhere",
  claim: "the table the text speaks of",
  bound: "the bound the text sets",
  approximate: "the figure the text rounds",
  trend: "the trend the text names",
  comparison: "the order the text names",
};

const quoted = (figure: Finding["figure"], place: PlaceWords) => `“${figure.text}” (${place(figure)})`;

function cause({ difference, figure, other }: Finding, place: PlaceWords): string {
  const that = other ? quoted(other, place) : "";
  switch (difference) {
    case "rounded-intermediate":
      return "it was computed from rounded figures instead of the true ones";
    case "wrong-base":
      return "it fits another base than the one it should have";
    case "digit-slip":
      return "a digit or so is off";
    case "transposition":
      return "two neighbouring digits are exchanged";
    case "sign":
      return "the sign is reversed";
    case "column-shift":
      if (other && figure.cell) return `what belongs here stands at ${that}: a row or column seems moved`;
      return other ? `it repeats ${that} from another row or column` : "it comes from another row or column";
    case "duplicate":
      return other ? `it repeats its neighbour ${that}` : "it repeats a neighbour";
    case "stale":
      return other ? `it still shows ${that}` : "it still shows an older figure";
    case "swapped":
      return other ? `its name seems exchanged with that of ${that}` : "the figures are right but in another order: names or periods are exchanged";
    case "missing-row":
      return other ? `${that}, missed or counted twice, makes just the difference` : "an item is missed or counted twice";
    case "unit-slip":
      return "it is off by a power of ten, as with a wrong unit";
    case "two-versions":
      return other ? `${that} is computed from the same figures; which of the two is wrong the text does not tell` : "which of the two is wrong the text does not tell";
    case "unexplained":
      return "nothing printed explains the difference";
  }
}

export const check: CheckTexts = {
  differences,
  rules,
  confidences: { high: "high confidence", medium: "to be looked at" },
  sentence: (finding, place) => {
    const { figure, expected, result, from, held, rule } = finding;
    const name = figure.name === "" ? "" : ` (${figure.name})`;
    const inputs = [...(result ? [result] : []), ...from].slice(0, 3).map((input) => quoted(input, place));
    const basis = inputs.length === 0 ? "" : ` from ${inputs.join(", ")}${from.length + (result ? 1 : 0) > 3 ? " and others" : ""}`;
    const should = expected === "" ? "the rest ties out without it" : `it should be ${expected}`;
    const elsewhere = held > 0 ? `, a rule that holds in ${held} other ${held === 1 ? "place" : "places"}` : "";
    if (rule === "bound") return `The text sets ${quoted(result ?? figure, place)} as a bound, but ${(result ? [figure] : from).map((input) => quoted(input, place)).join(", ")} lies beyond it; ${cause(finding, place)}.`;
    if (rule === "approximate") return `“${figure.text}”${name} is given as approximate, but ${inputs.join(", ")} is further away than rounding allows; ${cause(finding, place)}.`;
    if (rule === "trend") return `The text says that the figures rise or fall throughout, but ${quoted(result ?? figure, place)} does not follow so on ${(result ? [figure] : from).map((input) => quoted(input, place)).join(", ")}; ${cause(finding, place)}.`;
    if (rule === "comparison") return `The text says which of two figures is the higher, but ${quoted(result ?? figure, place)} and ${(result ? [figure] : from).map((input) => quoted(input, place)).join(", ")} stand the other way round; ${cause(finding, place)}.`;
    if (rule === "claim" || rule === "same-figure") return `“${figure.text}”${name} differs from ${inputs.join(", ")}, which should be the same figure${elsewhere}; ${cause(finding, place)}.`;
    return `“${figure.text}”${name}: by ${rules[rule]}${basis}${elsewhere}, ${should}; ${cause(finding, place)}.`;
  },
  line: (line) => `line ${line}`,
  summary: (findings, tails) => `${findings === 0 ? "No differences" : findings === 1 ? "1 difference" : `${findings} differences`}; ${tails} rounding ${tails === 1 ? "tail" : "tails"} within what the printed digits allow, not listed.`,
  coverage: (checked, figures, percent) => `${checked} of ${figures} figures (${percent}) took part in at least one check.`,
  leftOut: {
    unread: (lines, figures) => `look like a table but could not be put into columns: ${lines} lines, ${figures} figures`,
    "no-relation": (lines, figures) => `nothing in the table to hold them against: ${lines} lines, ${figures} figures`,
    "not-matched": (lines, figures) => `figures in the text that match no table: ${lines} lines, ${figures} figures`,
  },
  listed: "Lines left out",
  notRead: {
    missing: (file) => `There is no file ${file}.`,
    pdf: (file) => `${file} is a PDF, which cannot be read directly: open it in Word and save it as .docx, or copy its text into a .txt file, and check that.`,
    kind: (file) => `${file} is of a kind that cannot be read: check a .txt, .html, .htm or .docx file.`,
    damaged: (file) => `${file} is damaged or no Word document.`,
    empty: (file) => `No figures were found in ${file}.`,
  },
  usage: "Usage: npm run check -- FILE [--json] [--tails] [--left-out] [--language=zh-CN|en-US]",
  progress: (percent) => `Checking ${percent}`,
};
