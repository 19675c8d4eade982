import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { LineRange, PrintedCell, PrintedDocument, PrintedRow, PrintedTable } from "../../src/reading/printed-document.ts";
import { readText } from "../../src/reading/text.ts";
import { excerpts, type FilingTable } from "./filing-tables.cases.ts";

const textOf = (file: string) => readFileSync(`test/reading/filings/${file}`, "utf8");

function asTyped(table: PrintedTable, firstLine: number): FilingTable {
  const line = (number: number) => number + firstLine - 1;
  const range = ({ first, last }: LineRange) => `${line(first)}–${line(last)}`;
  const row = ({ lines, kind, section, cells }: PrintedRow) => {
    const [first, last] = [line(Math.min(...lines)), line(Math.max(...lines))];
    return [`${first === last ? first : `${first}–${last}`}${kind === "item" ? "" : ` ${kind}`}`, section?.text ?? "", ...cells.map(({ text }) => text)].join(" | ");
  };
  const remarks = [...table.repeated, ...table.doubts].map(({ why, lines }) => `${why} ${range(lines)}`);
  return {
    lines: [line(table.lines.first), line(table.lines.last)],
    ...(table.unit ? { unit: table.unit.text } : {}),
    ...(table.title ? { title: table.title.text } : {}),
    columns: table.columns.map(({ name }) => name),
    rows: table.rows.map(row),
    ...(remarks.length > 0 ? { remarks } : {}),
  };
}

function cellsOf({ tables }: PrintedDocument): readonly PrintedCell[] {
  return tables.flatMap(({ rows, sections }) => [...rows.flatMap(({ cells }) => cells), ...sections]).filter(({ merged }) => merged === undefined);
}

describe("the tables of filings", () => {
  it.each(excerpts)("$what", ({ file, firstLine, tables }) => {
    const document = readText(textOf(file));
    expect(document.tables.map((table) => asTyped(table, firstLine))).toEqual(tables);
    expect(document.unread).toEqual([]);
  });

  it.each(excerpts)("hold each cell as it stands at its place: $file", ({ file }) => {
    const lines = textOf(file).split("\n");
    for (const cell of cellsOf(readText(textOf(file)))) {
      const parts = cell.places.map(({ line, start, end }) => (lines[line - 1] ?? "").slice(start, end));
      expect(parts.join("").replace(/\s/g, "")).toBe(cell.text.replace(/\s/g, ""));
    }
  });

  it.each(excerpts)("leave no figure out without saying so: $file", ({ file }) => {
    const document = readText(textOf(file));
    const told = [...document.unread, ...document.tables.flatMap(({ repeated }) => repeated)].map(({ lines }) => lines);
    const read = [...cellsOf(document).flatMap(({ places }) => places), ...document.paragraphs.flatMap(({ pieces }) => pieces.map(({ place }) => place))];
    const figures = textOf(file).split("\n").flatMap((text, index) => [...text.matchAll(/(?<=^|\s)-?\d[\d,]*(?:\.\d+%?|,\d{3}|%)(?=\s|$)/g)].map((match) => ({ text: match[0], line: index + 1, start: match.index })));
    const missing = figures.filter(({ line, start }) => !told.some(({ first, last }) => first <= line && line <= last) && !read.some((place) => place.line === line && place.start <= start && start < place.end));
    expect(missing).toEqual([]);
    expect(figures.length).toBeGreaterThan(5);
  });
});
