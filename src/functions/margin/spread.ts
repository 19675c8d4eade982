import { Decimal, ZERO } from "../../core/decimal.ts";
import { correlation, laggedPairs, priceSpread } from "../../core/margin/spread.ts";
import { Refusal, refuse } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { defaulted, entryVector, isAbsent, number, whole } from "../parameter.ts";
import { type Step, step } from "../step.ts";
import { word } from "../term.ts";
import { laidOut, sameLength } from "../vector.ts";

const source = "filing 004, lines 59–63: spread of ore and salt; filing 004, line 1012: sales three months after purchases";

export const marginSpread = define({
  id: "MARGIN.SPREAD",
  family: "margin",
  source,
  formula: "S(t) = P(t) ÷ (1 + v) − u × I(t − lag)",
  parameters: {
    output_price: entryVector(),
    input_price: entryVector(),
    unit_use: entryVector(),
    vat: defaulted(number({ minimum: 0 }), ZERO),
    lag: defaulted(whole({ minimum: 0, maximum: 1200 }), 0),
  },
  returns: "matrix",
  example: [[[73_000, 71_500, 70_200, 75_800]], [[5_900, 5_700, 5_650, 6_061]], [[8]], [["13%"]], [[1]]],
  compute({ output_price, input_price, unit_use, vat, lag }) {
    const single = unit_use.values.length === 1;
    sameLength({ output_price, input_price, ...(single ? {} : { unit_use }) });
    const [output, input] = [output_price.values, input_price.values];
    const spreads = output.map((_, period) =>
      attempted(() => {
        if (period < lag) refuse({ code: "no-earlier-period", index: period + 1, lag });
        const given = { P: known(at(output, period)), I: known(at(input, period - lag)), u: known(at(unit_use.values, single ? 0 : period)) };
        return { given, value: priceSpread(given.P, given.I, given.u, vat) };
      }),
    );
    return block(laidOut(spreads.map((spread) => (spread instanceof Refusal ? spread : spread.value)), output_price), () =>
      spreads.flatMap((spread, index): Step[] => {
        if (spread instanceof Refusal) return [];
        const { P, I, u } = spread.given;
        const symbols = { P: ["output-price", P], v: ["vat-rate", vat], u: ["unit-use", u], I: ["input-price", I] } as const;
        return [step("spread", "P ÷ (1 + v) − u × I", symbols, spread.value, index + 1)];
      }),
    );
  },
});

export const marginLag = define({
  id: "MARGIN.LAG",
  family: "margin",
  source,
  formula: "r(k) = Σ(P(t) − P̄)(I(t−k) − Ī) ÷ √(Σ(P(t) − P̄)² × Σ(I(t−k) − Ī)²)",
  parameters: { output_prices: entryVector(), input_prices: entryVector(), max_lag: defaulted(whole({ minimum: 0, maximum: 1200 }), 6) },
  returns: "matrix",
  example: [[[9.1, 9.6, 10.4, 10.1, 9.5, 9.9, 10.8, 11.2]], [[5.2, 5.9, 5.6, 5.0, 5.4, 6.3, 6.7, 6.1]], [[2]]],
  compute({ output_prices, input_prices, max_lag }) {
    sameLength({ output_prices, input_prices });
    const rows = Array.from({ length: max_lag + 1 }, (_, lag) => {
      const given = laggedPairs(output_prices.values, input_prices.values, lag).filter((pair) => !pair.some(isAbsent));
      return {
        lag,
        found: attempted(() => {
          const pairs = given.map(([output, input]) => [known(output), known(input)] as const);
          return { pairs, correlation: correlation(pairs) };
        }),
      };
    });
    const best = rows.reduce<Decimal | undefined>((highest, { found }) => {
      if (found instanceof Refusal || highest?.gte(found.correlation)) return highest;
      return found.correlation;
    }, undefined);
    const cells = rows.map(({ lag, found }): ResultCell[] => {
      if (found instanceof Refusal) return [new Decimal(lag), found, ""];
      return [new Decimal(lag), found.correlation, best?.eq(found.correlation) ? word("best-lag") : ""];
    });
    return block([[word("lag"), word("correlation"), word("mark")], ...cells], () =>
      rows.flatMap(({ lag, found }): Step[] => {
        if (found instanceof Refusal) return [];
        const { pairs } = found;
        const n = new Decimal(pairs.length);
        const symbols = { x: ["output-price", pairs.map(([x]) => x)], y: ["input-price", pairs.map(([, y]) => y)], n: ["pairs", n] } as const;
        const formula = "(Σ(x × y) − Σ(x) × Σ(y) ÷ n) ÷ sqrt((Σ(x × x) − Σ(x) ^ 2 ÷ n) × (Σ(y × y) − Σ(y) ^ 2 ÷ n))";
        return [step("correlation", formula, symbols, found.correlation, lag)];
      }),
    );
  },
});
