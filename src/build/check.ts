import { readFileSync } from "node:fs";
import { checked } from "../check/checked.ts";
import type { CheckResult, FigureRef } from "../check/finding.ts";
import { readSource } from "../check/source.ts";
import { type CheckTexts, checkTexts } from "../locales/check-texts.ts";
import type { PrintedDocument } from "../reading/printed-document.ts";

const none = 0;
const some = 1;
const notRead = 2;

/** `npm run check -- FILE`: what the Check room finds, as text or JSON. Returns the exit status: 0 no difference, 1 differences, 2 not read. */
export async function check(args: readonly string[]): Promise<number> {
  const options = new Set(args.filter((arg) => arg.startsWith("--")));
  const [file] = args.filter((arg) => !arg.startsWith("--"));
  const asked = [...options].find((option) => option.startsWith("--language="))?.slice("--language=".length) ?? process.env["LANG"] ?? "";
  const texts = checkTexts[/^zh/i.test(asked) ? "zh-CN" : "en-US"];
  if (file === undefined) return refused(texts.usage);
  const document = documentIn(file, texts);
  if (typeof document === "string") return refused(document);
  const result = await checked(document, { onProgress: (done, of) => progress(texts, done / of) });
  progress(texts, undefined);
  if (result.coverage.figures === 0) return refused(texts.notRead.empty(file));
  process.stdout.write(options.has("--json") ? json(file, result, texts) : text(file, result, texts, options));
  return result.findings.length === 0 ? none : some;
}

function refused(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return notRead;
}

/** The document in a file, or the sentence that says why there is none. */
function documentIn(file: string, texts: CheckTexts): PrintedDocument | string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return texts.notRead.missing(file);
  }
  const read = readSource({ kind: "file", name: file, bytes });
  return typeof read === "string" ? texts.notRead[read](file) : read.document;
}

function progress(texts: CheckTexts, part: number | undefined): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(part === undefined ? "\r\u001b[K" : `\r${texts.progress(`${Math.round(part * 100)}%`)}`);
}

const lineOf = (figure: FigureRef) => figure.places[0]?.line ?? 0;

function text(file: string, { findings, tails, coverage }: CheckResult, texts: CheckTexts, options: ReadonlySet<string>): string {
  const place = (figure: FigureRef) => texts.line(lineOf(figure));
  const percent = `${((100 * coverage.checked) / coverage.figures).toFixed(1)}%`;
  const lines = [
    ...findings.map((finding) => `${file}:${lineOf(finding.figure)}: [${texts.confidences[finding.confidence]}] ${texts.differences[finding.difference]}: ${texts.sentence(finding, place)}`),
    texts.summary(findings.length, tails.length),
    texts.coverage(coverage.checked, coverage.figures, percent),
  ];
  for (const why of ["unread", "no-relation", "not-matched"] as const) {
    const left = coverage.leftOut.filter((each) => each.why === why);
    if (left.length === 0) continue;
    lines.push(`  ${texts.leftOut[why](left.length, left.reduce((sum, { figures }) => sum + figures, 0))}`);
    if (options.has("--left-out")) lines.push(`    ${texts.listed}: ${ranges(left.map(({ line }) => line))}`);
  }
  if (options.has("--tails")) lines.push(...tails.map(({ figure, expected, rule }) => `${file}:${lineOf(figure)}: ${figure.text} ~ ${expected} (${texts.rules[rule]})`));
  return `${lines.join("\n")}\n`;
}

/** 3, 4, 5, 9 as 3–5, 9. */
function ranges(lines: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && line <= last[1] + 1) last[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(", ");
}

function json(file: string, { findings, tails, coverage }: CheckResult, texts: CheckTexts): string {
  const place = (figure: FigureRef) => texts.line(lineOf(figure));
  return `${JSON.stringify({ file, findings: findings.map((finding) => ({ line: lineOf(finding.figure), ...finding, sentence: texts.sentence(finding, place) })), tails: tails.map((tail) => ({ line: lineOf(tail.figure), ...tail })), coverage }, undefined, 2)}\n`;
}
