import { describe, expect, it } from "vitest";
import { disclosedUnits, disclosureLines } from "../../../src/pane/impairment/disclosure-table.ts";
import { impairmentTest2025 } from "../../../src/samples/impairment-test-2025.ts";
import { disclosureWords } from "../../../src/workflows/impairment/report/disclosure.ts";
import { standingSheets } from "../../../src/workflows/impairment/report/writing.ts";
import { known, WrittenBook } from "../../workflows/impairment/report/written-book.ts";

describe("the disclosure of a written workpaper", () => {
  it("is read from its sheet, unit by unit, printed as it is disclosed", async () => {
    const book = await WrittenBook.ofSample(impairmentTest2025);
    await book.write();
    const { cells } = known((await standingSheets(book.host.workbook, book.report)).get("disclosure"));
    const units = disclosedUnits(cells, "first", 2, disclosureWords(await book.paper(), "zh-CN"));
    expect(units.map(({ name }) => name)).toEqual(["资产组 1", "资产组 2", "资产组 3"]);
    const printed = units.map(({ rows }) => new Map(rows.map(({ label, text }) => [label, text])));
    expect(printed.map((rows) => [rows.get("账面价值"), rows.get("可收回金额"), rows.get("应确认的减值损失"), rows.get("税前折现率") ?? rows.get("折现率")])).toEqual([
      ["24,235.61", "22,330.00", "1,905.61", "10.20%"],
      ["1,173.37", "2,170.00", "0.00", "6.20%"],
      ["1,951.07", "959.81", "1,193.96", undefined],
    ]);
    const english = disclosureLines(disclosedUnits(cells, "second", 2, disclosureWords(await book.paper(), "en-US")));
    expect(english).toEqual(expect.arrayContaining([["Carrying amount", "24,235.61", ""], ["Basis of the recoverable amount", "Value in use", ""], ["Years of forecast", "15", "5 of them on an approved budget"], ["How fair value and costs of disposal are determined", "Income approach", "Level 3 of the fair-value hierarchy"]]));
    // Names of units and assets are a person's own.
    const own = /资产组 \d|^Cr /;
    expect(english.filter(([name]) => !own.test(name ?? "")).flat().filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
    expect(disclosureLines(units).filter(([name]) => !/^贷/.test(name ?? "")).flat().filter((text) => /[A-Za-z]/.test(text))).toEqual([]);
    expect(disclosureLines(units)).toContainEqual(["可收回金额", "22,330.00", ""]);
    expect(disclosureLines(units).filter(([, text, note]) => text === "" && note === "").map(([name]) => name)).toEqual(["资产组 1", "资产组 2", "资产组 3"]);
  });
});
