import type { Break } from "../break.ts";
import { type Expression, figureOf, summed } from "../expression.ts";
import type { Figure } from "../figure.ts";
import type { Grid } from "../grid.ts";
import { plainLabel } from "../label.ts";
import { headOf, type Prose } from "../prose/quantities.ts";
import { subjectIn } from "../prose/subject.ts";
import { type Family, instanceOf } from "../relation.ts";
import { inUnitOf } from "../series.ts";
import type { CrossRelations } from "./cross-relations.ts";

const within = 25;
/** How far a detail may be from the amount it details and still be its detail. */
const oneThing = 0.03;

/** Details without a total, whose amounts should come to what a sentence nearby says of the same thing. */
export function detailSums(grids: readonly Grid[], proses: readonly Prose[]): CrossRelations {
  const families: Family[] = [];
  const breaks: Break[] = [];
  for (const grid of grids) {
    if (grid.rows.some(({ kind }) => kind !== "item") || grid.rows.length < 3) continue;
    const caption = plainLabel(grid.caption.split("\n").at(-1) ?? "");
    for (const column of grid.columns) {
      if (column.measure !== "amount") continue;
      const parts = grid.rows.flatMap(({ index }) => grid.figures[index]?.[column.index] ?? []);
      if (parts.length !== grid.rows.length || parts.some(({ money, kind }) => money === undefined || kind !== "amount")) continue;
      for (const prose of proses.filter(({ line }) => Math.abs(line - grid.table.lines.first) <= within)) {
        for (const quantity of prose.quantities) {
          const claim = quantity.rough ? undefined : detailClaim(prose, quantity.figure, quantity.start, caption, parts);
          if (!claim) continue;
          const family: Family = { rule: "sum", words: 10, instances: [claim] };
          if (claim.holds) families.push(family);
          else breaks.push({ instance: claim, family, held: 0 });
        }
      }
    }
  }
  return { families, breaks };
}

function detailClaim(prose: Prose, figure: Figure, start: number, caption: string, parts: readonly Figure[]) {
  if (figure.money === undefined) return undefined;
  const { core } = subjectIn(headOf(prose.paragraph.text, start));
  const thing = core.replace(/账面价值|账面余额|余额|金额|价值$/, "");
  if (thing.length < 3 || !caption.includes(thing)) return undefined;
  const sum: Expression = summed(...parts.map((part) => inUnitOf(part, figure)));
  const total = parts.reduce((all, part) => all + part.value * (part.money ?? 1), 0) / figure.money;
  return Math.abs(total / figure.value - 1) < oneThing ? instanceOf("sum", figure, parts.length === 1 && parts[0] ? figureOf(parts[0]) : sum) : undefined;
}
