import { readFileSync } from "node:fs";
import { readXlsx } from "hucre/xlsx";
import type { Page } from "playwright-core";

/** The rows of sheets as the page saves them to a file, where it has no picker of its own; blanks at the ends are left out. */
export async function savedRows(page: Page, names: readonly string[]): Promise<unknown[][][]> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("group", { name: "File", exact: true }).getByRole("button", { name: "Save", exact: true }).click()]);
  const { sheets } = await readXlsx(readFileSync(await download.path()));
  return names.map((name) => trimmed(sheets.find((sheet) => sheet.name === name)?.rows ?? []));
}

/** Rows without the blanks at their ends and below them. */
export function trimmed(rows: readonly (readonly unknown[])[]): unknown[][] {
  const filled = rows.map((row) => row.map((value) => (value === "" || value === undefined ? null : value))).map((row) => row.slice(0, row.findLastIndex((value) => value !== null) + 1));
  return filled.slice(0, filled.findLastIndex((row) => row.length > 0) + 1);
}
