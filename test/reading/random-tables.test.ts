import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PrintedDocument } from "../../src/reading/printed-document.ts";
import { readHtml } from "../../src/reading/html.ts";
import { readText } from "../../src/reading/text.ts";

/** A table as a person would write it down: a header of one or two levels, labels, and figures. */
interface Table {
  /** Groups of columns: the name over them, "" for none, and the names below. */
  readonly groups: readonly { readonly over: string; readonly names: readonly string[] }[];
  readonly rows: readonly (readonly string[])[];
}

const labels = ["电解铝", "氧化铝", "深加工产品", "其他业务", "山东地区", "云南地区", "房屋建筑物", "机器设备", "运输设备及其他", "在建工程", "应收账款", "存货"];
const periods = ["2025 年 5 月 31 日", "2024 年度", "2023 年度", "2022 年度"];
const names = ["金额", "占比", "数量", "单价", "账面余额", "坏账准备", "计提比例"];

const amount = fc.integer({ min: -999_999_99, max: 9_999_999_99 }).map((cents) => {
  const text = (Math.abs(cents) / 100).toFixed(2).replace(/\B(?=(?:\d{3})+\.)/g, ",");
  return cents < 0 ? `-${text}` : text;
});
const percent = fc.integer({ min: -5_000, max: 15_000 }).map((points) => `${(points / 100).toFixed(2)}%`);
const figure = fc.oneof({ weight: 6, arbitrary: amount }, { weight: 3, arbitrary: percent }, { weight: 1, arbitrary: fc.constant("-") });

const oneLevel = fc.subarray(periods, { minLength: 1 }).map((own) => own.map((name) => ({ over: "", names: [name] })));
const twoLevels = fc
  .tuple(fc.subarray(periods, { minLength: 1, maxLength: 3 }), fc.subarray(names, { minLength: 2, maxLength: 3 }))
  .map(([own, below]) => own.map((over) => ({ over, names: below })));

const tableOf = (blanks: boolean) =>
  fc.tuple(fc.oneof(oneLevel, twoLevels), fc.subarray(labels, { minLength: 2, maxLength: 8 })).chain(([groups, own]) => {
    const width = groups.flatMap((group) => group.names).length;
    const cell = blanks ? fc.oneof({ weight: 8, arbitrary: figure }, { weight: 1, arbitrary: fc.constant("") }) : figure;
    const full = fc.array(amount, { minLength: width, maxLength: width });
    const row = fc.array(cell, { minLength: width, maxLength: width }).filter((cells) => cells.some((text) => text !== "" && text !== "-"));
    const rows = fc.tuple(full, ...own.slice(1).map(() => row));
    return rows.map((figures): Table => ({ groups, rows: figures.map((cells, index) => [own[index] ?? "", ...cells]) }));
  });

const columns = ({ groups }: Table) => ["项目", ...groups.flatMap(({ over, names: below }) => below.map((name) => (over === "" ? name : `${over}/${name}`)))];
const hasLevels = ({ groups }: Table) => groups.some(({ over }) => over !== "");

const leaves = ({ groups }: Table) => groups.flatMap((group) => group.names);
const overs = ({ groups }: Table) => groups.flatMap(({ over, names: below }) => [over, ...below.slice(1).map(() => "")]);

function asTabs(table: Table): string {
  const head = hasLevels(table) ? [["项目", ...overs(table)], ["", ...leaves(table)]] : [["项目", ...leaves(table)]];
  return [...head, ...table.rows].map((cells) => cells.join("\t")).join("\n");
}

type Align = "left" | "right" | "centre";

/** Labels to the left, headers in the middle of their columns, figures where they are told; a Chinese character takes one or two columns. */
function asColumns(table: Table, align: Align, wide: 1 | 2): string {
  const display = (text: string) => [...text].reduce((sum, letter) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/.test(letter) ? wide : 1), 0);
  const space = (width: number) => " ".repeat(Math.max(0, Math.floor(width)));
  const padEnd = (text: string, width: number) => text + space(width - display(text));
  const centre = (text: string, width: number) => padEnd(space((width - display(text)) / 2) + text, width);
  const padded = { left: padEnd, centre, right: (text: string, width: number) => space(width - display(text)) + text }[align];
  const below = leaves(table);
  const widths = [0, ...below.keys()].map((_, column) => Math.max(column === 0 ? 6 : 0, ...table.rows.map((cells) => display(cells[column] ?? "")), display(["项目", ...below][column] ?? "")));
  let first = 1;
  const spans = table.groups.map(({ over, names: own }) => {
    const span = { over, from: first, to: first + own.length - 1 };
    first = span.to + 1;
    return span;
  });
  // A name wider than its columns would stand over its neighbours': the printer gives them room.
  for (const { over, from, to } of spans) {
    const room = widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0) + 3 * (to - from);
    if (display(over) > room) widths[to] = (widths[to] ?? 0) + display(over) - room;
  }
  const line = (cells: readonly string[]) => cells.map((text, column) => (column === 0 ? padEnd(text, widths[0] ?? 0) : padded(text, widths[column] ?? 0))).join("   ");
  const head = ["项目", ...below].map((text, column) => (column === 0 ? padEnd(text, widths[0] ?? 0) : centre(text, widths[column] ?? 0))).join("   ");
  const over = [padEnd("", widths[0] ?? 0), ...spans.map((span) => centre(span.over, widths.slice(span.from, span.to + 1).reduce((sum, width) => sum + width, 0) + 3 * (span.to - span.from)))].join("   ");
  return [...(hasLevels(table) ? [over] : []), head, ...table.rows.map(line)].map((text) => text.trimEnd()).join("\n");
}

const asWords = (table: Table) => [["项目", ...leaves(table).map((text) => text.replace(/\s/g, ""))], ...table.rows].map((cells) => cells.join(" ")).join("\n");

function asHtml(table: Table, tag: "td" | "th"): string {
  const cell = (text: string, attributes = "") => `<${tag}${attributes}>${text}</${tag}>`;
  const spanned = table.groups.map(({ over, names: own }) => cell(over, own.length > 1 ? ` colspan="${own.length}"` : ""));
  const head = hasLevels(table)
    ? `<tr>${cell("项目", ' rowspan="2"')}${spanned.join("")}</tr>\n<tr>${leaves(table).map((text) => cell(text)).join("")}</tr>`
    : `<tr>${["项目", ...leaves(table)].map((text) => cell(text)).join("")}</tr>`;
  const rows = table.rows.map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`);
  return `<p>情况如下：</p>\n<table border="1">\n${head}\n${rows.join("\n")}\n</table>`;
}

/** A document's only table as it was written down. */
function written({ tables, unread }: PrintedDocument) {
  return { columns: tables.map((table) => table.columns.map(({ name }) => name)), rows: tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text))), unread };
}

const itself = (table: Table) => ({ columns: [columns(table)], rows: [table.rows], unread: [] });

describe("a table that is printed and read again", () => {
  it("is itself, its cells parted by tabs", () => {
    fc.assert(fc.property(tableOf(true), (table) => void expect(written(readText(asTabs(table)))).toEqual(itself(table))), { numRuns: 300 });
  });

  it.each([["right", 2], ["right", 1], ["centre", 2], ["centre", 1], ["left", 2], ["left", 1]] as const)("is itself, in columns of spaces with figures to the %s and Chinese characters %i wide", (align, wide) => {
    // Two short rows can stand as straight in either width: how wide a character was is told by more of them.
    const tables = wide === 2 ? tableOf(true) : tableOf(false).filter(({ rows }) => rows.length > 3);
    fc.assert(fc.property(tables, (table) => void expect(written(readText(asColumns(table, align, wide)))).toEqual(itself(table))), { numRuns: 200 });
  });

  it("is itself, its cells parted by single spaces, where no cell is blank and its header has one level", () => {
    const table = tableOf(false).filter((candidate) => !hasLevels(candidate) && candidate.groups.length > 1);
    const unspaced = (candidate: Table) => ({ ...itself(candidate), columns: [columns(candidate).map((name) => name.replace(/\s/g, ""))] });
    fc.assert(fc.property(table, (candidate) => void expect(written(readText(asWords(candidate)))).toEqual(unspaced(candidate))), { numRuns: 200 });
  });

  it.each(["td", "th"] as const)("is itself in HTML with %s for its header", (tag) => {
    fc.assert(fc.property(tableOf(true), (table) => void expect(written(readHtml(asHtml(table, tag)))).toEqual(itself(table))), { numRuns: 300 });
  });

  it("is itself with the header printed again after a page break anywhere", () => {
    const broken = tableOf(true).chain((table) => fc.tuple(fc.constant(table), fc.integer({ min: 1, max: Math.max(1, table.rows.length - 1) })));
    fc.assert(
      fc.property(broken, ([table, at]) => {
        const lines = asTabs(table).split("\n");
        const head = lines.slice(0, lines.length - table.rows.length);
        const text = [...lines.slice(0, head.length + at), "", "7-1-12", "", ...head, ...lines.slice(head.length + at)].join("\n");
        expect(written(readText(text))).toEqual(itself(table));
      }),
      { numRuns: 200 },
    );
  });
});
