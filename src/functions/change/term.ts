/** The words of changes between two periods. */
export type ChangeTerm =
  | "change-rate"
  | "change-label"
  | "change"
  | "change-sentence"
  | "turned-to-profit"
  | "turned-to-loss"
  | "loss-narrowed"
  | "loss-widened"
  | ChangeSentenceTerm;

/** Of these, what the sentences of CHANGE.TEXT are made of: an argument can ask for them in the other language. */
export type ChangeSentenceTerm =
  | "grew-by"
  | "fell-by"
  | "rose-by-points"
  | "fell-by-points"
  | "increased-by"
  | "decreased-by"
  | "increases-of"
  | "decreases-of"
  | "rose-by-percent"
  | "fell-by-percent"
  | "point-in-list"
  | "and-next"
  | "and-last"
  | "respectively"
  | "all-unchanged"
  | "unchanged";
