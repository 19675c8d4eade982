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

/** Why a cell of the table cannot be: what is asked does not exist for that source. */
export function unrun(source: SourceKind, failure: Failure): string | undefined {
  if (failure === "partial" && !["csv", "tsv"].includes(source)) return source === "xlsx" ? "a cut .xlsx cannot be opened at all: it is refused as unreadable, test/links/source/spreadsheet.test.ts" : "only a text file can be cut and still be read";
  if (failure === "source-gone" && source === "address") return "an address that does not answer is refused by its own tests, test/links/source/address.test.ts";
  if (failure === "source-gone" && source === "paste") return "a paste is given by hand: without it the refresh does not begin";
  return undefined;
}
