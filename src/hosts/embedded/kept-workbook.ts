import type { RowsChange } from "../../workbook/embedded/changed-rows.ts";
import type { IWorkbookData } from "../../workbook/embedded/engine.ts";
import { fillIn, type RowPiece } from "../../workbook/embedded/row-pieces.ts";
import type { Loss } from "../../workbook/file.ts";
import { carriedOut, ended, frames, openedDatabase, pieces, rowsOf } from "./kept-database.ts";

/** A workbook as it is kept in the browser of this machine. */
export interface KeptWorkbook {
  readonly id: string;
  readonly name: string;
  /** When it was kept, in milliseconds. */
  readonly keptAt: number;
  /** Whether it holds what no file does. */
  readonly unsaved: boolean;
  readonly snapshot: IWorkbookData;
  /** What the file it was opened from holds and it does not, and whether the person has agreed to that. */
  readonly notKept: readonly Loss[];
  readonly agreed: boolean;
  /** The file that Save writes, where the browser gave one. */
  readonly handle?: FileSystemFileHandle;
}

/** What has changed of a workbook since it was kept last, to be asked for step by step, and at last the workbook without its rows. */
export type Keep = Iterator<RowsChange, KeptWorkbook>;

export interface KeepRun {
  /** The page may be gone in a moment: all is handed over before it lives on. */
  readonly atOnce: boolean;
  readonly signal: AbortSignal;
}

export type KeptSummary = Pick<KeptWorkbook, "id" | "name" | "keptAt" | "unsaved">;

/** Where workbooks are kept between visits. A tab holds the workbook it shows, so that no other writes over it. */
export interface KeptWorkbooks {
  /** The workbooks no open tab holds, first those that no file holds, the last kept first. */
  free(): Promise<KeptSummary[]>;
  /** Takes hold of a workbook in place of the one held before; false where another tab holds it. */
  hold(id: string): Promise<boolean>;
  get(id: string): Promise<KeptWorkbook | undefined>;
  /** Keeps all of the changes or, where it fails or is ended, none; what ends the changes ends it. */
  put(id: string, changes: Keep, run: KeepRun): Promise<void>;
  delete(id: string): Promise<void>;
}

// Of those that a file holds too; what no file holds stays until a person deletes it.
const mostSaved = 10;
// So long may handing over hold the page up, in milliseconds.
const patience = 20;

const lockOf = (id: string) => `headroom-workbook-${id}`;

/** The browser's own database, with a lock for each workbook that a tab shows. */
export class BrowserKeptWorkbooks implements KeptWorkbooks {
  private database: Promise<IDBDatabase> | undefined;
  private letGo: () => void = () => {};

  async free(): Promise<KeptSummary[]> {
    const all = await this.all();
    const held = new Set((await navigator.locks.query()).held?.map(({ name }) => name));
    const free = all.filter(({ id }) => !held.has(lockOf(id))).sort((a, b) => Number(b.unsaved) - Number(a.unsaved) || b.keptAt - a.keptAt);
    const surplus = free.filter(({ unsaved }) => !unsaved).slice(mostSaved);
    for (const { id } of surplus) await this.delete(id);
    return free.filter((kept) => !surplus.includes(kept)).map(({ id, name, keptAt, unsaved }) => ({ id, name, keptAt, unsaved }));
  }

  hold(id: string): Promise<boolean> {
    this.letGo();
    return new Promise((resolve, reject) => {
      navigator.locks
        .request(lockOf(id), { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          // The lock lasts as long as this promise, and ends with the tab.
          return lock && new Promise<void>((done) => (this.letGo = done));
        })
        .catch(reject);
    });
  }

  async get(id: string): Promise<KeptWorkbook | undefined> {
    const transaction = (await this.opened()).transaction([frames, pieces], "readonly");
    const asked = transaction.objectStore(frames).get(id);
    const rows = transaction.objectStore(pieces).openCursor(rowsOf(id));
    let found: KeptWorkbook | undefined;
    // Nothing but put() writes into these stores.
    asked.onsuccess = () => (found = asked.result as KeptWorkbook | undefined);
    rows.onsuccess = () => {
      const cursor = rows.result;
      if (!cursor) return;
      if (found) fillIn(found.snapshot, cursor.value as RowPiece);
      cursor.continue();
    };
    await ended(transaction);
    return found;
  }

  async put(id: string, changes: Keep, { atOnce, signal }: KeepRun): Promise<void> {
    const transaction = (await this.opened()).transaction([frames, pieces], "readwrite");
    const rows = transaction.objectStore(pieces);
    let fault: unknown;
    const end = () => {
      try {
        transaction.abort();
      } catch {
        // It has ended before.
      }
    };
    const step = () => {
      const begun = performance.now();
      try {
        for (;;) {
          const change = changes.next();
          if (change.done) {
            transaction.objectStore(frames).put(change.value);
            return transaction.commit();
          }
          const request = carriedOut(change.value, rows, id);
          if (atOnce || performance.now() - begun < patience) continue;
          request.onsuccess = step;
          return;
        }
      } catch (error) {
        fault = error;
        end();
      }
    };
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
    else step();
    await ended(transaction).catch((error: unknown) => {
      throw fault ?? error;
    });
  }

  async delete(id: string): Promise<void> {
    const transaction = (await this.opened()).transaction([frames, pieces], "readwrite");
    transaction.objectStore(frames).delete(id);
    transaction.objectStore(pieces).delete(rowsOf(id));
    await ended(transaction);
  }

  private async all(): Promise<KeptWorkbook[]> {
    const transaction = (await this.opened()).transaction(frames);
    const request = transaction.objectStore(frames).getAll();
    await ended(transaction);
    return request.result as KeptWorkbook[];
  }

  private opened(): Promise<IDBDatabase> {
    this.database ??= openedDatabase().catch((error: unknown) => {
      this.database = undefined;
      throw error;
    });
    return this.database;
  }
}
