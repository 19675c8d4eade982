import type { CellBlock } from "../../src/workbook/address.ts";
import { type Book, type NamedBlock, OfficeError } from "./office-book.ts";
import { type Context, handle, type Kind, modelOf } from "./office-handle.ts";
import type { Area } from "./office-kinds.ts";

/** The block a name stands for; undefined where its cells or its sheet are gone. */
function areaOf(book: Book, { sheet, block }: NamedBlock): Area | undefined {
  return block && book.sheets.includes(sheet) ? { book, sheet, block } : undefined;
}

/** The names and tables of the double. */
export function nameKinds(book: Book, rangeKind: Kind<Area>): { names: Kind<Book>; tables: Kind<Book> } {
  const range = (context: Context, find: () => NamedBlock, orNull: boolean) =>
    handle(
      context,
      rangeKind,
      () => {
        const named = orNull ? standing(find) : find();
        return named && areaOf(book, named);
      },
      orNull,
    );
  const nameKind: Kind<NamedBlock> = {
    name: "named item",
    loads: { name: ({ name }) => name, visible: ({ visible }) => visible, type: (named) => (areaOf(book, named) ? "Range" : "Error") },
    sets: { visible: (named, value) => (named.visible = value === true) },
    acts: { delete: (named) => book.names.splice(book.names.indexOf(named), 1) },
    gives: { getRangeOrNullObject: (context, find) => range(context, find, true) },
  };
  const tableKind: Kind<NamedBlock> = {
    name: "table",
    loads: { name: ({ name }) => name },
    gives: { getRange: (context, find) => range(context, find, false) },
  };
  return {
    names: {
      name: "names",
      items: (context) => book.names.map((named) => handle(context, nameKind, () => named)),
      gives: {
        getItemOrNullObject: (context, _, name) => handle(context, nameKind, () => book.named(String(name)), true),
        add: (context, _, name, reference) => {
          context.enqueue(() => {
            const { sheet, block } = modelOf<Area>(reference);
            book.name(String(name), sheet, block);
          });
          return handle(context, nameKind, () => book.named(String(name)));
        },
      },
    },
    tables: { name: "tables", items: (context) => book.tables.map((table) => handle(context, tableKind, () => table)) },
  };
}

/** As in Excel, what is asked of an object that is not there is not there either. */
function standing<M>(find: () => M): M | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof OfficeError && error.code === "ItemNotFound") return undefined;
    throw error;
  }
}

type Line = "row" | "column";

/** Where a block lies after lines have been put in before one, or taken out; undefined where all of it has been taken out. */
export function blockAfter(block: CellBlock, line: Line, at: number, count: number): CellBlock | undefined {
  const kept = Array.from({ length: block[`${line}s`] }, (_, index) => block[line] + index).flatMap((index) => lineAfter(index, at, count) ?? []);
  const [first, last] = [kept[0], kept.at(-1)];
  return first === undefined || last === undefined ? undefined : { ...block, [line]: first, [`${line}s`]: last - first + 1 };
}

/** Where a line lies after `count` lines have been put in before line `at`, or, where it is negative, taken out from there on. */
export function lineAfter(line: number, at: number, count: number): number | undefined {
  if (line < at) return line;
  return count < 0 && line < at - count ? undefined : line + count;
}
