import type { Keep, KeptWorkbook } from "../../src/hosts/embedded/kept-workbook.ts";
import type { RowsChange } from "../../src/workbook/embedded/changed-rows.ts";
import type { IWorkbookData } from "../../src/workbook/embedded/engine.ts";
import { fillIn, type RowPiece } from "../../src/workbook/embedded/row-pieces.ts";

/** A workbook kept piece by piece in memory, as the browser keeps it: copied when it is handed over. */
export class KeptBook {
  private pieces: readonly RowPiece[] = [];

  take(change: RowsChange): void {
    const gone = "kept" in change ? (piece: RowPiece) => piece.sheetId === change.kept.sheetId && piece.row === change.kept.row : ({ sheetId }: RowPiece) => change.forgotten === "all" || change.forgotten.sheetId === sheetId;
    this.pieces = [...this.pieces.filter((piece) => !gone(piece)), ...("kept" in change ? [structuredClone(change.kept)] : [])];
  }

  /** The workbook as it is read back. */
  with(frame: IWorkbookData): IWorkbookData {
    const book = structuredClone(frame);
    for (const piece of structuredClone(this.pieces)) fillIn(book, piece);
    return book;
  }

  /** Keeps all changes or, where they end in the middle, none. */
  async keep(changes: Keep): Promise<IWorkbookData> {
    const before = this.pieces;
    try {
      for (;;) {
        const change: IteratorResult<RowsChange, KeptWorkbook> = changes.next();
        if (change.done) return this.with(change.value.snapshot);
        this.take(change.value);
        await new Promise((resolve) => setTimeout(resolve));
      }
    } catch (error) {
      this.pieces = before;
      throw error;
    }
  }
}
