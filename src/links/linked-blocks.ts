import { meets, type RangeAddress } from "../workbook/address.ts";
import type { Workbook } from "../workbook/port.ts";
import { type Freshness, freshness } from "./freshness.ts";
import { linksKey, linksOf } from "./links-codec.ts";

/** A block that a link fills, and whether it still says what its source says. */
export interface LinkedBlock {
  readonly name: string;
  readonly range: RangeAddress;
  readonly freshness: Freshness;
  /** When it was last refreshed, ISO date and time; null where it never was. */
  readonly at: string | null;
}

/** What must be marked wherever figures of a block are used. */
const doubtful: ReadonlySet<Freshness> = new Set(["stale", "aged", "source-gone"]);

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
    if (range) blocks.push({ name: link.name, range, freshness: await freshness(workbook, link, now, signal), at: link.last?.at ?? null });
  }
  return blocks;
}

/** The linked blocks that reach into a range and no longer say what their sources say, or may not. */
export function staleIn(range: RangeAddress, blocks: readonly LinkedBlock[]): readonly LinkedBlock[] {
  return blocks.filter((block) => doubtful.has(block.freshness) && meets(range, block.range));
}
