import { type Decimal, sum } from "../decimal.ts";
import { quotient } from "../quotient.ts";
import { at } from "../table.ts";

/** Why a loss allowance changed. */
export interface Attribution {
  readonly opening: Decimal;
  readonly closing: Decimal;
  readonly openingBalance: Decimal;
  readonly closingBalance: Decimal;
  /** The opening allowance over the opening balance. */
  readonly openingRate: Decimal;
  readonly volume: Decimal;
  readonly mix: Decimal;
  readonly rate: Decimal;
}

/**
 * The change of a loss allowance taken apart (坏账准备变动归因):
 *
 *     volume = (ΣB1 − ΣB0) × λ̄0, with λ̄0 = Σ(B0 × r0) ÷ ΣB0
 *     mix    = Σ((B1 − B0 × ΣB1 ÷ ΣB0) × r0)
 *     rate   = Σ(B1 × (r1 − r0))
 *
 * The three add to the change exactly. An opening balance of zero is refused: there is no mix to compare with.
 * Source: the split asked for in filing 002, line 3531 (balance up, allowance down).
 */
export function attribution(balances0: readonly Decimal[], rates0: readonly Decimal[], balances1: readonly Decimal[], rates1: readonly Decimal[]): Attribution {
  const products = (a: readonly Decimal[], b: readonly Decimal[]) => sum(a.map((value, index) => value.times(at(b, index))));
  const [openingBalance, closingBalance] = [sum(balances0), sum(balances1)];
  const opening = products(balances0, rates0);
  const atOpeningRates = products(balances1, rates0);
  const closing = products(balances1, rates1);
  const openingRate = quotient(opening, openingBalance, "Σ balances0");
  // Divided last: λ̄0 may have no last digit, and what its rounding leaves would show as a mix that did not change.
  const volume = closingBalance.minus(openingBalance).times(opening).div(openingBalance);
  // Mix as the rest: so the parts add exactly.
  return {
    opening,
    closing,
    openingBalance,
    closingBalance,
    openingRate,
    volume,
    mix: atOpeningRates.minus(opening).minus(volume),
    rate: closing.minus(atOpeningRates),
  };
}
