import { expect, vi } from "vitest";
import { blockOf, type RangeAddress } from "../../src/workbook/address.ts";
import { type CellValue, type Workbook, WorkbookRefusal } from "../../src/workbook/port.ts";

/** What a person does in the host itself, past the port. */
export interface Person {
  /** Types an entry: a formula where it begins with "=", a text where it begins with "'" (left out of it), else the value as it is. */
  types(sheet: string, cell: string, entry: string | number | boolean): Promise<void>;
  selects(sheet: string, block: string): Promise<void>;
  addsSheet(name: string): Promise<void>;
  renamesSheet(name: string, newName: string): Promise<void>;
  deletesSheet(name: string): Promise<void>;
  /** The height of a row as it is set, in pixels, counted from 0; undefined where nothing set it. */
  seesHeight(sheet: string, row: number): Promise<number | undefined>;
  /** Puts rows in before a row, counted from 0, or deletes rows from it on; likewise columns. */
  insertsRows(sheet: string, row: number, count: number): Promise<void>;
  deletesRows(sheet: string, row: number, count: number): Promise<void>;
  insertsColumns(sheet: string, column: number, count: number): Promise<void>;
  deletesColumns(sheet: string, column: number, count: number): Promise<void>;
  /** Gives a block a name that holds in the whole workbook. */
  namesBlock(name: string, sheet: string, block: string): Promise<void>;
  /** Makes the host fail once, at the n-th block of cells it is given from now on. */
  letsFail(nth: number): void;
  /** Absent where the host knows no protection of sheets. */
  protectsSheet?(name: string): Promise<void>;
  /** Begins to type into a cell without finishing; absent where that cannot stand in the way. */
  startsEditing?(): Promise<void>;
}

/** What a host knows besides: whether it protects sheets and can be caught while somebody types, and how many cells it takes at once. */
export interface Able {
  readonly protection: boolean;
  readonly editing: boolean;
  readonly cellsPerSlice: number;
}

/** A new workbook with one empty sheet, "Sheet1", whose A1 is selected. */
export interface Opened {
  readonly workbook: Workbook;
  readonly person: Person;
}

export const on = (sheet: string, block: string): RangeAddress => {
  const cells = blockOf(block);
  if (!cells) throw new Error(`${block} is no block`);
  return { sheet, ...cells };
};

/** The issue an act is refused with; undefined where it is not. */
export async function refusal(act: Promise<unknown>) {
  try {
    await act;
  } catch (error) {
    if (error instanceof WorkbookRefusal) return error.issue;
    throw error;
  }
  return undefined;
}

/** What is read of a workbook to judge it by. */
export function looking(opened: () => Opened) {
  const contents = (sheet: string, block: string) => opened().workbook.read(on(sheet, block));
  const values = async (sheet: string, block: string) => (await contents(sheet, block)).map((row) => row.map(({ value }) => value));
  const names = async () => (await opened().workbook.sheets()).map(({ name }) => name);
  /** Values once the host has calculated. */
  const settled = (sheet: string, block: string, expected: CellValue[][]) =>
    vi.waitFor(async () => expect(await values(sheet, block)).toEqual(expected), { timeout: 5_000 });
  return { contents, values, names, settled };
}
