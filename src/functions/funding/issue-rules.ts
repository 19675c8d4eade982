import { dayOf } from "../../core/day-count.ts";
import { Decimal } from "../../core/decimal.ts";
import { type IssueRuleText, type IssueTest, ruleInForce, rulesKnownFrom } from "../../core/funding/issue-rule.ts";
import { quotient } from "../../core/quotient.ts";
import { Refusal } from "../../core/refusal.ts";
import { date } from "../date.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted } from "../element-wise.ts";
import { number } from "../parameter.ts";
import { type Step, step } from "../step.ts";
import { type Term, word } from "../term.ts";

const texts: Readonly<Record<IssueRuleText, Term>> = {
  "opinion-18": "rule-opinion-18",
  "issuance-measures-2006": "rule-issuance-measures-2006",
};

const tests: readonly { readonly test: IssueTest; readonly term: Term; readonly amount: Term; readonly base: Term }[] = [
  { test: "bonds-outstanding", term: "bonds-test", amount: "bonds-after-issue", base: "net-assets" },
  { test: "financial-investments", term: "investments-test", amount: "financial-investments", base: "net-assets" },
  { test: "working-capital-share", term: "working-capital-test", amount: "working-capital-part", base: "proceeds" },
];

export const fundRules = define({
  id: "FUND.RULES",
  family: "funding",
  source: "Securities and Futures Law Opinion No. 18 (2023-02-17); Measures for Securities Issuance by Listed Companies (2006) art. 14; the reader must confirm the text in force",
  formula: "ratio = amount ÷ base ≤ limit of the rule in force at the board date",
  parameters: {
    board_date: date(),
    net_assets: number(),
    bonds_after_issue: number({ minimum: 0 }),
    financial_investments: number({ minimum: 0 }),
    raise: number({ minimum: 0 }),
    working_capital_part: number({ minimum: 0 }),
  },
  returns: "matrix",
  example: [[["2025-06-20"]], [["1,905,600.00"]], [["620,000.00"]], [["49,802.96"]], [["448,118.00"]], [["90,000.00"]]],
  compute({ board_date, net_assets, bonds_after_issue, financial_investments, raise, working_capital_part }) {
    const { year, month, day } = dayOf(Math.floor(board_date));
    const on = year * 10_000 + month * 100 + day;
    const amounts = [bonds_after_issue, financial_investments, working_capital_part] as const;
    const rows = tests.map(({ test, ...terms }, index) => {
      const amount = amounts[index] ?? bonds_after_issue;
      const base = test === "working-capital-share" ? raise : net_assets;
      const rule = ruleInForce(test, on);
      const ratio = attempted(() => quotient(amount, base, test === "working-capital-share" ? "raise" : "net_assets"));
      const limit = rule && new Decimal(rule.percent).div(100);
      // Net assets below zero leave nothing to measure against: no ratio of them passes.
      const passed = limit === undefined || ratio instanceof Refusal ? undefined : base.gt(0) && ratio.lte(limit);
      return { test, ...terms, given: amount, over: base, rule, ratio, limit, passed };
    });
    const cells: ResultCell[][] = [
      (["issue-test", "amount", "base", "ratio", "limit", "result", "rule-text", "in-force-since", "remark"] as const).map((term) => word(term)),
      ...rows.map(({ test, term, given, over, rule, ratio, limit, passed }): ResultCell[] => [
        word(term),
        given,
        over,
        ratio,
        limit ?? "/",
        ratio instanceof Refusal ? ratio : passed === undefined ? "/" : word(passed ? "passed" : "failed"),
        rule ? word(texts[rule.text]) : word("no-rule-on-file", isoDate(rulesKnownFrom(test))),
        rule ? isoDate(rule.from) : "/",
        word(rule && rule.text !== "opinion-18" ? "main-boards-only" : test === "working-capital-share" && rule ? "working-capital-exceptions" : "reader-must-confirm"),
      ]),
    ];
    return block(cells, () =>
      rows.flatMap(({ term, amount, base, given, over, ratio, limit, passed }): Step[] => {
        if (ratio instanceof Refusal) return [];
        const found = step("ratio", "a ÷ b", { a: [amount, given], b: [base, over] }, ratio);
        if (limit === undefined || passed === undefined) return [found];
        if (!passed && over.lte(0)) return [found, step(term, "b > 0", { b: [base, over] }, word("failed"))];
        return [found, step(term, "r ≤ l", { r: ["ratio", ratio], l: ["limit", limit] }, word(passed ? "passed" : "failed"))];
      }),
    );
  },
});

function isoDate(day: number): string {
  const digits = String(day);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
