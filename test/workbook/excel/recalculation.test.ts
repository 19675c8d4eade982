import { describe, expect, it } from "vitest";
import { recalculated, reenteredFormulas } from "../../../src/workbook/excel/recalculation.ts";
import { excelHost, A1 } from "../../support/excel-host.ts";

const excel = excelHost();

describe("formulas that Excel must look at again", () => {
  it("are entered again where they show #NAME?, and nowhere else", async () => {
    await excel.person.types("Sheet1", "A1", "=HEADROOM.ECL.RATES(1)");
    await excel.person.types("Sheet1", "A2", "=OTHER.RATES(1)");
    await excel.person.types("Sheet1", "A3", "=1/0");
    excel.office.book.functions.set("HEADROOM.ECL.TABLE", () => [["#VALUE!"]]);
    await excel.person.types("Sheet1", "B1", "=HEADROOM.ECL.TABLE(1)");
    await excel.person.addsSheet("Locked");
    await excel.person.types("Locked", "A1", "=HEADROOM.ECL.RATES(1)");
    await excel.person.protectsSheet("Locked");
    excel.office.book.functions.set("HEADROOM.ECL.RATES", () => [[0.0222]]);
    excel.office.book.functions.set("OTHER.RATES", () => [[1]]);
    expect(await reenteredFormulas((formula) => (formula.includes("HEADROOM.") ? formula : undefined))).toBe(1);
    expect((await excel.workbook.read({ ...A1, rows: 3 })).flat().map(({ value }) => value)).toEqual([0.0222, "#NAME?", "#DIV/0!"]);
    expect((await excel.workbook.read({ ...A1, sheet: "Locked" })).flat()).toEqual([{ value: "#NAME?", formula: "=HEADROOM.ECL.RATES(1)" }]);
  });

  it("are none in a workbook without errors", async () => {
    expect(await reenteredFormulas((formula) => formula)).toBe(0);
  });

  it("are all calculated again, once no cell is being edited", async () => {
    excel.office.editing = true;
    const done = recalculated();
    expect(excel.office.calculations).toEqual([]);
    excel.office.editing = false;
    await done;
    expect(excel.office.calculations).toEqual(["Full"]);
  });
});
