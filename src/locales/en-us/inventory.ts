import type { FunctionTexts } from "../texts.ts";

export const inventory = {
  "NRV.GOODS": {
    summary: "Net realisable value of goods: price × quantity less selling expenses, taxes and the cost to completion.",
    parameters: {
      price: "Estimated selling price of one unit, without VAT.",
      quantity: "Quantity held.",
      selling_rate: "Selling expenses as a fraction of the price; 0 if omitted.",
      tax_rate: "Taxes on the sale as a fraction of the price; 0 if omitted.",
      completion: "Cost to completion for the whole item, an amount; 0 if omitted.",
    },
    returns: "One amount an item.",
    example: "Finished goods, and work in progress with 12,500 still to be spent.",
    keywords: ["NRV", "net realisable value", "inventory", "write-down", "lower of cost"],
  },
  "NRV.MATERIAL": {
    summary: "Net realisable value of a material held for production, through the product it becomes; its cost while the product is sold at a profit.",
    parameters: {
      cost: "Cost of one unit of the material.",
      product_price: "Selling price of one unit of the product, without VAT.",
      product_cost: "Cost of one unit of the product.",
      completion: "What is still spent on one unit of the product.",
      selling_rate: "Selling expenses as a fraction of the price; 0 if omitted.",
      tax_rate: "Taxes on the sale as a fraction of the price; 0 if omitted.",
      yield: "Units of the product from one unit of the material; 1 if omitted.",
    },
    returns: "One amount for a unit of the material.",
    example: "Ore for lithium salt, at a selling price under and over the product's cost.",
    keywords: ["raw material", "work in progress", "NRV", "look-through"],
  },
  "NRV.CONTRACT": {
    summary: "Net realisable value of goods partly sold under a contract: the contracted part at the contract price, the rest at the market price, never netted.",
    parameters: {
      quantity: "Quantity held.",
      contracted: "Quantity under contract; more than is held counts as what is held.",
      contract_price: "Contract price of one unit, without VAT.",
      market_price: "Market price of one unit, without VAT.",
      selling_rate: "Selling expenses as a fraction of the price; 0 if omitted.",
      tax_rate: "Taxes on the sale as a fraction of the price; 0 if omitted.",
    },
    returns: "Two amounts an item: contracted part and rest; beside a column of items, below a row of them. Hold each against its own cost.",
    example: "1,000 units of which 600 are sold under a contract at 52; the market pays 46.50.",
    keywords: ["contract", "excess quantity", "NRV", "onerous"],
  },
  "NRV.PROVISION": {
    summary: "Charge or reversal of the inventory allowance in the period: allowance required less the opening allowance.",
    parameters: {
      cost: "Cost of the item.",
      nrv: "Net realisable value of the item.",
      opening_allowance: "Opening allowance after what left with goods sold; 0 if omitted.",
    },
    returns: "Charge positive, reversal negative; a reversal never exceeds the opening allowance.",
    example: "A first charge, a reversal in part, and a reversal in whole.",
    keywords: ["write-down", "reversal", "allowance", "lower of cost"],
  },
  "NRV.TABLE": {
    summary: "Inventory written down item by item: cost, net realisable value, allowance, charge or reversal, carrying amount, with totals that net nothing.",
    parameters: {
      labels: "Names of the items.",
      cost: "Cost of each item.",
      nrv: "Net realisable value of each item.",
      opening_allowance: "Opening allowances after what left with goods sold; 0 if omitted.",
    },
    returns: "A table: item, cost, NRV, allowance required, opening allowance, charge or reversal, carrying amount; the total last.",
    example: "Raw material, work in progress and finished goods.",
    keywords: ["inventory", "allowance", "table", "write-down"],
  },
} satisfies Partial<FunctionTexts>;
