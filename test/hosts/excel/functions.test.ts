import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answer, AnsweredError } from "../../../src/functions/answer.ts";
import { catalogue } from "../../../src/functions/catalogue.ts";
import type { WorksheetFunction } from "../../../src/functions/define.ts";
import { sentences as english } from "../../../src/locales/en-us/sentences.ts";
import { sentenceOf } from "../../../src/locales/texts.ts";
import { sentences as chinese } from "../../../src/locales/zh-cn/sentences.ts";

const functions: readonly WorksheetFunction[] = catalogue;

/** An error as Excel's runtime makes it. */
class HostError extends Error {
  readonly code: string;

  constructor(code: string, message?: string) {
    super(message);
    this.code = code;
  }
}

const ErrorCode = { invalidValue: "#VALUE!", notAvailable: "#N/A", divisionByZero: "#DIV/0!", invalidNumber: "#NUM!", nullReference: "#NULL!", invalidName: "#NAME?", invalidReference: "#REF!" };
const invocation = { functionName: "HEADROOM.ANY", address: "Sheet1!A1" };

let script = "";
let associated: Map<string, (...given: unknown[]) => unknown>;
let speak: (spoken: { sentences?: string; results?: string }, ofPage?: object) => boolean;

beforeAll(async () => {
  const { outputFiles } = await build({ entryPoints: ["src/hosts/excel/functions.ts"], bundle: true, write: false, format: "iife", target: "es2022" });
  script = outputFiles[0]?.text ?? "";
});

beforeEach(() => {
  associated = new Map();
  // Nothing else: no window, document, Office or console.
  const context = createContext({ CustomFunctions: { Error: HostError, ErrorCode, associate: (id: string, fn: () => unknown) => associated.set(id, fn) } });
  runInContext(script, context);
  const headroomSpeak = runInContext("headroomSpeak", context) as typeof speak;
  speak = (spoken, ofPage = english) => headroomSpeak(spoken, ofPage);
});

const called = (id: string, ...given: unknown[]) => {
  const fn = associated.get(id);
  if (!fn) throw new Error(`${id} is not associated`);
  try {
    return fn(...given, invocation);
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
};

/** What Excel should see of an answer. */
function expected(fn: WorksheetFunction, given: readonly unknown[], { issues, terms } = chinese) {
  const asError = ({ literal, issue }: AnsweredError) => ({ code: literal, message: literal === "#VALUE!" || literal === "#N/A" ? sentenceOf(issue, { issues, terms }) : "" });
  const result = answer(fn, given, (term) => terms[term]);
  if (result instanceof AnsweredError) return asError(result);
  const cells = result.map((row) => row.map((cell) => (cell instanceof AnsweredError ? asError(cell) : cell)));
  return fn.returns === "scalar" ? cells[0]?.[0] : cells;
}

/** The same with host errors laid open, and out of the arrays of the other context. */
const plain = (value: unknown): unknown => {
  if (value instanceof HostError) return { code: value.code, message: value.message };
  return Array.isArray(value) ? Array.from(value, plain) : value;
};

const padded = (fn: WorksheetFunction, replaced: (index: number) => unknown) => Object.keys(fn.parameters).map((_, index) => replaced(index));

describe("functions.js, with nothing around it but CustomFunctions", () => {
  it("associates every function of the catalogue, and no other", () => {
    expect([...associated.keys()]).toEqual(functions.map(({ id }) => id));
  });

  it.each(functions.map((fn) => [fn.id, fn] as const))("%s answers its worked example, its arguments missing, single or null", (id, fn) => {
    const given = padded(fn, (index) => fn.example[index] ?? null);
    expect(plain(called(id, ...given))).toEqual(expected(fn, given));
    padded(fn, (index) => index).forEach((index) => {
      for (const value of [null, undefined, 1, "abc", "#N/A", [[null]], [[0]]]) {
        const other = padded(fn, (position) => (position === index ? value : (fn.example[position] ?? null)));
        expect(plain(called(id, ...other))).toEqual(expected(fn, other));
      }
    });
  });

  it("refuses a whole call with the sentence in the language that is spoken", () => {
    const refused = () => plain(called("ECL.RATES", [["abc", 1]], null, null, null));
    expect(refused()).toEqual({ code: "#VALUE!", message: "migration 第 1 行第 1 列：“abc”不是数字，请写成 1,234.56 或 12.3% 的形式。" });
    speak({ sentences: "en-US" });
    expect(refused()).toEqual({ code: "#VALUE!", message: "migration, row 1, column 1: 'abc' is not a number; write one like 1,234.56 or 12.3%." });
  });

  it("puts the error of one element into its place of the result", () => {
    expect(plain(called("ECL.RECOVERYMIGRATION", [["/", 0.5, 0]], 0.1))).toEqual([[{ code: "#N/A", message: sentenceOf({ code: "not-available", place: { parameter: "recovery", row: 0, column: 0, single: false }, text: "/" }, chinese) }, 0.6, 1]]);
  });

  it("names headers in the language of results, whatever the sentences are in", () => {
    const table = functions.find(({ id }) => id === "ECL.TABLE");
    if (!table) throw new Error("ECL.TABLE is gone");
    speak({ sentences: "en-US" });
    expect(plain(called("ECL.TABLE", ...table.example))).toEqual(expected(table, table.example, chinese));
    speak({ results: "en-US" });
    expect(plain(called("ECL.TABLE", ...table.example))).toEqual(expected(table, table.example, english));
  });

  it("speaks Chinese where a page of another version has no English for it, never a code", () => {
    speak({ sentences: "en-US", results: "en-US" }, { issues: {}, terms: { total: "Total" } });
    expect(plain(called("ECL.RATES", [["abc", 1]], null, null, null))).toEqual({ code: "#VALUE!", message: "migration 第 1 行第 1 列：“abc”不是数字，请写成 1,234.56 或 12.3% 的形式。" });
    const table = functions.find(({ id }) => id === "ECL.TABLE");
    if (!table) throw new Error("ECL.TABLE is gone");
    const cells = plain(called("ECL.TABLE", ...table.example)) as string[][];
    expect([cells[0]?.[1], cells.at(-1)?.[0]]).toEqual([chinese.terms.balance, "Total"]);
  });

  it("writes the sentences of CHANGE.TEXT in English where an argument asks for it, though no page spoke", () => {
    const growths = [[0.05, -0.02, 0]];
    expect(plain(called("CHANGE.TEXT", growths, [[0, 0, 0]], "change", "en-US", 2, undefined, "forward"))).toEqual([["rose by 5.00%, fell by 2.00% and unchanged respectively"]]);
    expect(plain(called("CHANGE.TEXT", [[105, 98, 100]], [[100, 100, 100]], "rate", "en-US", undefined, undefined, undefined))).toEqual([["up 5.00% year on year", "down 2.00% year on year", "unchanged"]]);
  });

  it("says whether cells filled earlier would now read differently", () => {
    expect(speak({ results: "en-US", sentences: "en-US" })).toBe(false);
    called("ECL.RATES", 1, null, null, null);
    expect(speak({ sentences: "zh-CN" })).toBe(false);
    expect(speak({ results: "en-US" })).toBe(false);
    expect(speak({ results: "zh-CN" })).toBe(true);
    called("ECL.RATES", "abc", null, null, null);
    expect(speak({ sentences: "en-US" })).toBe(true);
  });

  it("lets a bug through as it is, instead of showing it as an answer", () => {
    const broken = new Proxy([[1]], {
      get() {
        throw new TypeError("broken");
      },
    });
    expect(() => called("ECL.RATES", broken, null, null, null)).toThrow(TypeError);
  });
});
