import { answer, AnsweredError, type Naming } from "../../src/functions/answer.ts";
import { catalogue } from "../../src/functions/catalogue.ts";
import type { WorksheetFunction } from "../../src/functions/define.ts";
import { blockOf } from "../../src/workbook/address.ts";
import type { CellValue, SheetPlan } from "../../src/workbook/port.ts";

const functions = new Map<string, WorksheetFunction>(catalogue.map((fn) => [`HEADROOM.${fn.id}`, fn]));

/**
 * The values of a laid-out sheet, its formulas worked out without a host: calls of the catalogue,
 * references, texts, numbers and + − × ÷. Enough to see that every formula of a sample points at the
 * cells it means; how a real engine reads the same sheet is tested elsewhere. Words are left as their
 * terms unless they are to be named.
 */
export function valuesOf(plan: SheetPlan, name: Naming = (term) => term): (row: number, column: number) => CellValue {
  const found = new Map<string, CellValue>();
  const formulas: { row: number; column: number; formula: string }[] = [];
  plan.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (cell?.formula !== undefined) formulas.push({ row, column, formula: cell.formula });
      else if (cell?.value !== undefined) found.set(`${row},${column}`, cell.value);
    }),
  );
  const valueAt = (row: number, column: number) => found.get(`${row},${column}`) ?? null;
  // Each pass brings a formula nearer to its inputs; a chain is never longer than there are formulas.
  for (let before = ""; before !== JSON.stringify([...found]); ) {
    before = JSON.stringify([...found]);
    for (const { row, column, formula } of formulas) {
      grid(new Reader(formula.slice(1), valueAt, name).whole()).forEach((cells, r) => cells.forEach((value, c) => found.set(`${row + r},${column + c}`, value)));
    }
  }
  return valueAt;
}

type Value = CellValue | CellValue[][];
const grid = (value: Value): CellValue[][] => (Array.isArray(value) ? value : [[value]]);

class Reader {
  private readonly tokens: readonly string[];
  private readonly valueAt: (row: number, column: number) => CellValue;
  private readonly name: Naming;
  private next = 0;

  constructor(formula: string, valueAt: (row: number, column: number) => CellValue, name: Naming) {
    this.tokens = formula.match(/"[^"]*"|[A-Z]+(?:\.[A-Z]+)+|\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|[A-Z]+(?=\()|\d+(?:\.\d+)?%?|[-+*/(),]/g) ?? [];
    if (this.tokens.join("") !== formula) throw new Error(`cannot read =${formula}`);
    this.valueAt = valueAt;
    this.name = name;
  }

  whole(): Value {
    const value = this.sum();
    if (this.next < this.tokens.length) throw new Error(`cannot read on at ${this.tokens[this.next]}`);
    return value;
  }

  private sum(): Value {
    let left = this.product();
    while (this.peek() === "+" || this.peek() === "-") left = this.take() === "+" ? number(left) + number(this.product()) : number(left) - number(this.product());
    return left;
  }

  private product(): Value {
    let left = this.atom();
    while (this.peek() === "*" || this.peek() === "/") left = this.take() === "*" ? number(left) * number(this.atom()) : number(left) / number(this.atom());
    return left;
  }

  private atom(): Value {
    const token = this.take();
    if (token === "-") return -number(this.atom());
    if (token === "(") return this.until(this.sum());
    if (token.startsWith('"')) return token.slice(1, -1);
    if (/^\d/.test(token)) return token.endsWith("%") ? Number(token.slice(0, -1)) / 100 : Number(token);
    if (this.peek() === "(") return this.call(token);
    const block = blockOf(token);
    if (!block) throw new Error(`${token} is no reference`);
    const cells = Array.from({ length: block.rows }, (_, r) => Array.from({ length: block.columns }, (_, c) => this.valueAt(block.row + r, block.column + c)));
    return cells.length === 1 && cells[0]?.length === 1 ? (cells[0][0] ?? null) : cells;
  }

  private call(name: string): Value {
    this.take();
    const given: Value[] = [];
    for (let more = this.peek() !== ")"; more; more = this.peek() === ",") {
      if (given.length > 0) this.take();
      given.push(this.peek() === "," || this.peek() === ")" ? null : this.sum());
    }
    this.until(null);
    if (name === "SUM") return given.flatMap(grid).flat().reduce<number>((total, value) => total + number(value), 0);
    if (name === "MIN") return Math.min(...given.flatMap(grid).flat().map(number));
    const fn = functions.get(name);
    if (!fn) throw new Error(`no function ${name}`);
    const result = answer(fn, given.map((value) => (value === null ? undefined : grid(value))), this.name);
    const shown = (cell: number | string | boolean | AnsweredError) => (cell instanceof AnsweredError ? cell.literal : cell);
    return result instanceof AnsweredError ? result.literal : result.map((cells) => cells.map(shown));
  }

  private until(value: Value): Value {
    if (this.take() !== ")") throw new Error("a bracket is missing");
    return value;
  }

  private peek(): string | undefined {
    return this.tokens[this.next];
  }

  private take(): string {
    const token = this.tokens[this.next++];
    if (token === undefined) throw new Error("a formula ends too soon");
    return token;
  }
}

function number(value: Value): number {
  const cell = grid(value)[0]?.[0] ?? null;
  if (typeof cell === "string" && cell.startsWith("#")) return Number.NaN;
  return Number(cell ?? 0);
}
