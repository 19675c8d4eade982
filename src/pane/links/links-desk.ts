import { firstWriting, type LinkDraft, type LinkTarget, withoutLink } from "../../links/first-writing.ts";
import { type Freshness, freshness } from "../../links/freshness.ts";
import { forgetJournal, type Journal, keptJournal, putBack } from "../../links/journal.ts";
import { type Link, type LinkId, type LinkSource, type LinksState, noLinks } from "../../links/link.ts";
import { linkOrder } from "../../links/link-chain.ts";
import { LinkRefusal } from "../../links/link-refusal.ts";
import { linksKey, linksOf, savedLinks } from "../../links/links-codec.ts";
import { Slices } from "../../links/source/slices.ts";
import type { SourceTable } from "../../links/source/source-table.ts";
import { fingerprintOf } from "../../links/table-print.ts";
import type { RangeAddress } from "../../workbook/address.ts";
import { type Workbook, type WorkbookIssue, WorkbookRefusal, type Written } from "../../workbook/port.ts";
import { type Busy, workShown } from "./busy-work.ts";
import { type Done, type PlannedRefresh, planned, type Reason, type RefreshWork, written } from "./refresh-work.ts";
import { fileBytes, sourceNow, type Supply } from "../../links/source-reading.ts";
import { spreadsheetSheets } from "../../links/source/spreadsheet.ts";
import type { SourceFile } from "../pane-host.ts";

/** The links of a workbook as the pane shows them. */
export interface DeskSnapshot {
  readonly opening: { readonly kind: "loading" | "ready" } | { readonly kind: "refused"; readonly issue: WorkbookIssue };
  readonly state: LinksState;
  /** A refresh that was cut off, whose cells can be put back. */
  readonly interrupted: Journal | null;
  readonly freshness: ReadonlyMap<LinkId, Freshness>;
  readonly busy: Busy | undefined;
  /** Refreshes that wait for the person's word. */
  readonly plans: readonly PlannedRefresh[];
  /** What the last refresh did. */
  readonly done: Done | undefined;
}

/** What came of a refresh that nobody asked for. */
export type AutomaticOutcome =
  | { readonly kind: "nothing" }
  | { readonly kind: "asked"; readonly cells: number }
  | { readonly kind: "refused"; readonly reason: Reason }
  /** `kept` where the source has changed, and only in cells that stay as the person left them. */
  | { readonly kind: "done" | "kept"; readonly cells: number; readonly written: Written | undefined };

const nothing: DeskSnapshot = { opening: { kind: "loading" }, state: noLinks, interrupted: null, freshness: new Map(), busy: undefined, plans: [], done: undefined };

/** Where all that happens to links happens, one thing at a time. Home, the room and the ribbon look at the same desk. */
export class LinksDesk {
  readonly workbook: Workbook;
  private snapshot = nothing;
  private readonly listeners = new Set<() => void>();
  private left = false;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  now = (): DeskSnapshot => this.snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads what the workbook has saved. */
  load = async (): Promise<void> => {
    if (this.snapshot.busy) return;
    try {
      const state = linksOf(await this.workbook.loadState(linksKey));
      const journal = await keptJournal(this.workbook);
      if (this.left || this.snapshot.busy) return;
      // One that was recorded has been carried through; only its last word was not heard.
      const through = journal && state.history.some(({ links, at }) => at === journal.at && links.some(({ link }) => link === journal.link));
      if (through) await forgetJournal(this.workbook);
      this.show({ opening: { kind: "ready" }, state, interrupted: through ? null : journal });
    } catch (error) {
      if (!(error instanceof WorkbookRefusal)) throw error;
      if (!this.left) this.show({ opening: { kind: "refused", issue: error.issue } });
    }
  };

  /** Finds out which links no longer say what their sources say. */
  look = async (signal: AbortSignal): Promise<void> => {
    const found = new Map<LinkId, Freshness>();
    for (const link of this.snapshot.state.links) found.set(link.id, await freshness(this.workbook, link, Date.now(), signal));
    if (!signal.aborted && !this.left) this.show({ freshness: found });
  };

  /** Puts back what an interrupted refresh found, or forgets it. */
  settle = async (back: boolean): Promise<void> => {
    const { interrupted } = this.snapshot;
    if (!interrupted) return;
    if (back) await putBack(this.workbook, interrupted);
    else await forgetJournal(this.workbook);
    this.show({ interrupted: null });
  };

  /** The sheets of an .xlsx file. */
  sheets = (file: SourceFile): Promise<readonly string[]> => this.busily(file.name, async ({ reading }) => spreadsheetSheets(await fileBytes(file), reading));

  /** Reads a source that nothing is linked to yet. */
  read = (source: LinkSource, name: string, supply: Supply): Promise<SourceTable> => this.busily(name, ({ reading }) => sourceNow(this.workbook, source, supply, reading));

  create = (draft: LinkDraft, table: SourceTable, target: LinkTarget): Promise<{ readonly link: Link; readonly written: Written }> =>
    this.busily(draft.name, async (work) => {
      work.step("writing", draft.name);
      const facts = { at: new Date().toISOString(), unread: table.unread.length };
      const { state, written: done } = await firstWriting(this.workbook, this.snapshot.state, draft, table, target, facts, work.run);
      this.show({ state });
      const link = state.links.at(-1);
      if (!link) throw new Error("a link was written and is not there");
      return { link, written: this.followed(done) };
    });

  /** Plans the refreshes of links, each after those whose blocks it reads; what cannot be refreshed says why. */
  plan = (links: readonly Link[], supplies: ReadonlyMap<LinkId, Supply>, allowedOrigins: readonly string[]): Promise<void> =>
    this.busily(links[0]?.name ?? "", async (work) => {
      const plans: PlannedRefresh[] = [];
      for (const ordered of await linkOrder(this.workbook, links)) plans.push(await planned(this.workbook, ordered, supplies.get(ordered.link.id) ?? { allowedOrigins }, work));
      this.show({ plans, done: undefined });
    });

  /** Whether cells that a person has overwritten are given to the source. */
  give = (id: LinkId, given: ReadonlySet<string>): void => this.show({ plans: this.snapshot.plans.map((plan) => (plan.kind === "planned" && plan.link.id === id ? { ...plan, given } : plan)) });

  /** Carries out what is planned, as one step that is taken back as one. Whatever ends it before, the desk then shows what stands. */
  write = async (): Promise<void> => {
    try {
      await this.busily(this.snapshot.plans[0]?.link.name ?? "", async (work) => {
        const { state, done } = await written(this.workbook, this.snapshot.state, this.snapshot.plans, work);
        this.show({ state, plans: [], done: this.followedDone(done) });
      });
    } catch (error) {
      await this.load();
      throw error;
    }
  };

  /** Refreshes a link that does so by itself. What a person has newly overwritten is theirs to decide on: the plan is left open. */
  automatic = (link: Link): Promise<AutomaticOutcome> =>
    this.busily(link.name, async (work) => {
      const plan = await planned(this.workbook, { link, reads: [] }, { allowedOrigins: [] }, work);
      if (plan.kind === "refused") return { kind: "refused", reason: plan.reason };
      const { blocks, plan: rows, incoming } = plan.prepared;
      if (blocks.length === 0 && (await fingerprintOf(incoming, new Slices(work.reading))) === link.last?.fingerprint) return { kind: "nothing" };
      // Of cells that the last refresh kept already nobody is asked again.
      const kept = this.snapshot.state.history.flatMap(({ links }) => links).find(({ link: of }) => of === link.id)?.kept ?? 0;
      if (rows.overwritten.length > kept) {
        this.show({ plans: [plan], done: undefined });
        return { kind: "asked", cells: rows.overwritten.length };
      }
      const { state, done } = await written(this.workbook, this.snapshot.state, [plan], work);
      this.show({ state });
      const reason = done.links[0]?.reason;
      return reason ? { kind: "refused", reason } : { kind: blocks.length === 0 ? "kept" : "done", cells: rows.overwritten.length, written: this.followedDone(done).written };
    });

  cancel = (): void => this.show({ plans: [] });

  close = (): void => this.show({ done: undefined });

  remove = async (link: Link): Promise<void> => this.show({ state: await withoutLink(this.workbook, this.snapshot.state, link), done: undefined });

  setAutomatic = (link: Link, automatic: boolean): Promise<void> => this.save({ links: this.snapshot.state.links.map((other) => (other.id === link.id ? { ...other, automatic } : other)) });

  watch = async (range: RangeAddress): Promise<void> => this.save({ watched: [...this.snapshot.state.watched, await this.workbook.pin(range)] });

  unwatch = async (pin: string): Promise<void> => {
    await this.save({ watched: this.snapshot.state.watched.filter((other) => other !== pin) });
    await this.workbook.unpin([pin]);
  };

  leave = (): void => {
    this.left = true;
    this.snapshot.busy?.stop();
  };

  private async save(change: Partial<LinksState>): Promise<void> {
    const state = { ...this.snapshot.state, ...change };
    await this.workbook.saveState(linksKey, savedLinks(state));
    this.show({ state });
  }

  private followedDone(done: Done): Done {
    return { ...done, written: done.written && this.followed(done.written) };
  }

  /** What was taken back is read anew. */
  private followed<T extends Written>(done: T): T {
    return {
      ...done,
      undo: async () => {
        const whole = await done.undo();
        await this.load();
        return whole;
      },
    };
  }

  /** One thing at a time: what writes to the workbook while another refresh runs is refused. */
  private async busily<T>(name: string, task: (work: RefreshWork) => Promise<T>): Promise<T> {
    if (this.snapshot.busy) throw new LinkRefusal({ code: "refresh-running", link: this.snapshot.busy.name });
    let isOver = false;
    try {
      return await task(workShown(name, (busy) => isOver || this.show({ busy })));
    } finally {
      isOver = true;
      this.show({ busy: undefined });
    }
  }

  private show(change: Partial<DeskSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    if (!this.left) for (const listener of this.listeners) listener();
  }
}

const desks = new WeakMap<Workbook, { readonly edition: number; readonly desk: LinksDesk }>();

/** The desk of a workbook; another one once another file stands in its place. */
export function deskOf(workbook: Workbook, edition: number): LinksDesk {
  const known = desks.get(workbook);
  if (known?.edition === edition) return known.desk;
  known?.desk.leave();
  const desk = new LinksDesk(workbook);
  desks.set(workbook, { edition, desk });
  return desk;
}
