import { Decimal, rounded } from "../../core/decimal.ts";
import { define } from "../define.ts";
import { eachElement } from "../elements.ts";
import { choice, digits, entries } from "../parameter.ts";
import { step } from "../step.ts";

/** How many of the plain unit one of each is. */
const sizes = { 元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 亿元: 1e8, one: 1, thousand: 1e3, million: 1e6, billion: 1e9 } as const;
const units = ["元", "千元", "万元", "百万元", "亿元", "one", "thousand", "million", "billion"] as const;

export const readUnit = define({
  id: "READ.UNIT",
  family: "printed-figures",
  source: "filing 001, lines 903 and 3065; filing 002, lines 2999–3062",
  formula: "y = x × f ÷ t",
  parameters: { value: entries(), from: choice(...units), to: choice(...units), digits: digits() },
  returns: "matrix",
  example: [[["3,354,029,294.02"], ["205,060,091.54"]], [["元"]], [["万元"]], [[2]]],
  compute({ value, from, to, digits }) {
    const [f, t] = [new Decimal(sizes[from]), new Decimal(sizes[to])];
    return eachElement(
      { value },
      ({ value }) => rounded(value.times(f).div(t), digits),
      ({ value }, result, element) => {
        const symbols = { x: ["amount", value], f: ["unit-from", f], t: ["unit-to", t] } as const;
        if (digits === undefined) return [step("converted-amount", "x × f ÷ t", symbols, result, element)];
        return [step("converted-amount", "round(x × f ÷ t, n)", { ...symbols, n: ["digits", new Decimal(digits)] }, result, element)];
      },
    );
  },
});
