import { isFigure } from "../reading/printed-words.ts";

/** Rows of a sheet between two columns, both included, that belong together. */
export interface Strip {
  readonly rows: readonly number[];
  readonly first: number;
  readonly last: number;
}

type Texts = readonly (readonly string[])[];

/** A sheet cut at its blank rows, and between them at its blank columns. A block that begins with figures goes on with the one above it. */
export function stripsOf(texts: Texts): readonly Strip[] {
  const strips: Strip[] = [];
  let above: readonly number[] = [];
  for (const rows of bandsOf(texts)) {
    const own: number[] = [];
    for (const strip of bandStrips(texts, rows)) {
      const upper = above.find((index) => continues(texts, strip, strips[index]));
      const known = upper === undefined ? undefined : strips[upper];
      if (upper !== undefined && known) {
        strips[upper] = { ...known, rows: [...known.rows, ...strip.rows] };
        own.push(upper);
      } else {
        own.push(strips.push(strip) - 1);
      }
    }
    above = own;
  }
  return strips;
}

/** Runs of rows in which something stands. */
function bandsOf(texts: Texts): readonly (readonly number[])[] {
  const bands: number[][] = [];
  for (const [row, cells] of texts.entries()) {
    if (cells.every((text) => text === "")) continue;
    if (bands.at(-1)?.at(-1) === row - 1) bands.at(-1)?.push(row);
    else bands.push([row]);
  }
  return bands;
}

function bandStrips(texts: Texts, rows: readonly number[]): readonly Strip[] {
  const width = Math.max(...rows.map((row) => texts[row]?.length ?? 0));
  const strips: Strip[] = [];
  for (let column = 0; column < width; column++) {
    if (rows.every((row) => (texts[row]?.[column] ?? "") === "")) continue;
    const last = strips.at(-1);
    if (last?.last === column - 1) strips[strips.length - 1] = { ...last, last: column };
    else strips.push({ rows, first: column, last: column });
  }
  return strips.reduce<readonly Strip[]>((joined, strip) => {
    const left = joined.at(-1);
    return left && !hasLabels(texts, strip) ? [...joined.slice(0, -1), { ...left, last: strip.last }] : [...joined, strip];
  }, []);
}

/** Whether words stand to the left of figures: otherwise the figures belong to labels further left. */
function hasLabels(texts: Texts, { rows, first, last }: Strip): boolean {
  return rows.some((row) => {
    const cells = (texts[row] ?? []).slice(first, last + 1);
    const figure = cells.findIndex(isFigure);
    return figure > 0 && cells.slice(0, figure).some((text) => text !== "");
  });
}

function continues(texts: Texts, { rows: [top], first, last }: Strip, above: Strip | undefined): boolean {
  const cells = (texts[top ?? -1] ?? []).slice(first, last + 1);
  return above !== undefined && first >= above.first && last <= above.last && cells.some(isFigure);
}
