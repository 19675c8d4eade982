/** A file a person has chosen, and the way to write it again where the browser gives one. */
export interface ChosenFile {
  readonly name: string;
  bytes(): Promise<Uint8Array>;
  readonly handle?: FileSystemFileHandle;
}

/** Where files come from and go to. */
export interface FilePlace {
  /** Undefined where the person chose none. */
  choose(): Promise<ChosenFile | undefined>;
  /** Where to write: the file given, if the person allows it, else one they choose; undefined where they chose none, null where the browser only downloads. */
  chooseTarget(name: string, handle: FileSystemFileHandle | undefined): Promise<FileSystemFileHandle | null | undefined>;
  write(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void>;
  download(name: string, bytes: Uint8Array): void;
}

const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const types = [{ description: "Excel", accept: { [mediaType]: [".xlsx", ".xlsm"] } }];
const written = [{ description: "Excel", accept: { [mediaType]: [".xlsx"] } }];

/** The parts of the File System Access API that not every browser has. */
interface Pickers {
  showOpenFilePicker?(options: object): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>;
}

/** Asks for leave to write, as long as the click lasts that lets a page ask. */
async function isAllowed(handle: FileSystemFileHandle & { requestPermission?(options: object): Promise<PermissionState> }): Promise<boolean> {
  return (await handle.requestPermission?.({ mode: "readwrite" })) !== "denied";
}

const isCancelled = (error: unknown) => error instanceof DOMException && error.name === "AbortError";

async function unlessCancelled<T>(choice: Promise<T>): Promise<T | undefined> {
  try {
    return await choice;
  } catch (error) {
    if (isCancelled(error)) return undefined;
    throw error;
  }
}

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

/** The browser: its pickers where it has them, else a file input and downloads. */
export class BrowserFilePlace implements FilePlace {
  private readonly pickers: Pickers = window as Pickers;

  async choose(): Promise<ChosenFile | undefined> {
    if (!this.pickers.showOpenFilePicker) return chosenByInput();
    const [handle] = (await unlessCancelled(this.pickers.showOpenFilePicker({ types }))) ?? [];
    if (!handle) return undefined;
    const file = await handle.getFile();
    return { name: file.name, bytes: () => bytesOf(file), handle };
  }

  async chooseTarget(name: string, handle: FileSystemFileHandle | undefined): Promise<FileSystemFileHandle | null | undefined> {
    if (handle && (await isAllowed(handle))) return handle;
    if (!this.pickers.showSaveFilePicker) return null;
    return unlessCancelled(this.pickers.showSaveFilePicker({ suggestedName: name, types: written }));
  }

  async write(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
    const stream = await handle.createWritable();
    await stream.write(new Blob([Uint8Array.from(bytes)]));
    await stream.close();
  }

  download(name: string, bytes: Uint8Array): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: mediaType }));
    link.download = name;
    link.click();
    // A browser may still be reading when the click returns.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

function chosenByInput(): Promise<ChosenFile | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".xlsx,.xlsm";
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      resolve(file && { name: file.name, bytes: () => bytesOf(file) });
    });
    input.addEventListener("cancel", () => resolve(undefined));
    input.click();
  });
}
