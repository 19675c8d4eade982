import type { TestsEvent, UnitEvent } from "./event.ts";
import { emptyUnit } from "./new-test.ts";
import { withoutItem, withoutUnit } from "./removed-part.ts";
import { itemSlot } from "./slot.ts";
import type { ForecastRow, ImpairmentTest, Unit } from "./state.ts";

const aboutTests: readonly string[] = ["test-started", "test-added", "next-year-started", "test-opened", "test-removed", "test-restored", "test-forgotten"] satisfies TestsEvent["type"][];

export function isUnitEvent(event: TestsEvent | UnitEvent): event is UnitEvent {
  return !aboutTests.includes(event.type);
}

/** The test after an event in one of its units. */
export function unitsAfter(test: ImpairmentTest, event: UnitEvent): ImpairmentTest {
  if (event.type === "unit-added") return { ...test, units: [...test.units, emptyUnit(`u${test.next}`, event.name)], next: test.next + 1 };
  const unit = test.units.find(({ id }) => id === event.unit);
  if (!unit) return test;
  const withUnit = (changed: Partial<Unit>): ImpairmentTest => ({ ...test, units: test.units.map((other) => (other === unit ? { ...unit, ...changed } : other)) });
  const withRows = (rows: readonly ForecastRow[]) => withUnit({ forecast: { ...unit.forecast, rows } });
  switch (event.type) {
    case "unit-changed":
      return withUnit(event.unitWords);
    case "unit-moved":
      return { ...test, units: moved(test.units, unit, event.by) };
    case "unit-removed":
      return withoutUnit(test, unit);
    case "like-answered": {
      const { [event.item]: _before, ...others } = unit.like;
      return withUnit({ like: event.answer ? { ...others, [event.item]: event.answer } : others });
    }
    case "forecast-changed":
      return countsYears(event.forecast.budgetYears) ? withUnit({ forecast: { ...unit.forecast, ...event.forecast } }) : test;
    case "row-added": {
      const row: ForecastRow = { id: `i${test.next}`, kind: event.kind, name: event.name, signed: false };
      const added = numbered(withRows([...unit.forecast.rows, row]));
      return event.link ? { ...added, links: { ...added.links, [itemSlot(unit.id, "row", row.id)]: event.link } } : added;
    }
    case "row-changed":
      return withRows(unit.forecast.rows.map((row) => (row.id === event.row ? { ...row, ...event.change } : row)));
    case "row-moved": {
      const row = unit.forecast.rows.find(({ id }) => id === event.row);
      return row ? withRows(moved(unit.forecast.rows, row, event.by)) : test;
    }
    case "row-removed":
      return withoutItem(test, unit, "row", event.row);
    case "rate-changed":
      return withUnit({ rate: { ...unit.rate, ...event.rate } });
    case "fair-value-changed":
      return withUnit({ fairValue: { ...unit.fairValue, ...event.fairValue } });
    case "schedule-added":
      return numbered(withUnit({ fairValue: { ...unit.fairValue, schedules: [...unit.fairValue.schedules, { id: `i${test.next}`, name: event.name }] } }));
    case "schedule-renamed":
      return withUnit({ fairValue: { ...unit.fairValue, schedules: unit.fairValue.schedules.map((schedule) => (schedule.id === event.schedule ? { ...schedule, name: event.name } : schedule)) } });
    case "schedule-removed":
      return withoutItem(test, unit, "schedule", event.schedule);
    case "past-row-added":
      return numbered(withUnit({ past: [...unit.past, { id: `i${test.next}`, kind: event.kind, name: event.name, signed: false }] }));
    case "past-row-removed":
      return withoutItem(test, unit, "past", event.row);
  }
}

const numbered = (test: ImpairmentTest): ImpairmentTest => ({ ...test, next: test.next + 1 });

/** A number of years of a budget, or none said. */
export function countsYears(years: number | null | undefined): boolean {
  return years === undefined || years === null || (Number.isInteger(years) && years >= 0 && years <= 200);
}

/** A list with one of its entries some places further on; at its end it stays there. */
function moved<T>(list: readonly T[], entry: T, by: number): readonly T[] {
  const others = list.filter((other) => other !== entry);
  const place = Math.min(Math.max(list.indexOf(entry) + Math.trunc(by), 0), others.length);
  return [...others.slice(0, place), entry, ...others.slice(place)];
}
