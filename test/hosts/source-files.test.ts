import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BrowserSourceFiles } from "../../src/hosts/source-files.ts";
import { sourceNow } from "../../src/links/source-reading.ts";
import { HeadlessWorkbook } from "../support/engine.ts";

/** A file of a disk as the browser hands it out. */
class DiskFile {
  readonly name: string;
  text: string | undefined;
  permission: PermissionState = "granted";

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
  }

  queryPermission = () => Promise.resolve(this.permission);
  requestPermission = () => Promise.resolve(this.permission);
  getFile = () => {
    if (this.text === undefined) return Promise.reject(new DOMException("moved", "NotFoundError"));
    return Promise.resolve({ name: this.name, arrayBuffer: () => (this.text === undefined ? Promise.reject(new DOMException("moved", "NotReadableError")) : Promise.resolve(new TextEncoder().encode(this.text).buffer)) });
  };
}

/** As much of a browser's database as one store of handles needs. */
function database(handles: Map<string, unknown>) {
  const done = (result: unknown) => ({ result });
  const objectStore = () => ({
    put: (handle: unknown, key: string) => done(void handles.set(key, handle)),
    get: (key: string) => done(handles.get(key)),
    delete: (key: string) => done(handles.delete(key)),
  });
  const transaction = () => {
    const own: { objectStore: typeof objectStore; oncomplete?: () => void } = { objectStore };
    setTimeout(() => own.oncomplete?.());
    return own;
  };
  return {
    open: () => {
      const request: { result: object; onsuccess?: () => void } = { result: { transaction, close: () => undefined } };
      setTimeout(() => request.onsuccess?.());
      return request;
    },
  };
}

const files = new BrowserSourceFiles();
let handles: Map<string, unknown>;
let picked: DiskFile[] | DOMException;

beforeEach(() => {
  handles = new Map();
  vi.stubGlobal("indexedDB", database(handles));
  vi.stubGlobal("window", { showOpenFilePicker: () => (picked instanceof DOMException ? Promise.reject(picked) : Promise.resolve(picked)) });
});
afterEach(() => vi.unstubAllGlobals());

const textOf = async (file: { bytes(): Promise<Uint8Array> } | undefined) => file && new TextDecoder().decode(await file.bytes());

async function kept(disk: DiskFile): Promise<void> {
  picked = [disk];
  const file = await files.choose();
  if (file) await files.keep("target", file);
}

describe("a file that a link reads", () => {
  it("is read again, as it is by then, where the browser grants it", async () => {
    const disk = new DiskFile("余额.csv", "客户,余额\n甲,1\n");
    await kept(disk);
    disk.text = "客户,余额\n甲,2\n";
    const again = await files.again("target");
    expect([again?.name, await textOf(again)]).toEqual(["余额.csv", "客户,余额\n甲,2\n"]);
    expect(await files.again("another")).toBeUndefined();
    await files.forget("target");
    expect(await files.again("target")).toBeUndefined();
  });

  it("is kept by its handle alone", async () => {
    const disk = new DiskFile("余额.csv", "客户,余额\n甲,1\n");
    await kept(disk);
    expect([...handles]).toEqual([["target", disk]]);
  });

  it("is asked for where the person or the browser refuses, or it has been moved", async () => {
    const disk = new DiskFile("余额.csv", "");
    await kept(disk);
    disk.permission = "denied";
    expect(await files.again("target")).toBeUndefined();
    disk.permission = "granted";
    disk.text = undefined;
    expect(await files.again("target")).toBeUndefined();
  });

  it("is not chosen where the person closes the picker", async () => {
    picked = new DOMException("closed", "AbortError");
    expect(await files.choose()).toBeUndefined();
  });

  it("is said to be gone where it goes between being chosen and being read", async () => {
    const disk = new DiskFile("余额.csv", "客户,余额\n甲,1\n");
    picked = [disk];
    const file = await files.choose();
    disk.text = undefined;
    if (!file) throw new Error("no file");
    const { workbook } = new HeadlessWorkbook();
    await expect(sourceNow(workbook, { kind: "csv", file: "余额.csv" }, { file, allowedOrigins: [] })).rejects.toMatchObject({ issue: { code: "source-gone", source: "余额.csv" } });
  });

  it("is not kept where the browser keeps nothing, and is asked for the next time", async () => {
    vi.stubGlobal("indexedDB", {
      open: () => {
        const request: { error: DOMException; onerror?: () => void } = { error: new DOMException("refused", "SecurityError") };
        setTimeout(() => request.onerror?.());
        return request;
      },
    });
    await kept(new DiskFile("余额.csv", ""));
    expect(await files.again("target")).toBeUndefined();
  });
});
