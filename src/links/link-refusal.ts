/** Why a link was not refreshed: a code and its facts; locales make the sentence. */
export type LinkIssue =
  /** The linked block, or its sheet, has been deleted. */
  | { code: "target-gone"; link: string }
  /** Columns of the link have been deleted from the linked block. */
  | { code: "target-columns-gone"; columns: readonly string[] }
  /** The range, table or name the link reads has been deleted. */
  | { code: "source-gone"; source: string }
  /** The source no longer has columns of the link. */
  | { code: "columns-missing"; columns: readonly string[] }
  | { code: "source-empty"; source: string }
  /** The table would grow over what stands below it. */
  | { code: "no-room"; occupied: string; rows: number }
  /** What stands in the workbook is no longer what the plan was made on. */
  | { code: "changed-meanwhile"; block: string }
  | { code: "refresh-running"; link: string };

export class LinkRefusal extends Error {
  override readonly name = "LinkRefusal";
  readonly issue: LinkIssue;

  constructor(issue: LinkIssue) {
    super(issue.code);
    this.issue = issue;
  }
}
