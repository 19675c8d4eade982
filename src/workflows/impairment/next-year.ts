import { emptyIndicators } from "./new-test.ts";
import { itemSlot, type Slot } from "./slot.ts";
import type { ImpairmentTest, Link, TestId } from "./state.ts";

/**
 * Next year's test from this year's: units, methods, rows and settings stay, what belongs to the year goes, be
 * it links to its figures, answers or explanations. The rows of the old forecast stay linked as what the back-test
 * of the new one compares.
 */
export function nextYearsTest(from: ImpairmentTest, id: TestId, { name, date }: { readonly name: string; readonly date: string }): ImpairmentTest {
  const links: Partial<Record<Slot, Link>> = {};
  for (const unit of from.units) {
    for (const row of unit.forecast.rows) {
      const link = from.links[itemSlot(unit.id, "row", row.id)];
      if (link) links[itemSlot(unit.id, "past", row.id)] = link;
    }
  }
  const units = from.units.map((unit) => ({
    ...unit,
    change: "",
    past: unit.forecast.rows.filter((row) => links[itemSlot(unit.id, "past", row.id)] !== undefined),
  }));
  return { ...from, id, step: "frame", frame: { ...from.frame, name, date }, indicators: { ...emptyIndicators, annual: from.indicators.annual }, units, links, explanations: {}, report: null, removed: [], previous: from.id };
}
