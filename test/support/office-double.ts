import { Book, OfficeError, type Sheet } from "./office-book.ts";
import { Context, handle, type Host } from "./office-handle.ts";
import { workbookKind } from "./office-kinds.ts";

interface RunOptions {
  readonly delayForCellEdit?: boolean;
  readonly previousObjects?: Context;
}

type Batch<T> = (context: Context) => Promise<T>;

/** Excel at its border: the globals that the adapter finds, before a small workbook. */
export class OfficeDouble implements Host {
  readonly book = new Book();
  readonly listeners = new Set<{ readonly name: string; readonly listener: () => Promise<void> }>();
  readonly calculations: string[] = [];
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

  /** Calculates, and tells of what changed by it. */
  settle(): void {
    const before = this.shown();
    this.book.calculate();
    if (this.shown() === before) return;
    this.tell("changed");
    this.tell("calculated");
  }

  private shown = () => JSON.stringify(this.book.sheets.map(({ values }) => [...values]));

  tell(name: string): void {
    for (const entry of this.listeners) if (entry.name === name) setTimeout(() => void entry.listener(), 0);
  }
}
