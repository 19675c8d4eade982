import { describe, expect, it } from "vitest";
import type { UnitId } from "../../../src/workflows/impairment/slot.ts";
import { Fraction, least, total } from "../../support/fraction.ts";
import { LinkedBook } from "./linked-book.ts";

const zero = new Fraction(0n);

/** The same numbers for a seed on every machine. */
function drawing(seed: number) {
  let state = (seed * 2_654_435_761) >>> 0;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  /** An amount with so many decimals. */
  const amount = (most: number, decimals: number): number => Number((below(most * 10 ** decimals + 1) / 10 ** decimals).toFixed(decimals));
  return { below, amount };
}

interface DrawnUnit {
  readonly parts: readonly number[];
  /** What goodwill the parent has, and the share of the unit it holds. */
  readonly goodwill: readonly [number, number] | undefined;
  readonly life: number;
  readonly fairValue: number;
  readonly floors: readonly (number | undefined)[] | undefined;
}

interface Drawn {
  readonly digits: number;
  readonly corporate: number | undefined;
  readonly units: readonly DrawnUnit[];
}

function drawn(seed: number): Drawn {
  const { below, amount } = drawing(seed);
  const digits = [2, 2, 2, 0, -1][below(5)] ?? 2;
  // Small whole amounts make equal remainders, amounts finer than print make tails.
  const [most, decimals] = [[9, 0], [60, 2], [900, 2], [90, 4]][below(4)] ?? [9, 0];
  const units = Array.from({ length: 1 + below(3) }, (): DrawnUnit => {
    const parts = Array.from({ length: 1 + below(5) }, () => amount(most ?? 9, decimals ?? 0));
    const sum = parts.reduce((all, part) => all + part, 0);
    return {
      parts,
      goodwill: below(2) === 0 ? undefined : [amount(Math.ceil(sum / 3), 2), [1, 0.7, 0.6, 0.51][below(4)] ?? 1],
      life: 1 + below(20),
      fairValue: amount(Math.ceil(sum * 1.3), 2),
      floors: below(2) === 0 ? undefined : parts.map((part) => (below(3) === 0 ? undefined : Number((part * ([0, 0.25, 0.5, 0.9, 1, 1.2][below(6)] ?? 0)).toFixed(2)))),
    };
  });
  return { digits, corporate: below(2) === 0 ? undefined : amount(50, 2), units };
}

function bookOf({ digits, corporate, units }: Drawn): readonly [LinkedBook, readonly UnitId[]] {
  const book = new LinkedBook({ digits, valueDigits: digits });
  const ids = units.map(({ parts, goodwill, life, fairValue, floors }, index) => {
    const unit = book.unit(`资产组 ${index + 1}`, { use: "idle" });
    book.figure(unit, "carrying", parts).figure(unit, "fair-value", fairValue).figure(unit, "remaining-life", life);
    if (goodwill) book.figure(unit, "goodwill", goodwill[0]).figure(unit, "ownership", goodwill[1]);
    if (floors) book.figure(unit, "asset-floors", floors.map((floor) => floor ?? "/"));
    return unit;
  });
  if (corporate !== undefined) book.total("corporate-assets", corporate);
  return [book, ids];
}

/** Amounts are whole numbers of the last printed digit from here on. */
interface Expected {
  readonly loss: bigint;
  readonly goodwill: bigint;
  readonly assets: readonly bigint[];
  readonly unplaced: bigint;
}

/** By the standard, step for step, in fractions: carrying amount, loss, goodwill first, the assets level by level down to their floors. */
function expected({ digits, corporate, units }: Drawn): readonly (Expected | undefined)[] {
  const scale = digits >= 0 ? new Fraction(10n ** BigInt(digits)) : new Fraction(1n, 10n ** BigInt(-digits));
  const inUnits = (value: number | string) => Fraction.of(value).times(scale);
  const weights = units.map(({ parts, life }) => total(parts.map(inUnits)).times(Fraction.of(life)));
  const weighed = total(weights);
  return units.map(({ parts, goodwill, fairValue, floors }, index) => {
    // Without any carrying amount there is nothing to weigh corporate assets by.
    if (corporate !== undefined && weighed.equals(zero)) return undefined;
    const whole = goodwill ? inUnits(goodwill[0]).over(Fraction.of(goodwill[1])) : zero;
    const share = corporate === undefined ? [] : [inUnits(corporate).times(weights[index] ?? zero).over(weighed)];
    const [first = 0n, ...carrying] = running([whole, ...parts.map(inUnits), ...share]);
    const loss = positive(total([whole, ...parts.map(inUnits), ...share]).round() - inUnits(fairValue).round());
    const rooms = carrying.map((amount, asset) => amount - smaller(amount, inUnits(floors?.[asset] ?? 0).round()));
    const ofGoodwill = smaller(loss, first);
    const shares = levelled(loss - ofGoodwill, carrying, rooms);
    const unplaced = new Fraction(loss - ofGoodwill).minus(total(shares));
    const [, ...assets] = largestRemainders([new Fraction(ofGoodwill), ...shares, unplaced], loss);
    return { loss, goodwill: ofGoodwill, assets: assets.slice(0, -1), unplaced: assets.at(-1) ?? 0n };
  });
}

const positive = (value: bigint) => (value > 0n ? value : 0n);
const smaller = (a: bigint, b: bigint) => (a < b ? a : b);

function running(parts: readonly Fraction[]): readonly bigint[] {
  const reached = parts.map((_, index) => total(parts.slice(0, index + 1)).round());
  return reached.map((value, index) => value - (reached[index - 1] ?? 0n));
}

/** Every asset loses the same fraction of itself, but none more than its room: the fraction is raised from one asset's limit to the next until the loss is placed. */
function levelled(loss: bigint, carrying: readonly bigint[], rooms: readonly bigint[]): readonly Fraction[] {
  const at = (level: Fraction) => carrying.map((amount, index) => least(level.times(new Fraction(amount)), new Fraction(rooms[index] ?? 0n)));
  const limits = carrying.flatMap((amount, index) => (amount > 0n ? [new Fraction(rooms[index] ?? 0n, amount)] : [])).toSorted((a, b) => a.compare(b));
  let level = zero;
  for (const limit of limits) {
    const [placed, upTo] = [total(at(level)), total(at(limit))];
    if (upTo.compare(new Fraction(loss)) >= 0) {
      const free = upTo.minus(placed);
      return free.equals(zero) ? at(level) : at(level.plus(limit.minus(level).times(new Fraction(loss).minus(placed)).over(free)));
    }
    level = limit;
  }
  return at(level);
}

function largestRemainders(parts: readonly Fraction[], sum: bigint): readonly bigint[] {
  const cut = parts.map((part) => part.floor());
  const missing = Number(sum - cut.reduce((all, part) => all + part, 0n));
  const order = parts.map((part, index) => ({ index, rest: part.minus(new Fraction(cut[index] ?? 0n)) })).toSorted((a, b) => b.rest.compare(a.rest) || a.index - b.index);
  const raised = new Set(order.slice(0, missing).map(({ index }) => index));
  return cut.map((part, index) => part + (raised.has(index) ? 1n : 0n));
}

describe("losses and their allocation, against exact fractions computed apart from the core", () => {
  it.each(Array.from({ length: 15 }, (_, batch) => batch))("are the same to the last digit in a hundred drawn tests: batch %i", (batch) => {
    const counted = { losses: 0, floors: 0, unplaced: 0 };
    for (let seed = batch * 100 + 1; seed <= batch * 100 + 100; seed += 1) {
      const test = drawn(seed);
      const [book] = bookOf(test);
      const { units } = book.evaluation;
      const scale = 10 ** test.digits;
      const inUnits = (value: { times(by: number): { toFixed(): string } }) => BigInt(value.times(scale).toFixed());
      const found = units.map(({ loss, allocation }): Expected | undefined => {
        if (!loss || allocation?.mode !== "pro-rata") return undefined;
        const { goodwill, assets, unplaced } = allocation.result;
        return { loss: inUnits(loss), goodwill: inUnits(goodwill.loss), assets: assets.map((asset) => inUnits(asset.loss)), unplaced: inUnits(unplaced.loss) };
      });
      expect({ seed, test, found }).toEqual({ seed, test, found: expected(test) });
      for (const [index, unit] of found.entries()) {
        counted.losses += Number((unit?.loss ?? 0n) > 0n);
        counted.floors += Number((unit?.loss ?? 0n) > 0n && test.units[index]?.floors !== undefined);
        counted.unplaced += Number((unit?.unplaced ?? 0n) > 0n);
      }
    }
    // Not a hundred tests of nothing.
    expect([counted.losses > 60, counted.floors > 25, counted.unplaced > 2]).toEqual([true, true, true]);
  });
});
