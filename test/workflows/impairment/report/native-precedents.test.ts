import { describe, expect, it } from "vitest";
import { workpaperTexts } from "../../../../src/locales/workpaper-texts.ts";
import { a1, blockOf } from "../../../../src/workbook/address.ts";
import type { CellPlan, SheetPlan } from "../../../../src/workbook/port.ts";
import type { Paper } from "../../../../src/workflows/impairment/report/paper.ts";
import { placed } from "../../../../src/workflows/impairment/report/placement.ts";
import { columns } from "../../../../src/workflows/impairment/report/sheet.ts";
import { workpaper } from "../../../../src/workflows/impairment/report/workpaper.ts";
import { complete } from "../finding-cases.ts";
import { randomBook } from "./random-book.ts";
import { at } from "./written-book.ts";

/** Functions that Excel and LibreOffice have, of those a workpaper may use. */
const native = new Set(["ABS", "AND", "COUNT", "COUNTIF", "IF", "INT", "ISERROR", "MAX", "MIN", "N", "NA", "NPV", "ROUND", "SUM", "SUMIF", "SUMPRODUCT", "TEXT"]);

interface Cell {
  readonly sheet: SheetPlan;
  readonly row: number;
  readonly plan: CellPlan;
}

const reference = /(?:(?:'((?:[^']|'')*)'|([^\s'!+\-*/^&=<>(),:]+))!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\w(])/g;
const unquoted = (formula: string) => formula.replace(/"(?:[^"]|"")*"/g, '""');
const key = (sheet: string, row: number, column: number) => `${sheet}!${a1({ row, column, rows: 1, columns: 1 })}`;

/** The cells a formula reads, those of blocks one by one. */
function precedents(formula: string, own: string): readonly string[] {
  return [...unquoted(formula).matchAll(reference)].flatMap(([, quotedSheet, plainSheet, address = ""]) => {
    const block = blockOf(address.replaceAll("$", ""));
    if (!block) throw new Error(`${address} is no address`);
    const sheet = quotedSheet?.replaceAll("''", "'") ?? plainSheet ?? own;
    return Array.from({ length: block.rows * block.columns }, (_, index) => key(sheet, block.row + Math.floor(index / block.columns), block.column + (index % block.columns)));
  });
}

function cellsOf(sheets: readonly SheetPlan[]): ReadonlyMap<string, Cell> {
  return new Map(sheets.flatMap((sheet) => sheet.rows.flatMap((cells, row) => cells.flatMap((plan, column) => (plan ? [[key(sheet.name, row, column), { sheet, row, plan }] as const] : [])))));
}

/** All that a cell rests on, itself included, down to what is no formula. */
function restsOn(start: readonly string[], cells: ReadonlyMap<string, Cell>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const cell = cells.get(name);
    if (cell?.plan.formula) open.push(...precedents(cell.plan.formula, cell.sheet.name));
  }
  return reached;
}

const papers: readonly (readonly [string, () => Pick<Paper, "test" | "inputs" | "evaluation">])[] = [["a whole test", () => complete().book], ...Array.from({ length: 15 }, (_, seed) => [`test ${seed + 1}`, () => randomBook(seed + 1)] as const)];

describe("what the figures of a workpaper rest on", () => {
  it.each(papers)("is native to the last formula, and for result, allocation and conclusion no value that was found: %s", (_, made) => {
    const { test, inputs, evaluation } = made();
    const sheets = placed(workpaper({ test, inputs, evaluation, texts: workpaperTexts, at }), new Map(), []).changes.sheets ?? [];
    const cells = cellsOf(sheets);
    const formulas = [...cells.values()].flatMap(({ plan }) => plan.formula ?? []);
    const used = new Set(formulas.flatMap((formula) => [...unquoted(formula).matchAll(/([A-Z][A-Z0-9._]*)\(/gi)].map(([, name = ""]) => name)));
    expect([...used].filter((name) => !native.has(name))).toEqual([]);

    const texts = workpaperTexts[test.frame.language];
    const found = new Set([...cells].filter(([, { sheet, row, plan }]) => typeof plan.value === "number" && sheet.rows[row]?.[columns.source]?.value === texts.foundAt(at)).map(([name]) => name));
    const markOf = ({ sheet, row }: Cell) => String(sheet.rows[row]?.[columns.mark]?.value);
    const named = (sheet: SheetPlan, role: "result" | "allocation" | "cover" | "disclosure") => sheet.name.startsWith(texts.sheets[role]);
    const decisive = [...cells].filter(([, cell]) => {
      if (cell.plan.formula === undefined) return false;
      return named(cell.sheet, "result") || named(cell.sheet, "allocation") || (named(cell.sheet, "cover") && /conclusion/.test(markOf(cell))) || (named(cell.sheet, "disclosure") && /\.(carrying|recoverable|loss|basis)$/.test(markOf(cell)));
    });
    expect([found.size > 0, decisive.length > 30]).toEqual([true, true]);
    const reached = restsOn(decisive.map(([name]) => name), cells);
    expect([...found].filter((name) => reached.has(name))).toEqual([]);
    // What is reached and stands outside the workpaper are linked cells alone.
    const own = new Set(sheets.map(({ name }) => name));
    const linked = new Set([...inputs.values()].flatMap((block) => (block ? block.cells.flatMap((line, r) => line.map((_value, c) => key(block.range.sheet, block.range.row + r, block.range.column + c))) : [])));
    expect([...reached].filter((name) => !cells.has(name) && !linked.has(name) && !own.has(name.slice(0, name.lastIndexOf("!"))))).toEqual([]);
  });
});
