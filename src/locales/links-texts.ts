import type { LinkIssue } from "../links/link-refusal.ts";
import type { SourceFault, SourceIssue, SourcePlace } from "../links/source/source-table.ts";
import type { EffectFigure } from "../workflows/impairment/test-effect.ts";
import type { ValueCauseKind } from "../workflows/impairment/value-cause.ts";
import { links as enLinks } from "./en-us/links.ts";
import type { Language } from "./texts.ts";
import { links as zhLinks } from "./zh-cn/links.ts";

/** Every sentence and label of the Links room. */
export interface LinksTexts {
  readonly loading: string;
  readonly needsWorkbook: string;
  readonly again: string;
  readonly cancel: string;
  readonly list: {
    readonly title: string;
    readonly empty: string;
    readonly new: string;
    readonly refreshAll: string;
    readonly refresh: string;
    readonly refreshOf: (name: string) => string;
    readonly goTo: string;
    readonly goToOf: (name: string) => string;
    readonly delete: string;
    readonly deleteOf: (name: string) => string;
    readonly deleteTitle: (name: string) => string;
    readonly deleteSentence: string;
    readonly rows: (count: string) => string;
    readonly refreshedAt: (time: string) => string;
    readonly automatic: string;
    readonly automaticOf: (name: string) => string;
    readonly deleted: (name: string) => string;
  };
  readonly freshness: { readonly fresh: string; readonly stale: string; readonly "source-gone": string; readonly "target-gone": string; readonly aged: string; readonly unknown: string; readonly never: string };
  /** Where a link reads. */
  readonly sources: { readonly range: (address: string) => string; readonly named: (name: string) => string; readonly csv: (file: string) => string; readonly xlsx: (file: string, sheet: string, range: string) => string; readonly paste: (from: string) => string; readonly address: (url: string) => string };
  readonly sourceDeleted: string;
  readonly new: {
    readonly title: string;
    readonly from: string;
    readonly kinds: { readonly range: string; readonly file: string; readonly paste: string; readonly address: string };
    readonly range: string;
    readonly rangeHint: string;
    readonly takeSelection: string;
    readonly named: string;
    readonly noName: string;
    readonly notAnAddress: (text: string) => string;
    readonly chooseFile: string;
    readonly fileHint: string;
    readonly chosen: (name: string) => string;
    readonly sheet: string;
    readonly part: string;
    readonly partHint: string;
    readonly paste: string;
    readonly pasteHint: string;
    readonly pasted: (tables: string, characters: string) => string;
    readonly pastedFrom: string;
    readonly pastedFromHint: string;
    readonly pastedDefault: string;
    readonly untitled: string;
    readonly which: string;
    readonly tableOf: (title: string, columns: string, rows: string, first: string, last: string) => string;
    readonly side: (heading: string) => string;
    readonly address: string;
    readonly addressHint: (origins: string) => string;
    readonly read: string;
    readonly heading: string;
    readonly preview: (rows: string, columns: string) => string;
    readonly previewFirst: (count: string) => string;
    readonly unit: (unit: string) => string;
    readonly name: string;
    readonly keys: string;
    readonly keysHint: string;
    readonly keysNone: string;
    readonly target: string;
    readonly atSelection: (address: string) => string;
    readonly atSheet: string;
    readonly noSelection: string;
    readonly automatic: string;
    readonly willWrite: (rows: string, columns: string, where: string) => string;
    readonly newSheet: string;
    readonly write: string;
    readonly written: (name: string, rows: string, where: string) => string;
  };
  readonly ask: { readonly title: string; readonly sentence: string; readonly file: (name: string) => string; readonly choose: (name: string) => string; readonly pasteFor: (name: string) => string; readonly plan: string };
  readonly plan: {
    readonly title: string;
    readonly nothing: string;
    readonly allNothing: string;
    readonly added: (count: string) => string;
    readonly removed: (count: string) => string;
    readonly changed: (count: string) => string;
    readonly changes: string;
    readonly cell: string;
    readonly before: string;
    readonly after: string;
    readonly more: (count: string) => string;
    readonly rowsAdded: string;
    readonly rowsRemoved: string;
    readonly overwritten: (count: string) => string;
    readonly overwrittenHint: string;
    readonly yours: string;
    readonly source: string;
    readonly rowGone: string;
    readonly keep: string;
    readonly give: string;
    readonly choiceOf: (cell: string) => string;
    readonly keepAll: string;
    readonly giveAll: string;
    readonly further: (columns: string) => string;
    readonly unread: (count: string) => string;
    readonly unreadCell: (cell: string, place: string, text: string) => string;
    readonly partial: string;
    readonly partialAgreed: string;
    /** The link reads what others of the same refresh write. */
    readonly chained: (names: string) => string;
    readonly write: string;
    readonly blank: string;
  };
  readonly busy: { readonly reading: (name: string) => string; readonly planning: (name: string) => string; readonly writing: (name: string) => string; readonly calculating: (name: string) => string; readonly saving: (name: string) => string; readonly comparing: (name: string) => string; readonly percent: (share: string) => string; readonly stop: string; readonly stopping: string };
  readonly done: {
    readonly title: string;
    readonly counts: (added: string, removed: string, changed: string, kept: string) => string;
    readonly unchanged: string;
    readonly refreshed: (names: string) => string;
    readonly effects: string;
    readonly noEffects: string;
    readonly result: string;
    readonly difference: string;
    readonly causes: string;
    /** Saved impairment tests whose figures have changed. */
    readonly tests: string;
    readonly figures: Readonly<Record<EffectFigure, string>>;
    readonly valueCauses: Readonly<Record<ValueCauseKind, string>>;
    readonly notComputed: string;
    /** Some links were refreshed, others could not be. */
    readonly partly: (through: string, refused: string) => string;
    /** What could not be taken back. */
    readonly stands: (names: string) => string;
    readonly refusedBefore: string;
    readonly refusedAfter: string;
    readonly level: (name: string) => string;
    readonly mix: (name: string) => string;
    readonly margins: string;
    readonly total: string;
    readonly undo: string;
    readonly undoOf: (name: string) => string;
    readonly close: string;
  };
  readonly watch: { readonly title: string; readonly hint: string; readonly add: (address: string) => string; readonly none: string; readonly remove: (address: string) => string; readonly gone: string };
  readonly history: { readonly title: string; readonly none: string; readonly entry: (time: string, name: string) => string; readonly moved: (label: string, before: string, after: string) => string };
  readonly interrupted: { readonly sentence: (time: string) => string; readonly putBack: string; readonly leave: string; readonly done: string };
  readonly automatic: { readonly decide: (name: string, count: string) => string; readonly kept: (name: string, count: string) => string; readonly refused: (name: string, why: string) => string };
  readonly home: { readonly title: string; readonly all: (count: string) => string; readonly stale: (names: string) => string; readonly interrupted: string; readonly open: string };
  readonly places: (place: SourcePlace) => string;
  readonly heading: string;
  readonly linkIssues: { readonly [I in LinkIssue as I["code"]]: (issue: I) => string };
  readonly sourceIssues: { readonly [I in SourceIssue as I["code"]]: (issue: I) => string };
  readonly faults: { readonly [F in SourceFault as F["code"]]: (fault: F) => string };
}

export const linksTexts: Readonly<Record<Language, LinksTexts>> = { "zh-CN": zhLinks, "en-US": enLinks };

// Each table has one phrase a code; the compiler cannot see that code and phrase belong together.
export const linkSentence = (issue: LinkIssue, { linkIssues }: LinksTexts): string => (linkIssues[issue.code] as (issue: LinkIssue) => string)(issue);
export const sourceSentence = (issue: SourceIssue, { sourceIssues }: LinksTexts): string => (sourceIssues[issue.code] as (issue: SourceIssue) => string)(issue);
export const faultSentence = (fault: SourceFault, { faults }: LinksTexts): string => (faults[fault.code] as (fault: SourceFault) => string)(fault);
