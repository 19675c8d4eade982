import { backTest } from "../../core/impairment/back-test.ts";
import { Refusal } from "../../core/refusal.ts";
import { at, transposed } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { entryVector } from "../parameter.ts";
import { step, type Step } from "../step.ts";
import { word } from "../term.ts";
import { sameLength } from "../vector.ts";

export const impairBackTest = define({
  id: "IMPAIR.BACKTEST",
  family: "impairment",
  source: "IAS 36.34; filing 004, lines 410–425",
  formula: "gap = A − low (below), A − high (above), 0 (within)",
  parameters: { forecast_low: entryVector(), forecast_high: entryVector(), actual: entryVector() },
  returns: "matrix",
  example: [[["236,817.51"], ["2.24%"], ["83.1%"]], [["287,034.26"], ["3.33%"], ["84.5%"]], [["363,096.46"], ["1.51%"], ["83.5%"]]],
  compute({ forecast_low, forecast_high, actual }) {
    sameLength({ forecast_low, forecast_high, actual });
    const rows = forecast_low.values.map((low, index) => {
      const given = [low, at(forecast_high.values, index), at(actual.values, index)] as const;
      return { given, found: attempted(() => backTest(known(given[0]), known(given[1]), known(given[2]), index + 1)) };
    });
    const cells = rows.map(({ found }): ResultCell[] => (found instanceof Refusal ? [found, found] : [word(found.position), found.gap]));
    const lyingDown = forecast_low.direction === "row" && rows.length > 1;
    return block(lyingDown ? transposed(cells) : cells, () =>
      rows.flatMap(({ given: [low, high, outcome], found }, index): Step[] => {
        if (found instanceof Refusal || low instanceof Refusal || high instanceof Refusal || outcome instanceof Refusal) return [];
        const symbols = { A: ["actual-figure", outcome], low: ["forecast-low", low], high: ["forecast-high", high] } as const;
        return [step("forecast-gap", "min(0, A − low) + max(0, A − high)", symbols, found.gap, index + 1)];
      }),
    );
  },
});
