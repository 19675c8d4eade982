import { type Decimal, ONE, ZERO } from "../../core/decimal.ts";
import { contractValues, goodsValue, materialValue } from "../../core/inventory/net-realisable-value.ts";
import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { eachElement } from "../elements.ts";
import { attempted, known } from "../element-wise.ts";
import { defaulted, entries, type Entry, entryVector, type Parameter } from "../parameter.ts";
import { type Step, step } from "../step.ts";
import { laidOutEach, sameLength, type Vector } from "../vector.ts";

/** A fraction of the selling price: 0 to 1, one for all items or one an item. */
const share = () => defaulted(entries({ minimum: 0, maximum: 1 }), [[ZERO]]);

export const nrvGoods = define({
  id: "NRV.GOODS",
  family: "inventory",
  source: "CAS 1 art. 15–16; IAS 2.6, 2.28–31; filing 004, lines 992–1004",
  formula: "NRV = p × q × (1 − s − t) − k",
  parameters: { price: entries(), quantity: entries({ minimum: 0 }), selling_rate: share(), tax_rate: share(), completion: defaulted(entries(), [[ZERO]]) },
  returns: "matrix",
  example: [[[8200, 61.5]], [[120, 4000]], [["1.5%"]], [["0.4%"]], [[0, "12,500.00"]]],
  compute: (given) =>
    eachElement(
      given,
      ({ price, quantity, selling_rate, tax_rate, completion }) => goodsValue(price, quantity, { selling: selling_rate, tax: tax_rate }, completion),
      ({ price, quantity, selling_rate, tax_rate, completion }, value, element) => {
        const symbols = { p: ["unit-price", price], q: ["quantity", quantity], s: ["selling-rate", selling_rate], t: ["tax-rate", tax_rate], k: ["completion-cost", completion] } as const;
        return [step("net-realisable-value", "p × q × (1 − s − t) − k", symbols, value, element)];
      },
    ),
});

export const nrvMaterial = define({
  id: "NRV.MATERIAL",
  family: "inventory",
  source: "CAS 1 art. 16; IAS 2.32; filing 004, lines 992–1004",
  formula: "NRV = c where P × (1 − s − t) ≥ C, otherwise (P × (1 − s − t) − k) × y",
  parameters: {
    cost: entries({ minimum: 0 }),
    product_price: entries(),
    product_cost: entries({ minimum: 0 }),
    completion: entries(),
    selling_rate: share(),
    tax_rate: share(),
    yield: defaulted(entries({ minimum: 0 }), [[ONE]]),
  },
  returns: "matrix",
  example: [[[5200, 5200]], [[71_000, 82_000]], [[75_500, 75_500]], [[21_000, 21_000]], [["1%"]], [["0.5%"]], [[0.1]]],
  compute: (given) =>
    eachElement(
      given,
      (values) => materialValue(materialOf(values), { selling: values.selling_rate, tax: values.tax_rate }),
      (values, value, element) => {
        const { cost, product_price, product_cost, completion, selling_rate, tax_rate } = values;
        const rates = { s: ["selling-rate", selling_rate], t: ["tax-rate", tax_rate] } as const;
        const net = goodsValue(product_price, ONE, { selling: selling_rate, tax: tax_rate });
        return [
          step("product-net-price", "P × (1 − s − t)", { P: ["product-price", product_price], ...rates }, net, element),
          net.gte(product_cost)
            ? step("net-realisable-value", "c", { c: ["material-cost", cost], N: ["product-net-price", net], C: ["product-cost", product_cost] }, value, element)
            : step("net-realisable-value", "(N − k) × y", { N: ["product-net-price", net], k: ["completion-cost", completion], y: ["yield-rate", values.yield], C: ["product-cost", product_cost] }, value, element),
        ];
      },
    ),
});

function materialOf(values: Readonly<Record<"cost" | "product_price" | "product_cost" | "completion" | "yield", Decimal>>) {
  return { cost: values.cost, productPrice: values.product_price, productCost: values.product_cost, completion: values.completion, yieldRate: values.yield };
}

/** A rate, one for all items or one an item. */
const rates = (): Parameter<Vector<Entry>> => defaulted(entryVector({ minimum: 0, maximum: 1 }), { values: [ZERO], direction: "column" });

export const nrvContract = define({
  id: "NRV.CONTRACT",
  family: "inventory",
  source: "CAS 1 art. 17; IAS 2.31: contracted goods at the contract price, the rest at the market price, never netted",
  formula: "contract = min(Qc, Q) × pc × (1 − s − t); rest = max(0, Q − Qc) × pm × (1 − s − t)",
  parameters: {
    quantity: entryVector({ minimum: 0 }),
    contracted: entryVector({ minimum: 0 }),
    contract_price: entryVector(),
    market_price: entryVector(),
    selling_rate: rates(),
    tax_rate: rates(),
  },
  returns: "matrix",
  example: [[[1000]], [[600]], [[52]], [[46.5]], [["2%"]], undefined],
  compute({ quantity, contracted, contract_price, market_price, selling_rate, tax_rate }) {
    sameLength({ quantity, contracted, contract_price, market_price });
    const perItem = ({ values }: Vector<Entry>, index: number) => known(at(values, values.length === 1 ? 0 : index));
    for (const [name, rate] of Object.entries({ selling_rate, tax_rate })) if (rate.values.length !== 1) sameLength({ quantity, [name]: rate });
    const itemOf = (index: number) => {
      const given = {
        Q: perItem(quantity, index),
        Qc: perItem(contracted, index),
        pc: perItem(contract_price, index),
        pm: perItem(market_price, index),
        s: perItem(selling_rate, index),
        t: perItem(tax_rate, index),
      };
      return { given, found: contractValues(given.Q, given.Qc, given.pc, given.pm, { selling: given.s, tax: given.t }) };
    };
    const items = quantity.values.map((_, index, { length }) => (length === 1 ? itemOf(index) : attempted(() => itemOf(index))));
    return block(
      laidOutEach(items.map((item): ResultCell[] => (item instanceof Refusal ? [item, item] : [item.found.contractValue, item.found.restValue])), quantity),
      () =>
        items.flatMap((item, index): Step[] => {
          if (item instanceof Refusal) return [];
          const { Q, Qc, pc, pm, s, t } = item.given;
          const { covered, rest, contractValue, restValue } = item.found;
          const deducted = { s: ["selling-rate", s], t: ["tax-rate", t] } as const;
          const which = items.length === 1 ? undefined : index + 1;
          return [
            step("contracted-quantity", "min(Qc, Q)", { Qc: ["contracted-quantity", Qc], Q: ["quantity", Q] }, covered, which),
            step("contracted-value", "q × pc × (1 − s − t)", { q: ["contracted-quantity", covered], pc: ["contract-price", pc], ...deducted }, contractValue, which),
            step("uncontracted-quantity", "Q − q", { Q: ["quantity", Q], q: ["contracted-quantity", covered] }, rest, which),
            step("uncontracted-value", "r × pm × (1 − s − t)", { r: ["uncontracted-quantity", rest], pm: ["market-price", pm], ...deducted }, restValue, which),
          ];
        }),
    );
  },
});
