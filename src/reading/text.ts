import { alignedRegions } from "./aligned-rows.ts";
import { assembled } from "./document-parts.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { PrintedDocument } from "./printed-document.ts";
import { tabRegions } from "./tab-rows.ts";
import { textLines, type TableRegion, type TextLine } from "./text-lines.ts";
import { wordRegions } from "./word-rows.ts";

/**
 * Reads the tables of a plain text: parted by tabs, by columns of spaces, or by single spaces. Lines count from 1.
 * Refuses nothing; what cannot be read is listed in `unread`.
 */
export function readText(text: string): PrintedDocument {
  const lines = textLines(text);
  const regions: TableRegion[] = [];
  for (const find of [tabRegions, alignedRegions, wordRegions]) {
    for (const free of freeRuns(lines, regions)) regions.push(...find(free));
  }
  regions.sort((one, other) => (one.lines[0] ?? 0) - (other.lines[0] ?? 0));
  const taken = new Set(regions.flatMap((region) => region.lines));
  const furniture = lines.filter(({ kind }) => kind === "furniture").map(({ number }) => number);
  return assembled(regions, paragraphsOf(lines, taken), furniture);
}

/** The lines no region has taken, cut where one has. */
function freeRuns(lines: readonly TextLine[], regions: readonly TableRegion[]): readonly (readonly TextLine[])[] {
  const taken = new Set(regions.flatMap((region) => region.lines));
  const runs: TextLine[][] = [[]];
  for (const line of lines) {
    if (taken.has(line.number)) runs.push([]);
    else runs.at(-1)?.push(line);
  }
  return runs.filter((run) => run.length > 0);
}
