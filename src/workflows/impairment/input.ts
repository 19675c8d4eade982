import type { RangeAddress } from "../../workbook/address.ts";
import type { CellValue, Workbook } from "../../workbook/port.ts";
import { type Slot, type SlotParts, slotParts } from "./slot.ts";
import type { ImpairmentState, ImpairmentTest, Link } from "./state.ts";

/** A linked block as it stands now. */
export interface InputBlock {
  readonly range: RangeAddress;
  readonly cells: readonly (readonly CellValue[])[];
}

/** The linked blocks by pin: null where the block was deleted, absent where it has not been read. */
export type Inputs = ReadonlyMap<string, InputBlock | null>;

export interface PlacedLink {
  readonly slot: Slot;
  readonly parts: SlotParts;
  readonly link: Link;
}

/** All links of a test, or of a part taken out of it, with the places they fill. */
export function linksOf({ links }: Pick<ImpairmentTest, "links">): readonly PlacedLink[] {
  return Object.entries(links).flatMap(([text, link]) => {
    const parts = slotParts(text);
    // A key of the links is a slot: the codec lets nothing else in.
    return parts && link ? [{ slot: text as Slot, parts, link }] : [];
  });
}

/** Reads every linked block of the tests where it stands by now. */
export async function readInputs(workbook: Pick<Workbook, "pinned" | "read">, tests: readonly ImpairmentTest[]): Promise<Inputs> {
  const pins = [...new Set(tests.flatMap((test) => linksOf(test).map(({ link }) => link.pin)))];
  const ranges = await workbook.pinned(pins);
  const placed = pins.map((pin, index) => ({ pin, range: ranges[index] ?? null }));
  const sheets = new Set(placed.flatMap(({ range }) => (range ? [range.sheet] : [])));
  const inputs = new Map<string, InputBlock | null>(placed.map(({ pin }) => [pin, null]));
  for (const sheet of sheets) {
    const onSheet = placed.flatMap(({ pin, range }) => (range?.sheet === sheet ? [{ pin, range }] : []));
    for (const { block, own } of readings(onSheet)) {
      const cells = await workbook.read(block);
      for (const { pin, range } of own) {
        const rows = cells.slice(range.row - block.row, range.row - block.row + range.rows);
        const from = range.column - block.column;
        inputs.set(pin, { range, cells: rows.map((row) => row.slice(from, from + range.columns).map(({ value }) => value)) });
      }
    }
  }
  return inputs;
}

interface PinnedBlock {
  readonly pin: string;
  readonly range: RangeAddress;
}

// A call to the host costs more than some thousands of cells.
const mostCells = 20_000;

/** What to read of a sheet: all its blocks in one, unless they lie so far apart that each is better read by itself. */
function readings(blocks: readonly PinnedBlock[]): readonly { readonly block: RangeAddress; readonly own: readonly PinnedBlock[] }[] {
  const around = blocks.map(({ range }) => range).reduce(enclosing);
  if (around.rows * around.columns <= mostCells) return [{ block: around, own: blocks }];
  return blocks.map((block) => ({ block: block.range, own: [block] }));
}

function enclosing(a: RangeAddress, b: RangeAddress): RangeAddress {
  const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)];
  const [bottom, right] = [Math.max(a.row + a.rows, b.row + b.rows), Math.max(a.column + a.columns, b.column + b.columns)];
  return { sheet: a.sheet, row, column, rows: bottom - row, columns: right - column };
}

/** The pins a change of the state has let go, to be taken out of the workbook. */
export function releasedPins(before: ImpairmentState, after: ImpairmentState): readonly string[] {
  const kept = new Set(pinsOf(after));
  return [...new Set(pinsOf(before))].filter((pin) => !kept.has(pin));
}

function pinsOf(state: ImpairmentState): string[] {
  return [...state.tests, ...(state.removed ? [state.removed] : [])].flatMap((test) => [
    ...linksOf(test).map(({ link }) => link.pin),
    ...test.removed.flatMap((part) => linksOf(part).map(({ link }) => link.pin)),
    ...Object.values(test.report?.blocks ?? {}),
  ]);
}
