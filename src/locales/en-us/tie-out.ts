import type { FunctionTexts } from "../texts.ts";

const digits =
  "Decimals with which cells that hold numbers were printed: one for all, or one for each argument before it. The most decimals seen in the call if omitted. Text cells carry their own.";
const answer =
  "{status, difference, tolerance}: OK, the recomputed figure prints as the printed one; TAIL, the difference (printed − recomputed) is smaller than what print rounding allows; BREAK otherwise. One row for each printed figure of a column, one column for each of a row.";

export const tieOut = {
  "TIE.SUM": {
    summary: "Does the printed total foot? Holds it against the sum of its parts and tells a rounding tail from a break.",
    parameters: {
      printed: "The printed total; a column or row of totals has its parts beside or below it.",
      parts: "The printed parts. A dash is nil; a part below zero is subtracted.",
      digits,
    },
    returns: answer,
    example: "Five ageing buckets and their printed total.",
    keywords: ["tie", "foot", "total", "sum", "rounding", "check"],
  },
  "TIE.RATIO": {
    summary: "Can the printed ratio come from any true values that print as this numerator and denominator?",
    parameters: {
      printed: "The printed ratio (40.46% or 0.4046).",
      numerator: "The printed numerator.",
      denominator: "The printed denominator; zero is an error.",
      digits,
    },
    returns: answer,
    example: "Raw material as a share of cost in four periods.",
    keywords: ["tie", "ratio", "share", "margin", "percentage", "rounding", "check"],
  },
  "TIE.PRODUCT": {
    summary: "Is the printed figure a × b ÷ scale, within what the printed digits allow?",
    parameters: {
      printed: "The printed product.",
      a: "The first printed factor, such as a quantity or a balance.",
      b: "The second printed factor, such as a price or a rate.",
      scale: "An exact divisor: 10000 from yuan to ten thousand yuan. 1 if omitted.",
      digits,
    },
    returns: answer,
    example: "Three loss allowances held against balance × loss rate; the second one does not follow.",
    keywords: ["tie", "product", "quantity × price", "rounding", "check"],
  },
  "READ.NUMBER": {
    summary: "The number printed in a cell of a filing: separators, brackets, percent, points, sign words, units and ranges read as a reader would.",
    parameters: { text: "The cell or cells as printed. Percent and percentage points become fractions; a unit is read over, not applied." },
    returns: "The number; a range answers its two ends side by side. Dates, note numbers such as (1) and words are errors.",
    example: "A fall in percentage points, an amount with its unit, a bracketed minus and a range.",
    keywords: ["read", "number", "text", "parse", "filing", "points", "range"],
  },
  "TIE.CHANGE": {
    summary: "Can the printed growth come from any true values that print as these two figures, and on which base?",
    parameters: {
      printed: "The printed rate of change.",
      current: "The printed current figure.",
      prior: "The printed prior figure; zero is an error.",
      digits,
    },
    returns: `${answer} A fourth cell says which base fits: signed, absolute (only over a negative prior figure), or none.`,
    example: "A fall, and two changes over a negative prior figure, one on each base.",
    keywords: ["tie", "growth", "change", "year on year", "base", "check"],
  },
  "TIE.ROLL": {
    summary: "Does the printed closing balance follow from opening balance, increases and decreases?",
    parameters: {
      printed: "The printed closing balance.",
      opening: "The printed opening balance.",
      increases: "The printed increases.",
      decreases: "The printed decreases, as positive figures.",
      digits,
    },
    returns: answer,
    example: "Opening 100.00, two increases and one decrease.",
    keywords: ["tie", "roll-forward", "movement", "opening", "closing", "check"],
  },
  "TIE.WEIGHTED": {
    summary: "Is the printed composite rate the sum of share × rate, within what the printed digits allow?",
    parameters: {
      printed: "The printed composite rate.",
      shares: "The printed shares.",
      rates: "The printed rates, one for each share.",
      digits,
    },
    returns: answer,
    example: "A composite margin from two businesses and their shares of revenue.",
    keywords: ["tie", "weighted", "composite", "average", "share", "check"],
  },
  "TIE.IMPLIED": {
    summary: "The total that several printed pairs of amount and share point to, or BREAK where they have none in common.",
    parameters: {
      amounts: "The printed amounts.",
      shares: "The printed share of the undisclosed total, one for each amount.",
      digits,
    },
    returns: "{low, high} of the totals that fit all pairs, or BREAK.",
    example: "Two sales of one year and their shares of the same business.",
    keywords: ["implied", "denominator", "total", "share", "triangulate", "check"],
  },
  "TIE.BASE": {
    summary: "The undisclosed prior figure behind a current figure and its printed rate of change.",
    parameters: {
      current: "The printed current figure.",
      printed_rate: "The printed rate of change, a fall negative.",
      base: '"signed" or "absolute": what the rate was measured on; absolute looks for a prior loss. Signed if omitted.',
      digits,
    },
    returns: "{low, mid, high}: the ends over all true values that print as these, and the figure from the prints themselves.",
    example: "Revenue of a first quarter that fell by 6.29%.",
    keywords: ["implied", "prior", "base", "back-solve", "check"],
  },
  "CHANGE.RATE": {
    summary: "Rate of change over the prior period, on the base the filing uses, or the word that stands for it over a loss.",
    parameters: {
      current: "Current figures.",
      prior: "Prior figures; zero is an error in its place.",
      base: '"signed" divides by the prior figure, "absolute" by its size, "label" answers a word where one of the two is a loss. Signed if omitted.',
    },
    returns: "One rate or word for each pair.",
    example: "Three companies: out of a loss, between profits, into a loss.",
    keywords: ["growth", "change", "year on year", "turnaround", "loss"],
  },
  "CHANGE.TEXT": {
    summary: "The words for a change as a filing writes them: its rate, its percentage points or its amount.",
    parameters: {
      current: "Current figures.",
      prior: "Prior figures.",
      kind: '"rate", "points" (both figures are fractions), "amount", or "change": current is already a rate of change, prior 0. Rate if omitted, measured on the size of the prior figure. Points or an amount already computed: prior 0.',
      language: '"zh-CN" or "en-US"; the language of the workbook if omitted.',
      digits: "Decimals in the sentence; 2 if omitted.",
      unit: "Unit after an amount.",
      join: '"forward" or "reverse": one sentence for all periods of a row or column, in their order or the other way round. One fragment for each pair if omitted.',
    },
    returns: "One fragment of a sentence for each pair; with join, one sentence for all.",
    example: "A row of MARGIN.SENSITIVITY, the newest period first, as the sentence of the filing, the oldest first.",
    keywords: ["sentence", "change", "wording", "growth", "points", "respectively"],
  },
  "PEER.STAT": {
    summary: "A statistic of comparable companies over the figures that are available.",
    parameters: {
      values: "Figures of the peers; words such as 不适用 or N/A are skipped.",
      stat: '"mean", "median", "min", "max" or "count". Mean if omitted.',
      exclude: "A range of the same shape: TRUE or a text leaves a peer out.",
      dash: '"skip" leaves a dash out, "zero" counts it as 0. Skip if omitted.',
    },
    returns: "One figure.",
    example: "Write-down ratios of five peers: the dash is left out, 0.00% counts.",
    keywords: ["peer", "comparable", "mean", "median", "average"],
  },
  "PEER.RANGE": {
    summary: "Whether a figure lies below, within or above its peers, and at which percentile.",
    parameters: { value: "The company's own figure.", peers: "Figures of the peers; those not available are skipped." },
    returns: "{below / within / above, inclusive percentile}.",
    example: "A provision rate among three peers.",
    keywords: ["peer", "comparable", "range", "percentile", "benchmark"],
  },
  "READ.UNIT": {
    summary: "Converts an amount from one unit of money to another, exactly.",
    parameters: {
      value: "Amounts.",
      from: "The unit they are in: 元, 千元, 万元, 百万元, 亿元; one, thousand, million, billion.",
      to: "The unit wanted.",
      digits: "Decimals to round to. Unrounded if omitted.",
    },
    returns: "One amount for each.",
    example: "Revenue and profit in yuan, told in ten thousand yuan.",
    keywords: ["unit", "convert", "ten thousand", "million", "yuan"],
  },
} satisfies Partial<FunctionTexts>;
