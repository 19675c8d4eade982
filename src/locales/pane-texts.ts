import type { ErrorLiteral } from "../core/refusal.ts";
import type { Family } from "../functions/define.ts";
import type { WorkbookIssue } from "../workbook/port.ts";
import { pane as enPane } from "./en-us/pane.ts";
import type { Language } from "./texts.ts";
import { pane as zhPane } from "./zh-cn/pane.ts";

/** Every sentence and label of the pane. */
export interface PaneTexts {
  readonly rooms: { readonly label: string; readonly home: string; readonly functions: string; readonly impairment: string; readonly links: string; readonly check: string };
  readonly status: {
    readonly loading: string;
    readonly undo: string;
    readonly undone: (sheets: readonly string[]) => string;
    readonly notUndone: string;
    readonly dismiss: string;
  };
  readonly crash: { readonly title: string; readonly sentence: string; readonly restart: string };
  readonly home: {
    readonly workbook: string;
    readonly sheet: string;
    readonly used: string;
    readonly formulas: string;
    readonly errors: string;
    readonly usedSize: (rows: string, columns: string) => string;
    readonly emptySheet: string;
    readonly noFormulas: string;
    readonly noErrors: string;
    readonly errorList: (count: string) => string;
    readonly moreErrors: (count: string) => string;
    readonly counting: string;
    readonly stop: string;
    readonly stopped: string;
    readonly count: string;
    readonly large: (cells: string) => string;
    readonly goTo: (address: string) => string;
    readonly samples: string;
    readonly samplesHint: string;
    readonly openSample: (title: string) => string;
    readonly open: string;
    readonly opening: string;
    readonly opened: (sheets: readonly string[]) => string;
    readonly languages: string;
    readonly paneLanguage: string;
    readonly resultLanguage: string;
    readonly resultLanguageHint: string;
    readonly local: string;
  };
  readonly functions: {
    readonly search: string;
    readonly placeholder: string;
    readonly clear: string;
    readonly found: (count: string) => string;
    readonly notFound: (query: string) => string;
    readonly list: string;
    readonly back: string;
    readonly arguments: string;
    readonly argument: string;
    readonly meaning: string;
    readonly optional: string;
    readonly words: (words: string) => string;
    readonly returns: string;
    readonly formula: string;
    readonly example: string;
    readonly exampleResult: string;
    readonly exampleRefused: string;
    readonly steps: string;
    readonly roundedSteps: string;
    readonly allSteps: (count: string) => string;
    readonly fewerSteps: string;
    readonly source: string;
    readonly omitted: string;
  };
  readonly insert: {
    readonly start: string;
    readonly title: string;
    readonly hint: string;
    readonly typed: string;
    readonly choose: string;
    readonly target: string;
    readonly targetHint: string;
    readonly picking: string;
    readonly missing: string;
    readonly noTarget: string;
    readonly circular: (parameter: string) => string;
    readonly preview: (result: string) => string;
    readonly size: (rows: string, columns: string) => string;
    readonly example: string;
    readonly insert: string;
    readonly cancel: string;
    readonly written: (cell: string) => string;
    readonly occupiedTitle: string;
    readonly occupied: (cell: string, content: string) => string;
    readonly spillOccupied: (area: string, cell: string) => string;
    readonly replace: string;
    readonly insertAnyway: string;
    readonly another: string;
  };
  readonly families: { readonly [F in Family]: string };
  /** What a parameter expects, by the kind it declares. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly samples: { readonly [S in SampleName]: { readonly title: string; readonly description: string } };
  /** What to do about an error value, where the function cannot be asked for its reason. */
  readonly cellErrors: { readonly [E in ErrorLiteral | "#SPILL!"]: string };
  readonly otherError: string;
  /** Why the workbook did not do what was asked, and what to do. */
  readonly workbookIssues: { readonly [I in WorkbookIssue as I["code"]]: (issue: I) => string };
}

/** The samples that have a title; src/samples declares the same ids. */
type SampleName = "loss-rate-2024" | "impairment-2024-2025" | "impairment-test-2025" | "impairment-test-2024" | "margin-2025" | "margin-analysis" | "project-evaluation" | "inventory-2025" | "income-approach";

export const paneTexts: Readonly<Record<Language, PaneTexts>> = { "zh-CN": zhPane, "en-US": enPane };

/** The names of the languages, each in itself. */
export const languageNames: Readonly<Record<Language, string>> = { "zh-CN": "简体中文", "en-US": "English" };

/** The sentence of a refusal by the workbook. */
export function workbookSentence(issue: WorkbookIssue, { workbookIssues }: PaneTexts): string {
  // The table has one phrase a code; the compiler cannot see that code and phrase belong together.
  const phrase = workbookIssues[issue.code] as (issue: WorkbookIssue) => string;
  return phrase(issue);
}
