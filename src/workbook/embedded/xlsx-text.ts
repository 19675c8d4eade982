import type { RichTextRun } from "hucre";
import type { ICellData } from "./engine.ts";
import { type DefaultFont, fileFont } from "./xlsx-style.ts";

/** The text of a cell that the engine keeps as a document, and its runs where they look different; nothing for other cells. */
export function textOfCell({ p }: ICellData, font: DefaultFont): { text?: string; runs?: RichTextRun[] } {
  const body = p?.body;
  if (!body) return {};
  // A paragraph ends with \r, the document with \n after it.
  const text = body.dataStream.replace(/\r?\n$/, "").replaceAll("\r", "\n");
  const runs = (body.textRuns ?? []).filter(({ ts, st, ed }) => ts && st < ed && st < text.length);
  if (!runs.some(({ ts }) => ts && fileFont(ts, font))) return { text };
  const pieces: RichTextRun[] = [];
  let at = 0;
  const add = (end: number, style?: Parameters<typeof fileFont>[0]) => {
    if (end > at) pieces.push({ text: text.slice(at, end), font: (style && fileFont(style, font)) ?? { name: font.name, size: font.size } });
    at = Math.max(at, end);
  };
  for (const { st, ed, ts } of runs) {
    add(st);
    add(Math.min(ed, text.length), ts);
  }
  add(text.length);
  return { text, runs: pieces };
}
