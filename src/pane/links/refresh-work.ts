import type { Link, LinksState, RecordedEffect } from "../../links/link.ts";
import type { OrderedLink } from "../../links/link-chain.ts";
import { LinkRefusal, type LinkIssue } from "../../links/link-refusal.ts";
import { linksKey, linksOf, savedLinks } from "../../links/links-codec.ts";
import { newColumns } from "../../links/linked-columns.ts";
import { type PreparedRefresh, preparedRefresh } from "../../links/prepared-refresh.ts";
import { refreshed, type RefreshRun, withEffects } from "../../links/refresh.ts";
import type { Overwritten } from "../../links/refresh-plan.ts";
import { type ChangedResult, changedResults, type Result, results } from "../../links/results.ts";
import { sourceNow, type Supply } from "../../links/source-reading.ts";
import { type SourceIssue, SourceRefusal, type SourceTable } from "../../links/source/source-table.ts";
import { a1OnSheet } from "../../workbook/address.ts";
import { type Workbook, type WorkbookIssue, WorkbookRefusal } from "../../workbook/port.ts";
import type { Evaluation } from "../../workflows/impairment/evaluation.ts";
import { testEffects, testsNow, type UnitEffect } from "../../workflows/impairment/test-effect.ts";
import type { ReadingRun } from "../../links/source/slices.ts";
import { type LinkWritten, oneStep, type StepWritten } from "../../links/one-step.ts";

/** Why a link is not refreshed, from whichever side. */
export type Reason = { readonly from: "link"; readonly issue: LinkIssue } | { readonly from: "source"; readonly issue: SourceIssue } | { readonly from: "workbook"; readonly issue: WorkbookIssue };

/** A refresh that waits for the person's word, or cannot be. */
export type PlannedRefresh = (
  | {
      readonly kind: "planned";
      readonly table: SourceTable;
      readonly prepared: PreparedRefresh;
      /** Columns the source has by now and the link does not. */
      readonly further: readonly string[];
      /** Cells overwritten by a person that the source may have, by `cellKey`. */
      readonly given: ReadonlySet<string>;
    }
  | { readonly kind: "refused"; readonly reason: Reason }
) & OrderedLink;

/** What a refresh of one link or of several did, as one step. */
export interface Done {
  readonly at: string;
  readonly links: readonly LinkDone[];
  /** On results in cells, and on saved impairment tests. */
  readonly effects: readonly ChangedResult[];
  readonly tests: readonly UnitEffect[];
  /** The way back; none where nothing stands written. */
  readonly written: StepWritten | undefined;
}

/** What was done to the block of a link, or why nothing was. */
export interface LinkDone {
  readonly link: Link;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly kept: number;
  readonly reason?: Reason;
}

/** How a piece of work is followed and stopped. */
export interface RefreshWork {
  step(what: "reading" | "planning" | "writing" | "comparing", name: string): void;
  readonly reading: ReadingRun & { readonly signal: AbortSignal };
  readonly run: RefreshRun & { readonly signal: AbortSignal };
}

export const cellKey = ({ row, column }: Pick<Overwritten, "row" | "column">): string => `${row}:${column}`;

/** The reason in a refusal; anything else is a fault of ours and goes on. */
export function reasonOf(error: unknown): Reason {
  if (error instanceof LinkRefusal) return { from: "link", issue: error.issue };
  if (error instanceof SourceRefusal) return { from: "source", issue: error.issue };
  if (error instanceof WorkbookRefusal) return { from: "workbook", issue: error.issue };
  throw error;
}

export const isStopped = ({ issue }: Reason): boolean => issue.code === "stopped";

/** Reads a source and plans its refresh. Being stopped ends everything; any other refusal is of this link alone. */
export async function planned(workbook: Workbook, { link, reads }: OrderedLink, supply: Supply, work: RefreshWork): Promise<PlannedRefresh> {
  try {
    work.step("reading", link.name);
    const table = await sourceNow(workbook, link.source, supply, work.reading);
    work.step("planning", link.name);
    const named = supply.file && "file" in link.source ? { ...link, source: { ...link.source, file: supply.file.name } } : link;
    const prepared = await preparedRefresh(workbook, named, table, undefined, work.reading);
    return { kind: "planned", link: named, reads, table, prepared, further: newColumns(table, link.columns), given: new Set() };
  } catch (error) {
    const reason = reasonOf(error);
    if (isStopped(reason)) throw error;
    return { kind: "refused", link, reads, reason };
  }
}

/**
 * Carries planned refreshes through as one step, and finds out what it did to the results that depend on them. A link that
 * cannot be refreshed says why, and the others stand. Being stopped takes all of it back.
 */
export async function written(workbook: Workbook, state: LinksState, plans: readonly PlannedRefresh[], work: RefreshWork): Promise<{ readonly state: LinksState; readonly done: Done }> {
  const at = new Date().toISOString();
  const name = plans[0]?.link.name ?? "";
  work.step("comparing", name);
  const blocks = plans.flatMap((plan) => (plan.kind === "planned" ? [plan.prepared.after] : []));
  const before = { results: await results(workbook, state.watched, blocks, work.reading), tests: await testsNow(workbook) };
  let through: Through = { state, writings: [], links: [] };
  let compared: Compared = { effects: [], tests: [] };
  try {
    for (const plan of plans) {
      through = await carriedOut(workbook, through, plan, at, work);
      stopIfAsked(work);
    }
    if (through.writings.length > 0) {
      work.step("comparing", name);
      compared = await comparedWith(workbook, before, work.reading);
      stopIfAsked(work);
    }
  } catch (error) {
    const reason = reasonOf(error);
    if (!isStopped(reason)) throw error;
    through = await takenBack(workbook, through, plans, reason);
    if (through.writings.length === 0) throw error;
    compared = await comparedWith(workbook, before);
  }
  const recorded = [...compared.tests.flatMap(recordedTest), ...compared.effects.map(recordedResult)];
  const next = recorded.length === 0 ? through.state : withEffects(through.state, recorded);
  if (next !== through.state) await workbook.saveState(linksKey, savedLinks(next));
  const { links, writings } = through;
  return { state: next, done: { at, links, ...compared, written: writings.length > 0 ? oneStep(writings) : undefined } };
}

/** How far a step has come: the links as they are saved, what has been written, and what is told of each link. */
interface Through {
  readonly state: LinksState;
  readonly writings: readonly LinkWritten[];
  readonly links: readonly LinkDone[];
}

/** A step with one more of its links: written, or with the reason why not. */
async function carriedOut(workbook: Workbook, through: Through, plan: PlannedRefresh, at: string, work: RefreshWork): Promise<Through> {
  try {
    const { prepared, table } = await preparedNow(workbook, through.state, plan, through.writings, work);
    work.step("writing", plan.link.name);
    const { state, written } = await refreshed(workbook, through.state, prepared, { at, unread: table.unread.length }, work.run);
    const { added, removed, changed, overwritten } = prepared.plan;
    const done = { link: plan.link, added: added.length, removed: removed.length, changed: changed.length, kept: overwritten.filter(({ kept }) => kept).length };
    return { state, writings: [...through.writings, { link: plan.link, written }], links: [...through.links, done] };
  } catch (error) {
    const reason = reasonOf(error);
    if (isStopped(reason)) throw error;
    return { ...through, links: [...through.links, notDone(plan.link, reason)] };
  }
}

/** A step that has been stopped: nothing of it, or, where a person has changed a cell of one that was written, that one and those before it. */
async function takenBack(workbook: Workbook, { writings, links }: Through, plans: readonly PlannedRefresh[], reason: Reason): Promise<Through> {
  const step = oneStep(writings);
  await step.undo();
  const stands = ({ link }: { readonly link: Link }) => step.standing().some(({ id }) => id === link.id);
  return {
    state: linksOf(await workbook.loadState(linksKey)),
    writings: writings.filter(stands),
    links: [...links.filter(stands), ...plans.filter((each) => !stands(each)).map(({ link }) => notDone(link, reason))],
  };
}

function stopIfAsked({ run }: RefreshWork): void {
  if (run.signal.aborted) throw new SourceRefusal({ code: "stopped" });
}

type Compared = Pick<Done, "effects" | "tests">;

/** What has become of results in cells and of saved tests. */
async function comparedWith(workbook: Workbook, before: { readonly results: readonly Result[]; readonly tests: readonly Evaluation[] }, run: ReadingRun = {}): Promise<Compared> {
  return { effects: await changedResults(workbook, before.results, run), tests: await testEffects(workbook, before.tests) };
}

/** What to write of a plan now: anew where cells are given to the source, or where a block it reads has just been written. */
async function preparedNow(workbook: Workbook, state: LinksState, plan: PlannedRefresh, writings: readonly LinkWritten[], work: RefreshWork): Promise<{ readonly prepared: PreparedRefresh; readonly table: SourceTable }> {
  const given = plan.kind === "planned" ? plan.given : new Set<string>();
  const isGiven = (cell: Overwritten) => given.has(cellKey(cell));
  if (plan.reads.some((read) => writings.some(({ link }) => link.id === read.id))) {
    const link = state.links.find(({ id }) => id === plan.link.id) ?? plan.link;
    work.step("reading", link.name);
    const table = await sourceNow(workbook, link.source, { allowedOrigins: [] }, work.reading);
    return { table, prepared: await preparedRefresh(workbook, link, table, isGiven, work.reading) };
  }
  if (plan.kind === "refused") throw refusalOf(plan.reason);
  const { table, prepared, link } = plan;
  return { table, prepared: given.size === 0 ? prepared : await preparedRefresh(workbook, link, table, isGiven, work.reading) };
}

function refusalOf(reason: Reason): Error {
  switch (reason.from) {
    case "link":
      return new LinkRefusal(reason.issue);
    case "source":
      return new SourceRefusal(reason.issue);
    case "workbook":
      return new WorkbookRefusal(reason.issue);
  }
}

const notDone = (link: Link, reason: Reason): LinkDone => ({ link, added: 0, removed: 0, changed: 0, kept: 0, reason });

const recordedResult = ({ cell, label, before, after }: ChangedResult): RecordedEffect => ({ label: label === "" ? a1OnSheet(cell) : label, figure: null, before, after });

const recordedTest = ({ test, unit, figures }: UnitEffect): RecordedEffect[] =>
  figures.map(({ figure, before, after }) => ({ label: `${test.frame.name} · ${unit.name}`, figure, before: before?.toNumber() ?? null, after: after?.toNumber() ?? null }));
