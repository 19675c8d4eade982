import { beforeEach, describe, expect, it } from "vitest";
import { findings, type SheetFindings } from "../../src/pane/home/workbook-findings.ts";
import { a1 } from "../../src/workbook/address.ts";
import { HeadlessWorkbook } from "../support/engine.ts";

describe("what the Home room finds in a workbook", () => {
  const host = new HeadlessWorkbook();
  const found = async (signal = new AbortController().signal) => {
    const reports: (readonly SheetFindings[])[] = [];
    await findings(host.workbook, (sheets) => reports.push(sheets), signal);
    return reports.at(-1)?.map(({ sheet, formulas, errors }) => ({
      sheet: sheet.name,
      formulas,
      errors: errors.map(({ cell, literal, id, issue }) => [a1(cell), literal, id, issue?.code]),
    }));
  };
  beforeEach(() => host.open());

  it("counts our formulas and no others", async () => {
    await host.enter({ A1: 0.5, B1: "=HEADROOM.ECL.RATES(A1)", C1: "=SUM(A1)", D1: "=1+HEADROOM.ECL.RATES(A1)" });
    expect(await found()).toEqual([{ sheet: "Sheet1", formulas: 2, errors: [] }]);
  });

  it("names the reason of an error, found by asking the function itself", async () => {
    await host.enter({ A1: "abc", B1: "=HEADROOM.ECL.RATES(A1)", A2: "=1/0", B2: "=HEADROOM.ECL.RATES(A2)" });
    expect(await found()).toEqual([
      {
        sheet: "Sheet1",
        formulas: 2,
        errors: [
          ["B1", "#VALUE!", "ECL.RATES", "not-a-number"],
          ["B2", "#DIV/0!", "ECL.RATES", "error-in-cell"],
        ],
      },
    ]);
  });

  it("finds an error inside a spilled result and points at its own cell", async () => {
    await host.enter({ A1: "97%", A2: "/", A3: "0%", B1: 0, D1: "=HEADROOM.ECL.RECOVERYMIGRATION(A1:A3,B1)" });
    expect(await found()).toEqual([{ sheet: "Sheet1", formulas: 1, errors: [["D2", "#N/A", "ECL.RECOVERYMIGRATION", "not-available"]] }]);
  });

  it("shows an error without a reason where the formula is more than one call", async () => {
    await host.enter({ A1: "abc", B1: "=1+HEADROOM.ECL.RATES(A1)" });
    expect(await found()).toEqual([{ sheet: "Sheet1", formulas: 1, errors: [["B1", "#VALUE!", undefined, undefined]] }]);
  });

  it("goes on where a formula points to a sheet that is not there", async () => {
    await host.enter({ A1: "abc", B1: "=HEADROOM.ECL.RATES(Gone!A1)", B2: "=HEADROOM.ECL.RATES(A1)" });
    const [sheet] = (await found()) ?? [];
    expect(sheet?.errors.map(([cell, , , code]) => [cell, code])).toEqual([["B1", undefined], ["B2", "not-a-number"]]);
  });

  it("reports nothing more once it is stopped", async () => {
    await host.enter({ A1: "=HEADROOM.ECL.RATES(B1)" });
    const controller = new AbortController();
    controller.abort();
    expect(await found(controller.signal)).toBeUndefined();
  });
});
