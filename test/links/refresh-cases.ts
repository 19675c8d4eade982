/** What a source of each kind says before and after, and what stands in its way. Each cell of the table is run, or says why it is not. */
export const sourceKinds = ["range", "named", "csv", "tsv", "xlsx", "paste", "address"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What a person did to the linked block since the last refresh. */
export const conflicts = ["none", "cell-overwritten", "cell-given", "row-inserted", "row-deleted", "sorted"] as const;
export type Conflict = (typeof conflicts)[number];

/** What goes wrong. */
export const failures = ["none", "stopped", "target-deleted", "sheet-protected", "sheet-renamed", "no-room", "columns-missing", "source-gone", "partial"] as const;
export type Failure = (typeof failures)[number];

export const columns = ["客户", "账龄", "期末余额"] as const;
export const before = [["甲", "1年以内", 100], ["乙", "1至2年", 200], ["丙", "2至3年", 300]] as const;
export const after = [["甲", "1年以内", 110], ["丙", "2至3年", 300], ["丁", "1年以内", 400], ["戊", "3年以上", 500]] as const;

/** What must stand after the refresh, and how many cells of the person's are kept. */
export const outcomes: { readonly [C in Conflict]: { readonly rows: readonly (readonly (string | number)[])[]; readonly kept: number } } = {
  none: { rows: after, kept: 0 },
  "cell-overwritten": { rows: [["甲", "1年以内", 999], ...after.slice(1)], kept: 1 },
  "cell-given": { rows: after, kept: 0 },
  "row-inserted": { rows: [after[0], ["己", "补记", 50], ...after.slice(1)], kept: 3 },
  // A row that a person has deleted and the source still says comes back: the source decides which rows there are.
  "row-deleted": { rows: after, kept: 0 },
  sorted: { rows: after, kept: 0 },
};

/** Where a cell of the table is run: by a person in a browser, on the engine alone, or nowhere, because there is no such thing. */
export type Run = { readonly in: "browser" } | { readonly in: "engine" | "nowhere"; readonly why: string };

const browser: Run = { in: "browser" };
const engine = (why: string): Run => ({ in: "engine", why });
const nowhere = (why: string): Run => ({ in: "nowhere", why });

/** Each cell of the table source × conflict × failure, and where it is run. */
export function runOf(source: SourceKind, conflict: Conflict, failure: Failure): Run {
  const impossible = cannotBe(source, failure);
  if (impossible !== undefined) return nowhere(impossible);
  if (failure === "none") return conflict === "row-inserted" || conflict === "row-deleted" ? engine("rows are put in and taken out by a menu drawn on the grid's canvas, which no label names; the commands behind it are run on the engine") : browser;
  if (failure === "sheet-protected") return engine("the built-in workbook protects no sheet; that a protected one is left as it was is held by the contract of both adapters");
  if (conflict !== "none" && conflict !== "cell-overwritten") return engine("a failure ends the refresh before the plan is carried out, whatever the person did: in a browser it is met without and with an overwritten cell");
  if (failure === "sheet-renamed") return engine("a tab that has been renamed in the grid is no longer named as one, so that no label finds it; the command behind it is run on the engine");
  if (failure === "stopped") return source === "csv" ? browser : engine("stopping the writing has nothing to do with the source: in a browser it is met with a .csv file");
  return browser;
}

/** Why a cell of the table cannot be: what is asked does not exist for that source. */
function cannotBe(source: SourceKind, failure: Failure): string | undefined {
  if (failure === "partial" && !["csv", "tsv"].includes(source)) return source === "xlsx" ? "a cut .xlsx cannot be opened at all: it is refused as unreadable, test/links/source/spreadsheet.test.ts" : "only a text file can be cut and still be read";
  if (failure === "source-gone" && source === "paste") return "a paste is given by hand: without it the refresh does not begin";
  return undefined;
}
