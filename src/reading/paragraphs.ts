import { paragraphOf } from "./paragraph.ts";
import type { Paragraph } from "./printed-document.ts";
import { isNote } from "./printed-words.ts";
import type { TextLine } from "./text-lines.ts";

const ending = /[。！？；：:;!?”」』…]\s*$/;
const opening = /^\s*(?:[（(]?[一二三四五六七八九十]+[、）)]|\d{1,2}[、．]|\d{1,2}\.\s?(?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|问题\s*\d|注|数据来源|来源|单位|回复|[（(]?(?:金额|货币)?单位)/;

/** The paragraphs of the lines that belong to no table: lines folded by the width of the page or cut by its end are one. */
export function paragraphsOf(lines: readonly TextLine[], taken: ReadonlySet<number>): readonly Paragraph[] {
  const paragraphs: TextLine[][] = [];
  let open: TextLine[] | undefined;
  let gap = false;
  for (const line of lines) {
    if (taken.has(line.number)) {
      [open, gap] = [undefined, false];
    } else if (line.kind !== "words") {
      gap = true;
    } else {
      const last = open?.at(-1);
      if (open && last && continues(last.text, line.text, gap)) open.push(line);
      else paragraphs.push((open = [line]));
      gap = false;
    }
  }
  return paragraphs.map((parts) => paragraphOf(parts.map(partOf)));
}

const indent = (text: string) => /^[\s\u3000]*/.exec(text)?.[0].length ?? 0;

function continues(above: string, below: string, gap: boolean): boolean {
  if (ending.test(above) || opening.test(below) || above.trim().length < 20) return false;
  return gap ? !isNote(above) : indent(below) <= indent(above);
}

function partOf({ text, number }: TextLine) {
  const trimmed = text.trim();
  const start = text.indexOf(trimmed);
  return { text: trimmed, place: { line: number, start, end: start + trimmed.length } };
}
