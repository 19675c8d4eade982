import { LinkRefusal } from "./link-refusal.ts";
import type { IncomingTable } from "./incoming-table.ts";

/** The source with the columns of the link only, in its order; columns the source no longer has are refused by name. */
export function linkedPart(incoming: IncomingTable, columns: readonly string[]): IncomingTable {
  const positions = positionsOf(columns, incoming.columns);
  const missing = columns.filter((_, index) => positions[index] === undefined);
  if (missing.length > 0) throw new LinkRefusal({ code: "columns-missing", columns: missing });
  const taken = positions.flatMap((position) => (position === undefined ? [] : [position]));
  const isWhole = taken.length === incoming.columns.length && taken.every((position, index) => position === index);
  return {
    columns,
    rows: isWhole ? incoming.rows : incoming.rows.map((row) => taken.map((position) => row[position] ?? null)),
    ...(incoming.formats && { formats: taken.map((position) => incoming.formats?.[position]) }),
  };
}

/** Columns of the source that the link does not have. */
export function newColumns(incoming: IncomingTable, columns: readonly string[]): string[] {
  const taken = new Set(positionsOf(columns, incoming.columns));
  return incoming.columns.filter((_, position) => !taken.has(position));
}

/**
 * Where the columns of the link stand in its block, by their headers, and then the own columns. A header that a
 * person has changed is known by its place, where that place is free; a column that is gone is refused by name.
 */
export function blockOrder(columns: readonly string[], headers: readonly string[]): { linked: readonly number[]; own: readonly number[] } {
  const found = positionsOf(columns, headers);
  const taken = new Set(found);
  const linked = found.map((position, index) => {
    if (position !== undefined) return position;
    if (index >= headers.length || taken.has(index)) return undefined;
    taken.add(index);
    return index;
  });
  const gone = columns.filter((_, index) => linked[index] === undefined);
  if (gone.length > 0) throw new LinkRefusal({ code: "target-columns-gone", columns: gone });
  return {
    linked: linked.flatMap((position) => (position === undefined ? [] : [position])),
    own: headers.flatMap((_, position) => (taken.has(position) ? [] : [position])),
  };
}

/** The position of each name among others: the second of a name is the second again. */
function positionsOf(names: readonly string[], among: readonly string[]): (number | undefined)[] {
  const free = new Map<string, number[]>();
  among.forEach((name, position) => free.set(name, [...(free.get(name) ?? []), position]));
  return names.map((name) => free.get(name)?.shift());
}
