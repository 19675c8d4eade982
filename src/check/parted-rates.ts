import { figureOf, multiplied, summed } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Line, View } from "./grid.ts";
import { type Family, type Instance, instanceOf, support } from "./relation.ts";

const words = 10;
const rate = /^(.{2,}?)(?:毛利率|净利率|利率|收益率|计提比例|损失率)$/;
const share = /^(.{2,}?)(?:金额|收入|额)?(?:占比|比例|比重)$/;
const farthest = 3;
/** How far shares that are rounded may be from a whole. */
const rounding = 0.0006;

/**
 * A rate as what its parts make of it: 主营业务毛利率 from the margins of sales at home and abroad, each printed with its share of the
 * sales a line or two away (filing 001, lines 356–360).
 */
export function partedRates(view: View): Family[] {
  const parts = view.lines.flatMap((line) => {
    const name = line.measure === "amount" ? undefined : rate.exec(line.bare)?.[1];
    const weight = name === undefined ? undefined : view.lines.find((other) => other !== line && Math.abs(other.index - line.index) <= farthest && other.section === line.section && share.exec(other.bare)?.[1] === name);
    return weight ? [{ rate: line, weight }] : [];
  });
  if (parts.length < 2) return [];
  const targets = view.lines.filter((line) => rate.test(line.bare) && !parts.some((part) => part.rate === line || part.weight === line));
  return targets.flatMap((target) => {
    const family: Family = { rule: "weighted-average", words, instances: instancesOf(view, target, parts) };
    return support(family).held >= 2 ? [family] : [];
  });
}

function instancesOf(view: View, target: Line, parts: readonly { readonly rate: Line; readonly weight: Line }[]): Instance[] {
  return view.positions.flatMap((position): Instance[] => {
    const printed = view.at(target.index, position.index);
    const terms = parts.map((part) => ({ of: view.at(part.rate.index, position.index), by: view.at(part.weight.index, position.index) }));
    if (!isRate(printed) || !terms.every((term): term is { of: Figure; by: Figure } => isRate(term.of) && isRate(term.by))) return [];
    if (Math.abs(terms.reduce((sum, { by }) => sum + by.value, 0) - 1) > rounding) return [];
    const instance = instanceOf("weighted-average", printed, summed(...terms.map(({ of, by }) => multiplied(figureOf(of), figureOf(by)))));
    return instance ? [instance] : [];
  });
}

const isRate = (figure: Figure | undefined): figure is Figure => figure !== undefined && figure.kind === "rate" && !figure.dash;
