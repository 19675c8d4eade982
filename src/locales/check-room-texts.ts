import type { Rule } from "../check/finding.ts";
import { checkRoom as enCheckRoom } from "./en-us/check-room.ts";
import type { Language } from "./texts.ts";
import { checkRoom as zhCheckRoom } from "./zh-cn/check-room.ts";

/** Labels and sentences of the room in which a filing is checked; the words of the findings themselves are in check-texts.ts. */
export interface CheckRoomTexts {
  readonly intro: string;
  readonly source: {
    readonly title: string;
    readonly sheet: (name: string) => string;
    readonly sheetAlone: string;
    readonly selection: (address: string) => string;
    readonly selectionAlone: string;
    readonly text: string;
    readonly file: string;
    readonly textLabel: string;
    readonly textHint: string;
    readonly pasted: (characters: string, lines: string) => string;
    readonly another: string;
    readonly fileLabel: string;
    readonly fileHint: string;
    readonly choose: string;
    readonly noFile: string;
    readonly nothing: string;
  };
  readonly start: string;
  readonly again: string;
  readonly running: (percent: string) => string;
  readonly reading: string;
  readonly stop: string;
  readonly stopped: string;
  readonly notRead: { readonly [W in "pdf" | "kind" | "damaged" | "empty" | "too-large"]: (name: string) => string };
  readonly theText: string;
  readonly results: {
    readonly title: (of: string) => string;
    readonly stale: string;
    readonly leftOut: (lines: string) => string;
    readonly cellsOf: (row: string) => string;
    readonly more: (count: string) => string;
    readonly tails: (count: string) => string;
    readonly tail: (printed: string, expected: string) => string;
  };
  readonly filter: {
    readonly difference: string;
    readonly confidence: string;
    readonly all: string;
    readonly shown: (shown: string, all: string) => string;
  };
  readonly finding: {
    readonly says: string;
    readonly expected: string;
    /** What a figure should be: nothing where it is to be left out, and no one value where only the order of two is wrong. */
    readonly should: (expected: string, rule: Rule) => string;
    readonly rule: string;
    readonly cells: string;
    readonly goTo: (address: string) => string;
    readonly show: string;
    readonly hide: string;
    readonly excerpt: (place: string) => string;
    readonly ignore: string;
    readonly ignoreOf: (figure: string) => string;
    readonly reason: string;
    readonly reasonMissing: string;
    readonly confirm: string;
    readonly cancel: string;
  };
  readonly ignored: {
    readonly title: (count: string) => string;
    readonly entry: (figure: string, expected: string) => string;
    readonly reason: (reason: string, day: string) => string;
    readonly restore: string;
    readonly restoreOf: (figure: string) => string;
    readonly damaged: string;
    readonly afresh: string;
  };
  readonly marks: { readonly show: string; readonly hint: string };
  readonly sheet: {
    readonly write: string;
    readonly writing: string;
    readonly written: (name: string) => string;
    readonly name: string;
    readonly title: string;
    readonly made: (of: string, day: string) => string;
    readonly columns: { readonly [C in "number" | "place" | "figure" | "printed" | "expected" | "difference" | "rule" | "confidence" | "sentence" | "state"]: string };
    readonly open: string;
    readonly ignored: (reason: string) => string;
  };
}

export const checkRoomTexts: Readonly<Record<Language, CheckRoomTexts>> = { "zh-CN": zhCheckRoom, "en-US": enCheckRoom };
