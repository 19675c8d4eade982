import type { PrintedTable } from "./printed-document.ts";

/**
 * The tables that were printed side by side as one: a table for each side that has labels of its own, with the column of serial
 * numbers they share. A table with one side is itself.
 */
export function sidesOf(table: PrintedTable): readonly PrintedTable[] {
  const sides = [...new Set(table.columns.filter(({ role }) => role === "figures" || role === "words").map(({ labels }) => labels[0] ?? -1))];
  if (sides.length < 2) return [table];
  return sides.map((label) => {
    const kept = table.columns.flatMap((column, index) => (column.role === "number" || column.labels[0] === label || index === label || isOneOf(table, label, index) ? [index] : []));
    const columns = kept.map((index) => table.columns[index]).filter((column) => column !== undefined);
    const rows = table.rows.map((row) => ({ ...row, cells: kept.map((index) => row.cells[index]).filter((cell) => cell !== undefined) }));
    const moved = columns.map((column) => ({ ...column, labels: column.labels.map((index) => kept.indexOf(index)) }));
    const hasOwn = (cells: readonly { readonly text: string }[]) => cells.some(({ text }, index) => text !== "" && moved[index]?.role !== "number");
    return { ...table, columns: moved, rows: rows.filter(({ cells }) => hasOwn(cells)) };
  });
}

/** Whether a column is a further label of the side that a label names. */
function isOneOf({ columns }: PrintedTable, label: number, index: number): boolean {
  return columns.some(({ labels }) => labels[0] === label && labels.includes(index));
}
