import { divided, figureOf } from "../expression.ts";
import type { Family, Instance } from "../relation.ts";
import { instanceOf } from "../relation.ts";
import { inUnitOf } from "../series.ts";
import type { Claims } from "./list-claims.ts";
import type { Prose, Quantity } from "./quantities.ts";

const words = 14;
const shareOf = /^[，,、]?\s*(?:约)?占(?:公司|其|总)?([^，,。；;\d]{2,10}?)(?:总额)?的?(?:比例|比重|股权比例)?(?:约)?为?\s*$/;
/** So many other parts of one whole make sure that it is the one that is meant. */
const enough = 2;

/** 注册资本为 14,500 万元，其中甲出资 5,800 万元，占注册资本的 40%: shares of a whole that the same paragraph states before. */
export function ownShares(prose: Prose): Claims {
  const found = prose.quantities.flatMap((rate, at) => {
    const amount = prose.quantities[at - 1];
    const name = amount && rate.figure.kind === "rate" ? shareOf.exec(prose.paragraph.text.slice(amount.end, rate.start))?.[1] : undefined;
    const whole = name === undefined || !amount ? undefined : statedBefore(prose, name, at - 1);
    if (!amount || !whole || amount.rough || rate.rough || amount.figure.kind !== "amount") return [];
    const instance = instanceOf("share", rate.figure, divided(figureOf(amount.figure), inUnitOf(whole.figure, amount.figure)));
    return instance ? [{ instance, whole }] : [];
  });
  const held = (of: Quantity) => found.filter(({ instance, whole }) => whole === of && instance.holds).map(({ instance }) => instance);
  const family = (instances: readonly Instance[]): Family => ({ rule: "share", words, instances });
  return {
    families: [...new Set(found.map(({ whole }) => whole))].map((whole) => family(held(whole))).filter(({ instances }) => instances.length > 0),
    breaks: found.filter(({ instance, whole }) => !instance.holds && held(whole).length >= enough).map(({ instance, whole }) => ({ instance, family: family(held(whole)), held: held(whole).length })),
  };
}

/** The last sum of money before it that stands right after the name: 注册资本为 14,500 万元, 注册资本由 … 减少至 7,416 万元. */
function statedBefore({ paragraph, quantities }: Prose, name: string, at: number): Quantity | undefined {
  return quantities.slice(0, at).findLast(({ figure, start, rough }, place) => {
    const between = paragraph.text.slice(quantities[place - 1]?.end ?? 0, start);
    return !rough && figure.money !== undefined && !/占[^，,。]*$/.test(between) && new RegExp(`${name}(?:总额|总计|合计)?[^，,。；;、]{0,6}$`).test(between.replace(/\s/g, ""));
  });
}
