import { type FileTexts, fileSentence } from "../../locales/file-texts.ts";
import type { IWorkbookData } from "../../workbook/embedded/engine.ts";
import { shownSheet } from "../../workbook/embedded/shown-sheet.ts";
import { FileRefusal } from "../../workbook/file.ts";
import { type FileGrid, snapshotIn } from "./file-grid.ts";
import type { ChosenFile, FilePlace } from "./file-place.ts";
import { emptyBook, fileName, type FileState, isEdit, nothing, type SaveKind } from "./file-state.ts";
import { Keeping } from "./keeping.ts";
import type { KeptSummary, KeptWorkbook, KeptWorkbooks } from "./kept-workbook.ts";
import { ownWorkbook, rememberOwn } from "./own-workbook.ts";

/** The open workbook as a file: opened, saved, and kept on this machine while it changes. */
export class WorkbookFile {
  private current: FileState = { ...nothing, ready: false, name: "", cannotKeep: false, offers: [], former: undefined, notice: undefined };
  private readonly kept: KeptWorkbooks;
  private readonly place: FilePlace;
  private readonly texts: () => FileTexts;
  private readonly listeners = new Set<() => void>();
  private grid: FileGrid | undefined;
  private id = crypto.randomUUID() as string;
  private handle: FileSystemFileHandle | undefined;
  private agreed = false;
  private keeping: Keeping | undefined;
  private opening = false;
  private first: string | undefined;

  constructor(kept: KeptWorkbooks, place: FilePlace, texts: () => FileTexts) {
    this.kept = kept;
    this.place = place;
    this.texts = texts;
  }

  get state(): FileState {
    return this.current;
  }
  subscribe = (listener: () => void): (() => void) => (this.listeners.add(listener), () => this.listeners.delete(listener));

  /** The workbook to begin with: the one this tab showed before it was loaded anew, else an empty one; others are offered. */
  async begin(): Promise<Partial<IWorkbookData>> {
    try {
      const own = ownWorkbook();
      const mine = own !== null && (await this.kept.hold(own));
      const before = mine ? await this.kept.get(own) : undefined;
      if (before) {
        this.take(before);
        this.first = shownSheet(before.snapshot);
        return before.snapshot;
      }
      await this.kept.hold(this.id);
      this.set({ offers: await this.kept.free() });
    } catch {
      this.set({ cannotKeep: true });
    }
    return emptyBook();
  }

  /** The grid is there, with the workbook of begin(). */
  attach(grid: FileGrid): void {
    this.grid = grid;
    this.keeping = new Keeping(this.kept, grid, () => this.about(), (id, keptAt) => {
      if (keptAt === undefined) this.set({ cannotKeep: true });
      else if (id === this.id) this.set({ keptAt, cannotKeep: false });
    });
    if (this.first !== undefined) grid.showSheet(this.first);
    rememberOwn(this.id);
    grid.engine.onCommand((id, _, options) => {
      if (!this.opening && isEdit(id, options)) this.edited();
    });
    this.set({ ready: true });
  }

  startNew(): Promise<void> {
    return this.attempt(() => this.replace(emptyBook(), { name: "", losses: [], inFile: false }, undefined));
  }

  async openFile(): Promise<void> {
    await this.attempt(async () => {
      const chosen = await this.place.choose();
      if (chosen) await this.open(chosen);
    });
  }

  /** Opens a file in place of the workbook, which stays kept; a file that is refused leaves it as it is. */
  async open(chosen: ChosenFile): Promise<void> {
    await this.attempt(async () => {
      this.set({ doing: { opening: chosen.name }, notice: undefined });
      const { snapshotOf } = await import(/* webpackChunkName: "xlsx" */ "../../workbook/embedded/xlsx-open.ts");
      const name = chosen.name.replace(/\.xls[xm]$/i, "");
      const { snapshot, notKept } = await snapshotOf(await chosen.bytes(), name);
      // A file with macros is not written over: what is saved has none.
      await this.replace(snapshot, { name, losses: notKept, inFile: true }, /\.xlsx$/i.test(chosen.name) ? chosen.handle : undefined);
      if (notKept.length > 0) this.set({ notice: { intent: "warning", sentence: (texts) => texts.openedWithLosses(chosen.name, notKept.length) } });
      await this.keeping?.now();
    });
  }

  async continueWith(id: string): Promise<void> {
    await this.attempt(async () => {
      await this.flush();
      const former = this.summary();
      const found = (await this.kept.hold(id)) ? await this.kept.get(id) : undefined;
      if (!found) {
        await this.kept.hold(this.id);
        this.set({ offers: await this.kept.free() });
        return;
      }
      // What has been done since is not to be lost.
      await this.flush();
      this.show(found.snapshot);
      this.take(found);
      rememberOwn(id);
      this.set({ offers: this.current.offers.filter((offer) => offer.id !== id), former });
    });
  }

  async deleteKept(id: string): Promise<void> {
    await this.kept.delete(id);
    this.set({ offers: this.current.offers.filter((offer) => offer.id !== id) });
  }

  /** Puts offers and messages away; what is kept stays kept. */
  dismiss(what: "offers" | "notice" | "former"): void {
    this.set(what === "offers" ? { offers: [] } : what === "notice" ? { notice: undefined } : { former: undefined });
  }

  rename(name: string): void {
    if (name === this.current.name) return;
    this.handle = undefined;
    this.set({ name });
    this.keeping?.soon();
  }

  ask = (asking: "look" | undefined): void => this.set({ asking });

  /** The person has seen the losses and saves all the same. */
  async agree(kind: SaveKind): Promise<void> {
    this.agreed = true;
    this.set({ asking: undefined });
    await this.save(kind);
  }

  async save(kind: SaveKind): Promise<void> {
    const { grid } = this;
    if (!grid || this.current.doing) return;
    if (this.current.losses.length > 0 && !this.agreed) return this.set({ asking: kind });
    await this.attempt(async () => {
      const target = await this.place.chooseTarget(fileName(this.current.name, kind, this.texts()), kind === "same" ? this.handle : undefined);
      if (target === undefined) return;
      this.set({ doing: "saving", notice: undefined });
      await grid.engine.calculated();
      const { xlsxOf } = await import(/* webpackChunkName: "xlsx" */ "../../workbook/embedded/xlsx-save.ts");
      const bytes = await xlsxOf(snapshotIn(grid), grid.engine, kind === "values" ? "values" : "formulas");
      if (target) await this.place.write(target, bytes);
      else this.place.download(fileName(this.current.name, kind, this.texts()), bytes);
      await this.saved(kind, target ?? undefined);
    });
  }

  /** Keeps what has changed. */
  async flush(): Promise<void> {
    await this.keeping?.flush();
  }

  /** Keeps what has changed while it still can; called when the page may go. */
  leave(): void {
    this.keeping?.leave();
  }

  private async saved(kind: SaveKind, target: FileSystemFileHandle | undefined): Promise<void> {
    const name = target?.name ?? fileName(this.current.name, kind, this.texts());
    this.set({ notice: { intent: "success", sentence: (texts) => (kind === "values" ? texts.savedValues(name) : texts.savedAs(name)) } });
    if (kind === "values") return;
    if (target) this.handle = target;
    this.set({ name: name.replace(/\.xlsx$/i, ""), unsaved: false, inFile: true });
    await this.keeping?.now();
  }

  private edited(): void {
    if (!this.current.unsaved) this.set({ unsaved: true });
    this.keeping?.soon();
  }

  private about() {
    const { id, handle, agreed, current: { name, unsaved, losses } } = this;
    return { id, name, keptAt: Date.now(), unsaved, notKept: losses, agreed, ...(handle && { handle }) };
  }

  /** Shows another workbook under an id of its own; the one before stays kept. */
  private async replace(data: Partial<IWorkbookData>, state: Pick<FileState, "name" | "losses" | "inFile">, handle: FileSystemFileHandle | undefined): Promise<void> {
    await this.flush();
    const former = this.summary();
    this.show(data);
    this.id = crypto.randomUUID();
    this.handle = handle;
    this.agreed = false;
    this.set({ ...nothing, ...state, former, notice: undefined });
    rememberOwn(this.id);
    await this.kept.hold(this.id).catch(() => this.set({ cannotKeep: true }));
  }

  private show(data: Partial<IWorkbookData>): void {
    this.opening = true;
    try {
      this.grid?.open(data);
      const shown = shownSheet(data);
      if (shown !== undefined) this.grid?.showSheet(shown);
    } finally {
      this.opening = false;
    }
  }

  private take({ id, name, keptAt, unsaved, notKept, agreed, handle }: KeptWorkbook): void {
    this.id = id;
    this.handle = handle;
    this.agreed = agreed;
    this.set({ ...nothing, name, keptAt, unsaved, losses: notKept, inFile: !unsaved || handle !== undefined });
  }

  /** The workbook shown, where it is kept. */
  private summary(): KeptSummary | undefined {
    const { name, keptAt, unsaved } = this.current;
    return keptAt === undefined ? undefined : { id: this.id, name, keptAt, unsaved };
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    // What is being typed into a cell would be lost.
    if (this.grid?.engine.editing()) return this.set({ notice: { intent: "warning", sentence: (texts) => texts.editing } });
    try {
      await this.grid?.workbook.settled();
      await act();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.set({ notice: { intent: "error", sentence: (texts) => (error instanceof FileRefusal ? fileSentence(error.issue, texts) : texts.failed(detail)) } });
    } finally {
      this.set({ doing: undefined });
    }
  }

  private set(change: Partial<FileState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}
