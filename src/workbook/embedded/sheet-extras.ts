import type { CellBlock, RangeAddress } from "../address.ts";
import type { ChartKind, SheetPlan } from "../port.ts";
import type { IWorksheetData } from "./engine.ts";

/** A chart, its blocks where they lie by now. */
export interface PlacedChart {
  readonly kind: ChartKind;
  readonly title: string;
  readonly categories: RangeAddress;
  readonly series: readonly { readonly name: string; readonly values: RangeAddress; readonly hidden?: boolean }[];
  readonly place: RangeAddress;
}

/** The same with names of pins for blocks, so that they follow their cells. */
interface KeptChart {
  readonly kind: ChartKind;
  readonly title: string;
  readonly categories: string;
  readonly series: readonly { readonly name: string; readonly values: string; readonly hidden?: boolean }[];
  readonly place: string;
}

export type Extras = Readonly<Record<string, string>>;

/** Pins a block, of the sheet itself where none is named, and gives the name of the pin. */
export type Follow = (block: CellBlock & { readonly sheet?: string }) => string;
/** Where a pinned block lies by now. */
export type Find = (pin: string) => RangeAddress | null;

// More columns than a sheet has: the rows stay pinned whatever columns go.
const everyColumn = { column: 0, columns: 16_384 };

/** What a sheet holds beside its cells, for the engine's own store of a sheet: charts, which it does not draw, and the printed page. */
export function plannedExtras({ charts = [], printTitleRows = 0 }: SheetPlan, follow: Follow): Extras {
  const page = { pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 } };
  return {
    ...(printTitleRows > 0 && { page: JSON.stringify(page), ...titleRows({ row: 0, rows: printTitleRows }, follow) }),
    ...keptCharts(charts, follow),
  };
}

/** Rows that each printed page repeats. */
export const titleRows = (rows: Pick<CellBlock, "row" | "rows">, follow: Follow): Extras => ({ titleRows: follow({ ...rows, ...everyColumn }) });

type Chart = Omit<KeptChart, "categories" | "place" | "series"> & { readonly categories: CellBlock; readonly place: CellBlock; readonly series: readonly { readonly name: string; readonly values: CellBlock; readonly hidden?: boolean }[] };

export function keptCharts(charts: readonly Chart[], follow: Follow): Extras {
  const kept = charts.map((chart): KeptChart => ({
    ...chart,
    categories: follow(chart.categories),
    series: chart.series.map((series) => ({ ...series, values: follow(series.values) })),
    place: follow(chart.place),
  }));
  return kept.length === 0 ? {} : { charts: JSON.stringify(kept) };
}

/** The charts of a sheet; one whose cells or whose place have been deleted is none any more. */
export function placedCharts({ name, custom }: Partial<IWorksheetData>, find: Find): PlacedChart[] {
  const kept: unknown = custom?.["charts"];
  // Written by keptCharts, and by nothing else.
  const charts = typeof kept === "string" ? (JSON.parse(kept) as KeptChart[]) : [];
  return charts.flatMap((chart) => {
    const [categories, place] = [find(chart.categories), find(chart.place)];
    const series = chart.series.flatMap(({ values, ...of }) => {
      const block = find(values);
      return block ? [{ ...of, values: block }] : [];
    });
    // A copy of the sheet has the same pins, which lie on the first.
    return categories && place?.sheet === name && place && series.length > 0 ? [{ ...chart, categories, series, place }] : [];
  });
}

/** The rows that each printed page repeats; undefined where there are none. */
export function placedTitleRows({ name, custom }: Partial<IWorksheetData>, find: Find): RangeAddress | undefined {
  const pin: unknown = custom?.["titleRows"];
  const rows = typeof pin === "string" ? find(pin) : null;
  return rows?.sheet === name && rows ? rows : undefined;
}
