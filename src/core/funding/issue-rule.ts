/** The tests of an issue of securities whose limits depend on the date. */
export type IssueTest = "bonds-outstanding" | "financial-investments" | "working-capital-share";

/** A rule text with the day it came into force (as year × 10,000 + month × 100 + day) and its limit in percent. */
export interface IssueRule {
  readonly text: IssueRuleText;
  readonly from: number;
  readonly percent: number;
}

export type IssueRuleText = "opinion-18" | "issuance-measures-2006" | "refinancing-answers-2020" | "financing-answers-2018";

/**
 * The rules on file, newest first. They are data with their dates, never bare constants: the reader must
 * confirm against the text in force that they still apply.
 *
 * - 《证券期货法律适用意见第18号》, 2023-02-17: bonds at most 50% of net assets, financial investments at most 30%
 *   of net assets attributable to the parent, working capital at most 30% of the proceeds.
 * - 《上市公司证券发行管理办法》 art. 14, 2006-05-08: bonds at most 40% of net assets. It held for the main and the
 *   SME board; what held for ChiNext and STAR before 2023 is not on file.
 * - 《再融资业务若干问题解答》, 2020-06-10: financial investments at most 30%.
 * - 《发行监管问答——关于引导规范上市公司融资行为的监管要求》, 2018-11-09: working capital at most 30%.
 *
 * Under both texts on working capital, rights issues, preference shares and placements to investors whom the board
 * named may use all proceeds for it, and firms with few fixed assets and much research may give reasons for more.
 */
const rules: Readonly<Record<IssueTest, readonly IssueRule[]>> = {
  "bonds-outstanding": [
    { text: "opinion-18", from: 20230217, percent: 50 },
    { text: "issuance-measures-2006", from: 20060508, percent: 40 },
  ],
  "financial-investments": [
    { text: "opinion-18", from: 20230217, percent: 30 },
    { text: "refinancing-answers-2020", from: 20200610, percent: 30 },
  ],
  "working-capital-share": [
    { text: "opinion-18", from: 20230217, percent: 30 },
    { text: "financing-answers-2018", from: 20181109, percent: 30 },
  ],
};

/** The rule in force for a test on a day; undefined where none is on file for that day. */
export function ruleInForce(test: IssueTest, day: number): IssueRule | undefined {
  return rules[test].find(({ from }) => from <= day);
}
