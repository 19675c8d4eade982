/** Lots at a provisional price. */
export type PricingTerm =
  | "lot"
  | "open-lots"
  | "settled-lots"
  | "initial-price"
  | "current-price"
  | "fair-value-change";
