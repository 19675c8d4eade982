import type { Place, PrintedDocument } from "../reading/printed-document.ts";
import type { FigureRef, Finding } from "./finding.ts";
import type { ReadSource } from "./source.ts";

/** A line around a figure, cut into parts; what the finding is about is marked. */
export interface ExcerptLine {
  readonly line: number;
  readonly parts: readonly ExcerptPart[];
}

export interface ExcerptPart {
  readonly text: string;
  /** The suspected figure, or one it is held against. */
  readonly mark: "figure" | "basis" | undefined;
}

/** A part of a source's line that is shown, from a character of the source on. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

/** The shown text of each line. */
export type ShownLines = (line: number) => readonly Piece[];

/** The lines of a plain text as they are; those of HTML and Word as cells and words, without the marks of the source. */
export function shownLines({ document, lines }: ReadSource): ShownLines {
  if (lines) return (line) => [{ text: lines[line - 1] ?? "", start: 0 }];
  const shown = new Map<number, Piece[]>();
  const show = (text: string, place: Place | undefined) => {
    if (place && text !== "") shown.set(place.line, [...(shown.get(place.line) ?? []), { text, start: place.start }]);
  };
  for (const text of textsOf(document)) show(text.text, text.places[0]);
  for (const pieces of shown.values()) pieces.sort((a, b) => a.start - b.start);
  return (line) => shown.get(line) ?? [];
}

function textsOf({ tables, paragraphs }: PrintedDocument): { readonly text: string; readonly places: readonly Place[] }[] {
  const words = [...paragraphs, ...tables.flatMap(({ notes }) => notes)].map(({ text, pieces }) => ({ text, places: pieces.map(({ place }) => place) }));
  const cells = tables.flatMap(({ title, sections, rows }) => [...(title ? [title] : []), ...sections, ...rows.flatMap((row) => row.cells)]);
  return [...words, ...cells.filter(({ merged }) => merged === undefined)];
}

const around = 1;
const mostLines = 12;
/** Characters kept on either side of a mark; a filing's paragraph has thousands. */
const context = 60;

/** The lines that a finding speaks of, with a line around the suspected figure. */
export function excerptOf({ figure, result, other, from }: Finding, lines: ShownLines): readonly ExcerptLine[] {
  const basis = [...(result ? [result] : []), ...(other ? [other] : []), ...from];
  const own = figure.places.map(({ line }) => line);
  const near = own.flatMap((line) => Array.from({ length: 2 * around + 1 }, (_, at) => line - around + at)).filter((line) => line > 0);
  const wanted = [...new Set([...near, ...basis.flatMap(({ places }) => places.map(({ line }) => line))])];
  const kept = [...wanted.slice(0, mostLines)].sort((a, b) => a - b);
  return kept.flatMap((line): ExcerptLine[] => {
    const parts = lines(line).flatMap((piece, index) => [...(index > 0 ? [{ text: "  ", mark: undefined }] : []), ...partsOf(piece, line, figure, basis)]);
    return parts.some(({ text }) => text.trim() !== "") ? [{ line, parts }] : [];
  });
}

function partsOf({ text, start }: Piece, line: number, figure: FigureRef, basis: readonly FigureRef[]): readonly ExcerptPart[] {
  const marks = [...spansOf(figure, "figure"), ...basis.flatMap((each) => spansOf(each, "basis"))].sort((a, b) => a.from - b.from);
  const parts: ExcerptPart[] = [];
  let at = 0;
  for (const { from, to, mark } of marks) {
    if (from < at) continue;
    parts.push({ text: shortened(text.slice(at, from), at > 0, true), mark: undefined }, { text: text.slice(from, to), mark });
    at = to;
  }
  parts.push({ text: shortened(text.slice(at), at > 0, false), mark: undefined });
  return parts.filter((part) => part.text !== "");

  function spansOf(ref: FigureRef, mark: "figure" | "basis") {
    return ref.places.flatMap((place) => {
      if (place.line !== line || place.start < start) return [];
      const exact = place.start - start;
      const found = text.startsWith(ref.text, exact) ? exact : text.indexOf(ref.text);
      if (found >= 0 && place.start <= start + text.length) return [{ from: found, to: found + ref.text.length, mark }];
      return exact < text.length ? [{ from: exact, to: Math.min(text.length, exact + place.end - place.start), mark }] : [];
    });
  }
}

/** Words between marks, or before or behind them, without their far parts. */
function shortened(text: string, afterMark: boolean, beforeMark: boolean): string {
  const most = (afterMark ? context : 0) + (beforeMark ? context : 0) || 2 * context;
  if (text.length <= most + 1) return text;
  if (afterMark && beforeMark) return `${text.slice(0, context)}…${text.slice(-context)}`;
  return beforeMark ? `…${text.slice(-most)}` : `${text.slice(0, most)}…`;
}
