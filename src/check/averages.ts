import { constant, divided, type Expression, figureOf, multiplied, summed } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Line, View } from "./grid.ts";
import { plainLabel } from "./label.ts";
import { type Family, type Instance, instanceOf, support } from "./relation.ts";
import type { Sum } from "./sums.ts";

const wordsOfAverage = 12;

/**
 * Lines of means and medians (平均值, 中位数) over the lines above them, under the convention that fits best: figures
 * that were not given left out, a dash as nil, negative ones left out, or without those the label names
 * (剔除焦作万方、云铝股份).
 */
export function averagesIn(view: View): Family[] {
  return view.lines.flatMap((target) => {
    const rule = /中位/.test(target.text) ? "median" : /平均|均值/.test(target.text) ? "mean" : undefined;
    if (!rule || !isOnlyAverage(target)) return [];
    const items = itemsFor(view, target);
    let best: Family | undefined;
    let most = -Infinity;
    for (const convention of ["given", "nil", "positive"] as const) {
      const instances = view.positions.flatMap((position): Instance[] => {
        const printed = view.at(target.index, position.index);
        const of = items.flatMap((line) => view.at(line.index, position.index) ?? []).filter((figure) => convention === "nil" || (!figure.dash && (convention === "given" || figure.value >= 0)));
        if (!printed || of.length < 2) return [];
        const instance = instanceOf(rule, printed, rule === "median" ? { op: "median", of: of.map(figureOf) } : divided(summed(...of.map(figureOf)), constant(of.length)));
        // What stands under a heading of changes may be the change of the averages, not the average of the changes.
        if (instance && !instance.holds && position.measure === "change") return [];
        return instance ? [of.every(({ value }) => value === of[0]?.value) ? { ...instance, bits: 0 } : instance] : [];
      });
      const family: Family = { rule, words: wordsOfAverage, instances };
      const { held, bits, broken } = support(family);
      if (held >= 1 && bits - 12 * broken > most) [best, most] = [family, bits - 12 * broken];
    }
    return best ? [best] : [];
  });
}

/** 平均值 and 同行业可比公司中位值 are means; 平均余额 and 平均单价 are figures of their own. */
const isOnlyAverage = ({ label }: Line) => /(?:平均|均值|平均值|平均数|中位数|中位值|中值)(?:[(（].*)?$/.test(label) && !/加权/.test(label);

function itemsFor(view: View, target: Line): Line[] {
  const left = /(?:剔除|不含|扣除)([^()（）]+)/.exec(target.text)?.[1]?.split(/[、，,和及]/).map(plainLabel) ?? [];
  const items: Line[] = [];
  for (let at = target.index - 1; at >= 0; at -= 1) {
    const line = view.lines[at];
    if (!line || line.section !== target.section || line.group !== target.group) break;
    if (/平均|均值|中位|标的公司|发行人|^公司$|本公司/.test(line.text) || line.kind !== "item") {
      if (items.length > 0) break;
      continue;
    }
    if (!left.some((name) => name.length > 1 && line.label.includes(name))) items.push(line);
  }
  return items;
}

/** Weighted averages of one kind: all columns of rates beside their weights, under the same heads. */
export interface Weighted {
  readonly key: string;
  readonly family: Family;
}

/**
 * Rates in the row of a total as the average of its parts: Σ share × rate, Σ amount × rate ÷ Σ amount, and a price as
 * amount ÷ Σ (amount ÷ price), where quantities are printed too short to divide by (filing 002, lines 4446–4533).
 * One family is all columns with the same two heads, the weights standing equally far before or after the rates.
 */
export function weightedIn(view: View, sums: readonly Sum[]): Weighted[] {
  const families = new Map<string, { words: number; instances: Instance[] }>();
  for (const target of view.positions) {
    if (target.measure === "share") continue;
    for (const weight of view.positions) {
      if (weight === target || Math.abs(weight.index - target.index) > 6) continue;
      for (const rule of ["weighted-average", "weighted-price"] as const) {
        const instances = sums.flatMap(({ total, parts }) => weightedInstance(view, rule, total, parts, target, weight) ?? []);
        const key = `${view.along} ${rule} ${target.label} ${weight.label} ${target.index - weight.index}`;
        const known = families.get(key) ?? { words: weight.measure === "share" && /(?:率|比例)$/.test(target.label) ? wordsOfAverage : 0, instances: [] };
        known.instances.push(...instances);
        if (instances.length > 0) families.set(key, known);
      }
    }
  }
  return [...families].map(([key, { words, instances }]) => ({ key, family: { rule: instances[0]?.rule ?? "weighted-average", words, instances } }));
}

function weightedInstance(view: View, rule: "weighted-average" | "weighted-price", total: Line, parts: readonly Line[], target: Line, weight: Line): Instance | undefined {
  const printed = view.at(total.index, target.index);
  const whole = view.at(total.index, weight.index);
  if (!printed || printed.dash || !whole || whole.dash || whole.value === 0) return undefined;
  const terms: { weight: Figure; rate: Figure }[] = [];
  for (const part of parts) {
    const [rate, of] = [view.at(part.index, target.index), view.at(part.index, weight.index)];
    if (!of || of.dash) continue;
    if (!rate || (rule === "weighted-price" && (rate.dash || rate.value === 0)) || rate.kind !== printed.kind) {
      if (rate?.dash && rule === "weighted-average") continue;
      return undefined;
    }
    terms.push({ weight: of, rate });
  }
  if (terms.length < 2 || (rule === "weighted-price") !== (printed.kind === "amount" && whole.kind === "amount")) return undefined;
  const expression = rule === "weighted-price" ? divided(figureOf(whole), summed(...terms.map(({ weight: of, rate }) => divided(figureOf(of), figureOf(rate))))) : averaged(terms, whole);
  const instance = instanceOf(rule, printed, expression);
  const different = terms.some(({ rate }) => rate.value !== terms[0]?.rate.value);
  return instance && !different ? { ...instance, bits: 0 } : instance;
}

function averaged(terms: readonly { weight: Figure; rate: Figure }[], whole: Figure): Expression {
  const sum = summed(...terms.map(({ weight, rate }) => multiplied(figureOf(weight), figureOf(rate))));
  return whole.kind === "rate" && whole.value === 1 ? sum : divided(sum, figureOf(whole));
}
