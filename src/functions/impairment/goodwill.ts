import { goodwillTest } from "../../core/impairment/goodwill.ts";
import { block, define, type ResultCell } from "../define.ts";
import { number } from "../parameter.ts";
import { step } from "../step.ts";
import { word } from "../term.ts";

export const impairGoodwill = define({
  id: "IMPAIR.GOODWILL",
  family: "impairment",
  source: "CAS 8 art. 23–25; IAS 36 C4–C8 and illustrative example 7A",
  formula: "GW = G ÷ s; T = CA + GW; L = max(0, T − max(0, RA)); L(GW) = min(L, GW)",
  parameters: {
    goodwill_parent: number({ minimum: 0 }),
    ownership: number({ minimum: 0, maximum: 1 }),
    carrying: number({ minimum: 0 }),
    recoverable: number(),
  },
  returns: "matrix",
  example: [[[500]], [["80%"]], [["1,350"]], [["1,000"]]],
  compute({ goodwill_parent, ownership, carrying, recoverable }) {
    const found = goodwillTest(goodwill_parent, ownership, carrying, recoverable);
    const { goodwill, tested, loss, ofGoodwill, ofParent, ofMinority, ofOtherAssets } = found;
    const cells: ResultCell[][] = [
      [word("item"), word("amount")],
      [word("whole-goodwill"), goodwill],
      [word("tested-amount"), tested],
      [word("impairment-loss"), loss],
      [word("goodwill-loss"), ofGoodwill],
      [word("goodwill-loss-parent"), ofParent],
      [word("goodwill-loss-minority"), ofMinority],
      [word("other-assets-loss"), ofOtherAssets],
    ];
    const GW = ["whole-goodwill", goodwill] as const;
    const L = ["impairment-loss", loss] as const;
    const LG = ["goodwill-loss", ofGoodwill] as const;
    const s = ["ownership", ownership] as const;
    return block(cells, () => [
      step("whole-goodwill", "G ÷ s", { G: ["parent-goodwill", goodwill_parent], s }, goodwill),
      step("tested-amount", "CA + GW", { CA: ["carrying-amount", carrying], GW }, tested),
      step("impairment-loss", "max(0, T − max(0, RA))", { T: ["tested-amount", tested], RA: ["recoverable-amount", recoverable] }, loss),
      step("goodwill-loss", "min(L, GW)", { L, GW }, ofGoodwill),
      step("goodwill-loss-parent", "LG × s", { LG, s }, ofParent),
      step("goodwill-loss-minority", "LG − LP", { LG, LP: ["goodwill-loss-parent", ofParent] }, ofMinority),
      step("other-assets-loss", "L − LG", { L, LG }, ofOtherAssets),
    ]);
  },
});
