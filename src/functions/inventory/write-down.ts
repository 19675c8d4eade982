import { type Decimal, sum, ZERO } from "../../core/decimal.ts";
import { allowanceChange } from "../../core/inventory/net-realisable-value.ts";
import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { type Element, eachElement } from "../elements.ts";
import { attempted, known } from "../element-wise.ts";
import { defaulted, entries, entryVector, labels, optional } from "../parameter.ts";
import { type Step, step, type Which } from "../step.ts";
import { word } from "../term.ts";
import { sameLength } from "../vector.ts";

const source = "CAS 1 art. 15, 18–19; IAS 2.29, 2.33–34; filing 004, lines 992–1008";

export const nrvProvision = define({
  id: "NRV.PROVISION",
  family: "inventory",
  source,
  formula: "Δ = max(0, C − max(0, NRV)) − A0",
  parameters: { cost: entries({ minimum: 0 }), nrv: entries(), opening_allowance: defaulted(entries({ minimum: 0 }), [[ZERO]]) },
  returns: "matrix",
  example: [[["10,874.69", 5000, 3000]], [["9,000.00", 4800, 3100]], [[0, 500, 80]]],
  compute: (given) =>
    eachElement(
      given,
      ({ cost, nrv, opening_allowance }) => allowanceChange(cost, nrv, opening_allowance).change,
      ({ cost, nrv, opening_allowance }, _change, element) => provisionSteps(cost, nrv, opening_allowance, element),
    ),
});

function provisionSteps(cost: Decimal, value: Decimal, opening: Decimal, which: Element | Which): Step[] {
  const { required, change } = allowanceChange(cost, value, opening);
  return [
    step("allowance-required", "max(0, C − max(0, NRV))", { C: ["cost-of-inventory", cost], NRV: ["net-realisable-value", value] }, required, which),
    step("write-down", "A1 − A0", { A1: ["allowance-required", required], A0: ["opening-allowance", opening] }, change, which),
  ];
}

export const nrvTable = define({
  id: "NRV.TABLE",
  family: "inventory",
  source,
  formula: "A1 = max(0, C − max(0, NRV)); Δ = A1 − A0; carrying = C − A1; totals of the items, nothing netted",
  parameters: { labels: labels(), cost: entryVector({ minimum: 0 }), nrv: entryVector(), opening_allowance: optional(entryVector({ minimum: 0 })) },
  returns: "matrix",
  example: [[["原材料", "在产品", "库存商品"]], [["10,874.69", 5000, 3000]], [["9,000.00", 4800, 3100]], [[0, 500, 80]]],
  compute({ labels, cost, nrv, opening_allowance }) {
    sameLength({ cost, labels, nrv, opening_allowance });
    const items = cost.values.map((given, index) => ({
      label: at(labels.values, index),
      cost: given,
      value: at(nrv.values, index),
      opening: opening_allowance ? at(opening_allowance.values, index) : ZERO,
      found: attempted(() => {
        const figures = { cost: known(given), value: known(at(nrv.values, index)), opening: opening_allowance ? known(at(opening_allowance.values, index)) : ZERO };
        const { required, change } = allowanceChange(figures.cost, figures.value, figures.opening);
        return { ...figures, required, change, carrying: figures.cost.minus(required) };
      }),
    }));
    type Found = Exclude<(typeof items)[number]["found"], Refusal>;
    const totalOf = (pick: (found: Found) => Decimal) => attempted(() => sum(items.map(({ found }) => pick(known(found)))));
    const change = totalOf((found) => found.change);
    const cells: ResultCell[][] = [
      (["item", "cost-of-inventory", "net-realisable-value", "allowance-required", "opening-allowance", "write-down", "carrying-amount"] as const).map((term) => word(term)),
      ...items.map(({ label, cost, value, opening, found }): ResultCell[] => [
        label,
        cost,
        value,
        found instanceof Refusal ? found : found.required,
        opening,
        found instanceof Refusal ? found : found.change,
        found instanceof Refusal ? found : found.carrying,
      ]),
      [
        word("total"),
        totalOf((found) => found.cost),
        totalOf((found) => found.value),
        totalOf((found) => found.required),
        totalOf((found) => found.opening),
        change,
        totalOf((found) => found.carrying),
      ],
    ];
    return block(cells, () => [
      ...items.flatMap(({ label, found }, index): Step[] => {
        if (found instanceof Refusal) return [];
        const which = label || index + 1;
        return [
          ...provisionSteps(found.cost, found.value, found.opening, which),
          step("carrying-amount", "C − A1", { C: ["cost-of-inventory", found.cost], A1: ["allowance-required", found.required] }, found.carrying, which),
        ];
      }),
      ...(change instanceof Refusal ? [] : [step("total", "Σ(d)", { d: ["write-down", items.map(({ found }) => known(found).change)] }, change)]),
    ]);
  },
});
