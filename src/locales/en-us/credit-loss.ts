import type { FunctionTexts } from "../texts.ts";

export const creditLoss = {
  "ECL.RECOVERYMIGRATION": {
    summary: "Migration rate of each ageing bucket from its recovery rate, lowered by a forward-looking adjustment; the last bucket is 100%.",
    parameters: {
      recovery: "Historical recovery rates by bucket, youngest first, as fractions of the opening balance (97.86% or 0.9786).",
      adjustment: "Forward-looking adjustment, one for all buckets or one a bucket; it lowers the recovery.",
    },
    returns: "One migration rate a bucket.",
    example: "Five buckets with recoveries of 97.86% to 0%, each lowered by 0.08 points.",
    keywords: ["migration", "recovery", "roll rate", "forward-looking"],
  },
  "ECL.RATES": {
    summary: "Expected credit loss rate of each ageing bucket: the product of the migration rates along its way to the last bucket, times the terminal loss.",
    parameters: {
      migration: "Migration rates by bucket, youngest first.",
      next: "The bucket each one flows to, counted from 1; omitted, each flows to the one after it. Buckets in parallel share a number: {3,3,4,5,5}.",
      terminal_loss: "What is lost of a balance that reaches the end; 1 if omitted.",
      digits: "Decimals of the fraction to round to: 4 gives 12.34%. Unrounded if omitted.",
    },
    returns: "One loss rate a bucket.",
    example: "Two buckets under one year flow in parallel into 1–2 years; the oldest bucket is lost whole.",
    keywords: ["loss rate", "ECL", "expected credit loss", "provision matrix", "chain", "ageing"],
  },
  "ECL.PROVISION": {
    summary: "Loss allowance of each ageing bucket: balance times expected loss rate, with the rounding the company uses.",
    parameters: {
      balances: "Gross carrying amounts by bucket.",
      rates: "Expected loss rates by bucket, as fractions (0.1021% or 0.001021).",
      rate_digits: "Decimals of the fraction to which rates are rounded before they are multiplied: 6 gives 0.1021%. Unrounded if omitted.",
      amount_digits: "Decimals to which each allowance is rounded. Unrounded if omitted.",
      de_minimis: "An allowance smaller than this, before rounding, becomes 0. None if omitted.",
    },
    returns: "One loss allowance a bucket.",
    example: "Rates kept to four decimals of a percent, amounts to two, and nothing booked under 0.01.",
    keywords: ["provision", "loss allowance", "bad debt", "ECL", "rounding", "de minimis"],
  },
  "ECL.TABLE": {
    summary: "The disclosure table of an ageing portfolio: balance, share, loss allowance and loss rate by bucket, with a total.",
    parameters: {
      labels: "Names of the ageing buckets.",
      balances: "Gross carrying amounts by bucket.",
      rates: "Expected loss rates by bucket, as fractions.",
      rate_digits: "Decimals of the fraction to which rates are rounded first. Unrounded if omitted.",
      amount_digits: "Decimals to which allowances are rounded. Unrounded if omitted.",
      de_minimis: "An allowance smaller than this, before rounding, becomes 0. None if omitted.",
    },
    returns: "A table: bucket, balance, share, loss allowance, loss rate; the last row is the total, the rounded sum of the unrounded rows.",
    example: "Five buckets at the end of 2024, rates rounded to four decimals of a percent first.",
    keywords: ["provision matrix", "ageing", "disclosure", "loss allowance", "note"],
  },
} satisfies Partial<FunctionTexts>;
