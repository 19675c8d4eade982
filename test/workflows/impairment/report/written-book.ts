import { openedSample } from "../../../../src/pane/home/opened-sample.ts";
import { workpaperTexts } from "../../../../src/locales/workpaper-texts.ts";
import type { Sample } from "../../../../src/samples/sample.ts";
import type { RangeAddress } from "../../../../src/workbook/address.ts";
import type { CellPlan, CellValue } from "../../../../src/workbook/port.ts";
import { openTest } from "../../../../src/workflows/impairment/advance.ts";
import { evaluate } from "../../../../src/workflows/impairment/evaluate.ts";
import type { SheetRole } from "../../../../src/workflows/impairment/report/formula.ts";
import type { Paper } from "../../../../src/workflows/impairment/report/paper.ts";
import { markedRows } from "../../../../src/workflows/impairment/report/placement.ts";
import { columns } from "../../../../src/workflows/impairment/report/sheet.ts";
import { standingSheets, type WrittenPaper, writeWorkpaper } from "../../../../src/workflows/impairment/report/writing.ts";
import { readInputs } from "../../../../src/workflows/impairment/input.ts";
import { loadTests } from "../../../../src/workflows/impairment/saved-tests.ts";
import type { Slot } from "../../../../src/workflows/impairment/slot.ts";
import type { ImpairmentTest, Report } from "../../../../src/workflows/impairment/state.ts";
import type { LinkedBook } from "../linked-book.ts";
import { HeadlessWorkbook } from "../../../support/engine.ts";

export const at = "2026-03-05T09:30:00.000Z";

/** What must be there for a test to make sense. */
export function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("something the test needs is not there");
  return value;
}

/** A workbook with an impairment test in it, and the workpaper a person has written of it. */
export class WrittenBook {
  readonly host = new HeadlessWorkbook();
  report: Report | null = null;
  private test: ImpairmentTest | undefined;

  /** A workbook with the sheets and the test of a sample. */
  static async ofSample(sample: Sample): Promise<WrittenBook> {
    const book = new WrittenBook();
    await openedSample(book.host.workbook, sample, "zh-CN");
    return book;
  }

  /** Works on another test than the one that is saved. */
  of(test: ImpairmentTest): this {
    this.test = test;
    return this;
  }

  async paper(): Promise<Paper> {
    const saved = this.test ?? openTest(await loadTests(this.host.workbook));
    if (!saved) throw new Error("no test is open");
    const test = { ...saved, report: this.report };
    const inputs = await readInputs(this.host.workbook, [test]);
    return { test, inputs, evaluation: evaluate(test, inputs), texts: workpaperTexts, at };
  }

  async write(): Promise<WrittenPaper> {
    const written = await writeWorkpaper(this.host.workbook, await this.paper());
    this.report = written.report;
    await this.settled();
    return written;
  }

  /** Resolves once every formula of the workpaper shows something: a loaded machine begins to calculate late. */
  async settled(): Promise<void> {
    for (let waited = 0; waited < 20_000; waited += 50) {
      await this.host.engine.calculated();
      const standing = await standingSheets(this.host.workbook, this.report);
      if ([...standing.values()].every(({ cells }) => cells.flat().every(({ formula, value }) => formula === null || value !== null))) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("the workpaper was not calculated");
  }

  /** Where the block of a link stands by now. */
  async blockOf(slot: Slot): Promise<RangeAddress> {
    return known((await this.paper()).evaluation.figures.readings.get(slot)?.range);
  }

  /** Somebody types another figure into the first cell of a linked block. */
  async retype(slot: Slot, value: number): Promise<void> {
    const { sheet, row, column } = await this.blockOf(slot);
    await this.host.workbook.write({ blocks: [{ sheet, row, column, cells: [[{ value }]] }] });
  }

  /** The values of the workpaper by sheet and mark, from the column of values on. */
  async figures(): Promise<Figures> {
    const standing = await standingSheets(this.host.workbook, this.report);
    return figuresOf((role) => standing.get(role));
  }
}

export interface Figures {
  value(role: SheetRole, key: string): CellValue;
  check(role: SheetRole, key: string): CellValue;
  line(role: SheetRole, key: string): readonly CellValue[];
  text(role: SheetRole, key: string, column: keyof typeof columns): CellValue;
  keys(role: SheetRole): readonly string[];
  /** Every check of every sheet. */
  checks(): readonly (readonly [mark: string, value: CellValue])[];
}

export function figuresOf(standing: (role: SheetRole) => Parameters<typeof markedRows>[0] | undefined): Figures {
  const row = (role: SheetRole, key: string): readonly CellValue[] => {
    const sheet = standing(role);
    const index = sheet && markedRows(sheet).get(key);
    if (!sheet || index === undefined) throw new Error(`no row ${key} on ${role}`);
    return (sheet.cells[index - sheet.range.row] ?? []).map(({ value }) => value);
  };
  const keys = (role: SheetRole) => {
    const sheet = standing(role);
    return sheet ? [...markedRows(sheet).keys()] : [];
  };
  const roles: readonly SheetRole[] = ["cover", "units", "value-in-use", "fair-value", "result", "allocation", "sensitivity", "back-test", "disclosure"];
  return {
    keys,
    value: (role, key) => row(role, key)[columns.value] ?? null,
    check: (role, key) => row(role, key)[columns.check] ?? null,
    line: (role, key) => {
      const cells = row(role, key).slice(columns.line);
      return cells.slice(0, cells.findLastIndex((value) => value !== null) + 1);
    },
    text: (role, key, column) => row(role, key)[columns[column]] ?? null,
    checks: () => roles.flatMap((role) => keys(role).filter((key) => key !== "#").map((key) => [`${role}/${key}`, row(role, key)[columns.check] ?? null] as const)).filter(([, value]) => value !== null),
  };
}

/** A person's test with its links in a real workbook: their cells on a sheet, their blocks pinned. */
export async function linkedIn(book: WrittenBook, linked: LinkedBook): Promise<ImpairmentTest> {
  const blocks = [...linked.inputs].flatMap(([pin, block]) => (block ? [{ pin, ...block }] : []));
  const rows: (CellPlan | undefined)[][] = [];
  for (const { range, cells } of blocks) {
    cells.forEach((row, r) => {
      rows[range.row + r] = [undefined, ...row.map((value): CellPlan => ({ value }))];
    });
  }
  const [sheet = ""] = (await book.host.workbook.write({ sheets: [{ name: "数据", columnWidths: [], rows: Array.from({ length: rows.length }, (_, row) => rows[row] ?? []) }] })).sheets;
  const pins = new Map<string, string>();
  for (const { pin, range } of blocks) pins.set(pin, await book.host.workbook.pin({ ...range, sheet }));
  const links = Object.fromEntries(Object.entries(linked.test.links).map(([slot, link]) => [slot, link && { ...link, pin: pins.get(link.pin) ?? "" }]));
  return { ...linked.test, links };
}
