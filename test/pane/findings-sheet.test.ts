import { beforeEach, describe, expect, it } from "vitest";
import { reportOf } from "../../src/check/report.ts";
import { checkRoomTexts } from "../../src/locales/check-room-texts.ts";
import { checkTexts } from "../../src/locales/check-texts.ts";
import { findingsSheet, type FindingsOnSheet } from "../../src/pane/check/findings-sheet.ts";
import { HeadlessWorkbook } from "../support/engine.ts";

const text = "单位：万元\n\n项目\t2025年\t2024年\t2023年\n=甲\t10.25\t20.50\t30.75\n乙\t11.00\t21.00\t31.00\n合计\t21.25\t14.50\t61.75\n";

async function findings(ignored?: string, of = text): Promise<FindingsOnSheet> {
  const report = await reportOf({ kind: "text", text: of });
  if (typeof report === "string") throw new Error(report);
  return { of: { kind: "text" }, name: "=SUM(1)", day: "2026-11-22", findings: report.findings.map((reported) => ({ reported, ignored })), summary: ["一", "二"] };
}

describe("the findings as a sheet", () => {
  const host = new HeadlessWorkbook();
  beforeEach(() => host.open());
  const written = async (language: "zh-CN" | "en-US") => host.workbook.write({ sheets: [findingsSheet(await findings(), checkRoomTexts[language], checkTexts[language])] });

  it("says what wrote it, when and of what; then each finding in words with both numbers, as texts", async () => {
    const { sheets } = await written("zh-CN");
    expect(sheets).toEqual(["勾稽差异"]);
    const cells = await host.workbook.read({ sheet: "勾稽差异", row: 0, column: 0, rows: 7, columns: 10 });
    expect(cells.map((row) => row[0]?.value)).toEqual(["勾稽复核差异清单", "由 Headroom 勾稽复核于 2026-11-22 生成。核对对象：=SUM(1)。", "一", "二", null, "序号", 1]);
    expect(cells[6]?.slice(1, 5).map(({ value }) => value)).toEqual(["第 6 行", "合计 · 2024年", "14.50", "41.50"]);
    expect(cells[6]?.[9]?.value).toBe("待处理");
    expect(cells.flat().some(({ formula }) => formula !== null)).toBe(false);
  });

  it("keeps a name that begins like a formula as text, and says why a finding was set aside", async () => {
    const known = await findings("=已核实");
    const named = known.findings.map(({ reported: { finding, ...rest }, ignored }) => ({ ignored, reported: { ...rest, finding: { ...finding, figure: { ...finding.figure, name: "=1+1" } } } }));
    await host.workbook.write({ sheets: [findingsSheet({ ...known, findings: named }, checkRoomTexts["en-US"], checkTexts["en-US"])] });
    const [row] = await host.workbook.read({ sheet: "Findings", row: 6, column: 0, rows: 1, columns: 10 });
    expect(row?.[2]).toEqual({ value: "=1+1", formula: null });
    expect(row?.[9]?.value).toBe("ignored: =已核实");
  });

  it.each([
    ["zh-CN", "视 22.00% 而定"],
    ["en-US", "depends on 22.00%"],
  ] as const)("names no one value as right where only the order of two is wrong, in %s", async (language, should) => {
    const margins = "项目\t2024年度毛利率\t2023年度毛利率\n产品A\t19.75%\t19.15%\n产品C\t18.76%\t22.00%\n\n报告期内，公司产品A毛利率高于产品C毛利率。\n";
    const { rows } = findingsSheet(await findings(undefined, margins), checkRoomTexts[language], checkTexts[language]);
    expect(rows.at(6)?.slice(3, 5).map((cell) => cell?.value)).toEqual(["19.15%", should]);
  });

  it("goes with one undo", async () => {
    const before = await host.workbook.sheets();
    const change = await written("en-US");
    expect(await change.undo()).toBe(true);
    expect(await host.workbook.sheets()).toEqual(before);
  });
});
