import { constant, divided, type Expression, figureOf, less, summed } from "../expression.ts";
import type { Figure } from "../figure.ts";
import type { Rule } from "../finding.ts";
import { type Instance, instanceOf } from "../relation.ts";
import { inUnitOf } from "../series.ts";
import type { Prose, Quantity } from "./quantities.ts";

/** What a sentence states of one thing that was valued: 账面负债总计 12,178.42 万元，评估值 12,178.42 万元，评估增值 …，增值率 …. */
interface Valued {
  readonly of: "assets" | "liabilities" | "equity" | "other";
  readonly book: Figure;
  readonly value: Figure;
}

const mostBetween = 3;
/** How far the parts may be from a total that introduces them and still be all of it. */
const wholeOfIt = 0.01;

/** What a paragraph computes over several clauses: valuations against book values, and totals before their parts. */
export function statementInstances(prose: Prose): Instance[] {
  return [...valuations(prose), ...introducedTotals(prose)];
}

/** The words right before a figure, after the figure or the sentence before it. */
function nameOf(prose: Prose, at: number): string {
  const own = prose.quantities[at];
  const from = prose.quantities[at - 1]?.end ?? 0;
  return own ? (prose.paragraph.text.slice(from, own.start).split(/[，,；;。：:]/).at(-1) ?? "").replace(/\s/g, "") : "";
}

/** Gains and rates of gain, and equity as assets less liabilities, at book and as valued (filing 001, lines 1837–1843). */
function valuations(prose: Prose): Instance[] {
  const found: (Instance | undefined)[] = [];
  const valued: Valued[] = [];
  for (const [at, book] of prose.quantities.entries()) {
    const name = nameOf(prose, at);
    if (!/^(?:.{0,40})(?:账面|帐面)/.test(name) || /增值|减值|准备/.test(name) || book.figure.kind !== "amount") continue;
    const after = Array.from({ length: mostBetween }, (_, step) => ({ name: nameOf(prose, at + 1 + step), quantity: prose.quantities[at + 1 + step] }));
    const [value, gain, rate] = [/评估(?:价值|结果|值)|市场价值/, /(?:增值|减值)(?!率)/, /(?:增值|减值)率/].map((pattern, step) => (pattern.test(after[step]?.name ?? "") ? after[step]?.quantity : undefined));
    if (!value || /增值|减值/.test(after[0]?.name ?? "") || value.figure.kind !== "amount") continue;
    const [b, v] = [figureOf(book.figure), inUnitOf(value.figure, book.figure)];
    const falls = /减值/.test(after[1]?.name ?? "");
    const step = falls ? less(b, v) : less(v, b);
    if (gain?.figure.kind === "amount") found.push(stated("difference", gain, falls ? less(inUnitOf(book.figure, gain.figure), inUnitOf(value.figure, gain.figure)) : less(inUnitOf(value.figure, gain.figure), inUnitOf(book.figure, gain.figure))));
    if (rate?.figure.kind === "rate" && book.figure.value !== 0) found.push(stated(book.figure.value < 0 ? "growth-absolute" : "growth", rate, divided(step, book.figure.value < 0 ? less(constant(0), b) : b)));
    valued.push({ of: /净资产|权益/.test(name) ? "equity" : /负债/.test(name) ? "liabilities" : /资产/.test(name) ? "assets" : "other", book: book.figure, value: value.figure });
  }
  const [assets, liabilities, equity] = (["assets", "liabilities", "equity"] as const).map((of) => valued.filter((each) => each.of === of));
  if (assets?.[0] && liabilities?.[0] && equity?.[0] && assets.length === 1 && liabilities.length === 1 && equity.length === 1) {
    for (const side of ["book", "value"] as const) {
      const [a, l, e] = [assets[0][side], liabilities[0][side], equity[0][side]];
      found.push(instanceOf("difference", e, less(inUnitOf(a, e), inUnitOf(l, e))));
    }
  }
  return found.flatMap((instance) => instance ?? []);
}

function stated(rule: Rule, printed: Quantity, expression: Expression): Instance | undefined {
  return printed.rough ? undefined : instanceOf(rule, printed.figure, expression);
}

/** 共计支付 139,020,470 元，其中收购股权支付 24,340,470 元，增资支付 114,680,000 元: the parts up to the end of the sentence, where they come to all or nearly all of it. */
function introducedTotals(prose: Prose): Instance[] {
  const { text } = prose.paragraph;
  return prose.quantities.flatMap((total, at): Instance[] => {
    const next = prose.quantities[at + 1];
    if (!next || total.rough || total.figure.kind !== "amount" || total.figure.money === undefined || !/^[，,；;]?\s*其中[^，,。\d]*$/.test(text.slice(total.end, next.start).replace(/[：:]/g, ""))) return [];
    const stop = text.indexOf("。", total.end);
    const parts = prose.quantities.slice(at + 1).filter(({ start }) => stop === -1 || start < stop);
    if (parts.length < 2 || parts.some(({ figure, rough }) => rough || figure.kind !== "amount" || figure.money === undefined)) return [];
    const sum = parts.reduce((all, { figure }) => all + figure.value * (figure.money ?? 1), 0) / total.figure.money;
    const instance = Math.abs(sum / total.figure.value - 1) < wholeOfIt ? instanceOf("sum", total.figure, summed(...parts.map(({ figure }) => inUnitOf(figure, total.figure)))) : undefined;
    return instance ? [instance] : [];
  });
}
