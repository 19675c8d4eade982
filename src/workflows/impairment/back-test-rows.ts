import { Refusal } from "../../core/refusal.ts";
import { backTest } from "../../core/impairment/back-test.ts";
import { at } from "../../core/table.ts";
import type { Decimal } from "../../core/decimal.ts";
import type { BackTestRow } from "./evaluation.ts";
import type { LinkedFigures } from "./linked-figures.ts";
import { itemSlot, unitSlot } from "./slot.ts";
import type { Unit } from "./state.ts";

/**
 * Last forecasts held against what came (IAS 36.34): ranges as filings print them, and the first years of the
 * rows of the last test's forecast. Undefined where nothing can be compared.
 */
export function backTestRows(unit: Unit, figures: LinkedFigures): readonly BackTestRow[] | undefined {
  const rows = [...rangeRows(unit, figures), ...pastRows(unit, figures)];
  return rows.length > 0 ? rows : undefined;
}

function rangeRows(unit: Unit, figures: LinkedFigures): readonly BackTestRow[] {
  const [low, actual] = [figures.entries(unitSlot(unit.id, "back-low")), figures.entries(unitSlot(unit.id, "back-actual"))];
  const high = figures.entries(unitSlot(unit.id, "back-high")) ?? low;
  const labels = figures.labels(unitSlot(unit.id, "back-labels"));
  if (!low || !high || !actual || low.length !== actual.length || high.length !== actual.length) return [];
  return actual.flatMap((came, index) => {
    const [from, to] = [low[index], high[index]];
    return came && from && to ? comparable(labels?.[index] ?? String(index + 1), from, to, came) : [];
  });
}

function pastRows(unit: Unit, figures: LinkedFigures): readonly BackTestRow[] {
  return unit.past.flatMap((row) => {
    const [forecast, actual] = [figures.line(itemSlot(unit.id, "past", row.id)), figures.line(itemSlot(unit.id, "actual", row.id))];
    if (!forecast || !actual || actual.length > forecast.length) return [];
    const numbered = (index: number) => (actual.length > 1 ? `${row.name} ${index + 1}` : row.name);
    return actual.flatMap((came, index) => comparable(numbered(index), at(forecast, index), at(forecast, index), came));
  });
}

function comparable(label: string, low: Decimal, high: Decimal, actual: Decimal): readonly BackTestRow[] {
  try {
    return [{ label, low, high, actual, ...backTest(low, high, actual) }];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
