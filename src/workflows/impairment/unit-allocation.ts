import { Decimal, rounded, sum, ZERO } from "../../core/decimal.ts";
import { allocation } from "../../core/impairment/allocation.ts";
import { assessment } from "../../core/impairment/assessment.ts";
import { runningParts } from "../../core/rounded-parts.ts";
import { at } from "../../core/table.ts";
import type { CarryingAmount, FairValue, Tree, UnitAllocation } from "./evaluation.ts";
import type { LinkedFigures } from "./linked-figures.ts";
import { unitSlot } from "./slot.ts";
import type { ImpairmentTest, Unit } from "./state.ts";

/** The assets a loss is spread over: those linked, else the parts of the carrying amount. */
export function assetsOf(test: ImpairmentTest, unit: Unit, figures: LinkedFigures, carrying: CarryingAmount | undefined) {
  const slot = unitSlot(unit.id, "asset-carrying");
  const amounts = test.links[slot] ? figures.line(slot) : carrying?.parts;
  const labels = figures.labels(unitSlot(unit.id, "asset-labels"));
  return amounts && { amounts, labels: amounts.map((_, index) => labels?.[index] ?? "") };
}

/**
 * The loss of a unit on its assets: goodwill first, then pro rata to carrying amounts with floors (CAS 8
 * art. 22, IAS 36.104–105), the share of corporate assets like an asset of the unit; or every asset held
 * against its own fair value less costs of disposal, where no surplus of one reduces the loss of another
 * (filing 004, lines 883–898). Undefined where an input is missing, or assets cannot be tested one by one.
 */
export function unitAllocation(test: ImpairmentTest, unit: Unit, figures: LinkedFigures, found: { readonly carrying: CarryingAmount | undefined; readonly fairValue: FairValue | undefined; readonly loss: Decimal | undefined; readonly tree: Tree }): UnitAllocation | undefined {
  const { carrying, fairValue, loss, tree } = found;
  const assets = assetsOf(test, unit, figures, carrying);
  if (!assets || !carrying) return undefined;
  const { digits } = test.frame;
  if (unit.allocation === "asset-by-asset") return oneByOneBar({ unit, tree, carrying }) ? undefined : assetByAsset(assets, fairValue, digits);
  if (!loss || assets.amounts.some((amount) => amount.isNegative())) return undefined;
  // Rounded so that they add to the carrying amount the loss is taken from: no last digit of it is left without an asset.
  const [goodwill = ZERO, ...rest] = runningParts([carrying.goodwill?.whole ?? ZERO, ...assets.amounts, ...(carrying.corporate ? [carrying.corporate.share] : [])], digits);
  const [amounts, share] = [rest.slice(0, assets.amounts.length), rest.slice(assets.amounts.length)];
  const floors = floorsOf(test, unit, figures, amounts);
  if (!floors) return undefined;
  const result = allocation(loss, [...amounts, ...share], [...floors, ...share.map(() => ZERO)], goodwill, digits);
  return { mode: "pro-rata", labels: assets.labels, result, goodwillOfParent: rounded(result.goodwill.loss.times(carrying.goodwill?.ownership ?? ZERO), digits) };
}

/** Why the assets of a unit cannot be tested one by one. */
export type OneByOneBar = "value-in-use" | "goodwill" | "corporate" | "scrap";

/**
 * What stands against testing the assets of a unit one by one: a value in use belongs to the unit, which takes no loss where
 * it covers the carrying amount (IAS 36.22, 107; CAS 8 art. 18); goodwill and corporate assets have no fair value of their
 * own here; scrap is sold for the unit as a whole.
 */
export function oneByOneBar({ unit, tree, carrying }: { readonly unit: Unit; readonly tree: Tree; readonly carrying: CarryingAmount | undefined }): OneByOneBar | undefined {
  if (unit.allocation !== "asset-by-asset") return undefined;
  if (tree.measures !== "fair-value") return "value-in-use";
  if (carrying?.goodwill && !carrying.goodwill.whole.isZero()) return "goodwill";
  if (carrying?.corporate && !carrying.corporate.share.isZero()) return "corporate";
  return unit.fairValue.method === "in-use-scrap" ? "scrap" : undefined;
}

function assetByAsset({ labels, amounts: unrounded }: NonNullable<ReturnType<typeof assetsOf>>, fairValue: FairValue | undefined, digits: number): UnitAllocation | undefined {
  const amounts = unrounded.map((amount) => rounded(amount, digits));
  if (!fairValue || fairValue.assets.length !== amounts.length) return undefined;
  const assets = amounts.map((amount, index) => {
    const { carrying, recoverable, loss } = assessment(amount, { fairValueLessCosts: rounded(at(fairValue.assets, index).net, digits) });
    return { label: at(labels, index), carrying, recoverable, loss };
  });
  const netted = Decimal.max(0, sum(amounts).minus(sum(assets.map(({ recoverable }) => recoverable))));
  return { mode: "asset-by-asset", assets, loss: sum(assets.map(({ loss }) => loss)), netted };
}

/** No asset falls below its floor; one whose floor lies above its carrying amount takes nothing, and a finding says so. */
function floorsOf(test: ImpairmentTest, unit: Unit, figures: LinkedFigures, amounts: readonly Decimal[]): readonly Decimal[] | undefined {
  const slot = unitSlot(unit.id, "asset-floors");
  if (!test.links[slot]) return amounts.map(() => ZERO);
  const floors = figures.entries(slot);
  if (floors?.length !== amounts.length) return undefined;
  return amounts.map((amount, index) => Decimal.min(amount, rounded(floors[index] ?? ZERO, test.frame.digits)));
}
