import { tieredFee } from "../../core/impairment/tiered-fee.ts";
import { define } from "../define.ts";
import { known } from "../element-wise.ts";
import { elementBlock, elements } from "../elements.ts";
import { entries, vector } from "../parameter.ts";
import { step } from "../step.ts";
import { sameLength } from "../vector.ts";

export const impairTierFee = define({
  id: "IMPAIR.TIERFEE",
  family: "impairment",
  source: "filing 004, lines 797–799",
  formula: "F = Σ r(i) × max(0, min(B, T(i + 1)) − T(i))",
  parameters: { base: entries({ minimum: 0 }), thresholds: vector({ minimum: 0 }), rates: vector() },
  returns: "matrix",
  example: [[["22,330.00"]], [[0], [100], [1000], [5000], [10000]], [["0.90%"], ["0.375%"], ["0.12%"], ["0.075%"], ["0.015%"]]],
  compute({ base, thresholds, rates }) {
    sameLength({ thresholds, rates });
    const found = elements({ base }, (element) => tieredFee(known(element.base), thresholds.values, rates.values));
    return elementBlock(found, ({ fee }) => fee, ({ tiers, fee }, which) => [
      ...tiers.flatMap(({ amount, rate, fee: ofTier }, index) =>
        amount.isZero() ? [] : [step("tier-fee", "A × r", { A: ["tier-amount", amount], r: ["tier-rate", rate] }, ofTier, index + 1)],
      ),
      step("fee", "Σ(F)", { F: ["tier-fee", tiers.map((tier) => tier.fee)] }, fee, which),
    ]);
  },
});
