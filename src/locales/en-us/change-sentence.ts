import type { ChangeSentenceTerm } from "../../functions/change/term.ts";

/** What the English sentences of CHANGE.TEXT are made of. */
export const changeSentence: Readonly<Record<ChangeSentenceTerm, string>> = {
  "grew-by": "up {} year on year",
  "fell-by": "down {} year on year",
  "rose-by-points": "up {} percentage points",
  "fell-by-points": "down {} percentage points",
  "increased-by": "an increase of {}",
  "decreased-by": "a decrease of {}",
  "increases-of": "increases of {}",
  "decreases-of": "decreases of {}",
  "rose-by-percent": "rose by {}",
  "fell-by-percent": "fell by {}",
  "point-in-list": "{}",
  "and-next": "{}, {}",
  "and-last": "{} and {}",
  respectively: "{} respectively",
  "all-unchanged": "all unchanged",
  unchanged: "unchanged",
};
