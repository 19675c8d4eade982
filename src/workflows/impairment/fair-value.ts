import { type Decimal, ONE, rounded, sum, ZERO } from "../../core/decimal.ts";
import { newness, type Newness, scrap } from "../../core/impairment/replacement-cost.ts";
import { tieredFee } from "../../core/impairment/tiered-fee.ts";
import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import type { FairValue, FairValueAsset } from "./evaluation.ts";
import type { LinkedFigures } from "./linked-figures.ts";
import { itemSlot, type UnitSlot, unitSlot } from "./slot.ts";
import type { ImpairmentTest, Unit } from "./state.ts";

type Measured = Omit<FairValueAsset, "label" | "costs" | "net">;

/** Fair value less costs of disposal of a unit by the chosen method; undefined where an input is missing. */
export function fairValueOf(test: ImpairmentTest, unit: Unit, figures: LinkedFigures, valueInUse: Decimal | undefined): FairValue | undefined {
  const line = (name: UnitSlot) => figures.line(unitSlot(unit.id, name));
  const { method, income, net } = unit.fairValue;
  const scrapped = method === "in-use-scrap" ? scrapOf(test, unit, figures) : undefined;
  const measured = method === "replacement" || method === "in-use-scrap" ? replaced(test, unit, figures) : asLinked(method === "income" && income === "value-in-use" ? valueInUse && [valueInUse] : line("fair-value"));
  if (!measured || (method === "in-use-scrap" && !scrapped)) return undefined;
  const fairValue = sum([...measured.map((asset) => asset.fairValue), ...(scrapped ? [scrapped.total] : [])]);
  const fees = net ? [] : feesOf(unit, figures, fairValue);
  const linked = test.links[unitSlot(unit.id, "disposal-costs")] && !net ? line("disposal-costs") : [];
  if (!fees || !linked) return undefined;
  const costs = sum([...linked, ...fees.map(({ fee }) => fee)]);
  const named = figures.labels(unitSlot(unit.id, "asset-labels"));
  // One fair value for all assets has the name of none of them.
  const labels = named?.length === measured.length ? named : undefined;
  const own = unit.fairValue.costs === "asset" && linked.length > 0 ? linked : undefined;
  if (own && own.length !== measured.length) return undefined;
  // Costs of each asset stay with theirs, what remains is spread by fair value.
  const shared = own ? costs.minus(sum(own)) : costs;
  const assets = measured.map((asset, index): FairValueAsset => {
    const spread = fairValue.isZero() ? ZERO : shared.times(asset.fairValue).div(fairValue);
    const ofAsset = own ? at(own, index).plus(spread) : spread;
    return { ...asset, label: labels?.[index] ?? "", costs: ofAsset, net: asset.fairValue.minus(ofAsset) };
  });
  const unrounded = fairValue.minus(costs);
  const { digits } = test.frame;
  // Assets reported one by one must add to their unit.
  const reported = unit.allocation === "asset-by-asset" ? sum(assets.map((asset) => rounded(asset.net, digits))) : rounded(unrounded, digits);
  return { assets, scrap: scrapped, fairValue, fees, costs, unrounded, reported };
}

function asLinked(values: readonly Decimal[] | undefined): readonly Measured[] | undefined {
  return values?.map((fairValue) => ({ fairValue, replacementCost: undefined, newness: undefined, discount: undefined }));
}

/** Replacement cost × newness × market discount, asset by asset (filing 004, lines 727, 843–881); without the discount, what an asset is worth until it is stopped (filing 002, lines 165–179). */
function replaced(test: ImpairmentTest, unit: Unit, figures: LinkedFigures): readonly Measured[] | undefined {
  const costs = figures.line(unitSlot(unit.id, "replacement-cost"));
  const discountSlot = unitSlot(unit.id, "market-discount");
  const discounts = unit.fairValue.method === "replacement" && test.links[discountSlot] ? figures.line(discountSlot) : [ONE];
  if (!costs || !discounts) return undefined;
  const remaining = newnesses(test, unit, figures, costs.length);
  const found = costs.map((replacementCost, index) => {
    const [own, discount] = [remaining?.[index], ofAsset(discounts, index, costs.length)];
    return own && discount ? { replacementCost, newness: own, discount, fairValue: replacementCost.times(own.newness).times(discount) } : undefined;
  });
  const whole = found.filter((asset) => asset !== undefined);
  return whole.length === costs.length ? whole : undefined;
}

/** One figure for all assets, or one for each. */
function ofAsset<T>(values: readonly T[], index: number, count: number): T | undefined {
  if (values.length === 1) return values[0];
  return values.length === count ? values[index] : undefined;
}

function newnesses(test: ImpairmentTest, unit: Unit, figures: LinkedFigures, count: number): readonly Newness[] | undefined {
  const slot = (name: UnitSlot) => unitSlot(unit.id, name);
  if (test.links[slot("newness")]) {
    const given = figures.line(slot("newness"));
    return given?.length === count || given?.length === 1 ? Array.from({ length: count }, (_, index) => { const found = at(given, given.length === 1 ? 0 : index); return { theoretical: found, newness: found }; }) : undefined;
  }
  const [lives, used] = [figures.line(slot("economic-life")), figures.line(slot("years-used"))];
  const surveyed = test.links[slot("surveyed")] ? figures.entries(slot("surveyed")) : [undefined];
  const obsolescence = test.links[slot("obsolescence")] ? figures.line(slot("obsolescence")) : [ZERO];
  const weights = test.links[slot("newness-weights")] ? figures.line(slot("newness-weights")) : customaryWeights;
  const [theoretical, survey] = weights ?? [];
  if (!lives || !used || !surveyed || !obsolescence || !theoretical || !survey) return undefined;
  const found = Array.from({ length: count }, (_, index) => {
    const [life, years, lost] = [ofAsset(lives, index, count), ofAsset(used, index, count), ofAsset(obsolescence, index, count)];
    if (!life || !years || !lost || life.isZero()) return undefined;
    return newness({ life, used: years, surveyed: ofAsset(surveyed, index, count), obsolescence: lost, weights: [theoretical, survey] });
  });
  const whole = found.filter((asset) => asset !== undefined);
  return whole.length === count ? whole : undefined;
}

/** 40% theoretical, 60% surveyed (filing 004, line 866). */
const customaryWeights = [ONE.times("0.4"), ONE.times("0.6")] as const;

function scrapOf(test: ImpairmentTest, unit: Unit, figures: LinkedFigures): FairValue["scrap"] {
  const slot = (name: UnitSlot) => unitSlot(unit.id, name);
  const orElse = (name: UnitSlot, otherwise: Decimal) => (test.links[slot(name)] ? figures.one(slot(name)) : otherwise);
  const [tonnes, prices] = [figures.line(slot("scrap-tonnes")), figures.line(slot("scrap-prices"))];
  const [recovery, vat, rate, years] = [orElse("scrap-recovery", ONE), orElse("scrap-vat", ZERO), orElse("scrap-rate", ZERO), orElse("scrap-years", ZERO)];
  if (!tonnes || !prices || tonnes.length !== prices.length || !recovery || !vat || !rate || !years || rate.lte(-1)) return undefined;
  return scrap({ tonnes, prices, recovery, vat, priceDigits: undefined, rate, years });
}

function feesOf(unit: Unit, figures: LinkedFigures, fairValue: Decimal): FairValue["fees"] | undefined {
  const fees = unit.fairValue.schedules.map((schedule) => {
    const [thresholds, rates] = [figures.line(itemSlot(unit.id, "thresholds", schedule.id)), figures.line(itemSlot(unit.id, "rates", schedule.id))];
    if (!thresholds || !rates || thresholds.length !== rates.length) return undefined;
    try {
      return { schedule, ...tieredFee(fairValue, thresholds, rates) };
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  });
  const whole = fees.filter((fee) => fee !== undefined);
  return whole.length === fees.length ? whole : undefined;
}
