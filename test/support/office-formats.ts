import type { CellBlock } from "../../src/workbook/address.ts";
import { OfficeError, type Sheet } from "./office-book.ts";
import { type Context, handle, type Kind } from "./office-handle.ts";

/** A conditional format with a formula, or of another type. */
export interface ConditionalFormat {
  block: CellBlock;
  readonly type: string;
  formula: string;
  fill: string;
  priority: number;
}

interface Area {
  readonly sheet: Sheet;
  readonly block: CellBlock;
}

interface OnSheet {
  readonly sheet: Sheet;
  readonly format: ConditionalFormat;
}

const overlap = (a: CellBlock, b: CellBlock) => a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;

function part<M extends object>(kind: Kind<M>) {
  return (context: Context, find: () => M) => handle(context, kind, find);
}

function changeable(sheet: Sheet): void {
  if (sheet.protected) throw new OfficeError("AccessDenied");
}

const fillKind: Kind<OnSheet> = { name: "conditional fill", sets: { color: ({ format }, value) => (format.fill = String(value)) } };
const ruleKind: Kind<OnSheet> = { name: "conditional rule", loads: { formula: ({ format }) => format.formula }, sets: { formula: ({ format }, value) => (format.formula = String(value)) } };
const customKind: Kind<OnSheet> = {
  name: "custom conditional format",
  parts: { rule: part(ruleKind), format: part({ name: "conditional range format", parts: { fill: part(fillKind) } }) },
};

const formatKind: Kind<OnSheet> = {
  name: "conditional format",
  loads: { type: ({ format }) => format.type, priority: ({ format }) => format.priority },
  sets: { priority: ({ format }, value) => (format.priority = Number(value)) },
  acts: {
    delete: ({ sheet, format }) => {
      changeable(sheet);
      sheet.conditionalFormats.splice(sheet.conditionalFormats.indexOf(format), 1);
    },
  },
  parts: {
    custom: (context, find) =>
      handle(context, customKind, () => {
        const found = find();
        if (found.format.type !== "Custom") throw new OfficeError("InvalidArgument");
        return found;
      }),
  },
};

/** The conditional formats that overlap a block. */
export const conditionalFormatsKind: Kind<Area> = {
  name: "conditional formats",
  items: (context, { sheet, block }) => sheet.conditionalFormats.filter((format) => overlap(format.block, block)).map((format) => handle(context, formatKind, () => (sheet.conditionalFormats.includes(format) ? { sheet, format } : undefined))),
  gives: {
    add: (context, find, type) => {
      let added: OnSheet | undefined;
      context.enqueue(() => {
        context.host.obstruct("conditionalFormats.add");
        const { sheet, block } = find();
        changeable(sheet);
        added = { sheet, format: { block, type: String(type), formula: "", fill: "", priority: sheet.conditionalFormats.length } };
        sheet.conditionalFormats.push(added.format);
      });
      return handle(context, formatKind, () => added);
    },
  },
};

/** What a person sees a cell filled with for a condition; conditions with a formula of constants hold. */
export function conditionalFill({ conditionalFormats }: Sheet, cell: CellBlock): string | undefined {
  const [first] = conditionalFormats.filter(({ block, fill }) => fill !== "" && overlap(block, cell)).sort((a, b) => a.priority - b.priority);
  return first?.fill;
}

/** How a sheet is printed. */
export const pageLayoutKind: Kind<Sheet> = {
  name: "pageLayout",
  sets: { orientation: ({ page }, value) => page.set("orientation", value), zoom: ({ page }, value) => page.set("zoom", value) },
  acts: {
    setPrintTitleRows: ({ page }, rows) => {
      if (!/^\$\d+:\$\d+$/.test(String(rows))) throw new OfficeError("InvalidArgument");
      page.set("title rows", rows);
    },
  },
};

const frozen = (name: string, count: (given: unknown) => [number, number]) => ({ [name]: ({ page }: Sheet, given: unknown) => page.set("frozen", count(given)) });

/** The frozen rows and columns of a sheet. */
export const freezePanesKind: Kind<Sheet> = {
  name: "freezePanes",
  acts: {
    ...frozen("freezeRows", (rows) => [Number(rows), 0]),
    ...frozen("freezeColumns", (columns) => [0, Number(columns)]),
    ...frozen("freezeAt", (address) => {
      const [, last] = /^A1:([A-Z]+\d+)$/.exec(String(address)) ?? [];
      if (last === undefined) throw new OfficeError("InvalidArgument");
      return [Number(last.replace(/\D/g, "")), [...last.replace(/\d/g, "")].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)];
    }),
  },
};
