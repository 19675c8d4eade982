import { blockOnSheet, type CellBlock, type RangeAddress } from "../address.ts";
import type { ChartKind } from "../port.ts";
import type { PlacedChart } from "./sheet-extras.ts";
import { elementsOf, hasElement, type Parts, relationsOf, type SheetPart, textOf, unescaped } from "./xlsx-parts.ts";

/** A chart of ours with the part that holds it. */
export interface FoundChart {
  readonly path: string;
  readonly chart: PlacedChart;
}

/** What stands in every element of a name, whatever its prefix. */
const contentsOf = (xml: string, name: string) => [...xml.matchAll(new RegExp(`<((?:\\w+:)?${name})(?=[\\s>])[^>]*>([^]*?)</\\1>`, "g"))].map(([, , content = ""]) => content);

/** The charts on a sheet that this program has drawn, in either host. */
export function ourCharts(parts: Parts, sheet: SheetPart): FoundChart[] {
  const drawing = relationsOf(parts, sheet.path).find(({ kind }) => kind === "drawing")?.path;
  if (drawing === undefined) return [];
  const charts = relationsOf(parts, drawing).filter(({ kind }) => kind === "chart");
  return contentsOf(textOf(parts, drawing), "twoCellAnchor").flatMap((anchor) => {
    const [{ name = "" } = {}] = elementsOf(anchor, "cNvPr");
    const [reference = {}] = elementsOf(anchor, "chart");
    const path = charts.find(({ id }) => Object.entries(reference).some(([key, value]) => key.endsWith("id") && value === id))?.path;
    const place = placeOf(anchor, sheet.name);
    const chart = /^Headroom \d+$/.test(name) && path !== undefined && place ? chartOf(textOf(parts, path), place) : undefined;
    return chart && path !== undefined ? [{ path, chart }] : [];
  });
}

/** The cells an anchor lies over: its end is the first cell beyond where it has no offset there. */
function placeOf(anchor: string, sheet: string): RangeAddress | undefined {
  const corner = (name: string) => {
    const [content = ""] = contentsOf(anchor, name);
    const [column, right, row, down] = ["col", "colOff", "row", "rowOff"].map((key) => Number(contentsOf(content, key)[0] ?? 0));
    return { row: row ?? 0, column: column ?? 0, down: down ?? 0, right: right ?? 0 };
  };
  const [from, to] = [corner("from"), corner("to")];
  const [rows, columns] = [to.row + (to.down > 0 ? 1 : 0) - from.row, to.column + (to.right > 0 ? 1 : 0) - from.column];
  const block: CellBlock = { row: from.row, column: from.column, rows, columns };
  return rows > 0 && columns > 0 ? { sheet, ...block } : undefined;
}

function chartOf(xml: string, place: RangeAddress): PlacedChart | undefined {
  const plot = xml.slice(Math.max(0, xml.search(/<(?:\w+:)?plotArea\b/)));
  const kind = kindOf(plot);
  const series = contentsOf(plot, "ser").map(seriesOf);
  const [categories] = series.map((each) => each?.categories);
  const title = contentsOf(contentsOf(xml.slice(0, xml.length - plot.length), "title")[0] ?? "", "t").map(unescaped).join("");
  if (!kind || !categories || !series.every((each) => each !== undefined)) return undefined;
  return { kind, title, categories, series: series.map(({ categories: _, ...each }) => each), place };
}

/** The kind of a chart that has only one; undefined for one we never draw. */
function kindOf(plot: string): ChartKind | undefined {
  const drawn = [...plot.matchAll(/<(?:\w+:)?(\w+Chart)>/g)].map(([, name]) => name);
  const grouping = elementsOf(plot, "grouping")[0]?.["val"];
  const stacked = grouping === "stacked";
  if (drawn.length !== 1) return undefined;
  if (drawn[0] === "lineChart" && grouping === "standard") return "line";
  if (drawn[0] !== "barChart" || (!stacked && grouping !== "clustered")) return undefined;
  const type = elementsOf(plot, "barDir")[0]?.["val"] === "bar" ? "bar" : "column";
  return stacked ? `${type}-stacked` : type;
}

function seriesOf(xml: string) {
  const [tx = "", cat = "", val = ""] = ["tx", "cat", "val"].map((name) => contentsOf(xml, name)[0]);
  const [categories, values] = [cat, val].map((of) => blockOnSheet(unescaped(contentsOf(of, "f")[0] ?? "")));
  const hidden = hasElement((contentsOf(xml, "spPr")[0] ?? "").replace(/<(\w+:)?ln\b[^]*$/, ""), "noFill");
  return categories && values && { name: unescaped(contentsOf(tx, "v")[0] ?? ""), categories, values, ...(hidden && { hidden }) };
}
