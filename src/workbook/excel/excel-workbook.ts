import type { RangeAddress } from "../address.ts";
import type { CellContent, CellValue, Changes, Mark, NamedRange, SheetSummary, Unsubscribe, Workbook, Written, WritingRun } from "../port.ts";
import { stateSheet } from "../state.ts";
import { Turns } from "../turns.ts";
import { checkOnSheet, rangeOn, strips } from "./cell-block.ts";
import { contentOf, excelCells } from "./cell-entry.ts";
import { gathered } from "./changed-blocks.ts";
import { shownMarks } from "./cell-marks.ts";
import { inExcel, inExcelLater } from "./excel-batch.ts";
import { namedRanges, pinned, placesOf, unpinned } from "./excel-pins.ts";
import { SavedDocuments } from "./saved-documents.ts";
import { writtenChanges } from "./written-changes.ts";
import { writtenFormula } from "./written-formula.ts";

/** The workbook that is open in Excel. */
export class ExcelWorkbook implements Workbook {
  private readonly documents = new SavedDocuments();
  private readonly writing = new Turns();

  sheets(): Promise<SheetSummary[]> {
    return inExcel(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      const listed = worksheets.items.filter(({ name }) => name !== stateSheet);
      const used = listed.map((sheet) => sheet.getUsedRangeOrNullObject(true));
      for (const range of used) range.load("rowIndex,columnIndex,rowCount,columnCount");
      await context.sync();
      return listed.map(({ name }, index) => ({ name, ...extentOf(used[index]) }));
    });
  }

  selection(): Promise<RangeAddress> {
    return inExcel(async (context) => {
      // Asked for as several blocks, since one alone is an error where several are selected.
      const { areas } = context.workbook.getSelectedRanges();
      areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount,items/worksheet/name");
      await context.sync();
      const [first] = areas.items;
      if (!first) throw new RangeError("Excel told of a selection without a block");
      return { sheet: first.worksheet.name, row: first.rowIndex, column: first.columnIndex, rows: first.rowCount, columns: first.columnCount };
    });
  }

  async select(range: RangeAddress): Promise<void> {
    checkOnSheet(range);
    await inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem(range.sheet);
      sheet.activate();
      rangeOn(sheet, range).select();
      await context.sync();
    }, range.sheet);
  }

  async read(range: RangeAddress): Promise<CellContent[][]> {
    checkOnSheet(range);
    return inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem(range.sheet);
      const rows: CellContent[][] = [];
      for (const strip of strips(range)) {
        const cells = rangeOn(sheet, strip);
        cells.load("values,formulas");
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one answer carries no more than a strip
        await context.sync();
        rows.push(...excelCells({ values: cells.values as CellValue[][], formulas: cells.formulas as CellValue[][] }).map((row) => row.map(contentOf)));
      }
      return rows;
    }, range.sheet);
  }

  writeFormula(cell: RangeAddress, formula: string): Promise<Written> {
    return writtenFormula(cell, formula);
  }

  write(changes: Changes, run: WritingRun = {}): Promise<Written> {
    return this.writing.next(async () => {
      const written = await writtenChanges(changes, run);
      return { ...written, undo: () => this.writing.next(() => written.undo()) };
    });
  }

  pin(range: RangeAddress): Promise<string> {
    return pinned(range);
  }

  pinned(pins: readonly string[]): Promise<(RangeAddress | null)[]> {
    return placesOf(pins);
  }

  unpin(pins: readonly string[]): Promise<void> {
    return unpinned(pins);
  }

  showMarks(marks: readonly Mark[]): Promise<void> {
    return shownMarks(marks);
  }

  namedRanges(): Promise<NamedRange[]> {
    return namedRanges();
  }

  onChanged(listener: (changed: readonly RangeAddress[] | null) => void): Unsubscribe {
    return listening(({ workbook: { worksheets } }, call: Call<Excel.WorksheetChangedEventArgs>) => {
      const anything = () => call();
      return [worksheets.onChanged.add(call), worksheets.onCalculated.add(anything), worksheets.onAdded.add(anything), worksheets.onDeleted.add(anything)];
    }, (left) => gathered((changed) => left() || listener(changed)));
  }

  onSelected(listener: () => void): Unsubscribe {
    return listening(({ workbook }, call: Call<Excel.SelectionChangedEventArgs>) => [workbook.onSelectionChanged.add(call)], (left) => () => left() || listener());
  }

  loadState(key: string): Promise<unknown> {
    return this.documents.load(key);
  }

  saveState(key: string, value: unknown): Promise<void> {
    return this.documents.save(key, value);
  }
}

function extentOf(used: Excel.Range | undefined): { rows: number; columns: number } {
  if (!used || used.isNullObject) return { rows: 0, columns: 0 };
  return { rows: used.rowIndex + used.rowCount, columns: used.columnIndex + used.columnCount };
}

type Handler = { remove(): void; readonly context: OfficeExtension.ClientRequestContext };

type Call<T> = (told?: T) => Promise<void>;

/** Listens until told to leave; Excel takes notice of both a little later, the listener at once. */
function listening<T>(add: (context: Excel.RequestContext, call: Call<T>) => Handler[], hear: (left: () => boolean) => (told?: T) => void): Unsubscribe {
  let left = false;
  const heard = hear(() => left);
  const call: Call<T> = (told) => {
    heard(told);
    return Promise.resolve();
  };
  const handlers = inExcelLater(async (context) => {
    const added = add(context, call);
    await context.sync();
    return added;
  });
  return () => {
    left = true;
    void handlers.then(silenced);
  };
}

/** Takes the handlers back where they were given: only their own context can. */
async function silenced(handlers: readonly Handler[]): Promise<void> {
  const [first] = handlers;
  if (!first) return;
  await Excel.run({ delayForCellEdit: true, previousObjects: first.context }, async (context) => {
    for (const handler of handlers) handler.remove();
    await context.sync();
  });
}
