import { headroom, recoverableAmount, reversal } from "../../core/impairment/assessment.ts";
import { Refusal, refuse } from "../../core/refusal.ts";
import type { Grid } from "../../core/table.ts";
import { define } from "../define.ts";
import { known } from "../element-wise.ts";
import { elementBlock, elements } from "../elements.ts";
import { choice, defaulted, entries, type Entry, optional } from "../parameter.ts";
import { step } from "../step.ts";
import { measures, recoverableStep } from "./assessment.ts";

/** What stands for both measures where neither argument was given. */
const neither: Grid<Entry> = [[new Refusal({ code: "recoverable-amount-unknown" })]];

export const impairRecoverable = define({
  id: "IMPAIR.RECOVERABLE",
  family: "impairment",
  source: "CAS 8 art. 6–7; IAS 36.18–19; filing 004, lines 803–809",
  formula: "RA = max(VIU, FVLCD)",
  parameters: { viu: optional(entries()), fvlcd: optional(entries()) },
  returns: "matrix",
  example: [[["22,330.00", "2,170.00", "/"]], [["21,960.00", "/", "959.81"]]],
  compute({ viu, fvlcd }) {
    const found = elements({ viu: viu ?? (fvlcd ? undefined : neither), fvlcd }, (unit) => {
      const given = measures(unit.viu, unit.fvlcd);
      return { ...given, recoverable: recoverableAmount(given) };
    });
    return elementBlock(found, ({ recoverable }) => recoverable, (unit, which) => [recoverableStep(unit, which)]);
  },
});

export const impairHeadroom = define({
  id: "IMPAIR.HEADROOM",
  family: "impairment",
  source: "CAS 8 art. 6, 15; IAS 36.18, 36.134(f)",
  formula: "H = RA − CA, RA = max(VIU, FVLCD)",
  parameters: { carrying: entries({ minimum: 0 }), viu: optional(entries()), fvlcd: optional(entries()) },
  returns: "matrix",
  example: [[["24,235.61", "1,173.37"]], [["22,330.00", "2,170.00"]], [["21,960.00", "/"]]],
  compute(given) {
    const found = elements(given, ({ carrying, viu, fvlcd }) => {
      const [CA, measured] = [known(carrying), measures(viu, fvlcd)];
      return { ...measured, carrying: CA, ...headroom(CA, measured) };
    });
    return elementBlock(found, (unit) => unit.headroom, (unit, which) => [
      recoverableStep(unit, which),
      step("headroom", "RA − CA", { RA: ["recoverable-amount", unit.recoverable], CA: ["carrying-amount", unit.carrying] }, unit.headroom, which),
    ]);
  },
});

export const impairReversal = define({
  id: "IMPAIR.REVERSAL",
  family: "impairment",
  source: "IAS 36.114–117; CAS 8 art. 17",
  formula: "R = max(0, min(RA, CW) − CA)",
  parameters: {
    carrying: entries({ minimum: 0 }),
    carrying_without_loss: entries({ minimum: 0 }),
    recoverable: entries(),
    standard: defaulted(choice("IAS36", "CAS8"), "IAS36"),
  },
  returns: "matrix",
  example: [[[700]], [[820]], [[900]], undefined],
  compute({ standard, ...given }) {
    if (standard === "CAS8") refuse({ code: "reversal-not-allowed" });
    const found = elements(given, (asset) => {
      const [CA, CW, RA] = [known(asset.carrying), known(asset.carrying_without_loss), known(asset.recoverable)];
      return { CA, CW, RA, value: reversal(CA, CW, RA) };
    });
    return elementBlock(found, ({ value }) => value, ({ CA, CW, RA, value }, which) => [
      step("reversal", "max(0, min(RA, CW) − CA)", { RA: ["recoverable-amount", RA], CW: ["carrying-without-loss", CW], CA: ["carrying-amount", CA] }, value, which),
    ]);
  },
});
