import type { IWorkbookData } from "../../workbook/embedded/engine.ts";
import type { Loss } from "../../workbook/file.ts";

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

export type KeptSummary = Pick<KeptWorkbook, "id" | "name" | "keptAt" | "unsaved">;

/** Where workbooks are kept between visits. A tab holds the workbook it shows, so that no other writes over it. */
export interface KeptWorkbooks {
  /** The workbooks no open tab holds, first those that no file holds, the last kept first. */
  free(): Promise<KeptSummary[]>;
  /** Takes hold of a workbook in place of the one held before; false where another tab holds it. */
  hold(id: string): Promise<boolean>;
  get(id: string): Promise<KeptWorkbook | undefined>;
  put(workbook: KeptWorkbook): Promise<void>;
  delete(id: string): Promise<void>;
}

const store = "workbooks";
// Of those that a file holds too; what no file holds stays until a person deletes it.
const mostSaved = 10;

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
    // Nothing but put() writes into this store.
    return (await this.done("readonly", (workbooks) => workbooks.get(id))) as KeptWorkbook | undefined;
  }

  async put(workbook: KeptWorkbook): Promise<void> {
    await this.done("readwrite", (workbooks) => workbooks.put(workbook));
  }

  async delete(id: string): Promise<void> {
    await this.done("readwrite", (workbooks) => workbooks.delete(id));
  }

  private async all(): Promise<KeptWorkbook[]> {
    return (await this.done("readonly", (workbooks) => workbooks.getAll())) as KeptWorkbook[];
  }

  private async done(mode: IDBTransactionMode, act: (workbooks: IDBObjectStore) => IDBRequest): Promise<unknown> {
    const transaction = (await this.opened()).transaction(store, mode);
    const request = act(transaction.objectStore(store));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("the browser keeps nothing"));
    });
  }

  private opened(): Promise<IDBDatabase> {
    this.database ??= new Promise((resolve, reject) => {
      const request = indexedDB.open("headroom", 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: "id" });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("the browser keeps nothing"));
    });
    return this.database;
  }
}

const ownKey = "headroom-workbook";

/** The workbook this tab showed before it was loaded anew. Told once: one that cannot be shown must not stand in the way of the next visit. */
export function ownWorkbook(): string | null {
  try {
    const id = sessionStorage.getItem(ownKey);
    sessionStorage.removeItem(ownKey);
    return id;
  } catch {
    return null;
  }
}

export function rememberOwn(id: string): void {
  try {
    sessionStorage.setItem(ownKey, id);
  } catch {
    // Then the workbook is offered as one of another visit.
  }
}
