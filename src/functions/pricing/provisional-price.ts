import { Decimal, sum, ZERO } from "../../core/decimal.ts";
import { provisionalPriceChange, type Side } from "../../core/pricing/provisional-price.ts";
import { type Place, refuse } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { type Argument, type Cell, isCellError } from "../cell.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { eachElement } from "../elements.ts";
import { cellsOf, choice, defaulted, entries, type Entry, entryIn, number, required } from "../parameter.ts";
import { type Step, step, type Which } from "../step.ts";
import { word } from "../term.ts";

const source = "CAS 22 art. 23–26; IFRS 9 4.3.3; Guidance on the Application of Regulatory Rules, Accounting No. 2; filing 004, lines 142–202";
const sides = () => defaulted(choice("buy", "sell"), "buy");

export const pricingFairValue = define({
  id: "PRICING.FAIRVALUE",
  family: "pricing",
  source,
  formula: "sell: q × (p1 − p0) ÷ (1 + v); buy: −q × (p1 − p0) ÷ (1 + v)",
  parameters: { quantity: entries(), initial_price: entries(), current_price: entries(), side: sides(), vat: defaulted(number({ minimum: 0 }), ZERO) },
  returns: "matrix",
  example: [[[1000, 600]], [["68,000", "71,500"]], [["75,300", "70,100"]], undefined, [["13%"]]],
  compute: ({ side, vat, ...given }) =>
    eachElement(
      given,
      ({ quantity, initial_price, current_price }) => provisionalPriceChange(quantity, initial_price, current_price, side, vat),
      ({ quantity, initial_price, current_price }, change, element) => [changeStep(quantity, initial_price, current_price, side, vat, change, element)],
    ),
});

function changeStep(quantity: Decimal, initial: Decimal, current: Decimal, side: Side, vat: Decimal, change: Decimal, which: Which | undefined): Step {
  const symbols = { q: ["quantity", quantity], p1: ["current-price", current], p0: ["initial-price", initial], v: ["vat-rate", vat] } as const;
  return step("fair-value-change", side === "sell" ? "q × (p1 − p0) ÷ (1 + v)" : "−q × (p1 − p0) ÷ (1 + v)", symbols, change, which);
}

interface Lot {
  readonly id: string;
  readonly quantity: Entry;
  readonly initial: Entry;
  readonly current: Entry;
  readonly settled: boolean;
}

export const pricingTable = define({
  id: "PRICING.TABLE",
  family: "pricing",
  source,
  formula: "Δ = ±q × (p1 − p0) ÷ (1 + v), open and settled lots apart",
  parameters: { lots: lots(), side: sides(), vat: defaulted(number({ minimum: 0 }), ZERO) },
  returns: "matrix",
  example: [
    [
      ["L-01", 1000, "68,000", "75,300", "否"],
      ["L-02", 600, "71,500", "70,100", "是"],
      ["L-03", 450, "66,200", "75,300", "否"],
    ],
    undefined,
    [["13%"]],
  ],
  compute({ lots, side, vat }) {
    const found = lots.map((lot) => ({ ...lot, change: attempted(() => provisionalPriceChange(known(lot.quantity), known(lot.initial), known(lot.current), side, vat)) }));
    const totalOf = (settled?: boolean) => attempted(() => sum(found.filter((lot) => settled === undefined || lot.settled === settled).map(({ change }) => known(change))));
    const cells: ResultCell[][] = [
      [word("lot"), word("open-lots"), word("settled-lots"), word("total")],
      ...found.map(({ id, settled, change }): ResultCell[] => [id, settled ? ZERO : change, settled ? change : ZERO, change]),
      [word("total"), totalOf(false), totalOf(true), totalOf()],
    ];
    return block(cells, () => {
      const total = totalOf();
      return [
        ...found.flatMap(({ id, quantity, initial, current, change }, index) =>
          change instanceof Decimal ? [changeStep(known(quantity), known(initial), known(current), side, vat, change, id || index + 1)] : [],
        ),
        ...(total instanceof Decimal ? [step("total", "Σ(d)", { d: ["fair-value-change", found.map(({ change }) => known(change))] }, total)] : []),
      ];
    });
  },
});

const settledWords = ["true", "是", "已点价", "已结算", "settled", "yes", "1"];
const openWords = ["false", "否", "未点价", "未结算", "open", "no", "0", ""];

/** Lots, one a row: id, quantity, initial price, current or final price, settled or not. */
function lots() {
  return required("table", (argument: Argument, name): Lot[] => {
    const columns = argument?.[0]?.length ?? 0;
    if (columns !== 5) refuse({ code: "columns-differ", parameter: name, given: columns, expected: 5 });
    const places = cellsOf(argument, name, (cell, place) => ({ cell, place }));
    return places.map((row) => {
      const entryAt = (column: number) => entryIn(at(row, column).cell, at(row, column).place);
      const { cell, place } = at(row, 0);
      const settled = at(row, 4);
      return { id: textIn(cell, place), quantity: entryAt(1), initial: entryAt(2), current: entryAt(3), settled: settledIn(settled.cell, settled.place) };
    });
  });
}

function textIn(cell: Cell, place: Place): string {
  if (isCellError(cell)) return refuse({ code: "error-in-cell", place, error: cell.error });
  return cell === null || cell === 0 ? "" : String(cell).trim();
}

function settledIn(cell: Cell, place: Place): boolean {
  const text = textIn(cell, place);
  if (settledWords.includes(text.toLowerCase())) return true;
  if (openWords.includes(text.toLowerCase())) return false;
  return refuse({ code: "unknown-word", place, text, allowed: ["TRUE", "FALSE", "是", "否"] });
}
