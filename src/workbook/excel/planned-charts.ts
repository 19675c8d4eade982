import type { ChartKind, ChartPlan, SheetPlan } from "../port.ts";
import { rangeOn } from "./cell-block.ts";

const types: Readonly<Record<ChartKind, "ColumnClustered" | "ColumnStacked" | "BarClustered" | "BarStacked" | "Line">> = {
  column: "ColumnClustered",
  "column-stacked": "ColumnStacked",
  bar: "BarClustered",
  "bar-stacked": "BarStacked",
  line: "Line",
};

/** Adds the charts of a planned sheet, whose cells have been written. */
export function addCharts(sheet: Excel.Worksheet, { charts = [] }: SheetPlan): void {
  charts.forEach((chart, index) => addChart(sheet, chart, `Headroom ${index + 1}`));
}

function addChart(sheet: Excel.Worksheet, { kind, title, categories, series, place }: ChartPlan, name: string): void {
  const [first] = series;
  if (!first) return;
  // A chart begins with what lies in one row or column, which is one series however Excel reads it.
  const chart = sheet.charts.add(types[kind], rangeOn(sheet, first.values), first.values.rows === 1 ? "Rows" : "Columns");
  chart.name = name;
  if (title === "") chart.title.visible = false;
  else chart.title.text = title;
  chart.setPosition(rangeOn(sheet, { ...place, rows: 1, columns: 1 }), rangeOn(sheet, { row: place.row + place.rows - 1, column: place.column + place.columns - 1, rows: 1, columns: 1 }));
  series.forEach(({ name: label, values, hidden }, index) => {
    const drawn = index === 0 ? chart.series.getItemAt(0) : chart.series.add(label);
    drawn.name = label;
    drawn.setValues(rangeOn(sheet, values));
    drawn.setXAxisValues(rangeOn(sheet, categories));
    if (!hidden) return;
    drawn.format.fill.clear();
    drawn.format.line.clear();
  });
  explain(chart.legend, series);
  const axis = chart.axes.categoryAxis;
  axis.tickLabelPosition = "Low";
  if (kind !== "bar" && kind !== "bar-stacked") return;
  // Bars then stand in the order of the rows they are drawn from, and their figures below them.
  axis.reversePlotOrder = true;
  axis.position = "Maximum";
}

/** A legend where there is more than one series to tell apart; it has entries only while it is shown. */
function explain(legend: Excel.ChartLegend, series: ChartPlan["series"]): void {
  const needed = series.filter(({ hidden }) => !hidden).length > 1;
  legend.visible = needed;
  if (!needed) return;
  legend.position = "Bottom";
  // From the last on: one that has gone may take its number with it.
  for (const [index, { hidden }] of [...series.entries()].reverse()) if (hidden) legend.legendEntries.getItemAt(index).visible = false;
}
