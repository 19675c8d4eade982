import type { Expression } from "./expression.ts";
import { figureOf } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Line, View } from "./grid.ts";
import { type Family, type Instance, instanceOf, support } from "./relation.ts";

/** A total and the lines it adds. */
export interface Sum {
  readonly total: Line;
  readonly parts: readonly Line[];
  readonly family: Family;
  /** Whether a word of totalling says so, or only the figures do. */
  readonly stated: boolean;
}

const wordsOfTotalling = 12;
/** A result under the revenue and all that is taken from it. */
const wordsOfResult = 10;
const longestRun = 40;

/**
 * The totals of a view (合计, 小计, and lines that add the run of lines next to them without saying so) with the
 * lines each adds: those above it back to the last total, those below it, only the subtotals, or only its
 * group, whichever holds best. Subtotals stand for what they add; 其中 lines and ratios are left out.
 */
export function sumsIn(view: View): Sum[] {
  const found: Sum[] = [];
  for (const total of view.lines) {
    if (total.ratio) continue;
    const stated = total.kind !== "item";
    let best: Sum | undefined;
    let most = stated ? -Infinity : 0;
    for (const { parts, words } of candidatesFor(view, total, stated)) {
      const instances = instancesOf(view, total, parts);
      const family: Family = { rule: "sum", words, instances };
      const { held, bits, broken } = support(family);
      if (instances.length === 0 || (!stated && (held < 2 || broken > held / (words > 0 ? 2 : 3)))) continue;
      // Parts stand above their total unless nothing there adds to it: shares of any other whole add to 100% as well.
      const below = stated && parts.every(({ index }) => index > total.index);
      const worth = bits - 12 * broken - (below ? 4 * held : 0);
      if (worth > most) [best, most] = [{ total, parts, family, stated }, worth];
    }
    if (best && (stated || most > 30 - 2 * best.family.words)) found.push(best);
  }
  return found;
}

interface Candidate {
  readonly parts: readonly Line[];
  readonly words: number;
}

function candidatesFor(view: View, total: Line, stated: boolean): Candidate[] {
  const words = stated ? wordsOfTotalling : 0;
  const plain = [...(stated ? statedParts(view, total) : []), ...runs(view, total), ...outermost(view, total)];
  const less = profit.test(total.label) ? plain.filter((parts) => parts.length > 2).map(deducted) : [];
  return [...resultParts(view, total).map((parts) => ({ parts, words: Math.max(words, wordsOfResult) })), ...[...plain, ...less].map((parts) => ({ parts, words }))];
}

/** What is left after the lines above it: revenue less costs and expenses. */
const profit = /利润|毛利|净额|净增加/;

/** The first line in its order less all others, as an income statement means them whether or not each says 减. */
function deducted(parts: readonly Line[]): Line[] {
  return [...parts].sort((a, b) => a.index - b.index).map((line, at) => (at === 0 || /^加/.test(line.text) ? { ...line, minus: false } : { ...line, minus: true }));
}

/** The lines of a statement from revenue, or from the result before, down to this result, each with its sign; losses are printed as they are or as negative gains. */
function resultParts(view: View, total: Line): Line[][] {
  if (!profit.test(total.label)) return [];
  const above = view.lines.filter((line) => line.index < total.index && line.section === total.section && adds(line));
  const starts = above.filter(({ label }) => /收入$|利润|毛利/.test(label)).slice(-3);
  return starts.flatMap((start) => {
    const rest = above.filter((line) => line.index > start.index && !/利润|毛利/.test(line.label));
    if (rest.length < 2) return [];
    return [/^加|收益|收入/, /^加|收益|收入|损失/].map((plus) => [{ ...start, minus: false }, ...rest.map((line) => ({ ...line, minus: !plus.test(line.text) }))]);
  });
}

/** The outermost items of a numbered table, for which their parts do not count again. */
function outermost(view: View, total: Line): Line[][] {
  const parts = view.lines.filter((line) => line.level === 0 && line.index < total.index && line.section === total.section && line.kind === "item" && adds(line));
  return parts.length >= 2 && (total.level === 0 || total.level === undefined) ? [parts] : [];
}

const adds = (line: Line) => !line.ratio && line.measure !== "rate" && !line.ofWhich;

function statedParts(view: View, total: Line): (readonly Line[])[] {
  const inSection = view.lines.filter((line) => line.section === total.section && !(view.along === "columns" && line.group !== total.group && total.group !== ""));
  const all = view.lines.filter((line) => line.index <= total.index && line.index > view.lines.findLastIndex(({ kind, index }) => kind === "total" && index < total.index));
  // A fragment of a label that was torn off by a page break may pass for a heading.
  return [...partsWithin(view, inSection, total), ...(total.section > 0 && inSection.length < 5 ? partsWithin(view, all, total) : [])];
}

function partsWithin(view: View, lines: readonly Line[], total: Line): (readonly Line[])[] {
  const at = lines.indexOf(total);
  const above = lines.slice(0, at);
  const below = lines.slice(at + 1);
  const candidates: Line[][] = [];
  const sinceAny = above.slice(above.findLastIndex(({ kind }) => kind !== "item") + 1).filter(adds);
  const sinceTotal = above.slice(above.findLastIndex(({ kind }) => kind === "total") + 1);
  if (/^小计/.test(total.label)) {
    if (total.group !== "") candidates.push(sinceAny.filter((line) => line.group === total.group));
    candidates.push(sinceAny);
  } else {
    candidates.push(topmost(sinceTotal), topmost(above), sinceAny, sinceTotal.filter(adds).filter(({ kind }) => kind === "item"));
    candidates.push(above.filter(({ kind }) => kind === "subtotal"), above.filter(({ kind }) => kind === "total"), ...withoutOfWhich(view, total, sinceTotal));
  }
  const next = below.findIndex(({ kind }) => kind === "total");
  candidates.push((next === -1 ? below : below.slice(0, next)).filter(adds));
  if (view.along === "columns") candidates.push(view.lines.filter((line) => line !== total && line.kind === "total"), view.lines.filter((line) => line !== total && line.label === total.label && line.group !== total.group), view.lines.filter((line) => line !== total && line.kind === "subtotal"));
  return candidates.filter((parts) => parts.length >= (/^小计/.test(total.label) ? 1 : 2) && !parts.includes(total));
}

/** Going up from the foot: a subtotal stands for the lines it adds. */
function topmost(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (!line || !adds(line)) continue;
    kept.unshift(line);
    if (line.kind === "item") continue;
    while (at > 0 && lines[at - 1]?.kind === "item" && (line.group === "" || lines[at - 1]?.group === line.group)) at -= 1;
  }
  return kept;
}

const mostOfWhich = 6;
const longestOfWhich = 4;

/** 其中 often covers the lines after it too, without saying how many: up to three each. */
function withoutOfWhich(view: View, total: Line, lines: readonly Line[]): Line[][] {
  const starts = lines.flatMap(({ ofWhich }, at) => (ofWhich && !lines[at - 1]?.ofWhich ? [at] : []));
  if (starts.length === 0 || starts.length > mostOfWhich) return [];
  const lefts = starts.reduce<number[][]>((chosen, start, order) => {
    const room = Math.min(longestOfWhich, (starts[order + 1] ?? lines.length) - start - (order + 1 < starts.length ? 1 : 0));
    return chosen.flatMap((before) => Array.from({ length: Math.max(1, room) }, (_, count) => [...before, ...Array.from({ length: count + 1 }, (__, step) => start + step)]));
  }, [[]]);
  return lefts.map((left) => lines.filter((line, at) => !left.includes(at) && adds(line))).filter((parts) => comesNear(view, total, parts));
}

/** Whether the lines add up to the total anywhere, as far as their last digits tell. */
function comesNear(view: View, total: Line, parts: readonly Line[]): boolean {
  return view.positions.some(({ index }) => {
    const printed = view.at(total.index, index);
    if (!printed || printed.value === 0) return false;
    let [off, width] = [-printed.value, printed.high - printed.low];
    for (const line of parts) {
      const figure = view.at(line.index, index);
      if (!figure) continue;
      off += line.minus ? -figure.value : figure.value;
      width += figure.high - figure.low;
    }
    return Math.abs(off) <= width;
  });
}

/** Runs of two and more lines directly above or below that come near the total somewhere. */
function runs(view: View, total: Line): Line[][] {
  const usable = (line: Line | undefined): line is Line => line !== undefined && !line.ratio && line.section === total.section;
  const targets = view.positions.map((position) => view.at(total.index, position.index));
  const found: Line[][] = [];
  for (const step of [-1, 1]) {
    const run: Line[] = [];
    const sums = targets.map(() => ({ value: 0, width: 0 }));
    for (let at = total.index + step; run.length < longestRun; at += step) {
      const line = view.lines[at];
      if (!usable(line)) break;
      run.push(line);
      for (const [place, sum] of sums.entries()) {
        const figure = view.at(line.index, view.positions[place]?.index ?? -1);
        if (!figure) continue;
        sum.value += line.minus ? -figure.value : figure.value;
        sum.width += figure.high - figure.low;
      }
      const near = sums.some(({ value, width }, place) => {
        const target = targets[place];
        return target !== undefined && target.value !== 0 && Math.abs(value - target.value) <= width + target.high - target.low;
      });
      if (run.length >= 2 && near) found.push([...run]);
    }
  }
  return found;
}

function instancesOf(view: View, total: Line, parts: readonly Line[]): Instance[] {
  return view.positions.flatMap((position) => {
    const printed = view.at(total.index, position.index);
    if (!printed) return [];
    const terms = parts.flatMap((line) => {
      const figure = view.at(line.index, position.index);
      return figure ? [{ sign: line.minus ? (-1 as const) : (1 as const), figure }] : [];
    });
    if (terms.length === 0 || terms.some(({ figure }) => (figure.kind === "amount") !== (printed.kind === "amount") && !figure.dash && !printed.dash)) return [];
    const instance = instanceOf("sum", printed, sumOf(terms));
    if (!instance) return [];
    const telling = terms.filter(({ figure }) => figure.value !== 0).length >= 2;
    if (!instance.holds && (!summable(position, printed) || terms.length < 2)) return [];
    return [telling ? instance : { ...instance, bits: 0 }];
  });
}

function sumOf(terms: readonly { sign: 1 | -1; figure: Figure }[]): Expression {
  return { op: "sum", terms: terms.map(({ sign, figure }) => ({ sign, of: figureOf(figure) })) };
}

function summable(position: Line, printed: Figure): boolean {
  return printed.kind === "amount" ? position.measure === "amount" : position.measure === "share";
}
