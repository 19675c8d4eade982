import type { UnitId } from "./slot.ts";
import { type Forecast, type Frame, type ImpairmentTest, type IndicatorAnswer, type Indicators, type SensitivitySettings, type TestId, type Unit } from "./state.ts";

/** What a person has not said yet. */
export const emptyFrame: Frame = {
  standard: "CAS8",
  name: "",
  entity: "",
  date: "",
  currency: "CNY",
  scale: "ten-thousand",
  language: "zh-CN",
  preparer: "",
  reviewer: "",
  digits: 2,
  valueDigits: 2,
};

const unanswered: IndicatorAnswer = { answer: null, note: "" };

export const emptyIndicators: Indicators = {
  answers: { "market-value": unanswered, environment: unanswered, "market-rates": unanswered, obsolescence: unanswered, idle: unanswered, performance: unanswered, other: unanswered },
  annual: false,
};

const customarySensitivity: SensitivitySettings = {
  rates: ["-0.01", "-0.005", "0", "0.005", "0.01"],
  growths: ["-0.01", "-0.005", "0", "0.005", "0.01"],
  flows: ["-0.1", "-0.05", "0", "0.05", "0.1"],
  lever: "0.05",
  points: "0.005",
};

const emptyForecast: Forecast = { basis: "rows", rows: [], budgetYears: null, timing: "end", perpetuity: false, prices: "nominal" };

export function emptyTest(id: TestId, frame: Frame): ImpairmentTest {
  return { id, step: "frame", frame, indicators: emptyIndicators, units: [], links: {}, explanations: {}, sensitivity: customarySensitivity, report: null, removed: [], previous: null, next: 1 };
}

export function emptyUnit(id: UnitId, name: string): Unit {
  return {
    id,
    name,
    assets: "",
    use: "own",
    inflows: "",
    change: "",
    measures: "tree",
    measuresReason: "",
    like: {},
    forecast: emptyForecast,
    rate: { source: "build-up", basis: "pre-tax", betaUnlevered: false },
    fairValue: { method: "market", level: 3, income: "linked", net: false, costs: "unit", schedules: [] },
    allocation: "pro-rata",
    past: [],
  };
}
