import { type Decimal, ONE, rounded, sum } from "../../core/decimal.ts";
import { corporateShares } from "../../core/impairment/corporate-assets.ts";
import { at } from "../../core/table.ts";
import type { CarryingAmount } from "./evaluation.ts";
import { everyOne, type LinkedFigures } from "./linked-figures.ts";
import { unitSlot } from "./slot.ts";
import type { ImpairmentTest, Unit } from "./state.ts";

/**
 * The carrying amount of each unit that is held against its recoverable amount: its own, the goodwill of
 * the parent grossed up to the whole unit, and its share of corporate assets by carrying amount × remaining
 * life (CAS 8 art. 19–21, 23–25; IAS 36.75–79, 80–103). Undefined where an input is missing.
 */
export function carryingAmounts(test: ImpairmentTest, figures: LinkedFigures): readonly (CarryingAmount | undefined)[] {
  const own = test.units.map((unit) => figures.line(unitSlot(unit.id, "carrying")));
  const corporate = test.links["corporate-assets"] ? sharesOf(test, figures, own) : test.units.map(() => undefined);
  return test.units.map((unit, index) => {
    const parts = own[index];
    const goodwill = goodwillOf(test, unit, figures);
    if (!parts || goodwill === "missing" || corporate === "missing") return undefined;
    const share = corporate[index];
    const total = sum(parts);
    const tested = sum([total, ...(goodwill ? [goodwill.whole] : []), ...(share ? [share.share] : [])]);
    return { parts, own: total, goodwill, corporate: share, tested, reported: rounded(tested, test.frame.digits) };
  });
}

function goodwillOf(test: ImpairmentTest, unit: Unit, figures: LinkedFigures): CarryingAmount["goodwill"] | "missing" {
  if (!test.links[unitSlot(unit.id, "goodwill")]) return undefined;
  const parent = figures.one(unitSlot(unit.id, "goodwill"));
  // Without a link the parent holds the whole unit; a finding asks for it to be said.
  const ownership = test.links[unitSlot(unit.id, "ownership")] ? figures.one(unitSlot(unit.id, "ownership")) : ONE;
  if (!parent || !ownership || ownership.isZero()) return "missing";
  return { parent, ownership, whole: parent.div(ownership) };
}

function sharesOf(test: ImpairmentTest, figures: LinkedFigures, own: readonly (readonly Decimal[] | undefined)[]): readonly NonNullable<CarryingAmount["corporate"]>[] | "missing" {
  const corporate = figures.one("corporate-assets");
  const carrying = everyOne(own)?.map(sum);
  const lives = everyOne(test.units.map((unit) => figures.one(unitSlot(unit.id, "remaining-life"))));
  if (!corporate || !carrying || !lives) return "missing";
  const weights = carrying.map((amount, index) => amount.times(at(lives, index)));
  if (sum(weights).isZero()) return "missing";
  return corporateShares(carrying, lives, corporate).map(({ weight, share }) => ({ weight, share }));
}
