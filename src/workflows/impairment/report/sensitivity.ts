import { Refusal } from "../../../core/refusal.ts";
import type { BreakEvenFigure, Lever, TornadoEntry, UnitEvaluation } from "../evaluation.ts";
import { signOf } from "../net-flows.ts";
import { type UnitSlot, unitSlot } from "../slot.ts";
import { f, type Formula, type FormulaPart, joined } from "./formula.ts";
import { both, capitalised, figureAt, hasSettings, head, inBoth, languagesOf, lineAt, mark, method, money, moneyFormat, moneyUnit, type Paper, percentFormat, row, toDigits, valueAt } from "./paper.ts";
import { columns, PaperDraft } from "./sheet.ts";
import { netLine, ofUnit, timeLine } from "./unit-flows.ts";

/** What moves the headroom of each unit with a derived value in use: levers, break-evens, and a map over rates. */
export function sensitivitySheet(paper: Paper): PaperDraft {
  const draft = new PaperDraft("sensitivity");
  for (const evaluated of paper.evaluation.units) {
    const entries = hasSettings(paper) ? evaluated.tornado() : [];
    if (entries.length === 0) continue;
    draft.text(mark(evaluated, "unit"), evaluated.unit.name, "section");
    tornadoRows(paper, draft, evaluated, entries);
    mapRows(paper, draft, evaluated);
  }
  return draft;
}

interface Moved {
  readonly rate?: FormulaPart;
  readonly growth?: FormulaPart;
  /** What the flows are multiplied by. */
  readonly times?: Formula;
  /** What is added to the value of the flows. */
  readonly plus?: Formula;
}

/** Headroom on unrounded value in use with some of its terms set, as one native formula. */
function headroomWith(paper: Paper, evaluated: UnitEvaluation, { rate, growth, times, plus = f`` }: Moved): Formula {
  const { unit, flows } = evaluated;
  const length = flows?.net.length ?? 0;
  const r = rate ?? ofUnit(evaluated, "rate");
  const value = flowsValue(evaluated, netLine(evaluated, length), figureAt("value-in-use", mark(evaluated, "net"), length - 1), r, growth);
  const scaled = times ? f`(${value})*${times}` : value;
  // Decided by the link, not by the figure: what is zero today may be none tomorrow.
  const linked = (name: UnitSlot) => paper.test.links[unitSlot(unit.id, name)] !== undefined;
  const base = linked("base-working-capital") ? f`-${ofUnit(evaluated, "working-capital")}` : f``;
  const recovery = linked("recovery") ? f`+${ofUnit(evaluated, "recovery")}/(1+${r})^${length}` : f``;
  const headroom = f`${scaled}${plus}${base}${recovery}-${valueAt("units", `${unit.id}.carrying`)}`;
  if (!unit.forecast.perpetuity) return headroom;
  return f`IF(${growth ?? ofUnit(evaluated, "growth")}<${r},${headroom},NA())`;
}

/** Flows discounted with what follows them. */
function flowsValue(evaluated: UnitEvaluation, line: FormulaPart, last: FormulaPart, rate: FormulaPart, growth?: FormulaPart): Formula {
  const length = evaluated.flows?.net.length ?? 0;
  const present = f`SUMPRODUCT(${line}/(1+${rate})^${timeLine(evaluated, length)})`;
  if (!evaluated.unit.forecast.perpetuity) return present;
  const g = growth ?? ofUnit(evaluated, "growth");
  return f`${present}+${last}*(1+${g})/(${rate}-${g})/(1+${rate})^${figureAt("value-in-use", mark(evaluated, "time"), length - 1)}`;
}

/** Headroom with one lever changed: rate and growth by points, the others by a fraction of themselves. */
function moved(paper: Paper, evaluated: UnitEvaluation, lever: Lever, change: FormulaPart): Formula {
  const length = evaluated.flows?.net.length ?? 0;
  switch (lever) {
    case "rate":
      return headroomWith(paper, evaluated, { rate: f`(${ofUnit(evaluated, "rate")}+${change})` });
    case "growth":
      return headroomWith(paper, evaluated, { growth: f`(${ofUnit(evaluated, "growth")}+${change})` });
    case "flows":
      return headroomWith(paper, evaluated, { times: f`(1+${change})` });
    case "revenue":
    case "cost": {
      const rows = evaluated.unit.forecast.rows.filter(({ kind }) => kind === lever);
      const values = rows.map((forecast) => {
        const key = mark(evaluated, forecast.id);
        return f`${signOf(forecast) === -1 ? "-" : ""}(${flowsValue(evaluated, lineAt("value-in-use", key, length), figureAt("value-in-use", key, length - 1), ofUnit(evaluated, "rate"))})`;
      });
      return headroomWith(paper, evaluated, { plus: f`+${change}*(${joined(values, "+")})` });
    }
  }
}

/** Headroom with each lever a step down and up, and the value at which none is left: found, with its check beside it. */
function tornadoRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, entries: readonly TornadoEntry[]): void {
  const [first] = languagesOf(paper);
  draft.heads(mark(evaluated, "tornado"), head(paper, "tornado"), (["step", "low", "high", "critical", "critical-change"] as const).map((name) => head(paper, name)), head(paper, "headroom"));
  const found = new Map(evaluated.breakEvens().map((figure) => [figure.lever, figure]));
  const key = (lever: Lever) => mark(evaluated, `tornado-${lever}`);
  for (const { lever, step } of entries) {
    const at = (index: number) => figureAt("sensitivity", key(lever), index);
    draft.row(key(lever), {
      label: both(paper, (texts) => capitalised(texts.names.levers[lever])),
      unit: moneyUnit(paper),
      format: moneyFormat(paper),
      value: toDigits(paper, headroomWith(paper, evaluated, {})),
      line: [step.toNumber(), toDigits(paper, moved(paper, evaluated, lever, f`-${at(0)}`)), toDigits(paper, moved(paper, evaluated, lever, at(0))), ...criticalCells(paper, evaluated, found.get(lever), at(3))],
      source: first.foundAt(paper.at),
      method: method(paper, "critical"),
      ...criticalCheck(paper, evaluated, found.get(lever), at(4)),
    });
    draft.format(key(lever), { 0: percentFormat, 3: "0.0000%", 4: "0.0000%" });
  }
  const [top, bottom] = [entries[0], entries.at(-1)];
  if (!top || !bottom) return;
  const down = (column: number) => ({ role: "sensitivity" as const, key: key(top.lever), lastKey: key(bottom.lever), column, columns: 1 });
  draft.chart({
    key: mark(evaluated, "chart-tornado"),
    kind: "bar",
    title: `${evaluated.unit.name} ${inBoth(paper, "tornado")}`,
    categories: down(columns.label),
    series: [
      { name: inBoth(paper, "low"), values: down(columns.line + 1) },
      { name: inBoth(paper, "high"), values: down(columns.line + 2) },
    ],
    size: { rows: 14, columns: 7 },
  });
}

/** The critical value and how far off it lies. Where there is none, its place says so. */
function criticalCells(paper: Paper, evaluated: UnitEvaluation, figure: BreakEvenFigure | undefined, critical: FormulaPart): readonly (Formula | number | string)[] {
  if (!figure || figure.found instanceof Refusal) return [languagesOf(paper)[0].words.none];
  const present = figure.lever === "rate" || figure.lever === "growth" ? f`-${ofUnit(evaluated, figure.lever)}` : f``;
  return [figure.found.toNumber(), f`${critical}${present}`];
}

function criticalCheck(paper: Paper, evaluated: UnitEvaluation, figure: BreakEvenFigure | undefined, change: FormulaPart): { readonly check?: Formula } {
  if (!figure || figure.found instanceof Refusal) return {};
  return { check: toDigits(paper, moved(paper, evaluated, figure.lever, change)) };
}

/** Headroom over rates (down) and growths, or changes of the flows, across. */
function mapRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation): void {
  const map = evaluated.headroomMap();
  if (!map) return;
  const { rates } = paper.test.sensitivity;
  const steps = map.across === "growth" ? paper.test.sensitivity.growths : paper.test.sensitivity.flows;
  const head = mark(evaluated, "map");
  const across = steps.map((step) => (map.across === "growth" ? f`${ofUnit(evaluated, "growth")}+(${step})` : f`${step}`));
  draft.row(head, { ...row(paper, map.across === "growth" ? "growth-axis" : "flows-axis"), method: method(paper, "map"), line: across, lineFormat: percentFormat, style: "header" });
  const keys = rates.map((_, index) => mark(evaluated, `map-${index + 1}`));
  rates.forEach((step, index) => {
    const key = keys[index] ?? "";
    const rate = valueAt("sensitivity", key);
    const cell = (column: number): Formula => {
      const axis = figureAt("sensitivity", head, column);
      return toDigits(paper, headroomWith(paper, evaluated, map.across === "growth" ? { rate, growth: axis } : { rate, times: f`(1+${axis})` }));
    };
    draft.row(key, { ...row(paper, "rate-axis"), ...money(paper), value: f`${ofUnit(evaluated, "rate")}+(${step})`, format: percentFormat, lineFormat: moneyFormat(paper), line: steps.map((_, column) => cell(column)) });
  });
  const [top, bottom] = [keys[0], keys.at(-1)];
  if (top === undefined || bottom === undefined) return;
  const down = (column: number) => ({ role: "sensitivity" as const, key: top, lastKey: bottom, column, columns: 1 });
  draft.chart({
    key: mark(evaluated, "chart-map"),
    kind: "line",
    title: `${evaluated.unit.name} ${inBoth(paper, "headroom-map")}`,
    categories: down(columns.value),
    series: map.columns.map((value, column) => ({ name: `${value.times(100).toDecimalPlaces(4).toString()}%`, values: down(columns.line + column) })),
    size: { rows: 16, columns: 7 },
  });
}
