import { Decimal, rounded, sum, ZERO } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { type RoundedPart, roundedParts } from "../rounded-parts.ts";
import { at } from "../table.ts";

/** A part of a loss. */
export interface LossPart {
  /** Before rounding. */
  readonly share: Decimal;
  readonly loss: Decimal;
  /** What it carries beyond its own rounding so that the parts add. */
  readonly plug: Decimal;
}

/** An asset of a unit and what it takes of the unit's loss. */
export interface AllocatedAsset extends LossPart {
  readonly carrying: Decimal;
  readonly floor: Decimal;
  /** Whether it was written down to its floor, so that others had to take the rest. */
  readonly atFloor: boolean;
}

export interface Allocation {
  readonly goodwill: LossPart & { readonly carrying: Decimal };
  readonly assets: readonly AllocatedAsset[];
  /** What is left of the loss after goodwill and the assets written down to their floors. */
  readonly remainder: Decimal;
  /** The carrying amounts that share the remainder. */
  readonly base: Decimal;
  /** Loss that no asset may take. */
  readonly unplaced: LossPart;
  readonly total: Decimal;
}

/**
 * Allocation of a unit's impairment loss (减值损失的分摊): to goodwill first, then to the assets pro rata
 * to their carrying amounts, none below its floor; what a floor keeps from one asset goes to the others.
 *
 *     loss of goodwill = min(loss, goodwill)
 *     loss of an asset = min(carrying − floor, remainder × carrying ÷ Σ carrying of the assets above their floors)
 *
 * The floor of an asset is the highest of its fair value less costs of disposal, its value in use (each
 * where it can be determined) and zero. The rounds of the standard end where every asset has either
 * reached its floor or lost the same fraction as the others, so it does not matter whether a further
 * round is shared by the carrying amounts before or after the first one.
 * Loss above all floors is not placed: no asset is written down further, and a liability arises only
 * where another standard requires one.
 * Source: CAS 8 art. 22; IAS 36.104–108.
 *
 * Amounts in one unit of money, none negative. `digits` rounds the losses so that they add to the
 * rounded loss, no floor being passed. Refused: a floor above its carrying amount.
 */
export function allocation(loss: Decimal, carrying: readonly Decimal[], floors: readonly Decimal[], goodwill: Decimal, digits: number | undefined): Allocation {
  const rooms = carrying.map((amount, index) => roomOf(amount, at(floors, index), index));
  const ofGoodwill = Decimal.min(loss, goodwill);
  const { shares, full, remainder, base } = spread(loss.minus(ofGoodwill), carrying, rooms);
  // Not the difference of the parts, which would show the last of 50 digits of a division as a loss.
  const unplaced = base.isZero() ? remainder : ZERO;
  const total = rounded(loss, digits);
  const parts = keptWithin(roundedParts([ofGoodwill, ...shares, unplaced], digits, total), [goodwill, ...rooms], digits);
  const part = (index: number, share: Decimal) => ({ share, loss: at(parts, index).value, plug: at(parts, index).plug });
  return {
    goodwill: { carrying: goodwill, ...part(0, ofGoodwill) },
    assets: shares.map((share, index) => ({
      carrying: at(carrying, index),
      floor: at(floors, index),
      atFloor: full.has(index),
      ...part(index + 1, share),
    })),
    remainder,
    base,
    unplaced: part(shares.length + 1, unplaced),
    total,
  };
}

function roomOf(carrying: Decimal, floor: Decimal, index: number): Decimal {
  if (floor.gt(carrying)) refuse({ code: "floor-above-carrying", parameter: "floors", index: index + 1, floor: floor.toString(), carrying: carrying.toString() });
  return carrying.minus(floor);
}

/** Shares of the loss: assets whose share would pass their floor are filled, the others share what is left pro rata. */
function spread(loss: Decimal, carrying: readonly Decimal[], rooms: readonly Decimal[]) {
  const full = new Set<number>();
  for (;;) {
    const remainder = loss.minus(sum(rooms.filter((_, index) => full.has(index))));
    const base = sum(carrying.filter((_, index) => !full.has(index)));
    const share = (index: number) => (full.has(index) ? at(rooms, index) : base.isZero() ? ZERO : remainder.times(at(carrying, index)).div(base));
    const filled = carrying.flatMap((_, index) => (!full.has(index) && share(index).gte(at(rooms, index)) && share(index).gt(0) ? [index] : []));
    if (filled.length === 0) return { shares: carrying.map((_, index) => share(index)), full, remainder, base };
    for (const index of filled) full.add(index);
  }
}

/** Rounded parts of which none passes its room; the units taken away go where there is room, the rest to the last part. */
function keptWithin(parts: readonly RoundedPart[], rooms: readonly Decimal[], digits: number | undefined): readonly RoundedPart[] {
  if (digits === undefined) return parts;
  const unit = new Decimal(10).pow(-digits);
  const kept = parts.map((part, index) => {
    const room = rooms[index];
    return room && part.value.gt(room) ? moved(part, unit.negated()) : part;
  });
  let units = sum(parts.map(({ value }, index) => value.minus(at(kept, index).value))).div(unit).toNumber();
  return kept.map((part, index) => {
    const room = rooms[index];
    if (units === 0 || (room && part.value.plus(unit).gt(room))) return part;
    const taken = room ? 1 : units;
    units -= taken;
    return moved(part, unit.times(taken));
  });
}

function moved({ value, plug }: RoundedPart, by: Decimal): RoundedPart {
  return { value: value.plus(by), plug: plug.plus(by) };
}
