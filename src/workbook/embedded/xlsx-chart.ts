import type { NamedRange, SheetChart, WriteSheet } from "hucre";
import { blockOnSheet, fixedOnSheet, quotedSheet, type RangeAddress } from "../address.ts";
import type { PlacedChart } from "./sheet-extras.ts";
import { escaped, unescaped } from "./xlsx-parts.ts";

/** A chart in the file's terms. */
export function fileChart({ kind, title, categories, series, place }: PlacedChart): SheetChart {
  const [type, stacked] = kind.split("-");
  const visible = series.filter(({ hidden }) => !hidden);
  return {
    type: type === "line" ? "line" : type === "bar" ? "bar" : "column",
    ...(type !== "line" && { barGrouping: stacked ? ("stacked" as const) : ("clustered" as const) }),
    ...(title === "" ? { autoTitleDeleted: true } : { title, altText: title }),
    series: series.map(({ name, values }) => ({ name, values: fixedOnSheet(values), categories: fixedOnSheet(categories) })),
    anchor: { from: { row: place.row, col: place.column }, to: { row: place.row + place.rows, col: place.column + place.columns } },
    gapWidth: 60,
    legend: visible.length > 1 && "bottom",
    legendEntries: series.flatMap(({ hidden }, idx) => (hidden ? [{ idx, delete: true }] : [])),
    axes: {
      // Bars stand in the order of the rows they are drawn from, and their figures below them.
      x: { tickLblPos: "low", majorTickMark: "none", minorTickMark: "none", ...(type === "bar" && { reverse: true }) },
      y: { gridlines: { major: true }, majorTickMark: "none", minorTickMark: "none", numberFormat: { formatCode: "General", sourceLinked: true }, ...(type === "bar" && { crosses: "max" as const }) },
    },
  };
}

/** The name that makes a sheet repeat rows on each printed page. */
export function titleName(rows: RangeAddress | undefined): NamedRange[] {
  return rows ? [{ name: "_xlnm.Print_Titles", range: `${quotedSheet(rows.sheet)}!$${rows.row + 1}:$${rows.row + rows.rows}`, scope: rows.sheet }] : [];
}

interface Figure {
  readonly value: unknown;
  readonly format: string;
}

/** What the cells of the written sheets hold, for readers that draw without calculating. */
export function figuresIn(sheets: readonly WriteSheet[]): (range: RangeAddress) => Figure[] {
  return ({ sheet, row, column, rows, columns }) => {
    const cells = sheets.find(({ name }) => name === sheet)?.cells;
    return Array.from({ length: rows * columns }, (_, index) => {
      const cell = cells?.get(`${row + Math.floor(index / columns)},${column + (index % columns)}`);
      return { value: cell?.formulaResult ?? cell?.value, format: cell?.style?.numFmt ?? "General" };
    });
  };
}

/** The written chart with the figures it shows, pale lines behind them, and with the series that take room without being drawn. */
export function finishedChart(xml: string, { series }: PlacedChart, figures: (range: RangeAddress) => readonly Figure[]): string {
  let at = -1;
  return xml
    .replace("<c:majorGridlines/>", `<c:majorGridlines>${paleLine}</c:majorGridlines>`)
    .replace(/<\/c:tx>|<c:ser>/g, (tag) => {
      if (tag === "<c:ser>") at += 1;
      return tag === "</c:tx>" && series[at]?.hidden ? `${tag}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` : tag;
    })
    .replace(/<c:(str|num)Ref><c:f>([^<]*)<\/c:f>/g, (whole, kind: "str" | "num", reference: string) => {
      const range = blockOnSheet(unescaped(reference));
      return range ? whole + cache(kind, figures(range)) : whole;
    });
}

const paleLine = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>';

function cache(kind: "str" | "num", figures: readonly Figure[]): string {
  const points = figures.flatMap(({ value }, index) => {
    const text = kind === "str" ? String(value ?? "") : typeof value === "number" ? String(value) : "";
    return text === "" ? [] : [`<c:pt idx="${index}"><c:v>${escaped(text)}</c:v></c:pt>`];
  });
  const format = kind === "num" ? `<c:formatCode>${escaped(figures[0]?.format ?? "General")}</c:formatCode>` : "";
  return `<c:${kind}Cache>${format}<c:ptCount val="${figures.length}"/>${points.join("")}</c:${kind}Cache>`;
}

/** The drawing of a sheet with its charts named as ours. */
export const withChartNames = (xml: string): string => xml.replace(/(<xdr:cNvPr [^>]*name=")Chart (\d+")/g, "$1Headroom $2");
