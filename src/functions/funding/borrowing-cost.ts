import { Decimal, ONE, ZERO } from "../../core/decimal.ts";
import { borrowingCost, type GeneralLoan } from "../../core/funding/borrowing-cost.ts";
import { refuse } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { defaulted, number, optional, vector } from "../parameter.ts";
import { type Step, step } from "../step.ts";
import { word } from "../term.ts";
import { sameLength, type Vector } from "../vector.ts";

export const fundBorrowingCost = define({
  id: "FUND.BORROWINGCOST",
  family: "funding",
  source: "CAS 17 art. 4–7; IAS 23.12–14",
  formula: "specific = L × r − idle income; general = min(Σ(excess × time) × Σ interest ÷ Σ(principal × time), Σ interest)",
  parameters: {
    expenditures: vector({ minimum: 0 }),
    fractions: vector({ minimum: 0, maximum: 1 }),
    specific_loan: number({ minimum: 0 }),
    specific_rate: number({ minimum: 0 }),
    idle_income: defaulted(number({ minimum: 0 }), ZERO),
    general_principals: optional(vector({ minimum: 0 })),
    general_rates: optional(vector({ minimum: 0 })),
    general_fractions: defaulted(vector({ minimum: 0, maximum: 1 }), { values: [ONE], direction: "column" } satisfies Vector<Decimal>),
  },
  returns: "matrix",
  example: [[[1500, 2500, 1500]], [[1, 0.5, 0.25]], [[2000]], [["6%"]], [[15]], [[2000, 10_000]], [["6%", "8%"]], undefined],
  compute(given) {
    sameLength({ expenditures: given.expenditures, fractions: given.fractions });
    const expenditures = given.expenditures.values.map((amount, index) => ({ amount, fraction: at(given.fractions.values, index) }));
    const loans = generalLoans(given.general_principals, given.general_rates, given.general_fractions);
    const found = borrowingCost(expenditures, given.specific_loan, given.specific_rate, given.idle_income, loans);
    const cells: ResultCell[][] = [
      [word("item"), word("amount")],
      [word("specific-interest"), found.specificInterest],
      [word("idle-income"), given.idle_income],
      [word("specific-capitalised"), found.specific],
      [word("weighted-expenditure"), found.weighted],
      [word("capitalisation-rate"), found.rate ?? "/"],
      [word("general-interest"), found.generalInterest],
      [word("general-capitalised"), found.general],
      [word("interest-capitalised"), found.total],
    ];
    return block(cells, () => {
      const L = ["specific-loan", given.specific_loan] as const;
      return [
        step("specific-interest", "L × r", { L, r: ["loan-rate", given.specific_rate] }, found.specificInterest),
        step("specific-capitalised", "max(0, S − y)", { S: ["specific-interest", found.specificInterest], y: ["idle-income", given.idle_income] }, found.specific),
        ...expenditures.map(({ amount }, index): Step => {
          const spent = new Decimal(expenditures.slice(0, index).reduce((total, earlier) => total.plus(earlier.amount), ZERO));
          const symbols = { e: ["expenditure", amount], b: ["expenditure-before", spent], L } as const;
          return step("excess-expenditure", "max(0, b + e − L) − max(0, b − L)", symbols, at(found.excess, index), index + 1);
        }),
        step("weighted-expenditure", "Σ(x × f)", { x: ["excess-expenditure", found.excess], f: ["fraction-of-year", expenditures.map(({ fraction }) => fraction)] }, found.weighted),
        ...(found.rate ? generalSteps(loans, found.weighted, found.rate, found.generalInterest, found.general) : []),
        step("interest-capitalised", "S + G", { S: ["specific-capitalised", found.specific], G: ["general-capitalised", found.general] }, found.total),
      ];
    });
  },
});

function generalSteps(loans: readonly GeneralLoan[], weighted: Decimal, rate: Decimal, interest: Decimal, general: Decimal): Step[] {
  const P = ["loan-principal", loans.map(({ principal }) => principal)] as const;
  const f = ["fraction-of-year", loans.map(({ fraction }) => fraction)] as const;
  return [
    step("general-interest", "Σ(P × r × f)", { P, r: ["loan-rate", loans.map((loan) => loan.rate)], f }, interest),
    step("capitalisation-rate", "I ÷ Σ(P × f)", { I: ["general-interest", interest], P, f }, rate),
    step("general-capitalised", "min(E × k, I)", { E: ["weighted-expenditure", weighted], k: ["capitalisation-rate", rate], I: ["general-interest", interest] }, general),
  ];
}

function generalLoans(principals: Vector<Decimal> | undefined, rates: Vector<Decimal> | undefined, fractions: Vector<Decimal>): GeneralLoan[] {
  if (!principals && !rates) return [];
  if (!principals || !rates) return refuse({ code: "argument-missing", parameter: principals ? "general_rates" : "general_principals" });
  const one = fractions.values.length === 1;
  sameLength({ general_principals: principals, general_rates: rates, ...(one ? {} : { general_fractions: fractions }) });
  const loans = principals.values.map((principal, index) => ({ principal, rate: at(rates.values, index), fraction: at(fractions.values, one ? 0 : index) }));
  // Loans that were all paid back before the year, or never drawn, leave nothing to weigh.
  return loans.some(({ principal, fraction }) => !principal.isZero() && !fraction.isZero()) ? loans : [];
}
