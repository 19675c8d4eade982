import { Decimal, ONE, ZERO } from "../../core/decimal.ts";
import { newness, obsolescence, scrap } from "../../core/impairment/replacement-cost.ts";
import { refuse } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { define, figure } from "../define.ts";
import { known } from "../element-wise.ts";
import { elementBlock, elements } from "../elements.ts";
import { defaulted, digits, discounting, entries, type Entry, isAbsent, number, optional, type Parameter, vector } from "../parameter.ts";
import { step, type Step } from "../step.ts";
import { sameLength } from "../vector.ts";

export const impairNewness = define({
  id: "IMPAIR.NEWNESS",
  family: "impairment",
  source: "filing 004, lines 864–873; filing 002, lines 179–181",
  formula: "N = (T × w1 + S × w2) × (1 − O), T = max(0, (n − u) ÷ n)",
  parameters: {
    life: entries({ minimum: 0 }),
    used: entries({ minimum: 0 }),
    surveyed: optional(entries({ minimum: 0, maximum: 1 })),
    obsolescence: defaulted(entries({ maximum: 1 }), [[ZERO]]),
    weights: defaulted(twoWeights(), [new Decimal("0.4"), new Decimal("0.6")]),
  },
  returns: "matrix",
  example: [[[20]], [[8]], [["55%"]], [["10%"]], undefined],
  compute({ weights, ...given }) {
    const [w1, w2] = weights;
    const found = elements(given, (asset) => {
      const terms = { life: known(asset.life), used: known(asset.used), surveyed: surveyedIn(asset.surveyed), obsolescence: known(asset.obsolescence), weights };
      return { ...terms, ...newness(terms) };
    });
    return elementBlock(found, (asset) => asset.newness, ({ life, used, surveyed, obsolescence: lost, theoretical, newness: left }, which) => {
      const T = ["theoretical-newness", theoretical] as const;
      const O = ["obsolescence", lost] as const;
      const first = step("theoretical-newness", "max(0, (n − u) ÷ n)", { n: ["economic-life", life], u: ["years-used", used] }, theoretical, which);
      if (!surveyed) return [first, step("newness", "T × (1 − O)", { T, O }, left, which)];
      const symbols = { T, w1: ["theoretical-weight", w1], S: ["surveyed-newness", surveyed], w2: ["surveyed-weight", w2], O } as const;
      return [first, step("newness", "(T × w1 + S × w2) × (1 − O)", symbols, left, which)];
    });
  },
});

/** A survey that was made; a word such as 未披露 is none, an error in its cell stays one. */
function surveyedIn(entry: Entry | undefined): Decimal | undefined {
  if (entry === undefined || isAbsent(entry)) return undefined;
  return known(entry);
}

/** The weights of the theoretical and the surveyed newness. */
function twoWeights(): Parameter<readonly [Decimal, Decimal]> {
  const pair = vector({ minimum: 0, maximum: 1 });
  return {
    ...pair,
    read(argument, name) {
      const { values } = pair.read(argument, name);
      if (values.length !== 2) refuse({ code: "wrong-count", parameter: name, given: values.length, expected: 2 });
      const [w1, w2] = [at(values, 0), at(values, 1)];
      const whole = w1.plus(w2);
      if (whole.minus(1).abs().gt("1e-9")) refuse({ code: "weights-not-one", parameter: name, sum: whole.toString() });
      return [w1, w2];
    },
  };
}

export const impairObsolescence = define({
  id: "IMPAIR.OBSOLESCENCE",
  family: "impairment",
  source: "filing 004, lines 875–877",
  formula: "O = 1 − (A ÷ D)^n",
  parameters: { actual_capacity: entries({ minimum: 0 }), design_capacity: entries({ minimum: 0 }), exponent: defaulted(number({ minimum: 0 }), ONE) },
  returns: "matrix",
  example: [[[81.1]], [[100]], [["0.7"]]],
  compute({ exponent, ...given }) {
    const found = elements(given, ({ actual_capacity, design_capacity }) => {
      const [actual, design] = [known(actual_capacity), known(design_capacity)];
      return { actual, design, lost: obsolescence(actual, design, exponent) };
    });
    return elementBlock(found, ({ lost }) => lost, ({ actual, design, lost }, which) => [
      step("obsolescence", "1 − (A ÷ D)^n", { A: ["actual-capacity", actual], D: ["design-capacity", design], n: ["scale-exponent", exponent] }, lost, which),
    ]);
  },
});

export const impairScrap = define({
  id: "IMPAIR.SCRAP",
  family: "impairment",
  source: "filing 002, lines 183–193, 246–256",
  formula: "PV = Σ Q × k × round(P ÷ (1 + v), d) ÷ (1 + r)^n",
  parameters: {
    tonnes: vector({ minimum: 0 }),
    prices: vector(),
    recovery: defaulted(number({ minimum: 0, maximum: 1 }), ONE),
    vat: defaulted(number({ minimum: 0 }), ZERO),
    price_digits: digits(),
    rate: defaulted(number(discounting), ZERO),
    years: defaulted(number({ minimum: 0 }), ZERO),
  },
  returns: "scalar",
  example: [[["7,664.8754"]], [["2,150.00"]], [["95%"]], [["13%"]], [[0]], [["3.23%"]], [[2]]],
  compute({ tonnes, prices, recovery, vat, price_digits, rate, years }) {
    sameLength({ tonnes, prices });
    const found = scrap({ tonnes: tonnes.values, prices: prices.values, recovery, vat, priceDigits: price_digits, rate, years });
    const v = ["vat-rate", vat] as const;
    const k = ["salvage-rate", recovery] as const;
    return figure(found.total, () => [
      ...found.netPrices.map((net, index): Step => {
        const P = ["scrap-price", at(prices.values, index)] as const;
        if (price_digits === undefined) return step("net-scrap-price", "P ÷ (1 + v)", { P, v }, net, index + 1);
        return step("net-scrap-price", "round(P ÷ (1 + v), d)", { P, v, d: ["digits", new Decimal(price_digits)] }, net, index + 1);
      }),
      ...found.values.map((value, index) => {
        const symbols = { Q: ["tonnage", at(tonnes.values, index)], k, p: ["net-scrap-price", at(found.netPrices, index)] } as const;
        return step("scrap-value", "Q × k × p", symbols, value, index + 1);
      }),
      step("scrap-present-value", "Σ(V) ÷ (1 + r)^n", { V: ["scrap-value", found.values], r: ["discount-rate", rate], n: ["time", years] }, found.total),
    ]);
  },
});
