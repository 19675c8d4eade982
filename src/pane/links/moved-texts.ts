import type { Decimal } from "../../core/decimal.ts";
import { at } from "../../core/table.ts";
import { roundedParts } from "../../core/rounded-parts.ts";
import { amountDecimals, numberText } from "../number-format.ts";
import type { BeforeAfter } from "./before-after-table.tsx";

interface Part {
  readonly name: string;
  readonly amount: Decimal;
}

/** A figure before and after with what its difference is made of. The parts of amounts are printed so that they add to the difference as it is printed. */
export function movedTexts(before: Decimal, after: Decimal, parts: readonly Part[]): Omit<BeforeAfter, "key" | "name"> {
  const difference = after.minus(before);
  const amounts = amountDecimals([before, after, difference, ...parts.map(({ amount }) => amount)]);
  const decimals = amounts > 0 ? Math.max(2, amounts) : undefined;
  const shown = (value: Decimal) => (decimals === undefined ? numberText(value) : numberText(value, decimals));
  const printed = roundedParts(parts.map(({ amount }) => amount), decimals);
  const adding = parts.map(({ name }, index) => ({ name, amount: at(printed, index).value })).filter(({ amount }) => !amount.isZero());
  return { before: shown(before), after: shown(after), difference: shown(difference), parts: adding.map(({ name, amount }) => ({ name, amount: shown(amount) })) };
}
