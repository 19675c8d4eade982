import type { Sample } from "../../src/samples/sample.ts";
import { impairmentTestOf } from "../../src/workflows/impairment/codec.ts";
import { evaluate } from "../../src/workflows/impairment/evaluate.ts";
import type { Evaluation } from "../../src/workflows/impairment/evaluation.ts";
import type { ImpairmentTest } from "../../src/workflows/impairment/state.ts";
import { valuesOf } from "../support/sheet-values.ts";

/** The wizard on the sheets of a sample as they are written, where a person has changed settings of its test. */
export function evaluatedSample(sample: Sample, changed = (test: ImpairmentTest) => test): Evaluation {
  const [brought] = sample.tests?.("zh-CN") ?? [];
  if (!brought) throw new Error("the sample brings no test");
  const sheets = new Map(sample.sheets().map((plan) => [plan.name, valuesOf(plan)]));
  const inputs = new Map(
    Object.entries(brought.blocks).map(([pin, range]) => {
      const value = sheets.get(range.sheet);
      const cells = Array.from({ length: range.rows }, (_, row) => Array.from({ length: range.columns }, (_unused, column) => value?.(range.row + row, range.column + column) ?? null));
      return [pin, { range, cells }];
    }),
  );
  return evaluate(changed(impairmentTestOf(brought.document)), inputs);
}
