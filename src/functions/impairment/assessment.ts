import { type Decimal, sum } from "../../core/decimal.ts";
import { type Assessment, assessment, type Measures } from "../../core/impairment/assessment.ts";
import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { elementBlock, elements } from "../elements.ts";
import { entries, type Entry, entryVector, isAbsent, labels, optional } from "../parameter.ts";
import { step, type Step, type Which } from "../step.ts";
import { word } from "../term.ts";
import { sameLength, type Vector } from "../vector.ts";

const source = "CAS 8 art. 6, 7, 15; IAS 36.18–19, 36.59; filing 004, lines 789–816";

/** A unit with what was given for it: the assessment, or why there is none. */
type Assessed = Assessment | Refusal;

/** The carrying amount, value in use and fair value less costs of one unit, as they were given. */
type Given = readonly [carrying: Entry, valueInUse: Entry | undefined, fairValueLessCosts: Entry | undefined];

export const impairLoss = define({
  id: "IMPAIR.LOSS",
  family: "impairment",
  source,
  formula: "L = max(0, CA − max(0, RA)), RA = max(VIU, FVLCD)",
  parameters: { carrying: entries({ minimum: 0 }), viu: optional(entries()), fvlcd: optional(entries()) },
  returns: "matrix",
  example: [[["24,235.61"]], [["22,330.00"]], [["21,960.00"]]],
  compute(given) {
    const units = elements(given, ({ carrying, viu, fvlcd }) => assessment(known(carrying), measures(viu, fvlcd)));
    return elementBlock(units, ({ loss }) => loss, lossSteps);
  },
});

export const impairTable = define({
  id: "IMPAIR.TABLE",
  family: "impairment",
  source,
  formula: "RA = max(VIU, FVLCD); L = max(0, CA − max(0, RA)); total = Σ L",
  parameters: { labels: labels(), carrying: entryVector({ minimum: 0 }), viu: optional(entryVector()), fvlcd: optional(entryVector()) },
  returns: "matrix",
  example: [
    [["资产组 1", "资产组 2", "资产组 3"]],
    [["24,235.61", "1,173.37", "1,951.07"]],
    [["22,330.00", "2,170.00", "/"]],
    [["21,960.00", "/", "959.81"]],
  ],
  compute({ labels, carrying, viu, fvlcd }) {
    sameLength({ carrying, labels, viu, fvlcd });
    const units = carrying.values.map((amount, index) => {
      const given: Given = [amount, entryAt(viu, index), entryAt(fvlcd, index)];
      return { given, unit: assessed(given) };
    });
    const totalOf = (figure: (unit: Assessment) => Decimal) => attempted(() => sum(units.map(({ unit }) => figure(assessmentIn(unit)))));
    const loss = totalOf((unit) => unit.loss);
    const cells: ResultCell[][] = [
      (["unit", "carrying-amount", "value-in-use", "fair-value-less-costs", "recoverable-amount", "whether-impaired", "impairment-loss"] as const).map((term) => word(term)),
      ...units.map(({ given, unit }, index) => unitRow(at(labels.values, index), given, unit)),
      [word("total"), attempted(() => sum(carrying.values.map(known))), "", "", totalOf((unit) => unit.recoverable), "", loss],
    ];
    return block(cells, () => [
      ...units.flatMap(({ unit }, index) => (unit instanceof Refusal ? [] : lossSteps(unit, at(labels.values, index)))),
      ...(loss instanceof Refusal ? [] : [step("total", "Σ(L)", { L: ["impairment-loss", units.map(({ unit }) => assessmentIn(unit).loss)] }, loss)]),
    ]);
  },
});

function unitRow(label: string, [carrying, valueInUse, fairValueLessCosts]: Given, unit: Assessed): ResultCell[] {
  // A slash, as filings print it, and not an empty cell, which would be read as 0.
  const shown = (entry: Entry | undefined): ResultCell => (isGiven(entry) ? entry : "/");
  const results: ResultCell[] =
    unit instanceof Refusal ? [unit, unit, unit] : [unit.recoverable, word(unit.impaired ? "impaired" : "not-impaired"), unit.loss];
  return [label, carrying, shown(valueInUse), shown(fairValueLessCosts), ...results];
}

function assessed([carrying, valueInUse, fairValueLessCosts]: Given): Assessed {
  return attempted(() => assessment(known(carrying), measures(valueInUse, fairValueLessCosts)));
}

/** What was estimated. A word such as 未披露 leaves a measure out; an error in its cell stays an error. */
export function measures(valueInUse: Entry | undefined, fairValueLessCosts: Entry | undefined): Measures {
  return {
    valueInUse: isGiven(valueInUse) ? known(valueInUse) : undefined,
    fairValueLessCosts: isGiven(fairValueLessCosts) ? known(fairValueLessCosts) : undefined,
  };
}

function isGiven(entry: Entry | undefined): entry is Entry {
  return entry !== undefined && !isAbsent(entry);
}

function entryAt(vector: Vector<Entry> | undefined, index: number): Entry | undefined {
  return vector && at(vector.values, index);
}

function assessmentIn(unit: Assessed): Assessment {
  if (unit instanceof Refusal) throw unit;
  return unit;
}

function lossSteps(unit: Assessment, which: Which | undefined): Step[] {
  const { carrying, recoverable, loss } = unit;
  const L = step("impairment-loss", "max(0, CA − max(0, RA))", { CA: ["carrying-amount", carrying], RA: ["recoverable-amount", recoverable] }, loss, which);
  return [recoverableStep(unit, which), L];
}

/** Which of the measures the recoverable amount is. */
export function recoverableStep({ valueInUse, fairValueLessCosts, recoverable }: Measures & { readonly recoverable: Decimal }, which: Which | undefined): Step {
  const symbols = {
    ...(valueInUse && { VIU: ["value-in-use", valueInUse] as const }),
    ...(fairValueLessCosts && { FVLCD: ["fair-value-less-costs", fairValueLessCosts] as const }),
  };
  const names = Object.keys(symbols);
  return step("recoverable-amount", names.length === 2 ? "max(VIU, FVLCD)" : names.join(""), symbols, recoverable, which);
}
