import type { FunctionTexts } from "../texts.ts";

export const pricing = {
  "PRICING.FAIRVALUE": {
    summary: "Fair-value change of a lot whose price is still provisional; a rise is a loss to the buyer.",
    parameters: {
      quantity: "Quantity of the lot.",
      initial_price: "Price at which the lot was first recorded.",
      current_price: "Price at the reporting date.",
      side: "\"buy\" (default) or \"sell\".",
      vat: "VAT contained in both prices, as a fraction; 0 if omitted.",
    },
    returns: "A gain positive, a loss negative.",
    example: "Two lots of ore priced later, VAT included at 13%.",
    keywords: ["provisional price", "delayed pricing", "embedded derivative", "fair value"],
  },
  "PRICING.TABLE": {
    summary: "Fair-value changes of provisional-price lots, open and settled ones apart.",
    parameters: {
      lots: "One lot a row, five columns: id, quantity, initial price, current or final price, settled (TRUE or FALSE, 是 or 否).",
      side: "\"buy\" (default) or \"sell\".",
      vat: "VAT contained in the prices, as a fraction; 0 if omitted.",
    },
    returns: "A table: lot, open, settled, total, with a total row.",
    example: "Three lots, one of them settled.",
    keywords: ["provisional price", "lots", "open", "settled"],
  },
} satisfies Partial<FunctionTexts>;
