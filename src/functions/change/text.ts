import { Decimal, rounded } from "../../core/decimal.ts";
import { growth } from "../../core/tie-out/change.ts";
import { Refusal, refuse } from "../../core/refusal.ts";
import { at, type Grid } from "../../core/table.ts";
import { block, define, figure } from "../define.ts";
import { aligned, attempted, known } from "../element-wise.ts";
import { choice, defaulted, entries, labels, optional, whole } from "../parameter.ts";
import { step, type Step } from "../step.ts";
import { type Kind, type Manner, sentence } from "./sentence.ts";

/** A change in the unit of its sentence, with the figures it was measured on. */
interface Measured {
  readonly c: Decimal;
  readonly p: Decimal;
  readonly change: Decimal;
}

export const changeText = define({
  id: "CHANGE.TEXT",
  family: "change",
  source: "filing 002, lines 3150–3177 and 3531; joined: filing 003, lines 277–279",
  formula: "(c − p) ÷ |p|; 100 × (c − p); c − p; 100 × c",
  parameters: {
    current: entries(),
    prior: entries(),
    kind: defaulted(choice("rate", "points", "amount", "change"), "rate"),
    language: optional(choice("zh-CN", "en-US")),
    digits: defaulted(whole({ minimum: 0, maximum: 15 }), 2),
    unit: optional(labels()),
    join: optional(choice("forward", "reverse")),
  },
  returns: "matrix",
  example: [[["-5.51%", "-10.04%", "-7.13%", "-4.09%"]], [[0]], [["change"]], undefined, undefined, undefined, [["reverse"]]],
  compute({ current, prior, kind, language, digits, unit, join }) {
    const several = prior.flat().length > 1;
    const results = aligned({ current, prior }).map((row, r) =>
      row.map((pair, i) =>
        attempted((): Measured => {
          const [c, p] = [known(at(pair, 0)), known(at(pair, 1))];
          return { c, p, change: rounded(changeOf(kind, c, p, several ? r * row.length + i + 1 : undefined), digits) };
        }),
      ),
    );
    const single = results.flat().length === 1;
    const manner: Manner = { kind, digits, unit: unit?.values[0] ?? "", language };
    const measuring = ({ c, p, change }: Measured, index: number): Step =>
      step(
        "change",
        formulas[kind],
        { c: ["current-figure", c], ...(kind === "change" ? {} : { p: ["prior-figure", p] }), n: ["digits", new Decimal(digits)] },
        change,
        single ? undefined : index + 1,
      );
    if (join !== undefined) return joined(results, join, manner, measuring);
    return block(
      results.map((row) => row.map((result) => (result instanceof Refusal ? result : sentence([result.change], manner)))),
      () =>
        results.flat().flatMap((result, index) => {
          if (result instanceof Refusal) return [];
          const direction = result.change.isZero() ? "D = 0" : result.change.gt(0) ? "D > 0" : "D < 0";
          return [measuring(result, index), step("change-sentence", direction, { D: ["change", result.change] }, sentence([result.change], manner), single ? undefined : index + 1)];
        }),
    );
  },
});

const formulas: Record<Kind, string> = {
  rate: "round(100 × (c − p) ÷ abs(p), n)",
  points: "round(100 × (c − p), n)",
  amount: "round(c − p, n)",
  change: "round(100 × c, n)",
};

/** One sentence for all periods; one that is missing leaves none to be written. */
function joined(results: Grid<Measured | Refusal>, order: "forward" | "reverse", manner: Manner, measuring: (result: Measured, index: number) => Step) {
  const [rows, columns] = [results.length, results[0]?.length ?? 0];
  if (rows > 1 && columns > 1) refuse({ code: "not-a-vector", parameter: "current", rows, columns });
  const found = results.flat().map(known);
  const changes = found.map(({ change }) => change);
  if (order === "reverse") changes.reverse();
  const text = sentence(changes, manner);
  return figure(text, () => [...found.map(measuring), step("change-sentence", "D", { D: ["change", changes] }, text)]);
}

/** In the unit of the sentence: percent, percentage points, or the unit of the amounts. Growth is measured on |prior|, so that its word tells the direction over a loss too. */
function changeOf(kind: Kind, current: Decimal, prior: Decimal, index: number | undefined): Decimal {
  switch (kind) {
    case "rate":
      if (prior.isZero() && index !== undefined) refuse({ code: "zero-base", parameter: "prior", index });
      return growth(current, prior, "absolute").times(100);
    case "points":
      return current.minus(prior).times(100);
    case "amount":
      return current.minus(prior);
    case "change":
      if (!prior.isZero()) refuse({ code: "change-of-change", value: prior.toString() });
      return current.times(100);
  }
}
