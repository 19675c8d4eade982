import { blockOf, type CellBlock, type RangeAddress } from "../address.ts";
import { stateSheet } from "../state.ts";
import { inExcelLater } from "./excel-batch.ts";

type Told = Excel.WorksheetChangedEventArgs | undefined;

/** Gathers what Excel tells in one go, and finds the sheets by their names; what is told without a change is a calculation, or a sheet that came or went. */
export function gathered(listener: (changed: readonly RangeAddress[] | null) => void): (told: Told) => void {
  let waiting: Told[] = [];
  return (told) => {
    waiting.push(told);
    if (waiting.length > 1) return;
    setTimeout(() => {
      const all = waiting;
      waiting = [];
      void heard(all, listener);
    });
  };
}

async function heard(told: readonly Told[], listener: (changed: readonly RangeAddress[] | null) => void): Promise<void> {
  const changes = told.filter((change) => change !== undefined);
  // Where Excel cannot be asked now, anything may have changed.
  const blocks = changes.length === 0 ? null : await addressesOf(changes).catch(() => null);
  if (blocks?.length === 0 && changes.length === told.length) return;
  listener(blocks?.length === 0 ? null : blocks);
}

function addressesOf(changes: readonly Excel.WorksheetChangedEventArgs[]): Promise<RangeAddress[]> {
  return inExcelLater(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name");
    await context.sync();
    return changes.flatMap(({ worksheetId, address, changeType }) => {
      const sheet = worksheets.items.find(({ id }) => id === worksheetId)?.name;
      if (sheet === undefined || sheet === stateSheet) return [];
      return address.split(",").flatMap((text) => {
        const block = blockOf(inFull(text));
        return block ? [{ sheet, ...withLineBefore(block, changeType) }] : [];
      });
    });
  });
}

/** Whole rows and columns as the cells they consist of: "3:4" is A3:XFD4. */
const inFull = (text: string) =>
  text.replace(/^\$?(\d+):\$?(\d+)$/, (_, first, last) => `A${first}:XFD${last}`).replace(/^\$?([A-Z]+):\$?([A-Z]+)$/, (_, first, last) => `${first}1:${last}1048576`);

/** A block that lost its last lines ends now where they began: the line before them belongs to what has changed. */
function withLineBefore(block: CellBlock, changeType: string): CellBlock {
  if (changeType === "RowDeleted" && block.row > 0) return { ...block, row: block.row - 1, rows: block.rows + 1 };
  return changeType === "ColumnDeleted" && block.column > 0 ? { ...block, column: block.column - 1, columns: block.columns + 1 } : block;
}
