import { a1, blockOf, type CellBlock } from "../../src/workbook/address.ts";
import { type Book, OfficeError, type Sheet } from "./office-book.ts";
import { chartsKind } from "./office-charts.ts";
import type { Listener, OfficeDouble } from "./office-double.ts";
import { conditionalFormatsKind, freezePanesKind, pageLayoutKind } from "./office-formats.ts";
import { type Context, handle, type Kind } from "./office-handle.ts";
import { cellProperties, clearFill, giveLook, setCellProperties } from "./office-looks.ts";
import { nameKinds } from "./office-names.ts";

export interface Area {
  readonly sheet: Sheet;
  readonly block: CellBlock;
  readonly book: Book;
}

const each = <T>({ block }: Area, read: (row: number, column: number) => T): T[][] =>
  Array.from({ length: block.rows }, (_, r) => Array.from({ length: block.columns }, (__, c) => read(block.row + r, block.column + c)));
const cellAt = (row: number, column: number) => a1({ row, column, rows: 1, columns: 1 });

/** Goes through values that were set on a block; null leaves a cell as it is. */
function eachSet(area: Area, given: unknown, write: (row: number, column: number, value: unknown) => void): void {
  const fits = Array.isArray(given) && given.length === area.block.rows && given.every((row) => Array.isArray(row) && row.length === area.block.columns);
  if (!fits) throw new OfficeError("InvalidArgument", "the values have another shape than the range");
  (given as unknown[][]).forEach((row, r) => row.forEach((value, c) => value !== null && write(area.block.row + r, area.block.column + c, value)));
}

function looked(area: Area, property: string, value: unknown): void {
  if (area.sheet.protected) throw new OfficeError("AccessDenied");
  area.sheet.looks.set(`${a1(area.block)} ${property}`, value);
  giveLook(area, property, value);
}

/** A part of a format: what is set on it is written down. */
const formatKind = (path: string, properties: readonly string[], more: Partial<Kind<Area>> = {}): Kind<Area> => ({
  name: path,
  sets: Object.fromEntries(properties.map((property) => [property, (area: Area, value: unknown) => looked(area, `${path}.${property}`, value)])),
  ...more,
});
const formatPart = (kind: Kind<Area>) => (context: Context, find: () => Area) => handle(context, kind, find);

/** Of a block: null where it holds for some cells and not for others. */
function ofAll(area: Area, holds: (key: string) => boolean): boolean | null {
  const all = each(area, (row, column) => holds(cellAt(row, column))).flat();
  return all.every(Boolean) ? true : all.some(Boolean) ? null : false;
}

const protectionOfCells: Kind<Area> = { name: "format.protection", loads: { locked: (area) => ofAll(area, (key) => !area.sheet.unlocked.has(key)) } };
const bordersKind: Kind<Area> = { name: "format.borders", gives: { getItem: (context, find, edge) => handle(context, formatKind(`format.borders.${String(edge)}`, ["style", "color"]), find) } };
const rangeFormat = formatKind("format", ["columnWidth", "rowHeight", "wrapText", "horizontalAlignment", "verticalAlignment"], {
  parts: {
    font: formatPart(formatKind("format.font", ["bold", "italic", "size", "color"])),
    fill: formatPart(formatKind("format.fill", ["color"], { acts: { clear: clearFill } })),
    borders: formatPart(bordersKind),
    protection: formatPart(protectionOfCells),
  },
});

const errorsIn = ({ book, sheet }: Area): Area[] =>
  [...sheet.cells].flatMap(([key, { formula }]) => {
    const block = blockOf(key);
    return formula !== undefined && block && /^#/.test(String(book.value(sheet, block.row, block.column))) ? [{ book, sheet, block }] : [];
  });

interface Areas {
  readonly areas: () => Area[];
}

function queued(context: Context, command: () => void): object {
  context.enqueue(command);
  return {};
}

/** The cell whose formula spills over a cell. */
function spillOver(sheet: Sheet, key: string): string | undefined {
  const cell = blockOf(key);
  return cell && [...sheet.spills].find(([, { row, column, rows, columns }]) => cell.row >= row && cell.row < row + rows && cell.column >= column && cell.column < column + columns)?.[0];
}

function entered(office: OfficeDouble, area: Area, given: unknown): void {
  office.changed(area.sheet, area.block);
  eachSet(area, given, (row, column, value) => area.book.enter(area.sheet, row, column, value));
}

/** The objects of Excel, as far as the adapter uses them. */
export function workbookKind(office: OfficeDouble): Kind<Book> {
  const rangeKind: Kind<Area> = {
    name: "range",
    loads: {
      values: (area) => each(area, (row, column) => area.book.value(area.sheet, row, column)),
      formulas: (area) => each(area, (row, column) => area.book.formula(area.sheet, row, column)),
      numberFormat: (area) => each(area, (row, column) => area.sheet.formats.get(cellAt(row, column)) ?? "General"),
      hasSpill: (area) => ofAll(area, (key) => spillOver(area.sheet, key) !== undefined),
      rowIndex: ({ block }) => block.row,
      columnIndex: ({ block }) => block.column,
      rowCount: ({ block }) => block.rows,
      columnCount: ({ block }) => block.columns,
    },
    sets: {
      values: (area, given) => entered(office, area, given),
      formulas: (area, given) => entered(office, area, given),
      numberFormat: (area, given) => eachSet(area, given, (row, column, value) => area.sheet.formats.set(cellAt(row, column), String(value))),
    },
    acts: {
      select: ({ book, sheet, block }) => book.select(sheet, [block]),
      merge: (area) => looked(area, "merged", true),
      setCellProperties,
    },
    parts: { format: formatPart(rangeFormat), conditionalFormats: (context, find) => handle(context, conditionalFormatsKind, find), worksheet: (context, find) => handle(context, sheetKind, () => find().sheet) },
    gives: {
      getCell: (context, find, row, column) =>
        handle(context, rangeKind, () => {
          const { block, ...area } = find();
          return { ...area, block: { row: block.row + Number(row), column: block.column + Number(column), rows: 1, columns: 1 } };
        }),
      getCellProperties: cellProperties,
      getSpillParentOrNullObject: (context, find) =>
        handle(context, rangeKind, () => {
          const area = find();
          if (area.block.rows * area.block.columns !== 1) throw new OfficeError("InvalidArgument");
          const parent = blockOf(spillOver(area.sheet, cellAt(area.block.row, area.block.column)) ?? "");
          return parent && { ...area, block: parent };
        }, true),
      getSpillingToRangeOrNullObject: (context, find) =>
        handle(context, rangeKind, () => {
          const area = find();
          const block = area.sheet.spills.get(cellAt(area.block.row, area.block.column));
          return block && { ...area, block };
        }, true),
      getSpecialCellsOrNullObject: (context, find, type, values) => {
        if (type !== "Formulas" || values !== "Errors") throw new Error("the double knows special cells with errors in formulas only");
        const wrong = () => errorsIn(find());
        return handle(context, areasKind, () => (wrong().length === 0 ? undefined : { areas: wrong }), true);
      },
    },
  };

  const areaListKind: Kind<Areas> = { name: "areas", items: (context, { areas }) => areas().map((area) => handle(context, rangeKind, () => area)) };
  const areasKind: Kind<Areas> = { name: "range areas", parts: { areas: (context, find) => handle(context, areaListKind, find) } };

  const sheetKind: Kind<Sheet> = {
    name: "worksheet",
    loads: { id: ({ id }) => id, name: ({ name }) => name, visibility: ({ visibility }) => visibility },
    sets: { visibility: (sheet, value) => (sheet.visibility = String(value)) },
    acts: {},
    parts: {
      protection: (context, find) => handle(context, { name: "worksheet.protection", loads: { protected: (sheet: Sheet) => sheet.protected } }, find),
      freezePanes: (context, find) => handle(context, freezePanesKind, find),
      pageLayout: (context, find) => handle(context, pageLayoutKind, find),
      charts: (context, find) => handle(context, chartsKind, find),
    },
    gives: {
      activate: (context, find) => queued(context, () => office.book.select(find(), [{ row: 0, column: 0, rows: 1, columns: 1 }])),
      delete: (context, find) => queued(context, () => office.delete(find())),
      getRange: (context, find, address) => {
        const block = address === undefined ? { row: 0, column: 0, rows: 1_048_576, columns: 16_384 } : blockOf(String(address));
        return handle(context, rangeKind, () => {
          if (!block || block.row + block.rows > 1_048_576 || block.column + block.columns > 16_384) throw new OfficeError("InvalidArgument");
          return { book: office.book, sheet: find(), block };
        });
      },
      getUsedRangeOrNullObject: (context, find) =>
        handle(context, rangeKind, () => {
          const block = office.book.used(find());
          return block && { book: office.book, sheet: find(), block };
        }, true),
    },
  };

  const event = (name: string) => (context: Context) => ({
    add(listener: Listener) {
      context.enqueue(() => office.listeners.add(entry));
      const entry = { name, listener };
      return { context, remove: () => context.enqueue(() => office.listeners.delete(entry)) };
    },
  });

  const worksheetsKind: Kind<Book> = {
    name: "worksheets",
    items: (context, book) => book.sheets.map(({ id }) => handle(context, sheetKind, () => book.find(id))),
    parts: { onChanged: event("changed"), onCalculated: event("calculated"), onAdded: event("added"), onDeleted: event("deleted") },
    gives: {
      getItem: (context, find, key) => handle(context, sheetKind, () => find().find(String(key))),
      getItemOrNullObject: (context, find, key) => handle(context, sheetKind, () => find().find(String(key)), true),
      add: (context, _, name) => {
        let added: Sheet | undefined;
        context.enqueue(() => (added = office.add(String(name))));
        return handle(context, sheetKind, () => added && office.book.find(added.id));
      },
    },
  };

  const named = nameKinds(office.book, rangeKind);

  const workbookKind: Kind<Book> = {
    name: "workbook",
    parts: {
      worksheets: (context, find) => handle(context, worksheetsKind, find),
      protection: (context, find) => handle(context, { name: "workbook.protection", loads: { protected: (book: Book) => book.structureProtected } }, find),
      application: (context, find) => handle(context, { name: "application", acts: { calculate: (_: Book, type) => office.calculations.push(String(type)), suspendApiCalculationUntilNextSync: () => undefined, suspendScreenUpdatingUntilNextSync: () => undefined } }, find),
      names: (context, find) => handle(context, named.names, find),
      tables: (context, find) => handle(context, named.tables, find),
      onSelectionChanged: event("selected"),
    },
    gives: {
      getSelectedRanges: (context, find) => handle(context, areasKind, () => ({ areas: () => find().selected.map((block) => ({ book: find(), sheet: find().active, block })) })),
    },
  };

  return workbookKind;
}
