import { joinedWords } from "./printed-cell.ts";
import type { Paragraph, Place } from "./printed-document.ts";

/** One paragraph of parts that stand at places, in order. */
export function paragraphOf(parts: readonly { readonly text: string; readonly place: Place }[]): Paragraph {
  let text = "";
  const pieces = parts.map((part) => {
    const joined = text === "" ? part.text : joinedWords(text, part.text);
    const at = joined.length - part.text.length;
    text = joined;
    return { at, place: part.place };
  });
  return { text, pieces };
}

/** Where the characters [start, end) of a paragraph's text stand, one place a line. */
export function placesOf(paragraph: Paragraph, start: number, end: number): readonly Place[] {
  return paragraph.pieces.flatMap(({ at, place }) => {
    const from = Math.max(start, at);
    const to = Math.min(end, at + place.end - place.start);
    return from < to ? [{ line: place.line, start: place.start + from - at, end: place.start + to - at }] : [];
  });
}
