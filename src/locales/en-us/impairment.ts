import type { FunctionTexts } from "../texts.ts";

const viu = "Value in use; omitted or '/' where it was not estimated. A blank is 0.";
const fvlcd = "Fair value less costs of disposal; omitted or '/' where it was not estimated. A blank is 0.";

export const impairment = {
  "IMPAIR.LOSS": {
    summary: "Impairment loss: the excess of the carrying amount over the recoverable amount, the higher of value in use and fair value less costs of disposal; never below zero.",
    parameters: { carrying: "Carrying amount, at least 0: one cell or a range.", viu, fvlcd },
    returns: "One loss for each carrying amount. #N/A where neither measure was estimated.",
    example: "Unit 1 of a molybdenum business in 2025: 24,235.61 against the higher of 22,330.00 and 21,960.00.",
    keywords: ["impairment", "loss", "recoverable amount", "carrying amount", "IAS 36", "write-down"],
  },
  "IMPAIR.TABLE": {
    summary: "The impairment table of several units or assets: recoverable amount, whether impaired, and loss; the total adds the losses and never sets a surplus against them.",
    parameters: { labels: "A name for each unit or asset.", carrying: "Carrying amounts, at least 0, as a row or a column.", viu, fvlcd },
    returns: "Table: unit, carrying amount, value in use, fair value less costs of disposal, recoverable amount, impaired or not, loss; the total.",
    example: "Three units of which the first and the third are impaired; the surplus of the second offsets nothing.",
    keywords: ["impairment", "cash-generating unit", "CGU", "recoverable amount", "IAS 36", "asset by asset"],
  },
} satisfies Partial<FunctionTexts>;
