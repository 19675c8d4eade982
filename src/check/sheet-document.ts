import { cellAt, type CellRow } from "../reading/printed-cell.ts";
import { assembled } from "../reading/document-parts.ts";
import { paragraphOf } from "../reading/paragraph.ts";
import type { Paragraph, Place, PrintedDocument } from "../reading/printed-document.ts";
import { isFigure, isNote, statedUnit } from "../reading/printed-words.ts";
import type { TableRegion } from "../reading/text-lines.ts";
import type { CellBlock } from "../workbook/address.ts";
import type { CellValue } from "../workbook/port.ts";
import { sheetTexts } from "./sheet-texts.ts";
import { type Strip, stripsOf } from "./sheet-strips.ts";

/** Cells of a sheet, with the 0-based place of the first. */
export interface SheetCells {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
}

/** A cell holds at most 32,767 characters: in the place of a figure on a sheet, its column stands above them. */
const charactersOfCell = 1 << 16;

/** The cell in which a place of a sheet's document lies. */
export function sheetCellAt({ line, start }: Place): CellBlock {
  return { row: line - 1, column: Math.floor(start / charactersOfCell), rows: 1, columns: 1 };
}

/**
 * The tables and words of a sheet, as a printed text has them. Tables are parted by blank rows and by blank columns; a block
 * without a header goes on with the table above. Numbers are printed with the decimals of their values, as no more is known of them.
 * A place's line is the number of its row; `sheetCellAt` tells the cell.
 */
export function sheetDocument({ row, column, values }: SheetCells): PrintedDocument {
  const texts = sheetTexts(values);
  const parts = stripsOf(texts).map((strip) => stripDocument(strip, texts, row, column));
  const firstLine = ({ pieces }: Paragraph) => pieces[0]?.place.line ?? 0;
  return {
    tables: parts.flatMap(({ tables }) => tables).sort((a, b) => a.lines.first - b.lines.first),
    paragraphs: parts.flatMap(({ paragraphs }) => paragraphs).sort((a, b) => firstLine(a) - firstLine(b)),
    unread: parts.flatMap(({ unread }) => unread).sort((a, b) => a.lines.first - b.lines.first),
    furniture: [],
  };
}

function stripDocument({ rows, first, last }: Strip, texts: readonly (readonly string[])[], top: number, left: number): PrintedDocument {
  const regions: TableRegion[] = [];
  const paragraphs: Paragraph[] = [];
  let open: CellRow[] | undefined;
  let previous: number | undefined;
  const cell = (row: number, column: number) => {
    const text = texts[row]?.[column] ?? "";
    const { places, ...rest } = cellAt(text, top + row + 1, 0, text.length);
    const shift = (left + column) * charactersOfCell;
    return { ...rest, places: places.map(({ line, start, end }) => ({ line, start: start + shift, end: end + shift })) };
  };
  for (const [index, row] of rows.entries()) {
    const cells = Array.from({ length: last - first + 1 }, (_, at) => cell(row, first + at));
    const filled = cells.filter(({ text }) => text !== "");
    if (filled.length === 0) continue;
    const below = rows[index + 1];
    if (isWords(filled.map(({ text }) => text), below === undefined ? [] : (texts[below] ?? []).slice(first, last + 1))) {
      for (const { text, places: [place] } of filled) if (place) paragraphs.push(paragraphOf([{ text, place }]));
      open = undefined;
    } else {
      if (!open) regions.push({ parted: "tabs", lines: [], rows: (open = []), unread: [], doubts: [] });
      open.push({ cells, lines: [top + row + 1], afterBreak: previous !== undefined && row > previous + 1, marked: false });
    }
    previous = row;
  }
  return assembled(regions, paragraphs, []);
}

/** Whether a row says something of the table, and is no row of it: a title, a unit line, a note, or a sentence over a header. */
function isWords(filled: readonly string[], below: readonly string[]): boolean {
  if (filled.some(isFigure)) return false;
  if (filled.length <= 2 && filled.some((text) => statedUnit(text) !== undefined)) return true;
  const [only, ...others] = filled;
  if (only === undefined || others.length > 0) return false;
  const beside = below.filter((text) => text !== "");
  return isNote(only) || only.length > 30 || beside.length < 2 || !beside.some(isFigure);
}
