import { readdirSync, readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { developmentAddress } from "../../src/build/manifest.ts";
import { manifestFaults } from "../../src/build/manifest-check.ts";
import { functionMetadata, type MetadataFile } from "../../src/build/metadata.ts";
import { catalogue } from "../../src/functions/catalogue.ts";
import type { WorksheetFunction } from "../../src/functions/define.ts";

const read = (file: string) => readFileSync(`dist/${file}`, "utf8");
const files = readdirSync("dist", { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));

describe("dist/ for Excel", () => {
  it("has a manifest without a fault, and every file it names", () => {
    expect(manifestFaults(read("manifest.xml"), { files, address: developmentAddress, commands: ["repairFormulas"] })).toEqual([]);
  });

  it("describes the functions of the catalogue in both languages", () => {
    expect(JSON.parse(read("functions.json"))).toEqual(functionMetadata("en-US"));
    expect(JSON.parse(read("functions.zh-CN.json"))).toEqual(functionMetadata("zh-CN"));
  });

  it("answers every function it describes, in a script context with nothing but CustomFunctions", () => {
    const associated = new Map<string, (...given: unknown[]) => unknown>();
    class HostError extends Error {}
    const ErrorCode = { invalidValue: "#VALUE!", notAvailable: "#N/A", divisionByZero: "#DIV/0!", invalidNumber: "#NUM!", nullReference: "#NULL!" };
    runInContext(read("functions.js"), createContext({ CustomFunctions: { Error: HostError, ErrorCode, associate: (id: string, fn: () => unknown) => associated.set(id, fn) } }));
    const described = (JSON.parse(read("functions.json")) as MetadataFile).functions;
    expect([...associated.keys()]).toEqual(described.map(({ id }) => id));
    const examples = new Map((catalogue as readonly WorksheetFunction[]).map(({ id, example }) => [id, example]));
    for (const { id, parameters, result } of described) {
      const answered = associated.get(id)?.(...parameters.map((_, index) => examples.get(id)?.[index] ?? null));
      expect(Array.isArray(answered), id).toBe(result.dimensionality === "matrix");
      expect(answered, id).not.toBeUndefined();
    }
  });

  it("loads Office.js in the pane page only, before anything else", () => {
    const scripts = [...read("taskpane.html").matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, source]) => source);
    expect(scripts.slice(0, 2)).toEqual(["https://appsforoffice.microsoft.com/lib/1/hosted/office.js", "functions.js"]);
    expect(read("index.html")).not.toMatch(/office\.js|functions\.js/);
  });
});
