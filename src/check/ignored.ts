import { DocumentFault, listOf, oneOf, type Reader, shape, text } from "../workbook/document.ts";
import { WorkbookRefusal } from "../workbook/port.ts";
import type { Finding } from "./finding.ts";

/** The key under which a workbook keeps the findings that were ignored. */
export const ignoredKey = "check-ignored";

export const ignoredVersion = 1;

/** A finding that somebody has looked at and set aside, with the reason. */
export interface IgnoredFinding {
  /** `contentOf` the finding. */
  readonly content: string;
  /** How it read when it was ignored: the figure, what it should be, and its name. */
  readonly figure: string;
  readonly expected: string;
  readonly name: string;
  readonly reason: string;
  /** The day, 2026-11-22. */
  readonly on: string;
}

export interface IgnoredState {
  readonly version: typeof ignoredVersion;
  readonly ignored: readonly IgnoredFinding[];
}

export const noneIgnored: IgnoredState = { version: ignoredVersion, ignored: [] };

/** What a finding says, without where it stands: it stays the same when lines are added above it, and becomes another when a figure changes. */
export function contentOf({ rule, figure, expected, result, from }: Finding): string {
  return JSON.stringify([rule, figure.name, figure.text, expected, result?.text ?? "", from.map(({ text }) => text)]);
}

const entry = shape<IgnoredFinding>({ content: text, figure: text, expected: text, name: text, reason: text, on: text });
const state: Reader<IgnoredState> = shape<IgnoredState>({ version: oneOf(ignoredVersion), ignored: listOf(entry) });

/** The ignored findings in a saved document. Refused: a document of a newer version ("state-newer"), one this program does not write ("state-unreadable"). */
export function ignoredOf(document: unknown): IgnoredState {
  if (document === null || document === undefined) return noneIgnored;
  const version: unknown = typeof document === "object" ? Reflect.get(document, "version") : undefined;
  if (typeof version === "number" && version > ignoredVersion) throw new WorkbookRefusal({ code: "state-newer", key: ignoredKey, version });
  try {
    return state(document, "");
  } catch (error) {
    if (error instanceof DocumentFault) throw new WorkbookRefusal({ code: "state-unreadable", key: ignoredKey }, { cause: error });
    throw error;
  }
}

export function withIgnored({ ignored, version }: IgnoredState, added: IgnoredFinding): IgnoredState {
  return { version, ignored: [...ignored.filter(({ content }) => content !== added.content), added] };
}

export function withoutIgnored({ ignored, version }: IgnoredState, content: string): IgnoredState {
  return { version, ignored: ignored.filter((each) => each.content !== content) };
}
