import { type Decimal, sum } from "../../core/decimal.ts";
import { type CorporateShare, type CorporateTest, corporateShares, corporateTest } from "../../core/impairment/corporate-assets.ts";
import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { type Entry, entryVector, labels, number, vector } from "../parameter.ts";
import { step, type Step, type Which } from "../step.ts";
import { word } from "../term.ts";
import { sameLength } from "../vector.ts";

const header = ["unit", "carrying-amount", "remaining-life", "corporate-weight", "corporate-share", "tested-amount", "recoverable-amount", "impairment-loss", "loss-of-unit", "loss-of-corporate"] as const;

export const impairCorporate = define({
  id: "IMPAIR.CORPORATE",
  family: "impairment",
  source: "CAS 8 art. 20–21; IAS 36.102",
  formula: "w = CA × n; S = C × w ÷ Σ w; T = CA + S; L = max(0, T − max(0, RA)); L(S) = L × S ÷ T",
  parameters: {
    labels: labels(),
    carrying: vector({ minimum: 0 }),
    lives: vector({ minimum: 0 }),
    corporate: number({ minimum: 0 }),
    recoverable: entryVector(),
  },
  returns: "matrix",
  example: [[["A", "B", "C"]], [[100, 150, 200]], [[10, 20, 20]], [[150]], [[199, 164, 271]]],
  compute({ labels, carrying, lives, corporate, recoverable }) {
    sameLength({ carrying, labels, lives, recoverable });
    const shares = corporateShares(carrying.values, lives.values, corporate);
    const tests = shares.map((share, index) => attempted(() => corporateTest(share, known(at(recoverable.values, index)))));
    const totalOf = (figure: (test: CorporateTest) => Decimal) => attempted(() => sum(tests.map((test) => figure(given(test)))));
    const cells: ResultCell[][] = [
      header.map((term) => word(term)),
      ...shares.map((share, index) =>
        unitRow([at(labels.values, index), at(carrying.values, index), at(lives.values, index)], share, at(recoverable.values, index), at(tests, index)),
      ),
      [
        word("total"),
        sum(carrying.values),
        "",
        sum(shares.map(({ weight }) => weight)),
        corporate,
        sum(carrying.values).plus(corporate),
        attempted(() => sum(recoverable.values.map(known))),
        totalOf(({ loss }) => loss),
        totalOf(({ ofUnit }) => ofUnit),
        totalOf(({ ofCorporate }) => ofCorporate),
      ],
    ];
    return block(cells, () =>
      shares.flatMap((share, index) =>
        unitSteps(share, at(tests, index), { carrying: at(carrying.values, index), life: at(lives.values, index), corporate, weights: shares.map(({ weight }) => weight), recoverable: at(recoverable.values, index) }, at(labels.values, index)),
      ),
    );
  },
});

function given(test: CorporateTest | Refusal): CorporateTest {
  if (test instanceof Refusal) throw test;
  return test;
}

function unitRow(names: readonly ResultCell[], { weight, share, tested }: CorporateShare, recoverable: Entry, test: CorporateTest | Refusal): ResultCell[] {
  const results: ResultCell[] = test instanceof Refusal ? [test, test, test] : [test.loss, test.ofUnit, test.ofCorporate];
  return [...names, weight, share, tested, recoverable, ...results];
}

interface UnitInputs {
  readonly carrying: Decimal;
  readonly life: Decimal;
  readonly corporate: Decimal;
  readonly weights: readonly Decimal[];
  readonly recoverable: Entry;
}

function unitSteps({ weight, share, tested }: CorporateShare, test: CorporateTest | Refusal, { carrying, life, corporate, weights, recoverable }: UnitInputs, which: Which): Step[] {
  const CA = ["carrying-amount", carrying] as const;
  const S = ["corporate-share", share] as const;
  const T = ["tested-amount", tested] as const;
  const shared = [
    step("corporate-weight", "CA × n", { CA, n: ["remaining-life", life] }, weight, which),
    step("corporate-share", "C × w ÷ Σ(W)", { C: ["corporate-assets", corporate], w: ["corporate-weight", weight], W: ["corporate-weight", weights] }, share, which),
    step("tested-amount", "CA + S", { CA, S }, tested, which),
  ];
  if (test instanceof Refusal || recoverable instanceof Refusal) return shared;
  const L = ["impairment-loss", test.loss] as const;
  return [
    ...shared,
    step("impairment-loss", "max(0, T − max(0, RA))", { T, RA: ["recoverable-amount", recoverable] }, test.loss, which),
    ...(test.loss.isZero() ? [] : [step("loss-of-corporate", "L × S ÷ T", { L, S, T }, test.ofCorporate, which)]),
    step("loss-of-unit", "L − LC", { L, LC: ["loss-of-corporate", test.ofCorporate] }, test.ofUnit, which),
  ];
}
