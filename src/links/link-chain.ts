import { meets, type RangeAddress } from "../workbook/address.ts";
import type { Workbook } from "../workbook/port.ts";
import type { Link } from "./link.ts";
import { sourceRange } from "./source-reading.ts";

/** A link, and those of the same refresh whose blocks it reads: it is planned anew once they have been written. */
export interface OrderedLink {
  readonly link: Link;
  readonly reads: readonly Link[];
}

/**
 * Links in an order in which each comes after those whose blocks it reads, so that one refresh of all is enough. In a
 * ring, which has no such order, the link that stands first comes first.
 */
export async function linkOrder(workbook: Pick<Workbook, "pinned" | "namedRanges">, links: readonly Link[]): Promise<readonly OrderedLink[]> {
  const targets = await workbook.pinned(links.map(({ target }) => target));
  const waiting = await Promise.all(
    links.map(async (link): Promise<OrderedLink> => {
      const source = await sourceRange(workbook, link.source);
      return { link, reads: source ? links.filter((other, index) => other !== link && isRead(source, targets[index])) : [] };
    }),
  );
  const ordered: OrderedLink[] = [];
  while (waiting.length > 0) {
    const isFree = ({ reads }: OrderedLink) => reads.every((read) => ordered.some(({ link }) => link === read));
    const next = waiting.splice(Math.max(0, waiting.findIndex(isFree)), 1);
    ordered.push(...next.map(({ link, reads }) => ({ link, reads: reads.filter((read) => ordered.some((before) => before.link === read)) })));
  }
  return ordered;
}

/**
 * The links once a linked block has become longer or shorter: a link that read all of its rows goes on doing so, by a new pin.
 * Pins that nobody needs any more are released once the links have been saved.
 */
export async function withReaders(
  workbook: Pick<Workbook, "pinned" | "pin">, links: readonly Link[], before: RangeAddress, after: RangeAddress,
): Promise<{ readonly links: readonly Link[]; readonly released: readonly string[] }> {
  if (before.rows === after.rows) return { links, released: [] };
  const released: string[] = [];
  const moved = await Promise.all(
    links.map(async (link): Promise<Link> => {
      if (link.source.kind !== "range") return link;
      const { pin } = link.source;
      const [source] = await workbook.pinned([pin]);
      if (!source || !readsAll(source, before)) return link;
      released.push(pin);
      return { ...link, source: { kind: "range", pin: await workbook.pin({ ...source, rows: after.rows }) } };
    }),
  );
  return { links: moved, released };
}

const isRead = (source: RangeAddress, target: RangeAddress | null | undefined) => target !== null && target !== undefined && meets(source, target);

const readsAll = (source: RangeAddress, block: RangeAddress) =>
  source.sheet === block.sheet && source.row === block.row && source.rows === block.rows && source.column < block.column + block.columns && block.column < source.column + source.columns;
