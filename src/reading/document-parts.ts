import { linesOf } from "./printed-cell.ts";
import type { Paragraph, PrintedDocument, PrintedTable, PrintedUnit } from "./printed-document.ts";
import { tableOf, type Reading } from "./printed-table.ts";
import { isNote, statedUnit } from "./printed-words.ts";
import { draftsOf } from "./table-draft.ts";
import type { TableRegion } from "./text-lines.ts";

/** A document of its tables and paragraphs: units stated over tables and notes under them go to their tables. */
export function assembled(regions: readonly TableRegion[], paragraphs: readonly Paragraph[], furniture: readonly number[]): PrintedDocument {
  const drafts = regions.flatMap((region) => draftsOf(region.rows).map((draft) => ({ draft, region })));
  const readings = drafts.filter(({ draft }) => draft.body.length > 0).map(({ draft, region }) => withDoubts(tableOf(draft, region.parted), region));
  const headersAlone = drafts.filter(({ draft }) => draft.body.length === 0).map(({ draft }) => ({ why: "header-alone", lines: linesOf(draft.levels) }) as const);
  const unread = [...regions.flatMap((region) => region.unread), ...readings.flatMap((reading) => reading.unread), ...headersAlone];
  unread.sort((one, other) => one.lines.first - other.lines.first);
  const tables: PrintedTable[] = [];
  const words: Paragraph[] = [];
  let unit: PrintedUnit | undefined;
  let sinceTable = Infinity;
  const parts = [
    ...readings.map(({ table }) => ({ line: table.lines.first, table, paragraph: undefined })),
    ...paragraphs.map((paragraph) => ({ line: firstLine(paragraph), table: undefined, paragraph })),
  ].sort((one, other) => one.line - other.line);
  for (const { table, paragraph } of parts) {
    const last = tables.at(-1);
    if (table) {
      if (table.unit) unit = table.unit;
      tables.push({ ...table, unit });
      sinceTable = 0;
    } else if (last && sinceTable === 0 && isNote(paragraph.text)) {
      tables[tables.length - 1] = { ...last, notes: [...last.notes, paragraph] };
    } else {
      const stated = unitStated(paragraph);
      if (stated) unit = stated;
      else if (unit && (sinceTable === 0 || paragraph.text.length > 40 || /[。；]$/.test(paragraph.text))) unit = undefined;
      if (!stated || stated.place.start > 0) words.push(paragraph);
      sinceTable++;
    }
  }
  return { tables, paragraphs: words, unread, furniture };
}

/** A table with the doubts of its region that fall within its lines. */
function withDoubts({ table, unread }: Reading, region: TableRegion): Reading {
  const { first, last } = table.lines;
  const own = region.doubts.filter(({ lines }) => lines.first >= first && lines.last <= last);
  return { table: { ...table, doubts: [...table.doubts, ...own] }, unread };
}

const firstLine = (paragraph: Paragraph) => paragraph.pieces[0]?.place.line ?? 0;

function unitStated(paragraph: Paragraph): PrintedUnit | undefined {
  const stated = statedUnit(paragraph.text);
  const piece = paragraph.pieces.at(-1);
  if (!stated || !piece) return undefined;
  const start = piece.place.start + stated.start - piece.at;
  return { text: stated.text, place: { line: piece.place.line, start, end: start + stated.text.length } };
}
