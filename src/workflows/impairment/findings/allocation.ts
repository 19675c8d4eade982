import { sum } from "../../../core/decimal.ts";
import { at } from "../../../core/table.ts";
import { assetsTie } from "../carrying-ties.ts";
import type { UnitEvaluation } from "../evaluation.ts";
import type { Finding } from "../finding.ts";
import { cellOfLine } from "../linked-figures.ts";
import { unitSlot } from "../slot.ts";
import { assetsOf, oneByOneBar } from "../unit-allocation.ts";
import { type Derived, finding, labelCounts, missingUnitLink, money, type Rule } from "./rule.ts";

/** The loss of each impaired unit on its assets: assets tied to the unit, floors below carrying amounts, no surplus netted. */
export const allocationFindings: Rule = (derived): readonly Finding[] => derived.units.flatMap((unit) => [...oneByOne(derived, unit), ...linked(derived, unit), ...labelCounts(derived, unit.unit, "asset-labels", "asset-carrying"), ...floors(derived, unit), ...placed(derived, unit)]);

function oneByOne(derived: Derived, unit: UnitEvaluation): readonly Finding[] {
  const bar = oneByOneBar(unit);
  return bar ? [finding(derived, { code: "one-by-one-unfit", bar }, { outcome: "fail", step: "allocation", unit: unit.unit, clause: "allocation" })] : [];
}

function linked(derived: Derived, { unit, carrying, loss, fairValue }: UnitEvaluation): readonly Finding[] {
  const slot = unitSlot(unit.id, "asset-carrying");
  const assets = derived.figures.line(slot);
  const judged = { step: "allocation", unit, slot, clause: "allocation" } as const;
  if (!derived.test.links[slot]) {
    if (unit.allocation === "asset-by-asset") return missingUnitLink(derived, unit, "asset-carrying");
    const negative = carrying?.parts.filter((part) => part.isNegative()) ?? [];
    if (loss?.gt(0) && negative.length > 0) return [finding(derived, { code: "parts-negative", count: negative.length, sum: money(derived, sum(negative)) }, { ...judged, outcome: "fail" })];
    return loss?.gt(0) ? [finding(derived, { code: "allocated-by-parts" }, { ...judged, outcome: "note" })] : [];
  }
  if (!assets || !carrying) return [];
  const held = assetsTie(derived.test, unit, derived.figures, carrying);
  if (!held) return [];
  const { tie } = held;
  const byAsset = unit.allocation === "asset-by-asset" && fairValue && fairValue.assets.length !== assets.length;
  return [
    finding(derived, { code: "assets-tie", sum: money(derived, tie.recomputed), carrying: money(derived, held.carrying), withoutLiabilities: held.withoutLiabilities, difference: money(derived, tie.difference), status: tie.status }, { ...judged, outcome: ({ OK: "pass", TAIL: "note", BREAK: "fail" } as const)[tie.status] }),
    ...(byAsset ? [finding(derived, { code: "counts-differ", name: "fair-value", given: fairValue.assets.length, other: "asset-carrying", expected: assets.length }, { outcome: "fail", step: "allocation", unit, slot: unitSlot(unit.id, "fair-value") })] : []),
  ];
}

function floors(derived: Derived, { unit, carrying }: UnitEvaluation): readonly Finding[] {
  const slot = unitSlot(unit.id, "asset-floors");
  const assets = assetsOf(derived.test, unit, derived.figures, carrying);
  const given = derived.figures.entries(slot);
  if (!assets || !given || unit.allocation === "asset-by-asset") return [];
  const { amounts, labels } = assets;
  if (given.length !== amounts.length) return [finding(derived, { code: "counts-differ", name: "asset-floors", given: given.length, other: "asset-carrying", expected: amounts.length }, { outcome: "fail", step: "allocation", unit, slot })];
  const range = derived.figures.readings.get(slot)?.range;
  return given.flatMap((floor, index) =>
    floor?.gt(at(amounts, index))
      ? [finding(derived, { code: "floor-above-carrying", asset: at(labels, index) || String(index + 1), floor: money(derived, floor), carrying: money(derived, at(amounts, index)) }, { outcome: "note", step: "allocation", unit, slot, cell: range && cellOfLine(range, index), about: String(index) })]
      : [],
  );
}

function placed(derived: Derived, { unit, allocation, loss }: UnitEvaluation): readonly Finding[] {
  if (!allocation || !loss?.gt(0)) return [];
  const judged = { step: "allocation", unit } as const;
  if (allocation.mode === "asset-by-asset") {
    return [finding(derived, { code: "no-netting", loss: money(derived, allocation.loss), netted: money(derived, allocation.netted) }, { ...judged, outcome: "pass", clause: "loss" })];
  }
  const { goodwill, assets, unplaced } = allocation.result;
  const facts = { code: "allocation-order", goodwill: money(derived, goodwill.loss), assets: money(derived, sum(assets.map((asset) => asset.loss))), unplaced: money(derived, unplaced.loss) } as const;
  return [finding(derived, facts, { ...judged, outcome: unplaced.loss.gt(0) ? "explain" : "pass", clause: "allocation" })];
}
