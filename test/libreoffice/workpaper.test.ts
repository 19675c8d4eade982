import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { impairmentTest2025 } from "../../src/samples/impairment-test-2025.ts";
import type { ICellData } from "../../src/workbook/embedded/engine.ts";
import { snapshotOf } from "../../src/workbook/embedded/xlsx-open.ts";
import { xlsxOf } from "../../src/workbook/embedded/xlsx-save.ts";
import type { CellContent } from "../../src/workbook/port.ts";
import type { Evaluation } from "../../src/workflows/impairment/evaluation.ts";
import type { StandingSheets } from "../../src/workflows/impairment/report/placement.ts";
import { standingSheets } from "../../src/workflows/impairment/report/writing.ts";
import { itemSlot, unitSlot } from "../../src/workflows/impairment/slot.ts";
import { throughLibreOffice } from "../support/libre-office.ts";
import { disagreements, expectedFigures } from "../workflows/impairment/report/expected-figures.ts";
import { randomBook } from "../workflows/impairment/report/random-book.ts";
import { figuresOf, known, linkedIn, WrittenBook } from "../workflows/impairment/report/written-book.ts";

interface Written {
  readonly name: string;
  readonly evaluation: Evaluation;
  readonly standing: StandingSheets;
}

/** The file with no result of any formula in it: whatever LibreOffice shows, it has calculated itself. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) return [name, part] as const;
    return [name, strToU8(strFromU8(part).replace(/(<f[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/g, "$1"))] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

describe("workpapers of several tests in one workbook, recalculated by LibreOffice without the add-in", () => {
  const written: Written[] = [];
  let moved: Written | undefined;
  let cells: (sheet: string, row: number, column: number) => ICellData | undefined;

  beforeAll(async () => {
    const book = await WrittenBook.ofSample(impairmentTest2025);
    const write = async (name: string) => {
      await book.write();
      written.push({ name, evaluation: (await book.paper()).evaluation, standing: await standingSheets(book.host.workbook, book.report) });
      book.report = null;
    };
    await write("the sample of 2025");
    for (const seed of [21, 22, 23, 24]) {
      book.of(await linkedIn(book, randomBook(seed)));
      await write(`test ${seed}`);
    }
    book.of(await linkedIn(book, randomBook(25, { digits: -1, valueDigits: -1 })));
    await write("amounts in tens");
    book.of(await linkedIn(book, randomBook(26)));
    await book.write();
    const { test } = await book.paper();
    for (const { id, forecast } of test.units) {
      const [row] = forecast.rows;
      await book.retype(unitSlot(id, "carrying"), 4321.98);
      if (row) await book.retype(itemSlot(id, "row", row.id), 3210.04);
    }
    moved = { name: "inputs moved", evaluation: (await book.paper()).evaluation, standing: await standingSheets(book.host.workbook, book.report) };
    const { snapshot } = await snapshotOf(throughLibreOffice(withoutResults(await xlsxOf(book.host.engine.save(), book.host.engine))));
    const byName = new Map(Object.values(snapshot.sheets).map((sheet) => [sheet.name, sheet.cellData]));
    cells = (sheet, row, column) => byName.get(sheet)?.[row]?.[column] as ICellData | undefined;
  }, 300_000);

  const figures = ({ standing }: Written) =>
    figuresOf((role) => {
      const sheet = standing.get(role);
      if (!sheet) return undefined;
      const { range } = sheet;
      const read = sheet.cells.map((row, r) => row.map((_, c): CellContent => ({ value: cells(range.sheet, range.row + r, range.column + c)?.v ?? null, formula: null })));
      return { range, cells: read };
    });

  it.each([0, 1, 2, 3, 4, 5])("show the figures of the decimal evaluation in every native cell: workpaper %i", (index) => {
    const paper = known(written[index]);
    expect(expectedFigures(paper.evaluation).length).toBeGreaterThan(40);
    expect(disagreements(figures(paper), paper.evaluation)).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4, 5])("leave no check of what was found other than zero: workpaper %i", (index) => {
    const found = figures(known(written[index])).checks().filter(([mark]) => /\/u\d+\.(rate|present|tornado-\w+|debit|assets-total)$/.test(mark));
    expect(found.length).toBeGreaterThan(2);
    expect(found.filter(([, value]) => value !== 0)).toEqual([]);
  });

  it("follow inputs that were typed after they were written: results, allocation and their parts", () => {
    const paper = known(moved);
    const wrong = disagreements(figures(paper), paper.evaluation).filter((line) => /^(result|allocation|units|fair-value)\//.test(line));
    expect([known(paper.evaluation.units[0]).carrying?.parts[0]?.toString(), wrong]).toEqual(["4321.98", []]);
  });

  it("say the conclusion in words", () => {
    const paper = figures(known(written[0]));
    expect(paper.text("cover", "u1.conclusion-zh", "method")).toBe("截至2025年12月31日，资产组 1账面价值为24,235.61万元，可收回金额为22,330.00万元（预计未来现金流量的现值），低于账面价值，应确认资产减值损失1,905.61万元。");
    expect(paper.value("result", "u1.impaired")).toBe("是 Yes");
  });
});
