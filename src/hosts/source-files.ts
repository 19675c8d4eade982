import type { SourceFile, SourceFiles } from "../pane/pane-host.ts";

const types = [{ description: "CSV, TSV, Excel", accept: { "text/csv": [".csv", ".txt"], "text/tab-separated-values": [".tsv"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": [".xlsx", ".xlsm"] } }];
const accepted = ".csv,.tsv,.txt,.xlsx,.xlsm";

type Handle = FileSystemFileHandle & { queryPermission?(options: object): Promise<PermissionState>; requestPermission?(options: object): Promise<PermissionState> };

/** The part of the File System Access API that not every browser has. */
interface Picker {
  showOpenFilePicker?(options: object): Promise<Handle[]>;
}

/** The files of this machine, as far as the browser shows them to a page. */
export class BrowserSourceFiles implements SourceFiles {
  private readonly handles = new WeakMap<SourceFile, Handle>();

  async choose(): Promise<SourceFile | undefined> {
    const { showOpenFilePicker } = window as Picker;
    if (!showOpenFilePicker) return chosenByInput();
    try {
      const [handle] = await showOpenFilePicker({ types });
      return handle && (await this.read(handle));
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      // A page in a frame of another origin may not show the picker, but may show an input.
      return error.name === "AbortError" ? undefined : chosenByInput();
    }
  }

  async keep(key: string, file: SourceFile): Promise<void> {
    const handle = this.handles.get(file);
    if (handle) await kept("readwrite", (files) => files.put(handle, key));
  }

  async again(key: string): Promise<SourceFile | undefined> {
    // Nothing but keep() writes into this store.
    const handle = (await kept("readonly", (files) => files.get(key))) as Handle | undefined;
    if (!handle) return undefined;
    try {
      const granted = (await handle.queryPermission?.({ mode: "read" })) === "granted" || (await handle.requestPermission?.({ mode: "read" })) === "granted";
      return granted ? await this.read(handle) : undefined;
    } catch (error) {
      // A file that has been moved, or a page that may not ask right now: the person chooses it.
      if (error instanceof DOMException) return undefined;
      throw error;
    }
  }

  async forget(key: string): Promise<void> {
    await kept("readwrite", (files) => files.delete(key));
  }

  private async read(handle: Handle): Promise<SourceFile> {
    const file = sourceFile(await handle.getFile());
    this.handles.set(file, handle);
    return file;
  }
}

const sourceFile = (file: File): SourceFile => ({ name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) });

function chosenByInput(): Promise<SourceFile | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accepted;
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      resolve(file && sourceFile(file));
    });
    input.addEventListener("cancel", () => resolve(undefined));
    input.click();
  });
}

const store = "files";

/** One access to the store of handles; undefined where the browser has none for this page. */
async function kept(mode: IDBTransactionMode, act: (files: IDBObjectStore) => IDBRequest): Promise<unknown> {
  try {
    const database = await opened();
    try {
      const transaction = database.transaction(store, mode);
      const request = act(transaction.objectStore(store));
      return await new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => reject(transaction.error ?? new DOMException("the browser keeps nothing"));
      });
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("headroom-sources", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException("the browser keeps nothing"));
  });
}

/** The origins written into the page when it was built. */
export function allowedOrigins(): string[] {
  return document.querySelector<HTMLMetaElement>('meta[name="headroom-allowed-origins"]')?.content.split(" ").filter((origin) => origin !== "") ?? [];
}
