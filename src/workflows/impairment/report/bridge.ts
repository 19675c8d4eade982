import type { UnitEvaluation } from "../evaluation.ts";
import { f, type Formula, type PaperCells } from "./formula.ts";
import { both, figureAt, head, inBoth, mark, method, moneyFormat, moneyUnit, type Paper, valueAt } from "./paper.ts";
import { columns, type PaperDraft } from "./sheet.ts";
import { ofUnit } from "./unit-flows.ts";

interface BridgeStep {
  readonly name: string;
  readonly label: readonly [string, string];
  readonly value: Formula;
  readonly isTotal: boolean;
}

const bars = ["bridge-base", "bridge-up", "bridge-down", "bridge-below", "bridge-total"] as const;

/** The bridge from the years to the headroom: each step with the bar a chart draws for it, as formulas on its value. */
export function bridgeRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, length: number): void {
  const steps = bridgeSteps(paper, evaluated, length);
  draft.heads(mark(evaluated, "bridge"), head(paper, "bridge"), (["bridge-after", ...bars] as const).map((name) => head(paper, name)));
  const marks = steps.map(({ name }) => mark(evaluated, `bridge-${name}`));
  steps.forEach(({ label, value, isTotal }, index) => {
    const key = marks[index] ?? "";
    const step = valueAt("value-in-use", key);
    const after = figureAt("value-in-use", key, 0);
    const before = index === 0 ? "0" : figureAt("value-in-use", marks[index - 1] ?? "", 0);
    const heights = isTotal
      ? [f`${step}`, f`0`, f`0`, f`0`, f`0`, f`${step}`]
      : [
          f`${before}+${step}`,
          f`IF(MIN(${before},${after})>0,MIN(${before},${after}),MIN(0,MAX(${before},${after})))`,
          f`IF(${step}>=0,MAX(0,${before},${after})-MAX(0,MIN(${before},${after})),0)`,
          f`IF(${step}<0,MAX(0,${before},${after})-MAX(0,MIN(${before},${after})),0)`,
          f`MIN(0,${before},${after})-MIN(0,MAX(${before},${after}))`,
          f`0`,
        ];
    draft.row(key, { label, unit: moneyUnit(paper), format: moneyFormat(paper), value, line: heights, ...(index === 0 && { method: method(paper, "bridge") }) });
  });
  const down = (column: number): PaperCells => ({ role: "value-in-use", key: marks[0] ?? "", lastKey: marks.at(-1) ?? "", column, columns: 1 });
  draft.chart({
    key: mark(evaluated, "chart-bridge"),
    kind: "column-stacked",
    title: `${evaluated.unit.name} ${inBoth(paper, "bridge")}`,
    categories: down(columns.label),
    series: bars.map((name, index) => ({ name: inBoth(paper, name), values: down(columns.line + 1 + index), ...(name === "bridge-base" && { hidden: true }) })),
    size: { rows: 18, columns: 7 },
  });
}

function bridgeSteps(paper: Paper, evaluated: UnitEvaluation, length: number): readonly BridgeStep[] {
  const { unit, flows } = evaluated;
  const links = (name: "base-working-capital" | "recovery") => paper.test.links[`${unit.id}/${name}`] !== undefined;
  const words = (name: Parameters<typeof bridgeLabel>[1]) => bridgeLabel(paper, name);
  const from = (name: string) => f`${ofUnit(evaluated, name)}`;
  const years = Array.from({ length }, (_, year): BridgeStep => ({ name: `y${year + 1}`, label: [flows?.years[year] ?? String(year + 1), ""], value: f`${figureAt("value-in-use", mark(evaluated, "present"), year)}`, isTotal: false }));
  const carrying = valueAt("units", mark(evaluated, "carrying"));
  return [
    ...years,
    ...(unit.forecast.perpetuity ? [{ name: "terminal", label: words("terminal"), value: from("terminal-present"), isTotal: false }] : []),
    ...(links("base-working-capital") ? [{ name: "working-capital", label: words("working-capital"), value: from("working-capital-less"), isTotal: false }] : []),
    ...(links("recovery") ? [{ name: "recovery", label: words("recovery"), value: from("recovery-present"), isTotal: false }] : []),
    { name: "rounding", label: words("rounding"), value: f`${ofUnit(evaluated, "value-in-use")}-${ofUnit(evaluated, "unrounded")}`, isTotal: false },
    { name: "value-in-use", label: words("value-in-use"), value: from("value-in-use"), isTotal: true },
    { name: "carrying", label: words("carrying"), value: f`-${carrying}`, isTotal: false },
    { name: "headroom", label: words("headroom"), value: f`${ofUnit(evaluated, "value-in-use")}-${carrying}`, isTotal: true },
  ];
}

function bridgeLabel(paper: Paper, name: "terminal" | "working-capital" | "recovery" | "rounding" | "value-in-use" | "carrying" | "headroom"): readonly [string, string] {
  return both(paper, ({ bridge }) => bridge[name]);
}
