import { Decimal } from "../core/decimal.ts";
import type { RoundedPart } from "../core/rounded-parts.ts";
import type { ResultCell } from "./define.ts";
import { type Step, step, type Which } from "./step.ts";
import { type Term, word } from "./term.ts";

/** The mark beside a row of rounded parts: which of them, counted from 1, carry how much of the rounding difference; empty where none does. */
export function plugMark(parts: readonly RoundedPart[]): ResultCell {
  const plugs = parts.flatMap(({ plug }, index) => (plug.isZero() ? [] : [`${index + 1}: ${plug.gt(0) ? "+" : ""}${plug.toFixed()}`]));
  return plugs.length === 0 ? "" : word("plugged", plugs.join(", "));
}

/** How a part was rounded so that the parts add; nothing where no digits were asked for. */
export function roundingSteps(term: Term, exact: Decimal, { value, plug }: RoundedPart, digits: number | undefined, which?: Which): Step[] {
  if (digits === undefined) return [];
  const symbols = { x: [term, exact], n: ["digits", new Decimal(digits)], g: ["plugged", plug] } as const;
  return [step(term, "round(x, n) + g", symbols, value, which)];
}
