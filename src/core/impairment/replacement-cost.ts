import { Decimal, ONE, rounded, sum } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { growthOf } from "../discounting/discount-factor.ts";
import { at } from "../table.ts";

/** What is left of an asset compared with a new one. */
export interface Newness {
  readonly theoretical: Decimal;
  readonly newness: Decimal;
}

export interface NewnessTerms {
  readonly life: Decimal;
  readonly used: Decimal;
  /** What an inspection on site found; undefined where there was none. */
  readonly surveyed?: Decimal | undefined;
  readonly obsolescence: Decimal;
  /** Of the theoretical and of the surveyed newness; they add to 1. */
  readonly weights: readonly [theoretical: Decimal, surveyed: Decimal];
}

/**
 * Newness (综合成新率): the part of a new asset's cost an asset in use still stands for.
 *
 *     newness = (theoretical × w1 + surveyed × w2) × (1 − obsolescence)
 *     theoretical = max(0, (economic life − years used) ÷ economic life)
 *
 * Without a survey the theoretical newness stands alone. All are fractions of 1.
 * Source: filing 004, lines 864–873 (40% theoretical, 60% surveyed); filing 002, lines 179–181.
 * Refused where the economic life is zero.
 */
export function newness({ life, used, surveyed, obsolescence, weights: [w1, w2] }: NewnessTerms): Newness {
  if (life.isZero()) refuse({ code: "zero-base", parameter: "life" });
  const theoretical = Decimal.max(0, life.minus(used).div(life));
  const weighted = surveyed ? theoretical.times(w1).plus(surveyed.times(w2)) : theoretical;
  return { theoretical, newness: weighted.times(ONE.minus(obsolescence)) };
}

/**
 * Economic obsolescence (经济性贬值率): the worth an asset loses because it is not used to capacity.
 *
 *     obsolescence = 1 − (actual capacity ÷ design capacity)^n
 *
 * n is the scale exponent of the industry, 1 where cost grows in step with capacity. Above design
 * capacity the result is negative. Source: filing 004, lines 875–877. Refused where the design capacity is zero.
 */
export function obsolescence(actual: Decimal, design: Decimal, exponent: Decimal): Decimal {
  if (design.isZero()) refuse({ code: "zero-base", parameter: "design_capacity" });
  return ONE.minus(actual.div(design).pow(exponent));
}

export interface ScrapTerms {
  readonly tonnes: readonly Decimal[];
  readonly prices: readonly Decimal[];
  readonly recovery: Decimal;
  readonly vat: Decimal;
  readonly priceDigits: number | undefined;
  readonly rate: Decimal;
  readonly years: Decimal;
}

export interface Scrap {
  /** Prices without VAT, rounded where that was asked for. */
  readonly netPrices: readonly Decimal[];
  readonly values: readonly Decimal[];
  /** Value on the day of demolition. */
  readonly undiscounted: Decimal;
  readonly total: Decimal;
}

/**
 * Present value of the scrap an asset leaves (拆除残余价值的现值).
 *
 *     value = Σ tonnes × recovery × price ÷ (1 + VAT)  ÷ (1 + rate)^years
 *
 * A price is divided by 1 + VAT and then rounded to `priceDigits` before it is used, as the filing
 * does (2,150 ÷ 1.13 = 1,903); the tonnage is never rounded. Prices include VAT where `vat` is given.
 * Source: filing 002, lines 183–193 and 246–256.
 * Tonnes and prices go in pairs; recovery is the fraction of the metal that can be salvaged.
 */
export function scrap({ tonnes, prices, recovery, vat, priceDigits, rate, years }: ScrapTerms): Scrap {
  const netPrices = prices.map((price) => rounded(price.div(ONE.plus(vat)), priceDigits));
  const values = tonnes.map((tonnage, index) => tonnage.times(recovery).times(at(netPrices, index)));
  const undiscounted = sum(values);
  return { netPrices, values, undiscounted, total: undiscounted.div(growthOf(rate).pow(years)) };
}
