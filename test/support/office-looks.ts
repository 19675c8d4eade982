import { a1, type CellBlock } from "../../src/workbook/address.ts";
import { OfficeError, type Sheet } from "./office-book.ts";
import type { Context } from "./office-handle.ts";

interface Area {
  readonly sheet: Sheet;
  readonly block: CellBlock;
}

type Properties = { readonly [name: string]: Properties | string | number | boolean };

/** How a cell looks that nobody has given a look; Excel tells white for no fill. */
const plain: Properties = {
  font: { bold: false, italic: false, size: 11, color: "#000000" },
  fill: { color: "#FFFFFF", pattern: "None" },
  borders: { top: { style: "None", color: "#000000", weight: "Thin" }, bottom: { style: "None", color: "#000000", weight: "Thin" } },
  horizontalAlignment: "General",
  verticalAlignment: "Bottom",
  wrapText: false,
};

const cellsIn = ({ block }: Area) => Array.from({ length: block.rows }, (_, r) => Array.from({ length: block.columns }, (__, c) => a1({ row: block.row + r, column: block.column + c, rows: 1, columns: 1 })));

/** Writes down what a format was given, cell by cell: "format.borders.EdgeTop.style" is the style of the top border. */
export function giveLook(area: Area, property: string, value: unknown): void {
  if (!property.startsWith("format.") || /columnWidth|rowHeight/.test(property)) return;
  const path = property.slice("format.".length).replace("EdgeTop", "top").replace("EdgeBottom", "bottom");
  for (const cell of cellsIn(area).flat()) setAt(area.sheet, cell, path, value);
}

export function clearFill(area: Area): void {
  for (const cell of cellsIn(area).flat()) {
    area.sheet.cellLooks.get(cell)?.delete("fill.color");
    area.sheet.cellLooks.get(cell)?.delete("fill.pattern");
  }
}

function setAt(sheet: Sheet, cell: string, path: string, value: unknown): void {
  const looks = sheet.cellLooks.get(cell) ?? new Map<string, unknown>();
  sheet.cellLooks.set(cell, looks.set(path, value));
  if (path === "fill.color") looks.set("fill.pattern", "Solid");
  // No line has no colour.
  if (/style$/.test(path) && value === "None") for (const property of ["style", "color", "weight"]) looks.delete(path.replace(/\w+$/, property));
  // A line that is given a colour or a weight is drawn.
  if (/^borders\.\w+\.(color|weight)$/.test(path) && !looks.has(path.replace(/\w+$/, "style"))) looks.set(path.replace(/\w+$/, "style"), "Continuous");
}

/** What range.getCellProperties promises: its value comes with the next sync. */
export function cellProperties(context: Context, find: () => Area, options: unknown): object {
  let told: unknown;
  context.enqueue(() => {
    const area = find();
    const { format } = options as { readonly format: Properties };
    told = cellsIn(area).map((row) => row.map((cell) => ({ format: only(lookOf(area.sheet, cell), format) })));
  });
  return {
    get value() {
      if (told === undefined) throw new OfficeError("ValueNotLoaded", "cell properties need a sync");
      return told;
    },
  };
}

/** How a cell looks, every property of it. */
export function lookOf(sheet: Sheet, cell: string): Properties {
  const looks = sheet.cellLooks.get(cell);
  const with_ = (properties: Properties, path: string): Properties =>
    Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, typeof value === "object" ? with_(value, `${path}${name}.`) : ((looks?.get(path + name) as string | undefined) ?? value)]));
  return with_(plain, "");
}

function only(properties: Properties, asked: Properties): Properties {
  return Object.fromEntries(
    Object.entries(asked).flatMap(([name, of]) => {
      const value = properties[name];
      if (value === undefined) throw new Error(`the double knows no cell property ${name}`);
      // Borders are asked for once, for all sides.
      if (name === "borders") return [[name, value]];
      return [[name, typeof value === "object" && typeof of === "object" ? only(value, of) : value]];
    }),
  );
}

export function setCellProperties(area: Area, given: unknown): void {
  if (area.sheet.protected) throw new OfficeError("AccessDenied");
  const rows = given as readonly (readonly { readonly format?: Properties }[])[];
  const cells = cellsIn(area);
  if (rows.length !== cells.length || rows.some((row, r) => row.length !== cells[r]?.length)) throw new OfficeError("InvalidArgument");
  rows.forEach((row, r) => row.forEach(({ format = {} }, c) => flat(format).forEach(([path, value]) => setAt(area.sheet, cells[r]?.[c] ?? "", path, value))));
}

const flat = (properties: Properties, path = ""): [string, unknown][] =>
  Object.entries(properties).flatMap(([name, value]) => (typeof value === "object" ? flat(value, `${path}${name}.`) : [[path + name, value] as [string, unknown]]));
