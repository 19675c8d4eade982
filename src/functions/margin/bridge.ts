import { type BridgeStep, isNewOrDropped, marginBridge, shares } from "../../core/margin/bridge.ts";
import { grossMargin, marginContributions, type Sales, salesOf } from "../../core/margin/gross-margin.ts";
import { roundedTable } from "../../core/rounded-parts.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { choice, defaulted, digits, labels, optional, vector } from "../parameter.ts";
import { plugMark, roundingSteps } from "../plug.ts";
import { type Step, step, type Which } from "../step.ts";
import { word } from "../term.ts";
import { sameLength } from "../vector.ts";

export const marginBridgeTable = define({
  id: "MARGIN.BRIDGE",
  family: "margin",
  source: "filing 003, lines 20–34: contribution to the margin; parts rounded to add (largest remainder)",
  formula: "prior: rate = w1(m1 − m0), mix = (w1 − w0)m0; current: rate = w0(m1 − m0), mix = (w1 − w0)m1; total = w1·m1 − w0·m0",
  parameters: {
    revenues0: vector(),
    costs0: vector(),
    revenues1: vector(),
    costs1: vector(),
    labels: optional(labels()),
    base: defaulted(choice("prior", "current"), "prior"),
    digits: digits(),
  },
  returns: "matrix",
  example: [
    [["837,660.88", "947,396.36", "243,737.93"]],
    [["648,196.51", "792,254.41", "149,870.88"]],
    [["774,143.14", "856,548.41", "146,822.37"]],
    [["637,276.11", "741,237.51", "138,752.22"]],
    [["玻璃纤维", "风电叶片", "锂电池隔膜"]],
    undefined,
    [[4]],
  ],
  compute({ revenues0, costs0, revenues1, costs1, labels, base, digits }) {
    sameLength({ revenues0, costs0, revenues1, costs1, labels });
    const prior = salesOf(revenues0.values, costs0.values);
    const current = salesOf(revenues1.values, costs1.values);
    const bridge = marginBridge(prior, current, base);
    const table = roundedTable(bridge.map(({ rate, mix }) => [rate, mix]), digits);
    const marked = digits !== undefined;
    const name = (index: number): Which => labels?.values[index] || index + 1;
    const row = (label: ResultCell, cells: ResultCell[], mark: ResultCell): ResultCell[] => [label, ...cells, ...(marked ? [mark] : [])];
    const rows = table.rows.map(({ parts, total }, index) => {
      const label = labels?.values[index] ?? word("item", String(index + 1));
      return row(label, [...parts, total].map(({ value }) => value), plugMark([...parts, total]));
    });
    const header = row(word("item"), [word("rate-effect"), word("mix-effect"), word("total")], word("mark"));
    return block([header, ...rows, row(word("total"), [...table.columns, table.total], "")], () => {
      const weights = [shares(prior, "Σ revenues0"), shares(current, "Σ revenues1")] as const;
      return [
        ...bridge.flatMap((found, index): Step[] => {
          const { parts, total } = at(table.rows, index);
          const sold = { prior: at(prior, index), current: at(current, index) };
          return [
            ...productSteps(sold, { w0: at(weights[0], index), w1: at(weights[1], index) }, found, base, name(index)),
            ...roundingSteps("contribution-change", found.total, total, digits, name(index)),
            ...roundingSteps("rate-effect", found.rate, at(parts, 0), digits, name(index)),
            ...roundingSteps("mix-effect", found.mix, at(parts, 1), digits, name(index)),
          ];
        }),
        step("total", "Σ(t)", { t: ["contribution-change", table.rows.map(({ total }) => total.value)] }, table.total),
      ];
    });

    function productSteps(
      sold: { readonly prior: Sales; readonly current: Sales },
      { w0, w1 }: { readonly w0: BridgeStep["mix"]; readonly w1: BridgeStep["mix"] },
      { rate, mix, total }: BridgeStep,
      weighting: "prior" | "current",
      which: Which,
    ): Step[] {
      const index = prior.indexOf(sold.prior);
      const [c0, c1] = [at(marginContributions(prior), index), at(marginContributions(current), index)];
      const totalStep = step("contribution-change", "c1 − c0", { c1: ["margin-contribution", c1], c0: ["margin-contribution", c0] }, total, which);
      if (isNewOrDropped(sold.prior, sold.current)) {
        return [totalStep, step("mix-effect", "t", { t: ["contribution-change", total] }, mix, which)];
      }
      const symbols = {
        w1: ["weight-current", w1],
        w0: ["weight-prior", w0],
        m1: ["margin-current", grossMargin(sold.current)],
        m0: ["margin-prior", grossMargin(sold.prior)],
      } as const;
      const formulas = weighting === "prior" ? ["w1 × (m1 − m0)", "(w1 − w0) × m0"] : ["w0 × (m1 − m0)", "(w1 − w0) × m1"];
      return [
        totalStep,
        step("rate-effect", at(formulas, 0), symbols, rate, which),
        step("mix-effect", at(formulas, 1), symbols, mix, which),
      ];
    }
  },
});
