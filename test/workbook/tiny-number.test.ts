import { expect, it } from "vitest";
import { tinyNumber } from "../../src/workbook/embedded/tiny-number.ts";

it.each([
  [-7.795e-11, "0.000000000000%", "-0.000000007795%"],
  [1.5e-8, "0.0000000000", "0.0000000150"],
  [-3.6e-12, "#,##0.00", "0.00"],
  [1e-9, "0.00;[Red]-0.00", "0.00"],
])("a number below a millionth is shown with the digits of its format: %d under %s is %s", (value, format, text) => {
  expect(tinyNumber(value, format)).toBe(text);
});

it.each([
  [0.5, "0.00"],
  [1e-9, "0.00E+00"],
  [1e-9, "General"],
  [1e-9, "yyyy-mm-dd"],
])("any other is left to the engine: %d under %s", (value, format) => {
  expect(tinyNumber(value, format)).toBeUndefined();
});
