import { a1, type CellBlock } from "../../src/workbook/address.ts";
import { Book, OfficeError, type Sheet } from "./office-book.ts";
import { Context, handle, type Host } from "./office-handle.ts";
import { workbookKind } from "./office-kinds.ts";

interface RunOptions {
  readonly delayForCellEdit?: boolean;
  readonly previousObjects?: Context;
}

type Batch<T> = (context: Context) => Promise<T>;

/** What is told of a change; nothing is told of a calculation. */
export interface Told {
  readonly worksheetId: string;
  readonly address: string;
  readonly changeType: string;
}

export type Listener = (told?: Told) => Promise<void>;

/** Excel at its border: the globals that the adapter finds, before a small workbook. */
export class OfficeDouble implements Host {
  readonly book = new Book();
  readonly listeners = new Set<{ readonly name: string; readonly listener: Listener }>();
  readonly calculations: string[] = [];
  private readonly changes: Told[] = [];
  syncs = 0;
  editing = false;
  /** Asked before each thing that is set; a code makes it fail. */
  obstacle: (what: string) => string | undefined = () => undefined;

  /** Puts the globals Excel and OfficeExtension in their place. */
  readonly globals = {
    Excel: {
      run: async <T>(first: RunOptions | Batch<T>, second?: Batch<T>): Promise<T> => {
        const options = typeof first === "function" ? {} : first;
        const batch = typeof first === "function" ? first : second;
        if (!batch) throw new Error("Excel.run needs a batch");
        while (options.delayForCellEdit && this.editing) await new Promise((resolve) => setTimeout(resolve, 1));
        return batch(options.previousObjects ?? this.context());
      },
    },
    OfficeExtension: { Error: OfficeError },
  };

  private context(): Context {
    const kind = workbookKind(this);
    return new Context(this, (context) => handle(context, kind, () => this.book));
  }

  obstruct(what: string): void {
    const code = this.obstacle(what);
    if (code !== undefined) throw new OfficeError(code);
  }

  add(name: string): Sheet {
    const sheet = this.book.add(name);
    this.tell("added");
    return sheet;
  }

  delete(sheet: Sheet): void {
    this.book.delete(sheet);
    this.tell("deleted");
  }

  /** Notes a change, to be told once the commands have run. */
  changed(sheet: Sheet, block: CellBlock | string, changeType = "RangeEdited"): void {
    this.changes.push({ worksheetId: sheet.id, address: typeof block === "string" ? block : a1(block), changeType });
  }

  /** Calculates, and tells of what has changed, by whomever, and of values that changed by calculation. */
  settle(): void {
    const before = this.shown();
    this.book.calculate();
    for (const change of this.changes.splice(0)) this.tell("changed", change);
    if (this.shown() !== before) this.tell("calculated");
  }

  /** What formulas have come to; a constant that is typed is told of by itself. */
  private shown = () => JSON.stringify(this.book.sheets.map(({ cells, values, spills }) => [[...cells].flatMap(([key, { formula }]) => (formula === undefined ? [] : [key, values.get(key)])), [...spills]]));

  tell(name: string, told?: Told): void {
    for (const entry of this.listeners) if (entry.name === name) setTimeout(() => void entry.listener(told), 0);
  }
}
