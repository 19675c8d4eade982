import { type Decimal, ZERO } from "../../../core/decimal.ts";
import type { BridgeEntry } from "../../../workflows/impairment/evaluation.ts";

/** A bar of a bridge: from where the values so far add to, by its own value; a result stands on zero. */
export interface BridgeBar {
  readonly entry: BridgeEntry;
  readonly start: Decimal;
  readonly end: Decimal;
  readonly isResult: boolean;
}

const results: readonly BridgeEntry["kind"][] = ["value-in-use", "headroom"];

/** Each value begins where the one before it ended. */
export function waterfall(entries: readonly BridgeEntry[]): readonly BridgeBar[] {
  let reached = ZERO;
  return entries.map((entry) => {
    const isResult = results.includes(entry.kind);
    const start = isResult ? ZERO : reached;
    reached = isResult ? entry.value : reached.plus(entry.value);
    return { entry, start, end: reached, isResult };
  });
}
