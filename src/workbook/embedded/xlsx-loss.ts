import type { CellName, LostInCells, LostInWorkbook, LostPart, Loss } from "../file.ts";
import { isMarkFormula } from "../mark.ts";
import { hasElement, type Parts, relationsOf, type SheetPart, sheetParts, textOf, unescaped, workbookPath } from "./xlsx-parts.ts";

/** Elements of a sheet that have no place in this workbook. */
const elements: Readonly<Partial<Record<LostPart, readonly string[]>>> = {
  "data-validation": ["dataValidation"],
  "conditional-formats": ["cfRule"],
  filters: ["autoFilter"],
  hyperlinks: ["hyperlink"],
  "sheet-protection": ["sheetProtection"],
  sparklines: ["sparklineGroup"],
  controls: ["controls"],
  "embedded-objects": ["oleObjects"],
  "page-breaks": ["rowBreaks", "colBreaks"],
};

/** Kinds of parts that sheets, and the drawings on them, lead to. */
const related: Readonly<Record<string, LostPart>> = {
  chart: "charts",
  chartEx: "charts",
  image: "images",
  diagramData: "shapes",
  pivotTable: "pivot-tables",
  slicer: "slicers",
  timeline: "slicers",
  comments: "comments",
  threadedComment: "comments",
  table: "tables",
  ctrlProp: "controls",
  oleObject: "embedded-objects",
  package: "embedded-objects",
};

const ofWorkbook: Readonly<Record<string, LostInWorkbook>> = {
  vbaProject: "macros",
  externalLink: "external-links",
  customXml: "custom-data",
  connections: "data-connections",
};

/** Paths of parts that are kept, rebuilt, or named by another loss. */
const known = [
  /^\[Content_Types\]\.xml$/,
  /(^|\/)_rels\//,
  /^docProps\//,
  /^(xl|customXml|_xmlsignatures)\/[^/]*\.(xml|bin|sigs)$/,
  /^xl\/(worksheets|chartsheets|dialogsheets|macrosheets|theme|drawings|charts|media|embeddings|activeX|ctrlProps|tables|queryTables|pivotTables|pivotCache|slicers|slicerCaches|timelines|timelineCaches|threadedComments|persons|externalLinks|diagrams|comments|printerSettings|richData|webextensions|model|ink|customProperty|featurePropertyBag|metadata)\b/,
  /^(customXml|_xmlsignatures|docMetadata|customUI)\//,
];

/** What the parts of a file hold that this workbook cannot keep, in the order of the list above. */
export function lossesIn(parts: Parts, keptCharts: ReadonlySet<string>): Loss[] {
  const sheets = sheetParts(parts);
  const found = new Map<LostPart, Set<string>>();
  const note = (part: LostPart, sheet: SheetPart) => found.set(part, (found.get(part) ?? new Set()).add(sheet.name));
  for (const sheet of sheets) {
    if (!sheet.isGrid) note("chart-sheets", sheet);
    for (const [part, names] of Object.entries(elements)) if (names.some((name) => hasElement(name === "cfRule" ? withoutMarks(sheet.xml) : sheet.xml, name))) note(part as LostPart, sheet);
    if (/<(?:\w+:)?(?:row|col)\b[^>]*\soutlineLevel="[1-9]/.test(sheet.xml)) note("outline-groups", sheet);
    if (/<(?:\w+:)?col\b[^>]*\sstyle="[1-9]|<(?:\w+:)?row\b[^>]*\scustomFormat="(?:1|true)"/.test(sheet.xml)) note("line-looks", sheet);
    if (/<(?:\w+:)?pane\b(?![^>]*frozen)[^>]*\s[xy]Split/.test(sheet.xml)) note("split-panes", sheet);
    for (const part of drawnOn(parts, sheet, keptCharts)) note(part, sheet);
  }
  return [
    ...[...found].map(([code, names]): Loss => ({ code, sheets: [...names] })),
    ...workbookLosses(parts),
    ...unknownParts(parts),
  ];
}

/** A sheet without the conditional formats that show marks of ours in Excel: they are no one's loss. */
const withoutMarks = (xml: string) => xml.replace(/<((?:\w+:)?cfRule)\b[^>]*(?<!\/)>([^]*?)<\/\1>/g, (rule, _name, content: string) => (isMarkFormula(unescaped(content)) ? "" : rule));

function drawnOn(parts: Parts, sheet: SheetPart, keptCharts: ReadonlySet<string>): LostPart[] {
  return relationsOf(parts, sheet.path).flatMap(({ kind, path }): LostPart[] => {
    if (kind === "vmlDrawing") return hasElement(textOf(parts, path), "ClientData") && !/ObjectType="Note"/.test(textOf(parts, path)) ? ["controls"] : [];
    if (kind !== "drawing") return related[kind] === undefined ? [] : [related[kind]];
    const drawing = textOf(parts, path);
    const inside = relationsOf(parts, path).flatMap((inner) => (keptCharts.has(inner.path) ? [] : (related[inner.kind] ?? [])));
    return [...inside, ...(hasElement(drawing, "sp") || hasElement(drawing, "cxnSp") ? (["shapes"] as const) : [])];
  });
}

function workbookLosses(parts: Parts): Loss[] {
  const workbook = workbookPath(parts);
  const xml = textOf(parts, workbook);
  const related = [...relationsOf(parts, workbook), ...relationsOf(parts, "")].map(({ kind }) => ofWorkbook[kind]);
  const codes = new Set<LostInWorkbook>(related.filter((code) => code !== undefined));
  if (/<(?:\w+:)?workbookProtection\b[^>]*\slock(?:Structure|Windows)="(?:1|true)"/.test(xml)) codes.add("workbook-protection");
  if (/<(?:\w+:)?workbookPr\b[^>]*\sdate1904="(?:1|true)"/.test(xml)) codes.add("dates-1904");
  if (Object.keys(parts).some((path) => path.startsWith("_xmlsignatures/"))) codes.add("signatures");
  return [...codes].map((code) => ({ code }));
}

function unknownParts(parts: Parts): Loss[] {
  const unknown = Object.keys(parts).filter((path) => !path.endsWith("/") && !known.some((pattern) => pattern.test(path)));
  return unknown.length === 0 ? [] : [{ code: "unknown-parts", parts: unknown }];
}

const shown = 5;

/** Collects what single cells lose: the first few by name, and how many there are. */
export class CellLosses {
  private readonly found = new Map<LostInCells, { cells: CellName[]; count: number }>();

  add(code: LostInCells, cell: CellName): void {
    const entry = this.found.get(code) ?? { cells: [], count: 0 };
    entry.count += 1;
    if (entry.cells.length < shown) entry.cells.push(cell);
    this.found.set(code, entry);
  }

  all(): Loss[] {
    return [...this.found].map(([code, { cells, count }]) => ({ code, cells, count }));
  }
}
