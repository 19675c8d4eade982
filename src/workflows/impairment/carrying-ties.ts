import { Decimal, sum } from "../../core/decimal.ts";
import type { PrintedNumber } from "../../core/tie-out/printed-number.ts";
import { type Tie, tieOf } from "../../core/tie-out/tie.ts";
import type { CarryingAmount } from "./evaluation.ts";
import { everyOne, type LinkedFigures } from "./linked-figures.ts";
import { type Slot, unitSlot } from "./slot.ts";
import type { ImpairmentTest, Unit } from "./state.ts";

/** The figures of a block as one printed figure, with the coarsest of their digits. */
export function printedTotal(slot: Slot, figures: LinkedFigures): PrintedNumber | undefined {
  const cells = everyOne(figures.printed(slot));
  return cells && { value: sum(cells.map(({ value }) => value)), unit: Decimal.max(0, ...cells.map(({ unit }) => unit)) };
}

/** The printed total of the carrying amounts against the cells of all units; undefined where one cannot be read. */
export function unitsTie(test: ImpairmentTest, figures: LinkedFigures): Tie | undefined {
  const parts = everyOne(test.units.map(({ id }) => figures.printed(unitSlot(id, "carrying"))));
  const total = printedTotal("carrying-total", figures);
  return parts && total && tieOf(total, parts.flat().map((figure) => ({ sign: 1, figure })));
}

/** The linked assets of a unit against its carrying amount. */
export interface AssetsTie {
  readonly tie: Tie;
  /** What they are held against. */
  readonly carrying: Decimal;
  /** Whether liabilities among the parts of the carrying amount are left aside: they are no assets. */
  readonly withoutLiabilities: boolean;
}

/**
 * The assets a loss is spread over are the carrying amount of the unit; where that has been reduced by liabilities
 * (IAS 36.78, CAS 8 art. 19), they may be what it was before.
 */
export function assetsTie(test: ImpairmentTest, unit: Unit, figures: LinkedFigures, carrying: CarryingAmount): AssetsTie | undefined {
  const assets = figures.line(unitSlot(unit.id, "asset-carrying"));
  if (!assets) return undefined;
  const unitOfPrint = new Decimal(10).pow(-test.frame.digits);
  const held = (value: Decimal) => tieOf({ value, unit: unitOfPrint }, assets.map((asset) => ({ sign: 1, figure: { value: asset, unit: unitOfPrint } })));
  const whole = held(carrying.own);
  const before = sum(carrying.parts.filter((part) => !part.isNegative()));
  const gross = held(before);
  if (whole.status !== "BREAK" || gross.status === "BREAK") return { tie: whole, carrying: carrying.own, withoutLiabilities: false };
  return { tie: gross, carrying: before, withoutLiabilities: true };
}
