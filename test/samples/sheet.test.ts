import { describe, expect, it } from "vitest";
import { calculated, input, label, SheetDraft, spilled, tie, title } from "../../src/samples/sheet.ts";

const draft = () => new SheetDraft({ name: "减值测试", columnWidths: [20, 12] });

describe("a sheet being laid out", () => {
  it("gives every cell its address, so that formulas follow where rows move", () => {
    const sheet = draft();
    sheet.row(title("资产组减值测试"));
    sheet.gap();
    const [, first] = sheet.row(label("资产组 1"), input(24235.61));
    const [, second] = sheet.row(label("资产组 2"), input(1173.37));
    sheet.row(label("合计"), calculated(`=SUM(${first.to(second)})`));
    expect(sheet.plan().rows.at(-1)?.[1]?.formula).toBe("=SUM(B3:B4)");
    expect(first.to(second).fixed).toBe("$B$3:$B$4");
  });

  it("keeps room for what a formula spills and names the figures inside it", () => {
    const sheet = draft();
    const [, table] = sheet.row(undefined, spilled("=HEADROOM.IMPAIR.TABLE(A1,B1,C1,D1)", { rows: 3, columns: 7, headed: 2, totalled: true }));
    const [after] = sheet.row(label("注"));
    expect(table.cell(2, 6).toString()).toBe("H3");
    expect(after.toString()).toBe("A4");
    const { rows } = sheet.plan();
    expect(rows.map((row) => row[1]?.style)).toEqual(["header", "formula", "total", undefined]);
  });

  it("lays a tie in three cells and the next entry after them", () => {
    const sheet = draft();
    const [status, next] = sheet.row(tie("=HEADROOM.TIE.SUM(A1,B1:C1,2)"), label("第 616 行"));
    expect([status.toString(), next.toString()]).toEqual(["A1:C1", "D1"]);
  });

  it("refuses to name a figure outside the table", () => {
    const [table] = draft().row(spilled("=A1", { rows: 2, columns: 2 }));
    expect(() => table.cell(2, 0)).toThrow("A1:B2 has no 1 × 1 cells from 2, 0 on");
  });
});
