import { type Answer, answer, type Naming } from "../functions/answer.ts";
import { catalogue, type FunctionId } from "../functions/catalogue.ts";
import type { WorksheetFunction } from "../functions/define.ts";
import type { RangeAddress } from "../workbook/address.ts";
import type { Workbook } from "../workbook/port.ts";
import type { ArgumentText } from "./formula-text.ts";

/** A function of the catalogue, whichever it is. */
export type AnyFunction = WorksheetFunction<FunctionId>;

const functions: readonly AnyFunction[] = catalogue;

export function functionOf(id: string): AnyFunction | undefined {
  return functions.find((fn) => fn.id === id);
}

/** More cells than this are not fetched only to tell a person beforehand what a formula will say. */
const readable = 20_000;

/** What a call answers with the cells as they are now; undefined where an argument is more than a constant or a range. */
export async function callAnswer(
  workbook: Workbook,
  fn: AnyFunction,
  given: readonly ArgumentText[],
  sheet: string,
  name: Naming,
): Promise<Answer | undefined> {
  const values = await argumentsNow(workbook, given, sheet);
  return values && answer(fn, values, name);
}

/** The arguments of a call with the cells as they are now; undefined where one is more than a constant or a range, or too large. */
export async function argumentsNow(workbook: Workbook, given: readonly ArgumentText[], sheet: string): Promise<unknown[] | undefined> {
  const values: unknown[] = [];
  for (const argument of given) {
    if (argument.kind === "expression") return undefined;
    if (argument.kind === "range") {
      const range: RangeAddress = { sheet, ...argument, ...argument.block };
      if (range.rows * range.columns > readable) return undefined;
      values.push((await workbook.read(range)).map((row) => row.map(({ value }) => value)));
    } else {
      values.push(argument.kind === "constant" ? argument.cells : undefined);
    }
  }
  return values;
}
