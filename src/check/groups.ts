import type { Grid, Line, View } from "./grid.ts";

/**
 * A table of groups as one row a group: what a group prints once on its first row (市场价, 差异率) stands beside
 * what its 小计 adds. Groups of several rows without a 小计 are left out, as nothing says what they come to.
 * Undefined where the table has no such groups.
 */
export function groupView(grid: Grid): View | undefined {
  const groups = new Map<string, Line[]>();
  for (const row of grid.rows) {
    if (row.group === "" || row.kind === "total") continue;
    const key = `${row.section} ${row.group}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const rows = [...groups.values()].flatMap((lines) => {
    const [first] = lines;
    const subtotal = lines.find(({ kind }) => kind === "subtotal");
    return first && (subtotal || lines.length === 1) ? [{ first, subtotal }] : [];
  });
  if (rows.length < 2 || !rows.some(({ subtotal }) => subtotal)) return undefined;
  const byRow = new Map(rows.map((row) => [row.first.index, row]));
  return {
    grid,
    along: "columns",
    lines: grid.columns,
    positions: rows.map(({ first }) => first),
    at: (line, position) => {
      const row = byRow.get(position);
      return row && ((row.subtotal && grid.figures[row.subtotal.index]?.[line]) ?? grid.figures[row.first.index]?.[line]);
    },
  };
}
