import type { Link, LinksState, RecordedEffect } from "../../links/link.ts";
import { LinkRefusal, type LinkIssue } from "../../links/link-refusal.ts";
import { linksKey, savedLinks } from "../../links/links-codec.ts";
import { newColumns } from "../../links/linked-columns.ts";
import { type PreparedRefresh, preparedRefresh } from "../../links/prepared-refresh.ts";
import { refreshed, withEffects } from "../../links/refresh.ts";
import type { Overwritten } from "../../links/refresh-plan.ts";
import { type ChangedResult, changedResults, results } from "../../links/results.ts";
import { sourceNow, type Supply } from "../../links/source-reading.ts";
import { type SourceIssue, SourceRefusal, type SourceTable } from "../../links/source/source-table.ts";
import { a1OnSheet } from "../../workbook/address.ts";
import { type Workbook, type WorkbookIssue, WorkbookRefusal, type Written, type WritingRun } from "../../workbook/port.ts";
import type { ReadingRun } from "../../links/source/slices.ts";

/** Why a link is not refreshed, from whichever side. */
export type Reason = { readonly from: "link"; readonly issue: LinkIssue } | { readonly from: "source"; readonly issue: SourceIssue } | { readonly from: "workbook"; readonly issue: WorkbookIssue };

/** A refresh that waits for the person's word, or cannot be. */
export type PlannedRefresh =
  | {
      readonly kind: "planned";
      readonly link: Link;
      readonly table: SourceTable;
      readonly prepared: PreparedRefresh;
      /** Columns the source has by now and the link does not. */
      readonly further: readonly string[];
      /** Cells overwritten by a person that the source may have, by `cellKey`. */
      readonly given: ReadonlySet<string>;
    }
  | { readonly kind: "refused"; readonly link: Link; readonly reason: Reason };

/** What a refresh did. */
export interface Done {
  readonly link: Link;
  readonly at: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly kept: number;
  readonly effects: readonly ChangedResult[];
  readonly written: Written | undefined;
  readonly reason?: Reason;
}

/** How a piece of work is followed and stopped. */
export interface RefreshWork {
  step(what: "reading" | "planning" | "writing" | "comparing", name: string): void;
  readonly reading: ReadingRun & { readonly signal: AbortSignal };
  readonly run: WritingRun & { readonly signal: AbortSignal };
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
export async function planned(workbook: Workbook, link: Link, supply: Supply, work: RefreshWork): Promise<PlannedRefresh> {
  try {
    work.step("reading", link.name);
    const table = await sourceNow(workbook, link.source, supply, work.reading);
    work.step("planning", link.name);
    const named = supply.file && "file" in link.source ? { ...link, source: { ...link.source, file: supply.file.name } } : link;
    const prepared = await preparedRefresh(workbook, named, table, undefined, work.reading);
    return { kind: "planned", link: named, table, prepared, further: newColumns(table, link.columns), given: new Set() };
  } catch (error) {
    const reason = reasonOf(error);
    if (isStopped(reason)) throw error;
    return { kind: "refused", link, reason };
  }
}

/** Carries one refresh through, and finds out what it did to the results that depend on it. */
export async function written(workbook: Workbook, state: LinksState, plan: PlannedRefresh & { readonly kind: "planned" }, work: RefreshWork): Promise<{ readonly state: LinksState; readonly done: Done }> {
  const { link, table, given } = plan;
  const at = new Date().toISOString();
  try {
    work.step("comparing", link.name);
    const before = await results(workbook, state.watched, plan.prepared.after, work.reading.signal);
    work.step("writing", link.name);
    const prepared = given.size === 0 ? plan.prepared : await preparedRefresh(workbook, link, table, (cell) => given.has(cellKey(cell)), work.reading);
    const refreshedLinks = await refreshed(workbook, state, prepared, { at, unread: table.unread.length }, work.run);
    work.step("comparing", link.name);
    const effects = await changedResults(workbook, before);
    const next = withEffects(refreshedLinks.state, effects.map(recorded));
    if (effects.length > 0) await workbook.saveState(linksKey, savedLinks(next));
    const { added, removed, changed, overwritten } = prepared.plan;
    const counts = { added: added.length, removed: removed.length, changed: changed.length, kept: overwritten.filter(({ kept }) => kept).length };
    return { state: next, done: { link, at, ...counts, effects, written: refreshedLinks.written } };
  } catch (error) {
    const reason = reasonOf(error);
    if (isStopped(reason)) throw error;
    return { state, done: { link, at, added: 0, removed: 0, changed: 0, kept: 0, effects: [], written: undefined, reason } };
  }
}

const recorded = ({ cell, label, before, after }: ChangedResult): RecordedEffect => ({ label: label === "" ? a1OnSheet(cell) : label, before, after });
