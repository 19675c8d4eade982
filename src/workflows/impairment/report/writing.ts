import type { Workbook, WritingRun, Written } from "../../../workbook/port.ts";
import { fingerprintOf } from "../fingerprint.ts";
import type { Report } from "../state.ts";
import { type SheetRole, sheetRoles } from "./formula.ts";
import type { Paper } from "./paper.ts";
import { placed, type StandingSheet, type StandingSheets } from "./placement.ts";
import { workpaper } from "./workpaper.ts";

/** A workpaper that was written, and what the test keeps of it. */
export interface WrittenPaper {
  readonly report: Report;
  readonly written: Written;
}

type Writing = Pick<Workbook, "sheets" | "read" | "write" | "pin" | "pinned">;

/** Writes the workpaper as one step: new sheets, and the cells of those that stand. Its blocks are pinned; pins no longer in the report are for the caller to release. */
export async function writeWorkpaper(workbook: Writing, paper: Paper, run: WritingRun = {}): Promise<WrittenPaper> {
  const standing = await standingSheets(workbook, paper.test.report);
  const taken = (await workbook.sheets()).map(({ name }) => name);
  const { changes, kept, added } = placed(workpaper(paper), standing, taken);
  const written = await workbook.write(changes, run);
  const blocks: Record<string, string> = {};
  for (const role of kept.keys()) blocks[role] = paper.test.report?.blocks[role] ?? "";
  for (const [index, { role, range }] of added.entries()) blocks[role] = await workbook.pin({ ...range, sheet: written.sheets[index] ?? range.sheet });
  return { report: { at: paper.at, fingerprint: fingerprintOf(paper.test, paper.inputs), blocks }, written };
}

/** The sheets of the workpaper that still stand, with what is in their blocks. */
export async function standingSheets(workbook: Pick<Workbook, "pinned" | "read">, report: Report | null): Promise<StandingSheets> {
  const roles = sheetRoles.filter((role) => report?.blocks[role] !== undefined);
  const ranges = await workbook.pinned(roles.map((role) => report?.blocks[role] ?? ""));
  const standing = new Map<SheetRole, StandingSheet>();
  for (const [index, role] of roles.entries()) {
    const range = ranges[index];
    if (range) standing.set(role, { range, cells: await workbook.read(range) });
  }
  return standing;
}
