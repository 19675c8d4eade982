import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { reference } from "../../src/build/reference.ts";

it.each([
  ["en-US", "docs/functions.md"],
  ["zh-CN", "docs/functions.zh-CN.md"],
] as const)("the reference in %s is the catalogue's: `npm run reference` writes it anew", (language, file) => {
  expect(readFileSync(file, "utf8").replaceAll("\r\n", "\n")).toBe(reference(language));
});
