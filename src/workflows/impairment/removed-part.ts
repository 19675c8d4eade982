import { type ItemId, type ItemSlot, slotParts, type UnitId } from "./slot.ts";
import type { ForecastRow, ImpairmentTest, RemovedItem, RemovedPart, Unit } from "./state.ts";
import type { StepName } from "./step.ts";

/** The test without a unit, which is kept with its links and what was explained of it. */
export function withoutUnit(test: ImpairmentTest, unit: Unit): ImpairmentTest {
  const [links, taken] = parted(test.links, (slot) => slotParts(slot)?.unit === unit.id);
  const [explanations, said] = parted(test.explanations, (key) => key.split(":")[1] === unit.id);
  const removed: RemovedPart = { part: "unit", unit, at: test.units.indexOf(unit), links: taken, explanations: said };
  return { ...test, units: test.units.filter((other) => other !== unit), links, explanations, removed: [...test.removed, removed] };
}

/** The test without a row, a fee or a row of the last forecast in one of its units, which is kept with its links. */
export function withoutItem(test: ImpairmentTest, unit: Unit, part: RemovedItem["part"], id: ItemId): ImpairmentTest {
  const [links, taken] = parted(test.links, (slot) => isOfItem(slot, unit.id, part, id));
  const place = { of: unit.id, links: taken };
  const without = <T extends { readonly id: ItemId }>(list: readonly T[], removed: (item: T, at: number) => RemovedItem, changed: (kept: readonly T[]) => Partial<Unit>): ImpairmentTest => {
    const at = list.findIndex((item) => item.id === id);
    const item = list[at];
    return item ? { ...withUnit(test, unit.id, () => changed(list.toSpliced(at, 1))), links, removed: [...test.removed, removed(item, at)] } : test;
  };
  if (part === "schedule") return without(unit.fairValue.schedules, (item, at) => ({ part, item, at, ...place }), (schedules) => ({ fairValue: { ...unit.fairValue, schedules } }));
  return without(rowsOf(unit, part), (item, at) => ({ part, item, at, ...place }), (rows) => withRows(unit, part, rows));
}

/** The test with a part in its place again; it stays out where the unit it belongs to is out itself. */
export function withPartBack(test: ImpairmentTest, index: number): ImpairmentTest {
  const part = test.removed[index];
  if (!part || (part.part !== "unit" && !test.units.some(({ id }) => id === part.of))) return test;
  const back = { ...test, links: { ...test.links, ...part.links }, removed: test.removed.toSpliced(index, 1) };
  if (part.part === "unit") return { ...back, units: test.units.toSpliced(part.at, 0, part.unit), explanations: { ...test.explanations, ...part.explanations } };
  return withUnit(back, part.of, (unit) =>
    part.part === "schedule"
      ? { fairValue: { ...unit.fairValue, schedules: unit.fairValue.schedules.toSpliced(part.at, 0, part.item) } }
      : withRows(unit, part.part, rowsOf(unit, part.part).toSpliced(part.at, 0, part.item)),
  );
}

/** The test with all that was taken out of it back in its place, the last first. */
export function withPartsBack(test: ImpairmentTest): ImpairmentTest {
  return test.removed.reduceRight((whole, _part, index) => withPartBack(whole, index), test);
}

/** The test without a part that was taken out; with a unit goes what had been taken out of it before. */
export function withoutPartKept(test: ImpairmentTest, index: number): ImpairmentTest {
  const part = test.removed[index];
  if (!part) return test;
  return { ...test, removed: test.removed.filter((other) => other !== part && (part.part !== "unit" || other.part === "unit" || other.of !== part.unit.id)) };
}

/** The step and unit where a part stood. */
export function homeOf(part: RemovedPart): { readonly step: StepName; readonly unit?: UnitId } {
  return part.part === "unit" ? { step: "units" } : { step: homes[part.part], unit: part.of };
}

const homes = { row: "forecast", schedule: "fair-value", past: "back-test" } as const;

/** Which links belong to an item of each kind. */
const itemLinks: Readonly<Record<RemovedItem["part"], readonly ItemSlot[]>> = { row: ["row"], schedule: ["thresholds", "rates"], past: ["past", "actual"] };

function isOfItem(slot: string, unit: UnitId, part: RemovedItem["part"], id: ItemId): boolean {
  const parts = slotParts(slot);
  return parts?.unit === unit && parts.item === id && itemLinks[part].some((name) => name === parts.name);
}

const rowsOf = (unit: Unit, part: "row" | "past"): readonly ForecastRow[] => (part === "row" ? unit.forecast.rows : unit.past);
const withRows = (unit: Unit, part: "row" | "past", rows: readonly ForecastRow[]): Partial<Unit> => (part === "row" ? { forecast: { ...unit.forecast, rows } } : { past: rows });

function withUnit(test: ImpairmentTest, id: UnitId, change: (unit: Unit) => Partial<Unit>): ImpairmentTest {
  return { ...test, units: test.units.map((unit) => (unit.id === id ? { ...unit, ...change(unit) } : unit)) };
}

/** A table without some of its entries, and these. */
function parted<T>(table: Readonly<Partial<Record<string, T>>>, goes: (key: string) => boolean) {
  const entries = Object.entries(table);
  const those = (gone: boolean) => Object.fromEntries(entries.filter(([key]) => goes(key) === gone)) as Record<string, T>;
  return [those(false), those(true)] as const;
}
