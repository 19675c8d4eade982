import { a1OnSheet, meets, type RangeAddress } from "../workbook/address.ts";
import { referencesIn } from "../workbook/formula-references.ts";
import type { NamedRange, SheetSummary, Workbook } from "../workbook/port.ts";
import type { LinkedBlock } from "./linked-blocks.ts";

// Beyond so many cells a chain is not followed: whoever asks waits for it.
const mostCells = 100_000;

/**
 * The linked blocks that the cells of a range are made of: they lie in it, or its formulas read them, or formulas that those
 * read, or the sources of such blocks in the same workbook are made of them. What OFFSET and INDIRECT read, and what
 * formulas name as a table, is not followed.
 */
export async function blocksBehind(workbook: Pick<Workbook, "read" | "sheets" | "namedRanges">, range: RangeAddress, blocks: readonly LinkedBlock[]): Promise<readonly LinkedBlock[]> {
  if (blocks.length === 0) return [];
  const [sheets, names] = await Promise.all([workbook.sheets(), workbook.namedRanges()]);
  const found = new Set<LinkedBlock>();
  const seen = new Set<string>();
  let cells = 0;
  for (const waiting = [range]; waiting.length > 0; ) {
    const next = inUse(waiting.shift(), sheets);
    const name = next && a1OnSheet(next);
    if (!next || name === undefined || seen.has(name)) continue;
    seen.add(name);
    for (const block of blocks.filter((each) => meets(each.range, next))) {
      found.add(block);
      if (block.source) waiting.push(block.source);
    }
    cells += next.rows * next.columns;
    if (cells <= mostCells) waiting.push(...(await readBy(workbook, next, names)));
  }
  return blocks.filter((block) => found.has(block));
}

/** What the formulas of a range name. */
async function readBy(workbook: Pick<Workbook, "read">, range: RangeAddress, names: readonly NamedRange[]): Promise<readonly RangeAddress[]> {
  const formulas = (await workbook.read(range)).flatMap((row) => row.flatMap(({ formula }) => formula ?? []));
  return formulas.flatMap((formula) => referencesIn(formula, range.sheet, names));
}

/** The part of a range that lies where something is; undefined where nothing is, or its sheet is gone. */
function inUse(range: RangeAddress | undefined, sheets: readonly SheetSummary[]): RangeAddress | undefined {
  const sheet = sheets.find(({ name }) => name === range?.sheet);
  if (!range || !sheet || range.row >= sheet.rows || range.column >= sheet.columns) return undefined;
  return { ...range, rows: Math.min(range.rows, sheet.rows - range.row), columns: Math.min(range.columns, sheet.columns - range.column) };
}
