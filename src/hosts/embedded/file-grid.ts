import type { EmbeddedWorkbook } from "../../workbook/embedded/embedded-workbook.ts";
import type { Engine, IWorkbookData } from "../../workbook/embedded/engine.ts";
import { withShownSheet } from "../../workbook/embedded/shown-sheet.ts";

/** What files need of the grid. */
export interface FileGrid {
  /** Half of a writing under way is neither kept nor saved. */
  readonly workbook: Pick<EmbeddedWorkbook, "settled" | "writing">;
  readonly engine: Engine;
  open(data: Partial<IWorkbookData>): void;
  shownSheet(): string;
  showSheet(id: string): void;
}

/** The workbook with the sheet that is shown, which the engine does not save. */
export const snapshotIn = ({ engine, shownSheet: shown }: FileGrid): IWorkbookData => withShownSheet(engine.save(), shown());
