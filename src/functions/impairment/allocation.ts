import { Decimal, ZERO } from "../../core/decimal.ts";
import { type AllocatedAsset, type Allocation, allocation, type LossPart } from "../../core/impairment/allocation.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { known } from "../element-wise.ts";
import { defaulted, digits, type Entry, entryVector, isAbsent, labels, number, optional, vector } from "../parameter.ts";
import { step, type Step, type Which } from "../step.ts";
import { type Term, word } from "../term.ts";
import { sameLength } from "../vector.ts";

export const impairAllocate = define({
  id: "IMPAIR.ALLOCATE",
  family: "impairment",
  source: "CAS 8 art. 22; IAS 36.104–108",
  formula: "L(G) = min(L, G); L(i) = min(C(i) − F(i), R × C(i) ÷ Σ C)",
  parameters: {
    loss: number({ minimum: 0 }),
    carrying: vector({ minimum: 0 }),
    floors: optional(entryVector({ minimum: 0 })),
    goodwill: defaulted(number({ minimum: 0 }), ZERO),
    digits: digits(),
    labels: optional(labels()),
  },
  returns: "matrix",
  example: [[[320]], [[200, 300, 500]], [[150, 0, 0]], [[80]], [[2]], [["厂房", "设备", "专利"]]],
  compute({ loss, carrying, floors, goodwill, digits, labels }) {
    const single = floors?.values.length === 1;
    sameLength({ carrying, ...(single ? {} : { floors }), labels });
    const floorOf = carrying.values.map((_, index) => (floors ? floorIn(at(floors.values, single ? 0 : index)) : ZERO));
    const found = allocation(loss, carrying.values, floorOf, goodwill, digits);
    const nameOf = (index: number): Which => labels?.values[index] || index + 1;
    const marked = (part: LossPart): ResultCell[] => (digits === undefined ? [] : [part.plug.isZero() ? "" : word("rounding-plug")]);
    const row = (name: ResultCell, amount: Decimal, floor: Decimal, part: LossPart): ResultCell[] => [name, amount, floor, part.loss, amount.minus(part.loss), ...marked(part)];
    const total = carrying.values.reduce((whole, amount) => whole.plus(amount), goodwill);
    const terms: readonly Term[] = ["item", "carrying-amount", "floor", "impairment-loss", "carrying-after", ...(digits === undefined ? [] : (["rounding-mark"] as const))];
    const placed = found.total.minus(found.unplaced.loss);
    const cells: ResultCell[][] = [
      terms.map((term) => word(term)),
      row(word("goodwill"), goodwill, ZERO, found.goodwill),
      ...found.assets.map((asset, index) => row(shown(nameOf(index)), asset.carrying, asset.floor, asset)),
      [word("unplaced-loss"), "", "", found.unplaced.loss, "", ...marked(found.unplaced)],
      [word("total"), total, "", found.total, total.minus(placed), ...(digits === undefined ? [] : [""])],
    ];
    return block(cells, () => allocationSteps(loss, found, digits, nameOf));
  },
});

/** Neither measure of an asset could be determined, as a word such as / says: zero is what is left as its floor. */
function floorIn(floor: Entry): Decimal {
  return isAbsent(floor) ? ZERO : known(floor);
}

const shown = (name: Which): ResultCell => (typeof name === "number" ? new Decimal(name) : name);

function allocationSteps(loss: Decimal, found: Allocation, digits: number | undefined, nameOf: (index: number) => Which): Step[] {
  const { goodwill, assets, remainder, base, unplaced } = found;
  const sharing = assets.filter(({ atFloor }) => !atFloor);
  const filled = assets.filter(({ atFloor }) => atFloor);
  const L = ["impairment-loss", loss] as const;
  const G = ["goodwill-loss", goodwill.share] as const;
  const F = ["loss-to-floor", filled.map(({ share }) => share)] as const;
  const rest = filled.length === 0 ? step("loss-to-share", "L − G", { L, G }, remainder) : step("loss-to-share", "L − G − Σ(F)", { L, G, F }, remainder);
  return [
    step("goodwill-loss", "min(L, GW)", { L, GW: ["goodwill", goodwill.carrying] }, goodwill.share),
    ...assets.flatMap((asset, index) => (asset.atFloor ? [step("loss-to-floor", "C − F", { C: ["carrying-amount", asset.carrying], F: ["floor", asset.floor] }, asset.share, nameOf(index))] : [])),
    rest,
    ...(sharing.length === 0 ? [] : [step("sharing-base", "Σ(C)", { C: ["carrying-amount", sharing.map(({ carrying }) => carrying)] }, base)]),
    ...assets.flatMap((asset, index) => (asset.atFloor || base.isZero() ? [] : [shareStep(asset, remainder, base, nameOf(index))])),
    ...(unplaced.share.isZero() ? [] : [step("unplaced-loss", "R", { R: ["loss-to-share", remainder] }, unplaced.share)]),
    ...(digits === undefined ? [] : roundingSteps(found, digits, nameOf)),
  ];
}

function shareStep({ carrying, share }: AllocatedAsset, remainder: Decimal, base: Decimal, which: Which): Step {
  return step("impairment-loss", "R × C ÷ S", { R: ["loss-to-share", remainder], C: ["carrying-amount", carrying], S: ["sharing-base", base] }, share, which);
}

/** Rounding, part by part: what each carries beyond its own rounding is shown, so that the sum can be followed. */
function roundingSteps({ goodwill, assets, unplaced, total }: Allocation, digits: number, nameOf: (index: number) => Which): Step[] {
  const n = ["digits", new Decimal(digits)] as const;
  const roundedStep = (term: Term, { share, loss, plug }: LossPart, which?: Which) =>
    step(term, "round(x, n) + p", { x: ["before-rounding", share], n, p: ["rounding-plug", plug] }, loss, which);
  const parts = [goodwill, ...assets, unplaced].map(({ loss }) => loss);
  return [
    roundedStep("goodwill-loss", goodwill),
    ...assets.map((asset, index) => roundedStep("impairment-loss", asset, nameOf(index))),
    ...(unplaced.loss.isZero() ? [] : [roundedStep("unplaced-loss", unplaced)]),
    step("total", "Σ(L)", { L: ["impairment-loss", parts] }, total),
  ];
}
