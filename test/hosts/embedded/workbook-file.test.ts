import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FilePlace } from "../../../src/hosts/embedded/file-place.ts";
import type { KeptWorkbooks } from "../../../src/hosts/embedded/kept-workbook.ts";
import { WorkbookFile } from "../../../src/hosts/embedded/workbook-file.ts";
import type { IWorkbookData } from "../../../src/workbook/embedded/engine.ts";
import { fileTexts } from "../../../src/locales/file-texts.ts";
import { snapshotOf } from "../../../src/workbook/embedded/xlsx-open.ts";
import { HeadlessWorkbook } from "../../support/engine.ts";
import { KeptBook } from "../../support/kept-book.ts";

const rows = 4_000;
const cells = Array.from({ length: rows }, (_, row) => [{ value: row }, { value: 1 }]);
const countOf = ({ sheets }: IWorkbookData) => Object.keys(Object.values(sheets)[0]?.cellData ?? {}).length;

let host: HeadlessWorkbook;
let file: WorkbookFile;
let kept: IWorkbookData[];
let downloaded: Uint8Array[];

beforeEach(() => {
  vi.stubGlobal("sessionStorage", { setItem: () => undefined, getItem: () => null });
  host = new HeadlessWorkbook();
  [kept, downloaded] = [[], []];
  const book = new KeptBook();
  const keeping: KeptWorkbooks = {
    free: () => Promise.resolve([]),
    hold: () => Promise.resolve(true),
    get: () => Promise.resolve(undefined),
    put: async (_, changes) => void kept.push(await book.keep(changes)),
    delete: () => Promise.resolve(),
  };
  const place: FilePlace = {
    choose: () => Promise.resolve(undefined),
    chooseTarget: () => Promise.resolve(null),
    write: () => Promise.resolve(),
    download: (_, bytes) => void downloaded.push(bytes),
  };
  file = new WorkbookFile(keeping, place, () => fileTexts["en-US"]);
  file.attach({ engine: host.engine, workbook: host.workbook, open: (data) => host.engine.open(data), shownSheet: () => "1", showSheet: () => undefined });
});
afterEach(() => vi.unstubAllGlobals());

/** Writes rows, and does something in the middle of it. */
async function during(act: () => Promise<void>): Promise<void> {
  let acting: Promise<void> | undefined;
  await host.workbook.write({ blocks: [{ sheet: "Sheet1", row: 0, column: 0, cells }] }, { onProgress: () => void (acting ??= act()) });
  await acting;
}

describe("a workbook into which rows are being written", () => {
  it("is kept only once all of them stand, though a person types and leaves meanwhile", async () => {
    await during(async () => {
      await host.enter({ E1: 1 });
      await file.flush();
    });
    await vi.waitFor(() => expect(kept.length).toBeGreaterThan(0), { timeout: 5_000 });
    expect(kept.map(countOf)).toEqual(kept.map(() => rows));
  });

  it("is saved only once all of them stand", async () => {
    await during(() => file.save("copy"));
    const [bytes] = downloaded;
    expect(countOf((await snapshotOf(bytes ?? new Uint8Array())).snapshot)).toBe(rows);
  });

  it("gives way to another only once all of them stand", async () => {
    await during(() => file.startNew());
    expect(countOf(host.engine.save())).toBe(0);
    expect(kept.map(countOf)).toEqual([rows]);
  });

  it("is marked as changed by them", async () => {
    expect(file.state.unsaved).toBe(false);
    await during(() => Promise.resolve());
    expect(file.state.unsaved).toBe(true);
  });
});
