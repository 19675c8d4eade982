import { figureOf, summed } from "./expression.ts";
import type { Line, View } from "./grid.ts";
import { type Family, type Instance, instanceOf, support } from "./relation.ts";

/** How an item is numbered: 一、 （一） 1、 1.1 （1） ①. Each kind is a level of its own. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ["一、", /^[一二三四五六七八九十]{1,3}\s*[、.．]/],
  ["(一)", /^[(（][一二三四五六七八九十]{1,3}[)）]/],
  ["1.1.1", /^\d{1,2}\.\d{1,2}\.\d{1,2}(?![\d%])/],
  ["1.1", /^\d{1,2}\.\d{1,2}(?![\d%])/],
  ["1", /^\d{1,2}\s*[、.．](?!\d)/],
  ["(1)", /^[(（]\d{1,2}[)）]/],
  ["①", /^[①-⑳]/u],
];

/**
 * How deep each row of a table stands in its numbering, from the number before its label or in a column of numbers; the
 * first kind of number met is the outermost. Undefined for rows without a number, and for all where there is one level only.
 */
export function levelsOf(rows: readonly { readonly label: string; readonly number: string }[]): (number | undefined)[] {
  const open: string[] = [];
  let deepest = 0;
  const levels = rows.map(({ label, number }) => {
    const own = number.trim();
    const kind = /^\d{1,2}$/.test(own) ? "1" : kinds.find(([, pattern]) => pattern.test(own) || pattern.test(label.trim()))?.[0];
    if (kind === undefined) return undefined;
    if (open.includes(kind)) open.length = open.indexOf(kind) + 1;
    else open.push(kind);
    deepest = Math.max(deepest, open.length);
    return open.length - 1;
  });
  return deepest > 1 ? levels : levels.map(() => undefined);
}

const wordsOfNumbering = 10;

/**
 * Items of a numbered table as the sums of those numbered below them: 2、焙烧成本 of (1) to (6); and an outermost item
 * that adds those before it (filing 001, lines 2276–2283, 3410–3448). A parent may be left out of it, a table of
 * numbered items that do not add has none that holds.
 */
export function outlineSums(view: View): Family[] {
  const parents = view.lines.flatMap((parent) => {
    const below = instancesOf(view, parent, partsOf(view.lines, parent));
    const before = below.length > 0 ? [] : instancesOf(view, parent, outermostBefore(view.lines, parent));
    const [own, needed] = below.length > 0 ? [below, below.length === 1 ? 0 : 1] : [before, 1];
    const { held, broken } = support({ rule: "sum", words: wordsOfNumbering, instances: own });
    return held >= needed && broken <= Math.max(1, held) ? own : [];
  });
  return parents.length === 0 ? [] : [{ rule: "sum", words: wordsOfNumbering, instances: parents, structural: true }];
}

const adds = (line: Line) => !line.ratio && line.measure !== "rate";

function partsOf(lines: readonly Line[], parent: Line): Line[] {
  const { level } = parent;
  if (level === undefined) return [];
  const below = lines.slice(lines.indexOf(parent) + 1);
  const end = below.findIndex((line) => line.section !== parent.section || (line.level !== undefined && line.level <= level) || line.kind !== "item");
  return (end === -1 ? below : below.slice(0, end)).filter((line) => line.level === level + 1 && adds(line));
}

function outermostBefore(lines: readonly Line[], parent: Line): Line[] {
  return parent.level === 0 ? lines.filter((line) => line.level === 0 && line.index < parent.index && line.section === parent.section && line.kind === "item" && adds(line)) : [];
}

function instancesOf(view: View, parent: Line, parts: readonly Line[]): Instance[] {
  return parts.length < 2 ? [] : view.positions.flatMap((position) => {
    const printed = view.at(parent.index, position.index);
    const of = parts.flatMap((part) => view.at(part.index, position.index) ?? []);
    if (!printed || printed.dash || of.length < 2 || position.measure === "change" || of.some(({ kind, dash }) => kind !== printed.kind && !dash)) return [];
    const instance = instanceOf("sum", printed, summed(...of.map(figureOf)));
    // Costs of a unit add up, prices and quantities of a unit do not.
    if (!instance || (!instance.holds && position.measure === "rate" && !/成本|费用/.test(position.text))) return [];
    const telling = of.filter(({ value }) => value !== 0).length >= 2;
    return [telling ? instance : { ...instance, bits: 0 }];
  });
}
