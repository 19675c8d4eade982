import { a1, type CellBlock } from "../../src/workbook/address.ts";
import { OfficeError, type Sheet } from "./office-book.ts";
import { type Context, handle, type Kind, modelOf } from "./office-handle.ts";

/** A chart as Excel keeps it; its blocks are written as A1 on its sheet. */
export interface DrawnChart {
  type: string;
  name: string;
  title: string;
  place: string;
  legend: string;
  reversed: boolean;
  readonly series: DrawnSeries[];
}

export interface DrawnSeries {
  name: string;
  values: string;
  categories: string;
  filled: boolean;
  lined: boolean;
  inLegend: boolean;
}

interface Area {
  readonly sheet: Sheet;
  readonly block: CellBlock;
}

const types = ["ColumnClustered", "ColumnStacked", "BarClustered", "BarStacked", "Line"];

const textOf = (given: unknown) => a1(modelOf<Area>(given).block);
const newSeries = (name: string, values = ""): DrawnSeries => ({ name, values, categories: "", filled: true, lined: true, inLegend: true });

/** As Excel reads a block without headers: a series for each of its rows or columns. */
function seriesIn({ block }: Area, by: unknown): DrawnSeries[] {
  if (by !== "Rows" && by !== "Columns") throw new OfficeError("InvalidArgument");
  const lines = by === "Rows" ? block.rows : block.columns;
  return Array.from({ length: lines }, (_, index) => {
    const line = by === "Rows" ? { ...block, row: block.row + index, rows: 1 } : { ...block, column: block.column + index, columns: 1 };
    return newSeries(`Series${index + 1}`, a1(line));
  });
}

function part<M extends object>(kind: Kind<M>) {
  return (context: Context, find: () => M) => handle(context, kind, find);
}

const seriesKind: Kind<DrawnSeries> = {
  name: "series",
  sets: { name: (series, value) => (series.name = String(value)) },
  acts: {
    setValues: (series, range) => (series.values = textOf(range)),
    setXAxisValues: (series, range) => (series.categories = textOf(range)),
  },
  parts: {
    format: part({
      name: "series.format",
      parts: {
        fill: part({ name: "series.format.fill", acts: { clear: (series: DrawnSeries) => (series.filled = false) } }),
        line: part({ name: "series.format.line", acts: { clear: (series: DrawnSeries) => (series.lined = false) } }),
      },
    }),
  },
};

const seriesList: Kind<DrawnChart> = {
  name: "series list",
  gives: {
    getItemAt: (context, find, index) => handle(context, seriesKind, () => find().series[Number(index)]),
    add: (context, find, name) => {
      let added: DrawnSeries | undefined;
      context.enqueue(() => find().series.push((added = newSeries(String(name)))));
      return handle(context, seriesKind, () => added);
    },
  },
};

const entryKind: Kind<DrawnSeries> = { name: "legend entry", sets: { visible: (series, value) => (series.inLegend = value === true) } };
const entries: Kind<DrawnChart> = {
  name: "legend entries",
  gives: {
    getItemAt: (context, find, index) =>
      handle(context, entryKind, () => {
        const { legend, series } = find();
        if (legend === "") throw new OfficeError("InvalidOperation", "a legend that is not shown has no entries");
        return series[Number(index)];
      }),
  },
};
const legendKind: Kind<DrawnChart> = {
  name: "legend",
  sets: { visible: (chart, value) => (chart.legend = value === true ? "Right" : ""), position: (chart, value) => (chart.legend = chart.legend && String(value)) },
  parts: { legendEntries: part(entries) },
};

const axisKind: Kind<DrawnChart> = {
  name: "category axis",
  sets: { reversePlotOrder: (chart, value) => (chart.reversed = value === true), tickLabelPosition: () => undefined, position: () => undefined },
};

const chartKind: Kind<DrawnChart> = {
  name: "chart",
  sets: { name: (chart, value) => (chart.name = String(value)) },
  acts: { setPosition: (chart, first, last) => (chart.place = `${textOf(first)}:${textOf(last)}`) },
  parts: {
    title: part({ name: "chart.title", sets: { text: (chart: DrawnChart, value) => (chart.title = String(value)), visible: (chart: DrawnChart, value) => (chart.title = value === true ? chart.title : "") } }),
    series: part(seriesList),
    legend: part(legendKind),
    axes: part({ name: "axes", parts: { categoryAxis: part(axisKind) } }),
  },
};

/** The charts of a sheet. */
export const chartsKind: Kind<Sheet> = {
  name: "charts",
  gives: {
    add: (context, find, type, source, by) => {
      let added: DrawnChart | undefined;
      context.enqueue(() => {
        context.host.obstruct("charts.add");
        const sheet = find();
        const area = modelOf<Area>(source);
        if (sheet.protected) throw new OfficeError("AccessDenied");
        if (!types.includes(String(type))) throw new OfficeError("InvalidArgument");
        added = { type: String(type), name: `Chart ${sheet.charts.length + 1}`, title: "Chart Title", place: "", legend: "Right", reversed: false, series: seriesIn(area, by) };
        sheet.charts.push(added);
      });
      return handle(context, chartKind, () => added);
    },
  },
};
