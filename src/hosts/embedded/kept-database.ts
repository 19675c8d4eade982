import type { RowsChange } from "../../workbook/embedded/changed-rows.ts";

/** Frames of workbooks, and workbooks that were kept whole by a former version. */
export const frames = "workbooks";
/** Pieces of their rows. */
export const pieces = "rows";

export function openedDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("headroom", 2);
    request.onupgradeneeded = () => {
      const stores = request.result.objectStoreNames;
      if (!stores.contains(frames)) request.result.createObjectStore(frames, { keyPath: "id" });
      if (!stores.contains(pieces)) request.result.createObjectStore(pieces);
    };
    request.onsuccess = () => {
      // Another tab may have a newer version of this page.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? nothingKept());
    request.onblocked = () => reject(nothingKept());
  });
}

/** Resolves once all that a transaction was asked for is done. */
export function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? nothingKept());
  });
}

/** The keys of all rows of a workbook, or of one of its sheets. */
export const rowsOf = (...of: readonly [id: string] | readonly [id: string, sheetId: string]): IDBKeyRange => IDBKeyRange.bound([...of], [...of, []]);

export function carriedOut(change: RowsChange, rows: IDBObjectStore, id: string): IDBRequest {
  if ("kept" in change) return rows.put(change.kept, [id, change.kept.sheetId, change.kept.row]);
  return rows.delete(change.forgotten === "all" ? rowsOf(id) : rowsOf(id, change.forgotten.sheetId));
}

const nothingKept = () => new Error("the browser keeps nothing");
