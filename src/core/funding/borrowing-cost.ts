import { Decimal, sum, ZERO } from "../decimal.ts";
import { quotient } from "../quotient.ts";

/** An expenditure on the asset, and the part of the year it was out. */
export interface Expenditure {
  readonly amount: Decimal;
  readonly fraction: Decimal;
}

/** A general loan: principal, yearly rate, and the part of the year it was outstanding. */
export interface GeneralLoan {
  readonly principal: Decimal;
  readonly rate: Decimal;
  readonly fraction: Decimal;
}

export interface BorrowingCost {
  /** Interest of the specific loan. */
  readonly specificInterest: Decimal;
  /** The same less the income of what was not yet spent, not below 0. */
  readonly specific: Decimal;
  /** The part of each expenditure that the specific loan did not pay. */
  readonly excess: readonly Decimal[];
  /** Σ excess × fraction. */
  readonly weighted: Decimal;
  readonly generalInterest: Decimal;
  /** Capitalisation rate, unrounded; undefined without general loans. */
  readonly rate: Decimal | undefined;
  /** weighted × rate, not above the general interest. */
  readonly general: Decimal;
  readonly total: Decimal;
}

/**
 * Borrowing costs capitalised in a year (借款费用资本化):
 *
 *     specific = specific loan × rate − income of its idle part
 *     general  = Σ(excess expenditure × time) × Σ interest ÷ Σ(principal × time), at most Σ interest
 *
 * The first expenditures are paid by the specific loan, which is out the whole year; only what exceeds it
 * bears general borrowing costs. The rate stays unrounded: 8.67% instead of 8.6667% moves the result.
 * Expenditures stand in the order of their dates; fractions are of the year.
 * Source: CAS 17 art. 6–7; IAS 23.12–14.
 */
export function borrowingCost(
  expenditures: readonly Expenditure[],
  specificLoan: Decimal,
  specificRate: Decimal,
  idleIncome: Decimal,
  loans: readonly GeneralLoan[],
): BorrowingCost {
  const specificInterest = specificLoan.times(specificRate);
  const specific = Decimal.max(0, specificInterest.minus(idleIncome));
  let spent = ZERO;
  const excess = expenditures.map(({ amount }) => {
    const before = Decimal.max(0, spent.minus(specificLoan));
    spent = spent.plus(amount);
    return Decimal.max(0, spent.minus(specificLoan)).minus(before);
  });
  const weighted = sum(expenditures.map(({ fraction }, index) => (excess[index] ?? ZERO).times(fraction)));
  const generalInterest = sum(loans.map(({ principal, rate, fraction }) => principal.times(rate).times(fraction)));
  const outstanding = sum(loans.map(({ principal, fraction }) => principal.times(fraction)));
  const rate = loans.length === 0 ? undefined : quotient(generalInterest, outstanding, "Σ general_principals × general_fractions");
  const general = rate === undefined ? ZERO : Decimal.min(weighted.times(rate), generalInterest);
  return { specificInterest, specific, excess, weighted, generalInterest, rate, general, total: specific.plus(general) };
}
