import { expect, it } from "vitest";
import { argumentOf } from "../../src/functions/cell.ts";

it.each<[string, unknown, unknown]>([
  ["a number", 5, 5],
  ["a text", "abc", "abc"],
  ["a truth", true, true],
  ["the literal of an error", "#N/A", { error: "#N/A" }],
  ["an error with its code", { code: "#REF!" }, { error: "#REF!" }],
  ["an error as a rich value", { type: "Error", basicType: "Error", basicValue: "#DIV/0!", errorType: "Div0" }, { error: "#DIV/0!" }],
  ["a number with a format of its own", { type: "FormattedNumber", basicType: "Double", basicValue: 0.0222, numberFormat: "0.00%" }, 0.0222],
  ["a text as a rich value", { type: "String", basicType: "String", basicValue: "97.86%" }, "97.86%"],
  ["a card without a plain value", { type: "Entity", basicType: "Error", basicValue: "#VALUE!", text: "Contoso" }, { error: "#VALUE!" }],
  ["something of no known kind", { anything: 1 }, { error: "#VALUE!" }],
  ["a double that is no number", Number.NaN, { error: "#NUM!" }],
])("a host may hand over %s, alone or in a block", (_, given, cell) => {
  expect(argumentOf(given)).toEqual([[cell]]);
  expect(argumentOf([[given]])).toEqual([[cell]]);
  expect(argumentOf([given])).toEqual([[cell]]);
});

it("a blank cell is blank, and an argument left out is none", () => {
  expect(argumentOf([[null, undefined]])).toEqual([[null, null]]);
  expect(argumentOf(null)).toBeUndefined();
  expect(argumentOf(undefined)).toBeUndefined();
});
