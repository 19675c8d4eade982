import { beforeEach, describe, expect, it } from "vitest";
import { announcement } from "../../../src/hosts/embedded/announcement.ts";
import { SetSelectionsOperation } from "../../../src/workbook/embedded/engine.ts";
import { mendTinyNumbers } from "../../../src/workbook/embedded/tiny-number.ts";
import { blockAt, HeadlessWorkbook } from "../../support/engine.ts";

describe("what is said of the active cell", () => {
  let host: HeadlessWorkbook;
  beforeEach(() => {
    host = new HeadlessWorkbook();
  });

  const said = (address: string, language: "zh-CN" | "en-US" = "en-US") => {
    const { row, column } = blockAt(address);
    const range = { startRow: row, startColumn: column, endRow: row, endColumn: column };
    host.engine.run(SetSelectionsOperation.id, { unitId: host.engine.unitId, subUnitId: "1", selections: [{ range, primary: null, style: null }] });
    return announcement(host.engine, host.issues, language);
  };

  it("is its address, value and formula", async () => {
    await host.enter({ A1: 24235.61, B1: "'资产组", C1: "=HEADROOM.IMPAIR.LOSS(A1,22330)" });
    expect(said("A1").cell).toBe("A1, 24235.61");
    expect(said("B1", "zh-CN").cell).toBe("B1，资产组");
    expect(said("C1").cell).toBe("C1, 1905.61, formula =HEADROOM.IMPAIR.LOSS(A1,22330)");
    expect(said("D1", "zh-CN").cell).toBe("D1，空白");
    expect(said("C1").reason).toBe("");
  });

  it("includes what a formula elsewhere has spilled there", async () => {
    await host.enter({ A1: "=HEADROOM.ECL.RATES({0.5;0.4;1})" });
    expect(said("A2").cell).toBe("A2, 0.4");
  });

  it("shows a tiny number with the digits of its format, also where it was spilled", async () => {
    mendTinyNumbers(host.engine);
    const format = "0.0000000000";
    await host.workbook.write({ sheets: [{ name: "Tails", columnWidths: [], rows: [[{ formula: "={1.5;1.5}/100000000", format }], [{ format }]] }] });
    const { row, column } = blockAt("A2");
    await host.workbook.select({ sheet: "Tails", row, column, rows: 1, columns: 1 });
    expect(announcement(host.engine, host.issues, "en-US").cell).toBe("A2, 0.0000000150");
  });

  it("gives the reason of an error in the language of the page", async () => {
    await host.enter({ A1: "七", B1: "=HEADROOM.ECL.RATES(A1)" });
    expect(said("B1", "zh-CN").reason).toBe("migration：“七”不是数字，请写成 1,234.56 或 12.3% 的形式。");
    expect(said("B1", "en-US").reason).toBe("migration: '七' is not a number; write one like 1,234.56 or 12.3%.");
  });

  it("gives the reason of one element inside a spilled block", async () => {
    await host.enter({ A1: '=HEADROOM.IMPAIR.LOSS({2;"/"},{1;1})' });
    expect(said("A1").reason).toBe("");
    expect(said("A2").cell).toBe("A2, #N/A");
    expect(said("A2").reason).toContain("'/'");
  });

  it("explains the errors of the grid itself, and leaves a text that looks like one alone", async () => {
    await host.enter({ A1: "=SEQUENCE(2,1)", A2: 1, B1: "=NOSUCHFUNCTION(1)", C1: "'#SPILL!" });
    expect(said("A1").reason).toContain("not empty");
    expect(said("B1").reason).toContain("not known");
    expect(said("C1").reason).toBe("");
  });

  it("moves with the formula when rows are put in above it", async () => {
    await host.enter({ A5: "x", B5: "=HEADROOM.ECL.RATES(A5)" });
    await host.insertRows(2, 2);
    expect(said("B7").reason).toContain("'x'");
    expect(said("B5").reason).toBe("");
  });
});
