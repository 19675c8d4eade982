import { normalised } from "../core/tie-out/printed-number.ts";
import { constant, divided, type Expression, figureOf, less, multiplied, summed } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Line, View } from "./grid.ts";
import { likeness, plainLabel } from "./label.ts";
import { type Family, type Instance, instanceOf, support } from "./relation.ts";

/** A rule in words of the filing: what stands left of its =, and the tree right of it. */
type Tree = { readonly op: "+" | "-" | "*" | "/"; readonly left: Tree; readonly right: Tree } | { readonly op: "name"; readonly name: string } | { readonly op: "number"; readonly value: number };

const wordsOfLetters = 24;
const wordsOfNames = 14;
const lettered = /[([]?([A-Z]|[①-⑳])(?:=([^()]*(?:\([^()]*\)[^()]*)*))?[)\]]?$/u;

/** Rules printed in the heads themselves: 发函比例（C=B/A）, 净利润③=①-②. */
export function letteredRulesIn(view: View): Family[] {
  const lines = new Map<string, Line>();
  const rules: { line: Line; rule: string }[] = [];
  for (const line of view.lines) {
    const match = lettered.exec(withoutSubscripts(line.text));
    if (!match?.[1]) continue;
    if (!lines.has(match[1])) lines.set(match[1], line);
    if (match[2]) rules.push({ line, rule: match[2] });
  }
  return rules.flatMap(({ line, rule }) => {
    const tree = parsed(rule, /[A-Z]|[①-⑳]/uy);
    return tree ? (familyOf(view, line, tree, (name) => lines.get(name), wordsOfLetters) ?? []) : [];
  });
}

/** (C _i =A _i -B _i) as (C=A-B): an index that all letters share says nothing. */
function withoutSubscripts(text: string): string {
  return normalised(text).replace(/\s/g, "").replace(/(?<=[A-Z])_?[i₀-₉ᵢ]/gu, "");
}

/** Rules in the notes of a table, in the names of its lines: 注：最大风险敞口=期末占用保证金+期货账户可用资金. */
export function notedRulesIn(view: View, notes: readonly string[]): Family[] {
  return notes.flatMap((note) =>
    [...note.matchAll(/([\p{Script=Han}（）()A-Za-z]{2,30})[=＝]([^。；;，,]{3,80})/gu)].flatMap(([, name = "", rule = ""]) => {
      const target = lineNamed(view, name.replace(/^注\d*[:：]?/, ""));
      const tree = parsed(normalised(rule).replace(/\s/g, "").replace(/[×x]100%$/, ""), /[\p{Script=Han}A-Za-z]+(?:\([\p{Script=Han}]+\))?/uy);
      if (!target || !tree) return [];
      const family = familyOf(view, target, tree, (part) => lineNamed(view, part), wordsOfNames);
      return family && support(family).held > 0 ? [family] : [];
    }),
  );
}

function lineNamed(view: View, name: string): Line | undefined {
  const wanted = plainLabel(name);
  const scored = view.lines.map((line) => ({ line, like: Math.max(likeness(line.bare, wanted), likeness(line.label, wanted)) })).sort((a, b) => b.like - a.like);
  const [best, next] = scored;
  return best && best.like >= 0.6 && (next === undefined || next.like < best.like) ? best.line : undefined;
}

function familyOf(view: View, target: Line, tree: Tree, lineOf: (name: string) => Line | undefined, words: number): Family | undefined {
  const instances = view.positions.flatMap((position): Instance[] => {
    const printed = view.at(target.index, position.index);
    const expression = expressionOf(tree, (name) => {
      const line = lineOf(name);
      return line && line !== target ? view.at(line.index, position.index) : undefined;
    });
    const instance = printed && !printed.dash && expression ? instanceOf("printed-rule", printed, expression) : undefined;
    // A product does not carry over to a column of changes.
    return !instance || (!instance.holds && position.measure === "change") ? [] : [instance];
  });
  return instances.length === 0 ? undefined : { rule: "printed-rule", words, instances };
}

function expressionOf(tree: Tree, figure: (name: string) => Figure | undefined): Expression | undefined {
  if (tree.op === "number") return constant(tree.value);
  if (tree.op === "name") {
    const found = figure(tree.name);
    return found && figureOf(found);
  }
  const [left, right] = [expressionOf(tree.left, figure), expressionOf(tree.right, figure)];
  if (!left || !right) return undefined;
  return tree.op === "+" ? summed(left, right) : tree.op === "-" ? less(left, right) : tree.op === "*" ? multiplied(left, right) : divided(left, right);
}

/** Sums, differences, products and quotients with brackets, left to right; undefined for anything else. */
function parsed(rule: string, name: RegExp): Tree | undefined {
  const text = rule.replace(/[×＊x]/g, "*").replace(/[÷／]/g, "/").replace(/[－—–−]/g, "-").replace(/＋/g, "+");
  let at = 0;
  const operand = (): Tree | undefined => {
    if (text[at] === "(") {
      at += 1;
      const inner = chain(["+", "-"], () => chain(["*", "/"], operand));
      if (text[at] !== ")") return undefined;
      at += 1;
      return inner;
    }
    const number = /\d+(?:\.\d+)?%?/y;
    for (const [pattern, kind] of [[number, "number"], [name, "name"]] as const) {
      pattern.lastIndex = at;
      const match = pattern.exec(text)?.[0];
      if (!match) continue;
      at += match.length;
      return kind === "name" ? { op: "name", name: match } : { op: "number", value: match.endsWith("%") ? Number(match.slice(0, -1)) / 100 : Number(match) };
    }
    return undefined;
  };
  const chain = (operators: readonly string[], next: () => Tree | undefined): Tree | undefined => {
    let left = next();
    while (left && operators.includes(text[at] ?? "")) {
      const op = text[at] as "+" | "-" | "*" | "/";
      at += 1;
      const right = next();
      left = right && { op, left, right };
    }
    return left;
  };
  const tree = chain(["+", "-"], () => chain(["*", "/"], operand));
  return tree && at === text.length ? tree : undefined;
}
