import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/core/decimal.ts";
import { answer, AnsweredError } from "../../src/functions/answer.ts";
import { argumentOf, type Cell } from "../../src/functions/cell.ts";
import { catalogue } from "../../src/functions/catalogue.ts";
import type { WorksheetFunction } from "../../src/functions/define.ts";
import { locales } from "../../src/locales/locale.ts";
import { sentenceOf } from "../../src/locales/texts.ts";
import { evaluated } from "../support/formula.ts";

const functions: readonly WorksheetFunction[] = catalogue;
const name = (term: string) => term;
const called = (fn: WorksheetFunction, given: readonly unknown[]) => answer(fn, given, name);

describe.each(functions.map((fn) => [fn.id, fn] as const))("%s", (_, fn) => {
  it("computes its worked example", () => {
    expect(called(fn, fn.example)).not.toBeInstanceOf(AnsweredError);
  });

  it("shows steps whose formulas, evaluated apart, give their values", () => {
    const steps = fn.call(fn.example.map(argumentOf)).steps();
    expect(steps.length).toBeGreaterThan(0);
    for (const { formula, symbols, value, term } of steps) {
      if (!(value instanceof Decimal)) continue;
      const apart = evaluated({ formula, symbols });
      const tolerance = value.abs().plus(1).times("1e-40"); // 50 digits inside, a few lost to the order of operations
      expect(apart.minus(value).abs().lte(tolerance), `${term} = ${formula} gives ${apart}, not ${value}`).toBe(true);
    }
  });

  it("answers a blank cell as 0, whichever way the host hands it over, for every argument", () => {
    Object.keys(fn.parameters).forEach((_parameter, index) => {
      const withBlank = (blank: unknown) => Array.from({ length: Object.keys(fn.parameters).length }, (_, i) => (i === index ? [[blank]] : fn.example[i]));
      expect(called(fn, withBlank(null))).toEqual(called(fn, withBlank(0)));
    });
  });

  it("takes a lone scalar as a 1 × 1 range, and null as omitted", () => {
    Object.values(fn.parameters).forEach((parameter, index) => {
      const replaced = (value: unknown) => Array.from({ length: Object.keys(fn.parameters).length }, (_, i) => (i === index ? value : fn.example[i]));
      expect(called(fn, replaced(1))).toEqual(called(fn, replaced([[1]])));
      expect(called(fn, replaced(null))).toEqual(called(fn, replaced(undefined)));
      if (!parameter.optional) expect(called(fn, replaced(null))).toBeInstanceOf(AnsweredError);
    });
  });

  it("answers an error in a cell with that error, unless nothing depends on the cell", () => {
    fn.example.forEach((argument, index) =>
      argument?.forEach((row, r) =>
        row.forEach((_cell, c) => {
          const holding = (cell: Cell) => called(fn, fn.example.map((given, i) => (i === index ? argument.map((cells, j) => cells.with(c, j === r ? cell : (cells[c] ?? null))) : given)));
          const result = holding({ error: "#NULL!" });
          const errors = (result instanceof AnsweredError ? [result] : result.flat()).filter((cell) => cell instanceof AnsweredError);
          if (errors.every(({ issue }) => issue.code !== "error-in-cell")) expect(result, `argument ${index + 1}, row ${r + 1}, column ${c + 1}`).toEqual(holding(0));
        }),
      ),
    );
  });

  it("gives a sentence in both languages for text where something else belongs, and never NaN or infinity", () => {
    for (const bad of ["abc", true, { code: "#REF!" }, 1e308, -1e308, "/"]) {
      Object.keys(fn.parameters).forEach((_parameter, index) => {
        const given = Array.from({ length: Object.keys(fn.parameters).length }, (_, i) => (i === index ? [[bad]] : fn.example[i]));
        const result = called(fn, given);
        const cells = result instanceof AnsweredError ? [result] : result.flat();
        for (const cell of cells) {
          if (typeof cell === "number") expect(Number.isFinite(cell)).toBe(true);
          if (!(cell instanceof AnsweredError)) continue;
          for (const { sentences } of Object.values(locales)) expect(sentenceOf(cell.issue, sentences)).not.toMatch(/undefined|\[object/);
        }
      });
    }
  });
});

it("keeps the ids that were ever shipped, and no two that the file format would confuse", () => {
  const ids = functions.map(({ id }) => id);
  for (const id of ids) expect(id).toMatch(/^[A-Z]+\.[A-Z]+$/);
  expect(new Set(ids.map((id) => id.replaceAll(".", "_"))).size).toBe(ids.length);
});
