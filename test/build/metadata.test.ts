import { describe, expect, it } from "vitest";
import { functionMetadata } from "../../src/build/metadata.ts";
import { catalogue } from "../../src/functions/catalogue.ts";
import type { WorksheetFunction } from "../../src/functions/define.ts";

const english = functionMetadata("en-US");
const chinese = functionMetadata("zh-CN");
const functions: readonly WorksheetFunction[] = catalogue;

describe("what Excel is told of the functions", () => {
  it("lets errors and rich values reach them", () => {
    for (const file of [english, chinese]) expect(file).toMatchObject({ allowErrorForDataTypeAny: true, allowCustomDataForDataTypeAny: true });
  });

  it.each(functions.map((fn) => [fn.id, fn] as const))("has %s with all its arguments as blocks of anything", (id, fn) => {
    const described = english.functions.find((candidate) => candidate.id === id);
    expect(described?.name).toBe(id);
    expect(described?.result).toEqual({ type: "any", dimensionality: fn.returns });
    expect(described?.parameters.map(({ name, optional, type, dimensionality }) => ({ name, optional: optional ?? false, type, dimensionality }))).toEqual(
      Object.entries(fn.parameters).map(([name, { optional }]) => ({ name, optional, type: "any", dimensionality: "matrix" })),
    );
  });

  it("is the same in both languages but for the descriptions, which both have", () => {
    const rest = (file: typeof english) => JSON.stringify(file, (key, value: unknown) => (key === "description" ? undefined : value));
    expect(rest(chinese)).toBe(rest(english));
    for (const [index, fn] of english.functions.entries()) {
      const other = chinese.functions[index];
      const texts = [[fn.description, other?.description], ...fn.parameters.map(({ description }, at) => [description, other?.parameters[at]?.description])];
      for (const [text, translated] of texts) {
        expect(text).toMatch(/[a-z]{2}/);
        expect(translated).toMatch(/[\u4e00-\u9fff]/);
      }
    }
  });

  it("names them as Excel allows: no cell address, nothing that a file would confuse, required arguments first", () => {
    for (const { id, parameters } of english.functions) {
      expect(id).toMatch(/^[A-Z][A-Z.]{2,127}$/);
      const firstOptional = parameters.findIndex(({ optional }) => optional);
      if (firstOptional >= 0) expect(parameters.slice(firstOptional).every(({ optional }) => optional), id).toBe(true);
    }
  });
});
