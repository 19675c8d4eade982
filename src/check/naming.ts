import { type Decimal } from "../core/decimal.ts";
import { contains, meet, signed, trueValues } from "../core/tie-out/interval.ts";
import type { Break } from "./break.ts";
import { likePrinted, slipBetween } from "./digits.ts";
import { exactValue, figuresIn } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Difference } from "./finding.ts";
import type { Grid } from "./grid.ts";
import type { Instance } from "./relation.ts";
import { agree } from "./series.ts";
import { holdsOnOtherBase } from "./other-base.ts";
import { strayItem } from "./stray-item.ts";
import { mendingSlack, powerOff, signLost, transposed } from "./telltale.ts";

/** What is known of the document when a difference gets its name. */
export interface Surroundings {
  readonly grids: readonly Grid[];
  /** Figures by their text: where else the same digits are printed. */
  readonly byText: ReadonlyMap<string, readonly Figure[]>;
  /** Totals whose printed parts add to them to the digit, by the id of the total. */
  readonly footed: ReadonlySet<number>;
  /** Whether a figure follows from others, or they from it, apart from another one. */
  readonly holds: (figure: Figure, apart: Figure) => boolean;
}

export interface Named {
  readonly difference: Difference;
  readonly other?: Figure | undefined;
}

const tellingDigits = 4;

/** Why a figure says what it says and not what the rule makes of it, as far as the figures around it tell. */
export function named(suspect: Figure, expected: Decimal, found: Break, others: readonly Break[], around: Surroundings): Named {
  const { instance } = found;
  if (found.cause === "swapped") return { difference: "swapped" };
  if (instance.rule === "bound" || instance.rule === "approximate" || instance.rule === "trend" || instance.rule === "comparison") return { difference: "two-versions" };
  const printed = suspect.printed.value;
  const slack = mendingSlack(instance, suspect);
  if (!printed.isZero() && (says(suspect, expected.negated()) || signLost(suspect, expected, slack) || (suspect === instance.printed && meet(trueValues(suspect.printed), signed(exactValue(instance.expression).range, -1))))) return { difference: "sign" };
  const stray = strayIn(suspect, [found, ...others], around.grids);
  if (stray && stray.parts > 2) return { difference: "missing-row", other: stray.item };
  const copied = copyOf(suspect, around);
  if (copied) return copied;
  if (powerOff(printed, expected) !== 0) return { difference: "unit-slip" };
  const exchanged = suspect.cell && exchangedIn(suspect, expected, around);
  if (exchanged) return { difference: exchanged.cell?.row === suspect.cell?.row ? "column-shift" : "swapped", other: exchanged };
  if (stray) return { difference: "missing-row", other: stray.item };
  if (around.footed.has(suspect.id) && instance.rule !== "sum") return { difference: "rounded-intermediate" };
  const taken = suspect.cell ? undefined : takenFrom(suspect, instance, around);
  if (taken) return { difference: "column-shift", other: taken };
  const units = suspect.printed.unit.isZero() ? Infinity : expected.minus(printed).div(suspect.printed.unit).abs().toNumber();
  if (units >= 1.5 && suspect === instance.printed && holdsOnOtherBase(instance, around.grids)) return { difference: "wrong-base" };
  if (units < 1.5) return { difference: "digit-slip" };
  const slip = slipBetween(printed, expected, suspect.printed.unit) ?? (transposed(suspect, expected, slack) ? "transposition" : undefined);
  if (slip) return { difference: slip };
  if (instance.rule === "claim" || instance.rule === "same-figure") return { difference: "two-versions" };
  const again = computedAgain(suspect, expected, instance, around);
  return again ? { difference: "two-versions", other: again } : { difference: "unexplained" };
}

/** Whether the figure's print could stand for the value. */
function says({ printed }: Figure, value: Decimal): boolean {
  return contains(trueValues(printed), value);
}

/** The item that one of the breaks of a result comes from, and how many parts it has: a total of two that leaves one out is a copy of the other as well. */
function strayIn(suspect: Figure, breaks: readonly Break[], grids: readonly Grid[]): { item: Figure; parts: number } | undefined {
  for (const { instance } of breaks) {
    const item = instance.printed === suspect ? strayItem(instance, grids) : undefined;
    if (item) return { item, parts: figuresIn(instance.expression).filter(({ value }) => value !== 0).length };
  }
  return undefined;
}

const digitsOf = (text: string) => text.replace(/\D/g, "").replace(/^0+/, "").length;

/** The same digits in the next row or column, or under the same names in another table: copied, or left standing from another year. */
function copyOf(suspect: Figure, { grids, byText }: Surroundings): Named | undefined {
  const { cell } = suspect;
  const others = (byText.get(suspect.text) ?? []).filter(({ id }) => id !== suspect.id);
  if (!cell || others.length === 0) return undefined;
  const beside = others.find(
    (other) => other.cell?.table === cell.table && digitsOf(suspect.text) >= 3 && ((other.cell.column === cell.column && Math.abs(other.cell.row - cell.row) <= 3) || (other.cell.row === cell.row && Math.abs(other.cell.column - cell.column) <= 2)),
  );
  const constant = others.filter((other) => other.cell?.table === cell.table && other.cell.row === cell.row).length >= 2;
  if (beside && !constant) return { difference: "duplicate", other: beside };
  const labels = (figure: Figure) => {
    const grid = figure.cell && grids[figure.cell.table];
    return grid && figure.cell ? `${grid.rows[figure.cell.row]?.group}|${grid.rows[figure.cell.row]?.label}|${grid.columns[figure.cell.column]?.label}` : "";
  };
  // Where its whole row is printed again it is the same figure, and no other one.
  const rest = (grids[cell.table]?.figures[cell.row] ?? []).flatMap((figure) => (figure && figure.id !== suspect.id && !figure.dash ? [figure.text] : []));
  const another = ({ cell: place }: Figure) => {
    const texts = place && place.table !== cell.table ? (grids[place.table]?.figures[place.row] ?? []).map((figure) => figure?.text) : undefined;
    return texts !== undefined && !(rest.length > 0 && rest.every((text) => texts.includes(text)));
  };
  const stale = others.find((other) => another(other) && digitsOf(suspect.text) >= 3 && labels(other) === labels(suspect));
  if (stale) return { difference: "stale", other: stale };
  const elsewhere = others.find((other) => other.cell && digitsOf(suspect.text) > tellingDigits + 1 && grids[other.cell.table]?.rows[other.cell.row]?.kind !== "item");
  return elsewhere && { difference: "stale", other: elsewhere };
}

/** The expected value printed in the same column under another name, or in the next column of the same row, where it is not known to belong. */
function exchangedIn(suspect: Figure, expected: Decimal, { grids, holds }: Surroundings): Figure | undefined {
  const grid = suspect.cell && grids[suspect.cell.table];
  if (!grid || !suspect.cell || digitsOf(suspect.text) < tellingDigits) return undefined;
  const { row, column } = suspect.cell;
  const near = [...grid.figures.map((cells) => cells[column]), ...[-2, -1, 1, 2].map((step) => grid.figures[row]?.[column + step])];
  return near.find((other) => other && other !== suspect && other.kind === suspect.kind && digitsOf(other.text) >= tellingDigits && says(other, expected) && !holds(other, suspect));
}

/** The right value where another row or column prints it beside the very figures it is computed from (filing 002, lines 1217 and 2989). */
function computedAgain(suspect: Figure, expected: Decimal, { expression }: Instance, { grids, byText }: Surroundings): Figure | undefined {
  const inputs = figuresIn(expression).map(({ text }) => text);
  return (byText.get(likePrinted(expected, suspect)) ?? []).find(({ cell, id }) => {
    const grid = cell && grids[cell.table];
    if (!grid || !cell || id === suspect.id) return false;
    return [grid.figures[cell.row] ?? [], grid.figures.map((cells) => cells[cell.column])].some((line) => inputs.every((text) => line.some((figure) => figure?.text === text)));
  });
}

/** A figure of a sentence that the same column of its table prints in another row: the median given for the mean. */
function takenFrom(suspect: Figure, { expression }: Instance, { grids }: Surroundings): Figure | undefined {
  const [meant] = figuresIn(expression);
  const grid = meant?.cell && grids[meant.cell.table];
  if (!grid || !meant.cell || digitsOf(suspect.text) < tellingDigits) return undefined;
  const { row, column } = meant.cell;
  return [...grid.figures.map((cells) => cells[column]), ...(grid.figures[row] ?? [])].find((other) => other && other !== meant && !other.dash && agree(suspect, other));
}
