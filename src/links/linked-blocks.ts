import type { RangeAddress } from "../workbook/address.ts";
import type { Workbook } from "../workbook/port.ts";
import { type Freshness, freshness } from "./freshness.ts";
import { linksKey, linksOf } from "./links-codec.ts";
import { sourceRange } from "./source-reading.ts";

/** A block that a link fills, and whether it still says what its source says. */
export interface LinkedBlock {
  readonly name: string;
  readonly range: RangeAddress;
  /** Where its source stands, if in the same workbook. */
  readonly source: RangeAddress | undefined;
  readonly freshness: Freshness;
  /** When it was last refreshed, ISO date and time; null where it never was. */
  readonly at: string | null;
}

/** A block that does not say what its source says, or may not: to be marked wherever its figures are used. */
export type DoubtfulBlock = LinkedBlock & { readonly freshness: "stale" | "aged" | "source-gone" };

export const isDoubtful = (block: LinkedBlock): block is DoubtfulBlock => block.freshness === "stale" || block.freshness === "aged" || block.freshness === "source-gone";

/**
 * The linked blocks of a workbook as they stand now, for whoever writes down where figures come from. Refused: links of a newer
 * version and such as cannot be read. `now` is in milliseconds.
 */
export async function linkedBlocks(workbook: Workbook, now: number, signal?: AbortSignal): Promise<readonly LinkedBlock[]> {
  const { links } = linksOf(await workbook.loadState(linksKey));
  const ranges = await workbook.pinned(links.map(({ target }) => target));
  const blocks: LinkedBlock[] = [];
  for (const [index, link] of links.entries()) {
    const range = ranges[index];
    if (!range) continue;
    const source = (await sourceRange(workbook, link.source)) ?? undefined;
    blocks.push({ name: link.name, range, source, freshness: await freshness(workbook, link, now, signal), at: link.last?.at ?? null });
  }
  return blocks;
}
