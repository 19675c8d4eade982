import { type Decimal } from "../../core/decimal.ts";
import { type Timing, timingWords } from "../../core/discounting/discount-factor.ts";
import type { TerminalAt } from "../../core/discounting/valuation.ts";
import { reading } from "../../core/tie-out/printed-number.ts";
import { at } from "../../core/table.ts";
import type { Argument, Cell } from "../cell.ts";
import { choice, defaulted, numberIn, oneVector, type Parameter, wordIn } from "../parameter.ts";
import { sameLength, type Vector } from "../vector.ts";

/** When flows fall, as it was asked for: a word, or a time in years for each of them. */
export type GivenTiming = (typeof timingWords)[number] | Vector<Decimal>;

/** "end", "mid", "begin", or a row or column of as many times as there are flows; "end" where it is omitted. */
export function timing(): Parameter<GivenTiming> {
  return {
    optional: true,
    kind: "timing",
    words: timingWords,
    read(argument: Argument, name): GivenTiming {
      if (argument === undefined) return "end";
      const word = loneWord(argument);
      if (word !== undefined) return wordIn(word, { parameter: name, row: 0, column: 0, single: true }, timingWords);
      return oneVector(argument, name, (cell, place) => numberIn(cell, place));
    },
  };
}

/** Where a perpetuity is discounted from: "flow", with the last explicit flow, or "end", from the end of its period. */
export const terminalAt = (): Parameter<TerminalAt> => defaulted(choice("flow", "end"), "flow");

/** The timing of these flows, given as the argument of that name. Refuses times that are not as many as the flows. */
export function timingOf(timing: GivenTiming, flows: Vector<unknown>, name = "flows"): Timing {
  if (typeof timing === "string") return timing;
  sameLength({ [name]: flows, timing });
  return timing.values;
}

/** The text of a single cell that is no number: a word, right or wrong. */
function loneWord(argument: readonly (readonly Cell[])[]): string | undefined {
  if (argument.length !== 1 || at(argument, 0).length !== 1) return undefined;
  const cell = at(at(argument, 0), 0);
  return typeof cell === "string" && reading(cell).kind === "text" ? cell : undefined;
}
