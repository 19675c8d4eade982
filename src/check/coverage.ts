import type { PrintedDocument } from "../reading/printed-document.ts";
import type { Break } from "./break.ts";
import { figuresIn } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Coverage } from "./finding.ts";
import type { Grid } from "./grid.ts";
import type { Prose } from "./prose/quantities.ts";
import type { Family } from "./relation.ts";

const digitsOnly = /\d/;

/** The share of the figures that took part in at least one check, and the lines that did not. */
export function coverageOf(document: PrintedDocument, grids: readonly Grid[], proses: readonly Prose[], used: readonly Family[], breaks: readonly Break[]): Coverage {
  const taken = new Set<number>();
  for (const instance of [...used.flatMap(({ instances }) => instances), ...breaks.map((found) => found.instance)]) {
    for (const { id } of [instance.printed, ...figuresIn(instance.expression)]) taken.add(id);
  }
  const inTables = grids.flatMap(({ figures, ranges }) => [...figures.flat().filter((figure): figure is Figure => figure !== undefined && !figure.dash), ...ranges.flatMap(({ ends }) => ends)]);
  const inWords = proses.flatMap(({ quantities }) => quantities.map(({ figure }) => figure));
  const leftOut = new Map<number, { line: number; figures: number; why: Coverage["leftOut"][number]["why"] }>();
  const leave = (figure: Figure, why: Coverage["leftOut"][number]["why"]) => {
    const line = figure.places[0]?.line ?? 0;
    const known = leftOut.get(line);
    leftOut.set(line, { line, figures: (known?.figures ?? 0) + 1, why });
  };
  for (const figure of inTables) if (!taken.has(figure.id)) leave(figure, "no-relation");
  for (const figure of inWords) if (!taken.has(figure.id)) leave(figure, "not-matched");
  let unread = 0;
  for (const { lines } of document.unread) {
    for (let line = lines.first; line <= lines.last; line += 1) {
      leftOut.set(line, { line, figures: 1, why: "unread" });
      unread += 1;
    }
  }
  const all = [...inTables, ...inWords];
  return {
    figures: all.length + unread,
    checked: all.filter(({ id, text }) => taken.has(id) && digitsOnly.test(text)).length,
    leftOut: [...leftOut.values()].sort((a, b) => a.line - b.line),
  };
}
