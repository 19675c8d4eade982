import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { constants, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { answer, type AnswerCell, AnsweredError } from "../../src/functions/answer.ts";
import { catalogue } from "../../src/functions/catalogue.ts";
import type { Argument } from "../../src/functions/cell.ts";
import type { WorksheetFunction } from "../../src/functions/define.ts";
import { type Locale, locales } from "../../src/locales/locale.ts";
import { withShortCodes } from "../../src/locales/short-code.ts";
import { sentenceOf } from "../../src/locales/texts.ts";

const file = readFileSync("dist/functions.js");
const functions: readonly WorksheetFunction[] = catalogue;

/** An error as Excel's runtime makes it. */
class HostError {
  readonly code: string;
  readonly message: string;

  constructor(code: string, message = "") {
    this.code = code;
    this.message = message;
  }
}

const ErrorCode = { invalidValue: "#VALUE!", notAvailable: "#N/A", divisionByZero: "#DIV/0!", invalidNumber: "#NUM!", nullReference: "#NULL!" };
const associated = new Map<string, (...given: unknown[]) => unknown>();
const context = createContext({ CustomFunctions: { Error: HostError, ErrorCode, associate: (id: string, fn: () => unknown) => associated.set(id, fn) } });
runInContext(file.toString("utf8"), context);
const speak = runInContext("headroomSpeak", context) as (spoken: object, english: object) => boolean;

type Cells = readonly (readonly AnswerCell[])[];
type Outcome = Cells | { readonly refused: AnswerCell };

/** The answer of the sources, with the sentences that Excel shows. */
function ofSources(fn: WorksheetFunction, given: readonly unknown[], { language, sentences }: Locale): unknown {
  const spelled = (cell: AnswerCell) =>
    cell instanceof AnsweredError ? { code: cell.literal, message: ["#VALUE!", "#N/A"].includes(cell.literal) ? sentenceOf(cell.issue, sentences) : "" } : cell;
  const answered = outcome(() => {
    const result = answer(fn, given, (term, own = language) => locales[own].sentences.terms[term]);
    return result instanceof AnsweredError ? { refused: result } : result;
  });
  if (typeof answered === "string") return answered;
  if (!isCells(answered)) return { refused: spelled(answered.refused) };
  const single = answered[0]?.[0];
  if (fn.returns === "scalar" && single instanceof AnsweredError) return { refused: spelled(single) };
  return answered.map((row) => row.map(spelled));
}

/** The answer of the built file, in the same form. */
function ofBuild(fn: WorksheetFunction, given: readonly unknown[]): unknown {
  const spelled = (cell: unknown) => (cell instanceof HostError ? { code: cell.code, message: cell.message } : cell);
  try {
    const result = associated.get(fn.id)?.(...given);
    return Array.isArray(result) ? Array.from(result as unknown[][], (row) => Array.from(row, spelled)) : [[spelled(result)]];
  } catch (error) {
    return error instanceof HostError ? { refused: spelled(error) } : fault(error);
  }
}

const isCells = (outcome: Outcome): outcome is Cells => Array.isArray(outcome);
// A fault is one of ours on both sides, and counts as the same where it says the same.
const fault = (error: unknown) => (typeof error === "object" && error !== null && "message" in error ? `fault: ${String(error.message)}` : String(error));

function outcome(run: () => Outcome): Outcome | string {
  try {
    return run();
  } catch (error) {
    return fault(error);
  }
}

type Block = readonly (readonly unknown[])[];

/** What a person may put in the place of an argument: nothing, words, other figures, other shapes, errors. */
const changes: readonly ((argument: Block) => unknown)[] = [
  () => null,
  () => undefined,
  () => "foo",
  () => true,
  ...["foo", -5, 0, 1e20, 1.5, 2, "TRUE", "2024-12-31", "12.3%", "/", "-", "#REF!", "#N/A"].map((cell) => () => [[cell]]),
  () => [["a", "b"], ["c", "d"]],
  () => [[3, 4, 5, 6, 7]],
  () => [[3], [4]],
  () => [[null, null]],
  (argument) => argument.map((row) => row.slice(0, -1)),
  (argument) => argument.slice(0, -1),
  (argument) => [...argument, argument[0]],
  (argument) => argument.toReversed(),
  (argument) => argument[0]?.map((_, column) => argument.map((row) => row[column])),
  (argument) => argument.map((row) => row.map(() => 0)),
  (argument) => argument.map((row) => row.map((cell) => (typeof cell === "number" ? -cell : cell))),
  (argument) => argument.map((row) => row.map((cell) => (typeof cell === "number" ? cell * 1.7 + 1 : cell))),
  ...["n/a", "#REF!", "#DIV/0!", "abc"].map((put) => (argument: Block) => argument.map((row, r) => row.map((cell, c) => (r + c === 1 ? put : cell)))),
];

/** Every call that is compared: the worked example, each of its arguments changed, and every pair of words. */
function* calls(fn: WorksheetFunction): Generator<readonly unknown[]> {
  const parameters = Object.values(fn.parameters);
  const example: readonly (Argument | null)[] = parameters.map((_, index) => fn.example[index] ?? null);
  yield example;
  const choices = parameters.map(({ words = [] }) => words.map((word) => [[word]]));
  for (const [index] of parameters.entries()) {
    for (const change of changes) yield example.with(index, change(example[index] ?? [[1]]) as Argument);
    for (const word of choices[index] ?? []) {
      yield example.with(index, word);
      for (const [other, words] of choices.entries()) if (other > index) for (const second of words) yield example.with(index, word).with(other, second);
    }
  }
}

/** A column of many cells, which kernels work out. */
const many = (cell: (row: number) => unknown) => Array.from({ length: 2500 }, (_, row) => [cell(row)]);

/** Tables so long that a kernel takes them. */
const long: Readonly<Record<string, readonly unknown[]>> = {
  "MARGIN.PVM": [many((row) => row % 97), many((row) => row / 8 + 3), many((row) => row / 10), many((row) => row % 89), many((row) => row / 8 + 2), many((row) => row / 9.5), undefined, undefined],
  "ECL.AGINGFIFO": [many((row) => (row % 7) * 120.35 - 200), many((row) => 44_000 + row), many((row) => `C${row % 300}`), [["2026-12-31"]], undefined, undefined],
  "ECL.AGING": [many((row) => (row % 7) * 120.35 - 200), many((row) => 44_000 + row), [["2026-12-31"]], undefined, undefined],
  "DCF.XIRR": [many((row) => (row === 0 ? -9e5 : 400 + (row % 13))), many((row) => 40_000 + row), undefined],
};

describe("dist/functions.js", () => {
  it.each([
    ["as servers pack it where nobody says how hard", constants.Z_DEFAULT_COMPRESSION],
    ["packed as hard as gzip can", constants.Z_BEST_COMPRESSION],
  ])("weighs less than 60 KB, %s", (_, level) => {
    expect(gzipSync(file, { level }).length).toBeLessThan(60 * 1024);
  });

  it.each(functions.map((fn) => [fn.id, fn] as const))("%s answers every call as its sources do, with the same sentences and headers in both languages", (_, fn) => {
    for (const locale of Object.values(locales)) {
      speak({ sentences: locale.language, results: locale.language }, withShortCodes(locales["en-US"].sentences));
      for (const given of [...calls(fn), ...(long[fn.id] ? [long[fn.id] as readonly unknown[]] : [])]) expect(ofBuild(fn, given), JSON.stringify(given)).toEqual(ofSources(fn, given, locale));
    }
  });
});
