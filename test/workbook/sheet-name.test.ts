import { expect, it } from "vitest";
import { freeSheetName, freeSheetNames } from "../../src/workbook/sheet-name.ts";

it.each([
  ["is kept where it is free", "ECL 2024", ["Sheet1"], "ECL 2024"],
  ["is counted on where it is taken, in any case of letters", "ECL 2024", ["ecl 2024", "ECL 2024 (2)"], "ECL 2024 (3)"],
  ["keeps to 31 characters, its count included", "减值测试".repeat(10), ["减值测试".repeat(10).slice(0, 31)], `${"减值测试".repeat(10).slice(0, 27)} (2)`],
  ["loses what no sheet name may hold", "'2024/2025: [ECL]?'", [], "2024-2025- -ECL--"],
  ["is never that of the saved documents", "_Headroom", [], "_Headroom (2)"],
  ["is ours where nothing is left of it", "''", [], "Headroom"],
])("the name of a new sheet %s", (_, wanted, taken, name) => {
  expect(freeSheetName(wanted, taken)).toBe(name);
});

it("sheets added together do not take each other's names", () => {
  expect(freeSheetNames(["ECL", "ecl", "ECL"], ["Sheet1"])).toEqual(["ECL", "ecl (2)", "ECL (3)"]);
});
