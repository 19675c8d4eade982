import { describe, expect, it } from "vitest";
import { AnsweredError, answer } from "../../src/functions/answer.ts";
import { catalogue } from "../../src/functions/catalogue.ts";
import { callOf } from "../../src/calls/formula-text.ts";
import { type AnyFunction, functionOf } from "../../src/calls/call-answer.ts";
import { circularArgument, type DraftArgument, draftFormula, emptyArgument, exampleFormula, missingArguments, usedPart } from "../../src/pane/functions/formula-draft.ts";

const rates = functionOf("ECL.RATES");
if (!rates) throw new Error("the catalogue has no ECL.RATES");

const range = (sheet: string, row: number, column: number, rows = 1, columns = 1): DraftArgument => ({ kind: "range", range: { sheet, row, column, rows, columns } });
const typed = (text: string): DraftArgument => ({ kind: "typed", text });
const cell = (sheet: string, row: number, column: number) => ({ sheet, row, column, rows: 1, columns: 1 });

describe("a formula on its way into a cell", () => {
  it("names the sheet of its arguments only where they lie on another one", () => {
    const given = [range("ECL 2024", 1, 1, 5), emptyArgument, emptyArgument, emptyArgument];
    expect(draftFormula({ fn: rates, arguments: given, target: cell("ECL 2024", 1, 3) })).toBe("=HEADROOM.ECL.RATES(B2:B6)");
    expect(draftFormula({ fn: rates, arguments: given, target: cell("Sheet1", 1, 3) })).toBe("=HEADROOM.ECL.RATES('ECL 2024'!B2:B6)");
  });

  it("keeps the commas of arguments left out before others, and drops those at the end", () => {
    const given = [range("S", 0, 0, 5), emptyArgument, typed("0.45"), emptyArgument];
    expect(draftFormula({ fn: rates, arguments: given, target: cell("S", 0, 3) })).toBe("=HEADROOM.ECL.RATES(A1:A5,,0.45)");
  });

  it.each([
    ["end", '"end"'],
    ["{3,3,4}", "{3,3,4}"],
    ["=B2:B6", "B2:B6"],
    ["SUM(B2:B6)", "SUM(B2:B6)"],
    ["45%", "45%"],
    ['"mid"', '"mid"'],
    ["{3，3，4；5，5，5}", "{3,3,4;5,5,5}"],
    ["Ｂ２：Ｂ６", "B2:B6"],
    ["SUM（B2：B6）", "SUM(B2:B6)"],
    ["“mid”", '"mid"'],
    ["（1,234.56）", '"(1,234.56)"'],
    ["1,234.56", '"1,234.56"'],
    ["华东（含税）", '"华东（含税）"'],
    ['"华东（含税）"', '"华东（含税）"'],
  ])("writes %s, typed by a person, as %s", (text, written) => {
    expect(draftFormula({ fn: rates, arguments: [typed(text)], target: undefined })).toBe(`=HEADROOM.ECL.RATES(${written})`);
  });

  it("knows which arguments it still needs", () => {
    expect(missingArguments({ fn: rates, arguments: [emptyArgument, emptyArgument], target: undefined })).toEqual(["migration"]);
    expect(missingArguments({ fn: rates, arguments: [typed("1"), emptyArgument], target: undefined })).toEqual([]);
  });

  it("sees that a result inside one of its own arguments would feed on itself", () => {
    const given = [range("S", 0, 0, 5), typed("C1:C5")];
    expect(circularArgument({ fn: rates, arguments: given, target: cell("S", 4, 0) })).toBe("migration");
    expect(circularArgument({ fn: rates, arguments: given, target: cell("S", 2, 2) })).toBe("next");
    expect(circularArgument({ fn: rates, arguments: given, target: cell("S", 5, 0) })).toBeUndefined();
    expect(circularArgument({ fn: rates, arguments: given, target: cell("T", 4, 0) })).toBeUndefined();
  });

  it("takes a whole selected column as the data in it", () => {
    const sheets = [{ name: "S", rows: 6, columns: 4 }];
    expect(usedPart({ sheet: "S", row: 0, column: 1, rows: 1_048_576, columns: 1 }, sheets)).toEqual({ sheet: "S", row: 0, column: 1, rows: 6, columns: 1 });
    expect(usedPart(cell("S", 9, 1), sheets)).toEqual(cell("S", 9, 1));
  });
});

describe("the formula of a worked example", () => {
  it.each(catalogue.map((fn: AnyFunction) => [fn.id, fn] as const))("of %s, read back as text, answers what the example answers", (_, fn) => {
    const call = callOf(exampleFormula(fn));
    const given = call?.arguments.map((argument) => (argument.kind === "constant" ? argument.cells : undefined));
    const name = (term: string) => term;
    const direct = answer(fn, fn.example, name);
    expect(direct).not.toBeInstanceOf(AnsweredError);
    expect(call?.id).toBe(fn.id);
    expect(answer(fn, given ?? [], name)).toEqual(direct);
  });
});
