import type { Workbook, Written } from "../../workbook/port.ts";

/**
 * The same workbook; once something of ours is written into it, Excel is asked to load the add-in with
 * it from then on, since until then its formulas would show #NAME?. A workbook that holds nothing of
 * ours is left alone: the wish is stored in the file.
 */
export function autoloading(workbook: Workbook, loadWithWorkbook: () => Promise<void>): Workbook {
  let asked = false;
  const noted = async (writing: Promise<Written>): Promise<Written> => {
    const written = await writing;
    if (!asked) {
      asked = true;
      // The formulas work without it until the file is opened again, and then once the pane is.
      await loadWithWorkbook().catch((error: unknown) => console.warn("Headroom will not be loaded with this workbook.", error));
    }
    return written;
  };
  return {
    sheets: () => workbook.sheets(),
    selection: () => workbook.selection(),
    select: (range) => workbook.select(range),
    read: (range) => workbook.read(range),
    writeFormula: (cell, formula) => noted(workbook.writeFormula(cell, formula)),
    write: (changes, run) => noted(workbook.write(changes, run)),
    pin: (range) => workbook.pin(range),
    pinned: (pins) => workbook.pinned(pins),
    unpin: (pins) => workbook.unpin(pins),
    namedRanges: () => workbook.namedRanges(),
    showMarks: (marks) => workbook.showMarks(marks),
    onChanged: (listener) => workbook.onChanged(listener),
    onSelected: (listener) => workbook.onSelected(listener),
    loadState: (key) => workbook.loadState(key),
    saveState: (key, value) => workbook.saveState(key, value),
  };
}
