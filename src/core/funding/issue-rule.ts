/** The tests of an issue of securities whose limits depend on the date. */
export type IssueTest = "bonds-outstanding" | "financial-investments" | "working-capital-share";

/** A rule text with the day it came into force (as year × 10,000 + month × 100 + day) and its limit in percent. */
export interface IssueRule {
  readonly text: IssueRuleText;
  readonly from: number;
  readonly percent: number;
}

export type IssueRuleText = "opinion-18" | "issuance-measures-2006";

/**
 * The rules on file, newest first. They are data with their dates, never bare constants: the reader must
 * confirm against the text in force that they still apply.
 *
 * - 《证券期货法律适用意见第18号》, 2023-02-17: bonds at most 50% of net assets, financial investments at most 30%
 *   of net assets attributable to the parent (printed in filing 003, lines 474–480), working capital at most 30% of
 *   the proceeds. Rights issues, preference shares and placements to investors whom the board named may use all
 *   proceeds for working capital, and firms with few fixed assets and much research may give reasons for more.
 * - 《上市公司证券发行管理办法》 art. 14, 2006-05-08: bonds at most 40% of net assets, on the main and the SME board.
 *
 * Not on file, and so not judged: what held for ChiNext and STAR, for financial investments and for working capital
 * before 2023-02-17, under texts that were replaced several times.
 */
const rules: Readonly<Record<IssueTest, readonly IssueRule[]>> = {
  "bonds-outstanding": [
    { text: "opinion-18", from: 20230217, percent: 50 },
    { text: "issuance-measures-2006", from: 20060508, percent: 40 },
  ],
  "financial-investments": [{ text: "opinion-18", from: 20230217, percent: 30 }],
  "working-capital-share": [{ text: "opinion-18", from: 20230217, percent: 30 }],
};

/** The day from which the rules of a test are on file. */
export function rulesKnownFrom(test: IssueTest): number {
  return Math.min(...rules[test].map(({ from }) => from));
}

/** The rule in force for a test on a day; undefined where none is on file for that day. */
export function ruleInForce(test: IssueTest, day: number): IssueRule | undefined {
  return rules[test].find(({ from }) => from <= day);
}
