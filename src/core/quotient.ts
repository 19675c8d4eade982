import type { Decimal } from "./decimal.ts";
import { refuse } from "./refusal.ts";

/** part ÷ whole. Refused for a whole of zero, named by its parameter and, where there are several, its 1-based index. */
export function quotient(part: Decimal, whole: Decimal, parameter: string, index?: number): Decimal {
  if (whole.isZero()) refuse({ code: "zero-base", parameter, index });
  return part.div(whole);
}
