import { type BlockPlan, type Workbook, WorkbookRefusal, type WritingRun, type Written } from "../workbook/port.ts";
import { blockContents } from "./block-contents.ts";
import { forgetJournal, type Journal, keepJournal } from "./journal.ts";
import { type Link, type LinksState, type RecordedEffect, withoutRecord, withRecord } from "./link.ts";
import { LinkRefusal } from "./link-refusal.ts";
import { linksKey, linksOf, savedLinks } from "./links-codec.ts";
import { withReaders } from "./link-chain.ts";
import { imprint, type PreparedRefresh } from "./prepared-refresh.ts";
import { Slices } from "./source/slices.ts";
import { printsOf } from "./table-print.ts";

/** What a person, a clock and the source add to a refresh. */
export interface RefreshFacts {
  /** ISO date and time. */
  readonly at: string;
  /** Cells of the source that look like figures and could not be read as such. */
  readonly unread: number;
}

/** How a refresh is followed, and stopped. */
export interface RefreshRun extends WritingRun {
  /** Hears of what comes after the last cell has been written, and has no share. */
  onStage?(stage: "calculating" | "saving"): void;
}

/** A refresh that has been carried through: the links as they are now, and the way back. */
export interface Refreshed {
  readonly state: LinksState;
  readonly written: Written;
}

/**
 * Carries a prepared refresh through as one step. All of it stands in the end, with the links saved, or the workbook
 * is as it was. Refused: a block that has changed since the plan was made.
 */
export async function refreshed(workbook: Workbook, state: LinksState, prepared: PreparedRefresh, { at, unread }: RefreshFacts, run: RefreshRun = {}): Promise<Refreshed> {
  const { link, before, after, plan, incoming } = prepared;
  const { slices, writing } = inTwoParts(run);
  if ((await imprint(await blockContents(workbook, before, slices.part(0, 0.4)), slices.part(0.4, 0.7))) !== prepared.standing) throw new LinkRefusal({ code: "changed-meanwhile", block: link.name });
  const prints = await printsOf(incoming, slices.part(0.7, 1));
  const written = prepared.blocks.length === 0 ? nothingDone : await writtenWithJournal(workbook, { link: link.id, at }, prepared.blocks, writing);
  try {
    await beforeSaving(written, run);
    const target = after.rows === before.rows ? link.target : await workbook.pin(after);
    const now: Link = { ...link, target, last: { at, rows: incoming.rows.length, ...prints } };
    const record = {
      link: link.id, name: link.name, added: plan.added.length, removed: plan.removed.length, changed: plan.changed.length,
      kept: plan.overwritten.filter(({ kept }) => kept).length, unread,
    };
    const { links, released } = await withReaders(workbook, withLink(state, now).links, before, after);
    const next = { ...state, links, history: withRecord(state.history, at, record) };
    await workbook.saveState(linksKey, savedLinks(next));
    await workbook.unpin([...(target === link.target ? [] : [link.target]), ...released]);
    if (prepared.blocks.length > 0) await forgetJournal(workbook);
    return { state: next, written: { sheets: [before.sheet], undo: () => undone(workbook, { link, before, after }, written, at) } };
  } catch (error) {
    await written.undo();
    await forgetJournal(workbook);
    throw error;
  }
}

/** Writes blocks while a journal of what stood there is kept; the journal of a writing that came through is for its caller to forget. */
export async function writtenWithJournal(workbook: Workbook, of: Omit<Journal, "before">, blocks: readonly BlockPlan[], run: WritingRun): Promise<Written> {
  try {
    return await workbook.write({ blocks }, { ...run, journal: (before) => keepJournal(workbook, { ...of, before }) });
  } catch (error) {
    // All stands again as it did, unless the workbook says otherwise. What cannot be forgotten now is offered when the room is opened anew.
    if (!(error instanceof WorkbookRefusal && error.issue.code === "half-written")) await forgetJournal(workbook).catch(() => undefined);
    throw error;
  }
}

/** The last moment at which a refresh is stopped: what has been written is taken back, unless a person has changed a cell of it since. */
export async function beforeSaving(written: Written, run: RefreshRun): Promise<void> {
  run.onStage?.("saving");
  await new Slices().breath();
  if (run.signal?.aborted && (await written.undo())) throw new WorkbookRefusal({ code: "stopped" });
}

const beforeWriting = 0.4;

/** A writing that is prepared in slices first: both parts tell the share of the whole, and are stopped alike. */
export function inTwoParts(run: RefreshRun): { readonly slices: Slices; readonly writing: WritingRun } {
  const onProgress = (share: number) => run.onProgress?.(share, 1);
  return {
    slices: new Slices({ ...(run.signal && { signal: run.signal }), onProgress }).part(0, beforeWriting),
    writing: {
      ...run,
      onProgress: (written, of) => {
        onProgress(beforeWriting + (1 - beforeWriting) * (written / Math.max(1, of)));
        if (written >= of) run.onStage?.("calculating");
      },
      onCalculated: () => run.onStage?.("saving"),
    },
  };
}

/** Adds what the refresh did to the results that depend on it to its entry in the history. */
export function withEffects(state: LinksState, effects: readonly RecordedEffect[]): LinksState {
  const [record, ...rest] = state.history;
  return record ? { ...state, history: [{ ...record, effects }, ...rest] } : state;
}

const withLink = (state: LinksState, link: Link): LinksState => ({ ...state, links: state.links.map((other) => (other.id === link.id ? link : other)) });

const nothingDone: Written = { sheets: [], undo: () => Promise.resolve(true) };

/** Puts back the cells, the pin and what was known of the link; false where a person has changed a cell since. */
async function undone(workbook: Workbook, { link, before, after }: Pick<PreparedRefresh, "link" | "before" | "after">, written: Written, at: string): Promise<boolean> {
  if (!(await written.undo())) return false;
  const target = after.rows === before.rows ? link.target : await workbook.pin(before);
  const now = linksOf(await workbook.loadState(linksKey));
  const { links, released } = await withReaders(workbook, withLink(now, { ...link, target }).links, after, before);
  const history = withoutRecord(now.history, link.id, at);
  await workbook.saveState(linksKey, savedLinks({ ...now, links, history }));
  await workbook.unpin(released);
  return true;
}
