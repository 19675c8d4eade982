import { unitIn } from "../../reading/printed-words.ts";
import type { CellValue } from "../../workbook/port.ts";
import { columnValues, type ColumnValues, type RawCell } from "./column-values.ts";
import type { Slices } from "./slices.ts";
import type { ColumnKind, SourceFault, SourcePlace, SourceTable, UnreadCell } from "./source-table.ts";

/** A table before its texts are read: each row as long as the header, and where it stands. */
export interface RawTable {
  readonly names: readonly string[];
  readonly rows: readonly (readonly RawCell[])[];
  readonly placeOf: (row: number) => SourcePlace;
  readonly unit?: string | undefined;
  readonly units?: readonly (string | undefined)[];
  readonly faults: readonly SourceFault[];
  /** Columns whose texts are no figures, whatever they look like. */
  readonly texts?: ReadonlySet<number>;
}

/** A raw table with its texts read as values, its columns named apart and the columns found that name its rows. */
export async function sourceTable(raw: RawTable, slices: Slices): Promise<SourceTable> {
  const columns = distinctNames(raw.names);
  const read: ColumnValues[] = [];
  for (const column of columns.keys()) {
    const part = slices.part((0.7 * column) / columns.length, (0.7 * (column + 1)) / columns.length);
    const cells = await part.part(0, 0.2).map(raw.rows, (row) => row[column] ?? null);
    read.push(await columnValues(cells, raw.texts?.has(column) ?? false, part.part(0.2, 1)));
  }
  const rows = await slices.part(0.7, 0.8).map(raw.rows, (_, row) => read.map(({ values }) => values[row] ?? null));
  const kinds = read.map(({ kind }) => kind);
  const unread = read.flatMap((values, column) => values.unread.map((row): UnreadCell => ({ row, column, text: String(values.values[row] ?? ""), place: raw.placeOf(row) })));
  unread.sort((one, other) => one.row - other.row || one.column - other.column);
  const keys = await keyCandidates(rows, kinds, slices.part(0.8, 1));
  return { columns, rows, kinds, unit: raw.unit, units: raw.units ?? columns.map(unitIn), keys, unread, faults: raw.faults };
}

/** Names that no two columns share: 金额, 金额 (2); a column without one is called by its place, #3. */
function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const own = name.trim() === "" ? `#${index + 1}` : name.trim();
    let distinct = own;
    for (let count = 2; taken.has(distinct); count++) distinct = `${own} (${count})`;
    taken.add(distinct);
    return distinct;
  });
}

const MOST_KEY_COLUMNS = 6;
const ENOUGH_KEYS = 2;

/** The columns, alone or two together, that hold something in each row and never the same twice; texts before dates and whole numbers. An amount names no row. */
async function keyCandidates(rows: readonly (readonly CellValue[])[], kinds: readonly ColumnKind[], slices: Slices): Promise<readonly (readonly number[])[]> {
  const order = [...kinds.keys()].filter((column) => kinds[column] !== "percent").sort((one, other) => rank(kinds[one]) - rank(kinds[other]) || one - other);
  const full: number[] = [];
  const single: (readonly number[])[] = [];
  for (const column of order) {
    if (full.length === MOST_KEY_COLUMNS || single.length === ENOUGH_KEYS) break;
    const values = await slices.map(rows, (row) => row[column] ?? "");
    if (values.includes("") || values.some((value) => typeof value === "number" && kinds[column] === "number" && !Number.isInteger(value))) continue;
    full.push(column);
    if (await isDistinct(values, slices)) single.push([column]);
  }
  if (single.length > 0 || rows.length === 0) return single;
  const pairs = full.flatMap((one, index) => full.slice(index + 1).map((other) => [one, other] as const)).filter((pair) => pair.some((column) => kinds[column] === "text"));
  const found: (readonly number[])[] = [];
  for (const pair of pairs) {
    if (await isDistinct(await slices.map(rows, (row) => pair.map((column) => String(row[column])).join("\u0001")), slices)) found.push(pair);
  }
  return found;
}

const rank = (kind: ColumnKind | undefined) => ["text", "date", "number"].indexOf(kind ?? "number");

async function isDistinct(values: readonly CellValue[], slices: Slices): Promise<boolean> {
  const seen = new Set<CellValue>();
  for (const [index, value] of values.entries()) {
    if (index % 1000 === 0) await slices.rest();
    seen.add(value);
    if (seen.size <= index) return false;
  }
  return true;
}
