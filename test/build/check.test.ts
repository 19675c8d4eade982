import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "headroom-check-"));
afterAll(() => rmSync(folder, { recursive: true }));

function check(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["src/build/check.mjs", ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const rows = [
  ["项目", "2025 年度", "2024 年度", "2023 年度"],
  ["短期借款", "2,081,599.85", "1,977,791.55", "1,678,284.08"],
  ["长期借款", "821,922.98", "695,179.58", "311,291.48"],
];
const right = [...rows, ["合计", "2,903,522.83", "2,672,971.13", "1,989,575.56"]];
const wrong = [...rows, ["合计", "2,903,522.83", "2,672,971.13", "1,989,755.56"]];
const text = (table: readonly (readonly string[])[]) => `单位：万元\n\n${table.map((row) => row.join("\t")).join("\n")}\n`;

/** A Word document with a paragraph and a table, its first head merged over two rows. */
function docx(table: readonly (readonly string[])[]): Uint8Array {
  const paragraph = (words: string) => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
  const cell = (words: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(words)}</w:tc>`;
  const [head = [], ...body] = table;
  const heads = [
    `<w:tr>${cell(head[0] ?? "", '<w:vMerge w:val="restart"/>')}${cell("金额", '<w:gridSpan w:val="3"/>')}</w:tr>`,
    `<w:tr>${cell("", "<w:vMerge/>")}${head.slice(1).map((words) => cell(words)).join("")}</w:tr>`,
  ];
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph("单位：万元")}<w:tbl>${heads.join("")}${body.map((row) => `<w:tr>${row.map((words) => cell(words)).join("")}</w:tr>`).join("")}</w:tbl></w:body></w:document>`;
  return zipSync({ "word/document.xml": strToU8(xml) });
}

describe("npm run check", { timeout: 60_000 }, () => {
  it("prints each difference with file and line, and ends with 1", () => {
    const file = fileOf("wrong.txt", text(wrong));
    const { status, stdout } = check(file, "--language=en-US");
    expect(status).toBe(1);
    expect(stdout.split("\n")[0]).toBe(
      `${file}:6: [high confidence] digits transposed: “1,989,755.56” (合计 · 2023 年度): by the sum from “1,678,284.08” (line 4), “311,291.48” (line 5), a rule that holds in 2 other places, it should be 1,989,575.56; two neighbouring digits are exchanged.`,
    );
  });

  it("says it in Chinese", () => {
    const { stdout } = check(fileOf("wrong.txt", text(wrong)), "--language=zh-CN");
    expect(stdout).toContain("列示“1,989,755.56”（合计 · 2023 年度），按加总重新计算应为 1,989,575.56，依据第 4 行“1,678,284.08”、第 5 行“311,291.48”，而同一关系在其他 2 处成立；相邻两位数字颠倒。");
  });

  it("ends with 0 where every figure holds, and says how many were checked", () => {
    const { status, stdout } = check(fileOf("right.txt", text(right)), "--language=en-US");
    expect(stdout).toContain("No differences");
    expect(stdout).toContain("9 of 9 figures (100.0%)");
    expect(status).toBe(0);
  });

  it("prints JSON with codes, places, sentence and coverage", () => {
    const { status, stdout } = check(fileOf("wrong.html", `<table>${wrong.map((row) => `<tr>${row.map((words) => `<td>${words}</td>`).join("")}</tr>`).join("\n")}</table>`), "--json");
    const { findings, coverage } = JSON.parse(stdout) as { findings: { line: number; difference: string; rule: string; expected: string; sentence: string }[]; coverage: { figures: number; checked: number } };
    expect(status).toBe(1);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ line: 4, difference: "transposition", rule: "sum", expected: "1,989,575.56" });
    expect(coverage).toMatchObject({ figures: 9, checked: 9 });
  });

  it("reads a Word document with merged heads", () => {
    const { status, stdout } = check(fileOf("wrong.docx", docx(wrong)), "--language=en-US");
    expect(status).toBe(1);
    expect(stdout).toContain("it should be 1,989,575.56");
    expect(check(fileOf("right.docx", docx(right))).status).toBe(0);
  });

  it.each<[string, () => string, RegExp]>([
    ["a PDF, saying what to do", () => fileOf("a.pdf", "%PDF-1.7"), /is a PDF.*save it as \.docx/],
    ["a damaged Word document", () => fileOf("a.docx", "no zip"), /damaged/],
    ["a file that is not there", () => join(folder, "nowhere.txt"), /There is no file/],
    ["a file of another kind", () => fileOf("a.xls", "x"), /cannot be read/],
    ["a text without figures", () => fileOf("words.txt", "没有数据。\n"), /No figures/],
  ])("ends with 2 for %s", (_what, file, sentence) => {
    const { status, stderr, stdout } = check(file(), "--language=en-US");
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(stdout).toBe("");
  });
});
