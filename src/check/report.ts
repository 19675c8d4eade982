import { checked, type CheckOptions } from "./checked.ts";
import { type ExcerptLine, excerptOf, shownLines } from "./excerpt.ts";
import type { Coverage, Finding, Tail } from "./finding.ts";
import { contentOf } from "./ignored.ts";
import { type CheckSource, type NotRead, readSource } from "./source.ts";

/** What a check found, as the room shows it: plain objects, so that a worker can hand it over. */
export interface CheckReport {
  readonly findings: readonly ReportedFinding[];
  readonly tails: readonly Tail[];
  readonly coverage: Omit<Coverage, "leftOut">;
  /** The lines that took part in no check; the text is empty for a sheet, whose cells can be looked at. */
  readonly leftOut: readonly LeftOutLine[];
}

export interface ReportedFinding {
  readonly finding: Finding;
  /** What it is known again by when the same is checked once more. */
  readonly content: string;
  /** The lines around it; none for a sheet. */
  readonly excerpt: readonly ExcerptLine[];
}

export type LeftOutLine = Coverage["leftOut"][number] & { readonly text: string };

const longest = 160;

/** Reads a source and checks it. */
export async function reportOf(source: CheckSource, options?: CheckOptions): Promise<CheckReport | NotRead> {
  const read = readSource(source);
  if (typeof read === "string") return read;
  const { findings, tails, coverage } = await checked(read.document, options);
  if (coverage.figures === 0) return "empty";
  const isSheet = source.kind === "cells";
  const lines = isSheet ? () => [] : shownLines(read);
  const { leftOut, ...counts } = coverage;
  return {
    findings: findings.map((finding) => ({ finding, content: contentOf(finding), excerpt: excerptOf(finding, lines) })),
    tails,
    coverage: counts,
    leftOut: leftOut.map((left) => ({ ...left, text: lines(left.line).map(({ text }) => text.trim()).join("  ").slice(0, longest) })),
  };
}
