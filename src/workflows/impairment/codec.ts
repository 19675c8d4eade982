import { WorkbookRefusal } from "../../workbook/port.ts";
import { DocumentFault, flag, listOf, matching, oneOf, orNull, type Reader, shape, tableOf, tagged, text, whole } from "../../workbook/document.ts";
import { noTests } from "./advance.ts";
import { isItemId, isSlot, isUnitId, type Slot } from "./slot.ts";
import {
  costsOfChoices,
  fairValueMethods,
  type FairValueSettings,
  type FeeSchedule,
  type Forecast,
  type ForecastRow,
  type Frame,
  type ImpairmentState,
  type ImpairmentTest,
  impairmentVersion,
  type IndicatorAnswer,
  type IndicatorName,
  type Indicators,
  type LikeForLike,
  likeItems,
  type Link,
  measureChoices,
  type RateSettings,
  type RemovedPart,
  type Report,
  rowKinds,
  scales,
  type SensitivitySettings,
  type TestId,
  type Unit,
  uses,
} from "./state.ts";
import { withPartsBack } from "./removed-part.ts";
import { steps } from "./step.ts";
import { hasDigits, hasPlace } from "./test-change.ts";
import { countsYears } from "./unit-change.ts";

/** The key the tests of a workbook are saved under. */
export const impairmentKey = "impairment";

/**
 * The tests in a saved document; none where there is no document. Refused: a document of a newer version
 * ("state-newer"), one that is not what this program writes ("state-unreadable").
 */
export function impairmentOf(document: unknown): ImpairmentState {
  if (document === null || document === undefined) return noTests;
  const version = versionOf(document);
  if (version !== undefined && version > impairmentVersion) throw new WorkbookRefusal({ code: "state-newer", key: impairmentKey, version });
  try {
    const read = stateReader(document, "");
    if (!coherent(read)) throw new DocumentFault("tests");
    return read;
  } catch (error) {
    if (error instanceof DocumentFault) unreadable(error);
    throw error;
  }
}

/** One test in a document that holds nothing else, such as one that a sample brings along. */
export function impairmentTestOf(document: unknown): ImpairmentTest {
  const id: unknown = typeof document === "object" && document !== null ? Reflect.get(document, "id") : undefined;
  const { tests } = impairmentOf({ ...noTests, tests: [document], open: id, next: Number.MAX_SAFE_INTEGER });
  return tests[0] ?? unreadable();
}

function unreadable(cause?: unknown): never {
  throw new WorkbookRefusal({ code: "state-unreadable", key: impairmentKey }, { cause });
}

function versionOf(document: unknown): number | undefined {
  const version: unknown = typeof document === "object" && document !== null ? Reflect.get(document, "version") : undefined;
  return typeof version === "number" ? version : undefined;
}

/** Ids used once, numbers given above all in use, links in places there are. */
function coherent({ tests, open, removed, next }: ImpairmentState): boolean {
  const once = (ids: readonly string[]) => new Set(ids).size === ids.length;
  const below = (ids: readonly string[], bound: number) => ids.every((id) => Number(id.slice(1)) < bound);
  const openable = tests.map(({ id }) => id);
  const all = removed ? [...tests, removed] : tests;
  const testIds = all.map(({ id }) => id);
  // With all that was taken out back in its place, so that it can be brought back.
  const whole = all.map(withPartsBack);
  const settled = [...all, ...whole].every((test) => {
    const ids = test.units.map(({ id }) => id);
    const items = test.units.flatMap(({ forecast, fairValue, past }) => [forecast.rows, fairValue.schedules, past].map((list) => list.map(({ id }) => id)));
    const places = Object.keys(test.links).every((slot) => hasPlace(test, slot as Slot));
    return once(ids) && below(ids, test.next) && items.every((list) => once(list) && below(list, test.next)) && places && hasDigits(test.frame);
  });
  return once(testIds) && below(testIds, next) && (open === null || openable.includes(open)) && settled && whole.every(({ removed: out }) => out.length === 0);
}

const isTestId = (id: string): id is TestId => /^t[1-9]\d*$/.test(id);
const testId = matching(isTestId);
const itemId = matching(isItemId);

const frame = shape<Frame>({
  standard: oneOf("CAS8", "IAS36"),
  name: text,
  entity: text,
  date: text,
  currency: text,
  scale: oneOf(...scales),
  language: oneOf("zh-CN", "en-US"),
  preparer: text,
  reviewer: text,
  digits: whole,
  valueDigits: whole,
});

const answer = shape<IndicatorAnswer>({ answer: orNull(oneOf("yes", "no")), note: text });

const indicators = shape<Indicators>({
  answers: shape<Record<IndicatorName, IndicatorAnswer>>({ "market-value": answer, environment: answer, "market-rates": answer, obsolescence: answer, idle: answer, performance: answer, other: answer }),
  annual: flag,
});

const row = shape<ForecastRow>({ id: itemId, kind: oneOf(...rowKinds), name: text, signed: flag });

const budgetYears: Reader<number | null> = (value, path) => {
  const years = orNull(whole)(value, path);
  if (!countsYears(years)) throw new DocumentFault(path);
  return years;
};

const unitId = matching(isUnitId);
const schedule = shape<FeeSchedule>({ id: itemId, name: text });

const unit = shape<Unit>({
  id: unitId,
  name: text,
  assets: text,
  use: oneOf(...uses),
  inflows: text,
  change: text,
  measures: oneOf(...measureChoices),
  measuresReason: text,
  like: tableOf(oneOf(...likeItems), shape<LikeForLike>({ carrying: flag, flows: flag })),
  forecast: shape<Forecast>({ basis: oneOf("rows", "given"), rows: listOf(row), budgetYears, timing: oneOf("end", "mid"), perpetuity: flag, prices: oneOf("nominal", "real") }),
  rate: shape<RateSettings>({ source: oneOf("build-up", "cost-of-capital", "given"), basis: oneOf("pre-tax", "post-tax"), betaUnlevered: flag }),
  fairValue: shape<FairValueSettings>({ method: oneOf(...fairValueMethods), level: oneOf(1, 2, 3), income: oneOf("linked", "value-in-use"), net: flag, costs: oneOf(...costsOfChoices), schedules: listOf(schedule) }),
  allocation: oneOf("pro-rata", "asset-by-asset"),
  past: listOf(row),
});

const textTable: Reader<Readonly<Record<string, string>>> = (value, path) => {
  const read = tableOf(text, text)(value, path);
  return Object.fromEntries(Object.entries(read).map(([key, entry]) => [key, entry ?? ""]));
};

const links = tableOf(matching(isSlot), shape<Link>({ pin: text, source: text, note: text }));

const removed = tagged<RemovedPart>("part", {
  unit: shape({ part: oneOf("unit"), unit, at: whole, links, explanations: textTable }),
  row: shape({ part: oneOf("row"), item: row, of: unitId, at: whole, links }),
  past: shape({ part: oneOf("past"), item: row, of: unitId, at: whole, links }),
  schedule: shape({ part: oneOf("schedule"), item: schedule, of: unitId, at: whole, links }),
});

const test = shape<ImpairmentTest>({
  id: testId,
  step: oneOf(...steps),
  frame,
  indicators,
  units: listOf(unit),
  links,
  explanations: textTable,
  sensitivity: shape<SensitivitySettings>({ rates: listOf(text), growths: listOf(text), flows: listOf(text), lever: text, points: text }),
  report: orNull(shape<Report>({ at: text, fingerprint: text, blocks: textTable })),
  removed: listOf(removed),
  previous: orNull(testId),
  next: whole,
});

const stateReader = shape<ImpairmentState>({ version: oneOf(impairmentVersion), tests: listOf(test), open: orNull(testId), removed: orNull(test), next: whole });
