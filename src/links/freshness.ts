import type { Workbook } from "../workbook/port.ts";
import type { Link } from "./link.ts";
import { LinkRefusal } from "./link-refusal.ts";
import { linkedPart } from "./linked-columns.ts";
import { sourceNow, sourceRange } from "./source-reading.ts";
import { Slices } from "./source/slices.ts";
import { SourceRefusal } from "./source/source-table.ts";
import { fingerprintOf } from "./table-print.ts";

/**
 * What is known of a link without asking anyone: its source says the same ("fresh") or something else ("stale"), it is
 * gone, or, for a source from outside, how long ago it was read: "aged" after a month, "unknown" before.
 */
export type Freshness = "fresh" | "stale" | "source-gone" | "target-gone" | "aged" | "unknown" | "never";

const month = 31 * 86_400_000;

export async function freshness(workbook: Workbook, link: Link, now: number, signal?: AbortSignal): Promise<Freshness> {
  const [target] = await workbook.pinned([link.target]);
  if (!target) return "target-gone";
  if (!link.last) return "never";
  const range = await sourceRange(workbook, link.source);
  if (range === undefined) return now - Date.parse(link.last.at) > month ? "aged" : "unknown";
  if (range === null) return "source-gone";
  const run = signal ? { signal } : {};
  try {
    const table = linkedPart(await sourceNow(workbook, link.source, { allowedOrigins: [] }, run), link.columns);
    return (await fingerprintOf(table, new Slices(run))) === link.last.fingerprint ? "fresh" : "stale";
  } catch (error) {
    // A source that has lost its rows or columns says something else; the refresh will say what.
    if ((error instanceof SourceRefusal && error.issue.code !== "stopped") || error instanceof LinkRefusal) return "stale";
    throw error;
  }
}
