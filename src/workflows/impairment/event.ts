import type { ItemId, Slot, UnitId } from "./slot.ts";
import type { Frame, Forecast, ForecastRow, ImpairmentTest, IndicatorName, LikeForLike, LikeItem, Link, FairValueSettings, RateSettings, Report, RowKind, SensitivitySettings, TestId, Unit } from "./state.ts";
import type { StepName } from "./step.ts";

/** What a person types or ticks about a unit; its parts have events of their own. */
export type UnitWords = Pick<Unit, "name" | "assets" | "use" | "inflows" | "change" | "measures" | "measuresReason" | "allocation">;

/** Among the tests of the workbook. */
export type TestsEvent =
  | { readonly type: "test-started"; readonly frame: Frame }
  /** A whole test from elsewhere, a sample; it takes a new id and is opened. */
  | { readonly type: "test-added"; readonly test: ImpairmentTest }
  | { readonly type: "next-year-started"; readonly from: TestId; readonly name: string; readonly date: string }
  | { readonly type: "test-opened"; readonly test: TestId | null }
  | { readonly type: "test-removed"; readonly test: TestId }
  /** The test that was deleted last comes back; or goes for good. */
  | { readonly type: "test-restored" }
  | { readonly type: "test-forgotten" };

/** In the open test. */
export type TestEvent =
  | { readonly type: "step-shown"; readonly step: StepName }
  | { readonly type: "frame-changed"; readonly frame: Partial<Frame> }
  | { readonly type: "indicator-answered"; readonly indicator: IndicatorName; readonly answer: "yes" | "no" | null; readonly note: string }
  | { readonly type: "annual-test-said"; readonly annual: boolean }
  | { readonly type: "linked"; readonly slot: Slot; readonly link: Link }
  | { readonly type: "unlinked"; readonly slot: Slot }
  | { readonly type: "explained"; readonly key: string; readonly text: string }
  | { readonly type: "sensitivity-changed"; readonly sensitivity: Partial<SensitivitySettings> }
  | { readonly type: "report-written"; readonly report: Report | null }
  /** One of the parts taken out of the test, by its place among them, comes back; or goes for good. */
  | { readonly type: "part-restored"; readonly part: number }
  | { readonly type: "part-forgotten"; readonly part: number };

/** In one unit of the open test. */
export type UnitEvent =
  | { readonly type: "unit-added"; readonly name: string }
  | { readonly type: "unit-changed"; readonly unit: UnitId; readonly unitWords: Partial<UnitWords> }
  | { readonly type: "unit-moved"; readonly unit: UnitId; readonly by: number }
  | { readonly type: "unit-removed"; readonly unit: UnitId }
  | { readonly type: "like-answered"; readonly unit: UnitId; readonly item: LikeItem; readonly answer: LikeForLike | null }
  | { readonly type: "forecast-changed"; readonly unit: UnitId; readonly forecast: Partial<Omit<Forecast, "rows">> }
  | { readonly type: "row-added"; readonly unit: UnitId; readonly kind: RowKind; readonly name: string; readonly link?: Link }
  | { readonly type: "row-changed"; readonly unit: UnitId; readonly row: ItemId; readonly change: Partial<Omit<ForecastRow, "id">> }
  | { readonly type: "row-moved"; readonly unit: UnitId; readonly row: ItemId; readonly by: number }
  | { readonly type: "row-removed"; readonly unit: UnitId; readonly row: ItemId }
  | { readonly type: "rate-changed"; readonly unit: UnitId; readonly rate: Partial<RateSettings> }
  | { readonly type: "fair-value-changed"; readonly unit: UnitId; readonly fairValue: Partial<Omit<FairValueSettings, "schedules">> }
  | { readonly type: "schedule-added"; readonly unit: UnitId; readonly name: string }
  | { readonly type: "schedule-renamed"; readonly unit: UnitId; readonly schedule: ItemId; readonly name: string }
  | { readonly type: "schedule-removed"; readonly unit: UnitId; readonly schedule: ItemId }
  | { readonly type: "past-row-added"; readonly unit: UnitId; readonly kind: RowKind; readonly name: string }
  | { readonly type: "past-row-removed"; readonly unit: UnitId; readonly row: ItemId };

export type ImpairmentEvent = TestsEvent | TestEvent | UnitEvent;
