import { readdirSync, readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { developmentAddress } from "../../src/build/manifest.ts";
import { manifestFaults } from "../../src/build/manifest-check.ts";
import { functionMetadata, type MetadataFile } from "../../src/build/metadata.ts";
import { answer, AnsweredError } from "../../src/functions/answer.ts";
import { catalogue } from "../../src/functions/catalogue.ts";
import type { WorksheetFunction } from "../../src/functions/define.ts";
import { locales } from "../../src/locales/locale.ts";

const read = (file: string) => readFileSync(`dist/${file}`, "utf8");
const files = readdirSync("dist", { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));

describe("dist/ for Excel", () => {
  it("has a manifest without a fault, and every file it names", () => {
    expect(manifestFaults(read("manifest.xml"), { files, address: developmentAddress, commands: ["repairFormulas", "refreshLinks"] })).toEqual([]);
  });

  it("describes the functions of the catalogue in both languages", () => {
    expect(JSON.parse(read("functions.json"))).toEqual(functionMetadata("en-US"));
    expect(JSON.parse(read("functions.zh-CN.json"))).toEqual(functionMetadata("zh-CN"));
  });

  it("answers every function as the catalogue does, in a script context with nothing but CustomFunctions", () => {
    const associated = new Map<string, (...given: unknown[]) => unknown>();
    class HostError extends Error {
      readonly code: string;

      constructor(code: string, message?: string) {
        super(message);
        this.code = code;
      }
    }
    const ErrorCode = { invalidValue: "#VALUE!", notAvailable: "#N/A", divisionByZero: "#DIV/0!", invalidNumber: "#NUM!", nullReference: "#NULL!" };
    runInContext(read("functions.js"), createContext({ CustomFunctions: { Error: HostError, ErrorCode, associate: (id: string, fn: () => unknown) => associated.set(id, fn) } }));
    const described = (JSON.parse(read("functions.json")) as MetadataFile).functions;
    expect([...associated.keys()]).toEqual(described.map(({ id }) => id));
    for (const fn of catalogue as readonly WorksheetFunction[]) {
      const given = Object.keys(fn.parameters).map((_, index) => fn.example[index] ?? null);
      const expected = answer(fn, given, (term, language = "zh-CN") => locales[language].sentences.terms[term]);
      if (expected instanceof AnsweredError) throw new Error(`the example of ${fn.id} is refused`);
      const plain = expected.map((row) => row.map((cell) => (cell instanceof AnsweredError ? cell.literal : cell)));
      const answered = associated.get(fn.id)?.(...given);
      const cells = (Array.isArray(answered) ? answered : [[answered]]) as unknown[][];
      expect(Array.isArray(answered), fn.id).toBe(fn.returns === "matrix");
      expect(cells.map((row) => row.map((cell) => (cell instanceof HostError ? cell.code : cell))), fn.id).toEqual(plain);
    }
  });

  it("loads Office.js in the pane page only, before anything else", () => {
    const scripts = [...read("taskpane.html").matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, source]) => source);
    expect(scripts.slice(0, 2)).toEqual(["https://appsforoffice.microsoft.com/lib/1/hosted/office.js", "functions.js"]);
    expect(read("index.html")).not.toMatch(/office\.js|functions\.js/);
  });
});
