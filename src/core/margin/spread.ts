import { Decimal, ONE, sum } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { at } from "../table.ts";

/**
 * Spread between a product's price and the input it was made of (价差，矿盐差):
 *
 *     output price ÷ (1 + VAT) − unit use × input price
 *
 * The output price includes VAT when a rate is given; the input price is taken as it is. Where buying
 * the input lies some periods before selling the product, the input price is the one of that earlier
 * period. Source: filing 004, lines 59–63 and 1012 (采购与销售错配).
 */
export function priceSpread(output: Decimal, input: Decimal, unitUse: Decimal, vat: Decimal): Decimal {
  return output.div(ONE.plus(vat)).minus(unitUse.times(input));
}

/**
 * Correlation (Pearson) of two series of equal length:
 *
 *     Σ (x − x̄)(y − ȳ) ÷ √(Σ (x − x̄)² × Σ (y − ȳ)²)
 *
 * Refused for fewer than three pairs, of which any two lie on a line, and for a series that does not move.
 */
export function correlation(pairs: readonly (readonly [x: Decimal, y: Decimal])[]): Decimal {
  if (pairs.length < 3) refuse({ code: "too-few-pairs", pairs: pairs.length });
  const n = pairs.length;
  const meanX = sum(pairs.map(([x]) => x)).div(n);
  const meanY = sum(pairs.map(([, y]) => y)).div(n);
  const product = sum(pairs.map(([x, y]) => x.minus(meanX).times(y.minus(meanY))));
  const squaresX = sum(pairs.map(([x]) => x.minus(meanX).pow(2)));
  const squaresY = sum(pairs.map(([, y]) => y.minus(meanY).pow(2)));
  if (squaresX.isZero()) refuse({ code: "series-does-not-move", parameter: "output_prices" });
  if (squaresY.isZero()) refuse({ code: "series-does-not-move", parameter: "input_prices" });
  return Decimal.max(-1, Decimal.min(1, product.div(squaresX.times(squaresY).sqrt())));
}

/** The outputs of a series with the inputs `lag` periods earlier. */
export function laggedPairs<T>(output: readonly T[], input: readonly T[], lag: number): [T, T][] {
  return output.slice(lag).map((value, index) => [value, at(input, index)]);
}
