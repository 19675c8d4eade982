import { Decimal } from "../decimal.ts";
import { at } from "../table.ts";
import type { GridTiming } from "./value-grid.ts";

/** One cell of a sensitivity table, by its definition: scale × value of the flows at one rate + recovery × (1 + r)^−n + constant. */
export interface ExactCell {
  readonly flows: readonly Decimal[];
  readonly rate: Decimal;
  readonly timing: GridTiming;
  readonly perpetuity?: { readonly flow: Decimal; readonly growth: Decimal } | undefined;
  readonly scale: Decimal;
  readonly recovery: Decimal;
  readonly constant: Decimal;
}

/** A number of the form (rational + surd × √radicand) ÷ denominator, all of them whole. */
interface Surd {
  readonly rational: bigint;
  readonly surd: bigint;
  readonly radicand: bigint;
  readonly denominator: bigint;
}

/**
 * The cell rounded half away from zero to `digits` decimals, exactly, ties included; without digits, 60
 * significant digits of it.
 *
 * With 1 + r = A ÷ S all discounted flows have the denominator A^n, so the cell is a fraction of whole
 * numbers, times √(A ÷ S) where flows fall in the middle of the year. The square root is taken with more
 * bits than such a number can lie close to a tie with.
 */
export function exactCell(cell: ExactCell, digits: number | undefined): Decimal {
  const { rational, surd, radicand, denominator } = surdOf(cell);
  const bits = BigInt(2 * [rational, surd, radicand, denominator].reduce((total, part) => total + part.toString(2).length, 0) + 128);
  const root = squareRoot(radicand << (2n * bits));
  const numerator = (rational << bits) + surd * root;
  const whole = denominator << bits;
  if (digits === undefined) return new Wide(numerator.toString()).div(whole.toString()).toSignificantDigits(60);
  const scaled = digits >= 0 ? { n: numerator * 10n ** BigInt(digits), d: whole } : { n: numerator, d: whole * 10n ** BigInt(-digits) };
  const negative = scaled.n < 0n;
  const half = ((negative ? -scaled.n : scaled.n) * 2n + scaled.d) / (2n * scaled.d);
  return new Decimal((negative ? -half : half).toString()).times(new Decimal(10).pow(-digits));
}

const Wide = Decimal.clone({ precision: 90 });

function surdOf({ flows, rate, timing, perpetuity, scale, recovery, constant }: ExactCell): Surd {
  const count = flows.length;
  const rates = wholes([rate, ...(perpetuity ? [perpetuity.growth] : [])]);
  const [r, g] = [at(rates.values, 0), rates.values[1] ?? 0n];
  const [S, A] = [rates.unit, rates.unit + r];
  const money = wholes([...flows, perpetuity?.flow ?? new Decimal(0), recovery, constant]);
  const [terminal, recovered, fixed] = [at(money.values, count), at(money.values, count + 1), at(money.values, count + 2)];
  const { values: [factor = 0n], unit: factorUnit } = wholes([scale]);
  let value = 0n;
  let power = 1n;
  for (let index = 0; index < count; index++) {
    power *= S;
    value = value * A + at(money.values, index) * power;
  }
  const spread = perpetuity ? r - g : 1n;
  // value ÷ (unit × A^n), with the perpetuity TF × S ÷ (r − g) × (S ÷ A)^n over the same denominator.
  let numerator = (value * spread + (perpetuity ? terminal * S * power : 0n)) * factor;
  const grown = A ** BigInt(count);
  const denominator = money.unit * grown * spread * factorUnit;
  const others = (recovered * power + fixed * grown) * spread * factorUnit;
  if (timing === "begin") return { rational: numerator * A + others * S, surd: 0n, radicand: 0n, denominator: denominator * S };
  if (timing === "end") return { rational: numerator + others, surd: 0n, radicand: 0n, denominator };
  // √(A ÷ S) = √(A × S) ÷ S.
  const radicand = A * S;
  const root = squareRoot(radicand);
  if (root * root !== radicand) return { rational: others * S, surd: numerator, radicand, denominator: denominator * S };
  numerator *= root;
  return { rational: numerator + others * S, surd: 0n, radicand: 0n, denominator: denominator * S };
}

/** Decimals as whole numbers of one common unit. */
function wholes(values: readonly Decimal[]): { readonly values: readonly bigint[]; readonly unit: bigint } {
  const decimals = Math.max(0, ...values.map((value) => value.decimalPlaces()));
  return { values: values.map((value) => BigInt(value.toFixed(decimals).replace(".", ""))), unit: 10n ** BigInt(decimals) };
}

/** The whole part of a square root (Newton from above). */
function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
