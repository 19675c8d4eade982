import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type CheckReport, reportOf } from "../../src/check/report.ts";
import type { CheckSource } from "../../src/check/source.ts";

const rows = [
  ["账龄", "2025年5月末", "2024年末", "2023年末"],
  ["1年以内", "68,405.12", "63,450.55", "61,118.40"],
  ["1至2年", "1,204.50", "980.25", "1,466.03"],
  ["2至3年", "356.77", "402.10", "390.66"],
  ["合计", "69,966.39", "64,382.90", "62,975.09"],
];
const plain = `各期末应收账款账龄如下：\n\n单位：万元\n\n${rows.map((cells) => cells.join("\t")).join("\n")}\n`;
const html = `<p>各期末应收账款账龄如下：</p>\n<p>单位：万元</p>\n<table>\n${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("\n")}\n</table>`;
const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const word = zipSync({
  "word/document.xml": strToU8(`<w:document><w:body><w:p><w:r><w:t>单位：万元</w:t></w:r></w:p><w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join("")}</w:tr>`).join("")}</w:tbl></w:body></w:document>`),
});
const file = (name: string, bytes: Uint8Array): CheckSource => ({ kind: "file", name, bytes });

async function reported(source: CheckSource): Promise<CheckReport> {
  const report = await reportOf(source);
  if (typeof report === "string") throw new Error(report);
  return report;
}

describe("the same table from every source", () => {
  it.each<[string, CheckSource, number]>([
    ["pasted text", { kind: "text", text: plain }, 9],
    ["a text file", file("reply.txt", new TextEncoder().encode(plain)), 9],
    ["a text file in UTF-16", file("reply.TXT", new Uint8Array([0xff, 0xfe, ...[...plain].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8])])), 9],
    ["a web page", file("reply.html", new TextEncoder().encode(html)), 8],
    ["a Word document", file("reply.docx", word), 6],
    ["a sheet", { kind: "cells", cells: { row: 0, column: 0, values: [["单位：万元"], ...rows.map((cells) => cells.map((text) => (/^[\d,.]+$/.test(text) ? Number(text.replaceAll(",", "")) : text)))] } }, 6],
  ])("%s: the transposed total is found", async (_, source, line) => {
    const { findings } = await reported(source);
    expect(findings.map(({ finding }) => [finding.figure.text, finding.expected, finding.difference, finding.figure.places[0]?.line])).toEqual([["64,382.90", "64,832.90", "transposition", line]]);
  });
});

describe("the lines around a finding", () => {
  const marked = ({ findings: [first] }: CheckReport) => first?.excerpt.map(({ line, parts }) => `${line} ${parts.map(({ text, mark }) => (mark === "figure" ? `[[${text}]]` : mark ? `[${text}]` : text)).join("")}`);

  it("mark the suspected figure and those it follows from", async () => {
    expect(marked(await reported({ kind: "text", text: plain }))).toEqual([
      "6 1年以内\t68,405.12\t[63,450.55]\t61,118.40",
      "7 1至2年\t1,204.50\t[980.25]\t1,466.03",
      "8 2至3年\t356.77\t[402.10]\t390.66",
      "9 合计\t69,966.39\t[[64,382.90]]\t62,975.09",
    ]);
  });

  it("show the words of a web page, not its marks", async () => {
    expect(marked(await reported(file("reply.htm", new TextEncoder().encode(html))))?.at(-1)).toBe("8 合计  69,966.39  [[64,382.90]]  62,975.09");
  });

  it("are none for a sheet, whose cells are shown themselves", async () => {
    const values = rows.map((cells) => [...cells]);
    expect((await reported({ kind: "cells", cells: { row: 0, column: 0, values } })).findings[0]?.excerpt).toEqual([]);
  });
});

describe("what cannot be read", () => {
  it.each<[string, CheckSource, string]>([
    ["a PDF", file("reply.pdf", strToU8("%PDF-1.7")), "pdf"],
    ["an old Word document", file("reply.doc", new Uint8Array([0xd0, 0xcf])), "kind"],
    ["a damaged Word document", file("reply.docx", strToU8("not a zip")), "damaged"],
    ["a text without figures", { kind: "text", text: "无需回复。" }, "empty"],
    ["an empty sheet", { kind: "cells", cells: { row: 0, column: 0, values: [] } }, "empty"],
  ])("%s is said to be so", async (_, source, why) => {
    expect(await reportOf(source)).toBe(why);
  });
});

describe("a finding on the same figures", () => {
  it("is known again when lines are added above it, and is another once a figure has changed", async () => {
    const content = async (text: string) => (await reported({ kind: "text", text })).findings.map((each) => each.content);
    const [first] = await content(plain);
    expect(await content(`一、补充说明\n\n${plain}`)).toEqual([first]);
    expect(await content(plain.replace("64,382.90", "64,328.90"))).not.toContain(first);
  });
});
