import type { Decimal } from "../decimal.ts";
import { quotient } from "../quotient.ts";

/** What came of confirmation letters in a period, in money. */
export interface Confirmation {
  readonly book: Decimal;
  readonly sent: Decimal;
  readonly replied: Decimal;
  readonly matched: Decimal;
  readonly reconciled: Decimal;
  readonly alternative: Decimal;
}

/** The letters under which filings print the figures (函证核查表). */
export type CoverageLine = "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I" | "J" | "K" | "L" | "M" | "N" | "O";

/** Each line of the table: how it follows from the others; a ratio is refused where its base is zero. */
export const coverageLines: readonly { readonly line: CoverageLine; readonly formula: string; figure(given: Confirmation, index?: number): Decimal }[] = [
  { line: "A", formula: "A", figure: ({ book }) => book },
  { line: "B", formula: "B", figure: ({ sent }) => sent },
  { line: "C", formula: "B ÷ A", figure: ({ book, sent }, index) => quotient(sent, book, "book", index) },
  { line: "D", formula: "D", figure: ({ replied }) => replied },
  { line: "E", formula: "D ÷ B", figure: ({ sent, replied }, index) => quotient(replied, sent, "sent", index) },
  { line: "F", formula: "F", figure: ({ matched }) => matched },
  { line: "G", formula: "F ÷ B", figure: ({ sent, matched }, index) => quotient(matched, sent, "sent", index) },
  { line: "H", formula: "H", figure: ({ reconciled }) => reconciled },
  { line: "I", formula: "H ÷ B", figure: ({ sent, reconciled }, index) => quotient(reconciled, sent, "sent", index) },
  { line: "J", formula: "F + H", figure: confirmed },
  { line: "K", formula: "J ÷ B", figure: (given, index) => quotient(confirmed(given), given.sent, "sent", index) },
  { line: "L", formula: "L", figure: ({ alternative }) => alternative },
  { line: "M", formula: "L ÷ B", figure: ({ sent, alternative }, index) => quotient(alternative, sent, "sent", index) },
  { line: "N", formula: "J + L", figure: verified },
  { line: "O", formula: "N ÷ A", figure: (given, index) => quotient(verified(given), given.book, "book", index) },
];

/** Confirmed by reply: matched, and reconciled where the reply differed. */
export function confirmed({ matched, reconciled }: Confirmation): Decimal {
  return matched.plus(reconciled);
}

/**
 * Verified in all (核查金额): confirmed by reply, or by alternative procedures where there was none.
 * Source: CSA 1312 (函证); filing 002, lines 2586–2601.
 */
export function verified(given: Confirmation): Decimal {
  return confirmed(given).plus(given.alternative);
}
