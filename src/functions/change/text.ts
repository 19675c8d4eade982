import { Decimal, rounded } from "../../core/decimal.ts";
import { growth } from "../../core/tie-out/change.ts";
import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define } from "../define.ts";
import { aligned, attempted, known } from "../element-wise.ts";
import { choice, defaulted, entries, labels, optional, whole } from "../parameter.ts";
import { step } from "../step.ts";
import { type Term, word } from "../term.ts";

type Kind = "rate" | "points" | "amount";

const words: Record<Kind, readonly [up: Term, down: Term, none: Term]> = {
  rate: ["grew-by", "fell-by", "unchanged"],
  points: ["rose-by-points", "fell-by-points", "unchanged"],
  amount: ["increased-by", "decreased-by", "unchanged"],
};

export const changeText = define({
  id: "CHANGE.TEXT",
  family: "change",
  source: "filing 002, lines 3150–3177 and 3531",
  formula: "(c − p) ÷ |p|; 100 × (c − p); c − p",
  parameters: {
    current: entries(),
    prior: entries(),
    kind: defaulted(choice("rate", "points", "amount"), "rate"),
    language: optional(choice("zh-CN", "en-US")),
    digits: defaulted(whole({ minimum: 0, maximum: 15 }), 2),
    unit: optional(labels()),
  },
  returns: "matrix",
  example: [[["996.12"]], [["1,021.83"]], [["amount"]], undefined, undefined, [["万元"]]],
  compute({ current, prior, kind, language, digits, unit }) {
    const results = aligned({ current, prior }).map((row) =>
      row.map((pair) =>
        attempted(() => {
          const [c, p] = [known(at(pair, 0)), known(at(pair, 1))];
          return { c, p, change: rounded(changeOf(kind, c, p), digits) };
        }),
      ),
    );
    const single = results.length * (results[0]?.length ?? 0) === 1;
    const suffix = unit?.values[0] ? ` ${unit.values[0]}` : "";
    const sentence = (change: Decimal) => {
      const [up, down, none] = words[kind];
      if (change.isZero()) return word(none, undefined, language);
      const figure = grouped(change.abs(), digits);
      return word(change.gt(0) ? up : down, kind === "rate" ? `${figure}%` : kind === "points" ? figure : `${figure}${suffix}`, language);
    };
    return block(
      results.map((row) => row.map((result) => (result instanceof Refusal ? result : sentence(result.change)))),
      () =>
        results.flat().flatMap((result, index) => {
          if (result instanceof Refusal) return [];
          const which = single ? undefined : index + 1;
          const symbols = { c: ["current-figure", result.c], p: ["prior-figure", result.p], n: ["digits", new Decimal(digits)] } as const;
          const formula = { rate: "round(100 × (c − p) ÷ abs(p), n)", points: "round(100 × (c − p), n)", amount: "round(c − p, n)" }[kind];
          return [step("change", formula, symbols, result.change, which), step("change-sentence", direction(result.change), { D: ["change", result.change] }, sentence(result.change), which)];
        }),
    );
  },
});

/** In the unit of the sentence: percent, percentage points, or the unit of the amounts. Growth is measured on |prior|, so that its word tells the direction over a loss too. */
function changeOf(kind: Kind, current: Decimal, prior: Decimal): Decimal {
  if (kind === "rate") return growth(current, prior, "absolute").times(100);
  return kind === "points" ? current.minus(prior).times(100) : current.minus(prior);
}

function direction(change: Decimal): string {
  return change.isZero() ? "D = 0" : change.gt(0) ? "D > 0" : "D < 0";
}

/** 1,234.50: the same in both languages. */
function grouped(value: Decimal, digits: number): string {
  const [whole = "", fraction] = value.toFixed(digits).split(".");
  const thousands = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}
