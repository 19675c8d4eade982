import { Decimal } from "../core/decimal.ts";

/** A fraction as both languages print it: 0.125 is 12.5%, with every digit it has. */
export function percent(fraction: string): string {
  return `${new Decimal(fraction).times(100).toString()}%`;
}
