import { Decimal, ZERO } from "../core/decimal.ts";
import { contains, exactly, type Interval, meet, plus, signed, times, trueValues } from "../core/tie-out/interval.ts";
import { exactValue, type Expression, figuresIn } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Rule } from "./finding.ts";
import type { Grid } from "./grid.ts";
import { type Period, samePeriod } from "./period.ts";
import type { Instance } from "./relation.ts";

const additive: ReadonlySet<Rule> = new Set(["sum", "difference", "roll-forward", "mean"]);
/** At most one in so many differences of this size may meet an item by chance. */
const oneIn = 50;

/**
 * The item that a total, a balance or a mean must have counted once too often, or left out, to be off by just its difference:
 * one of its own line, or one of the same period and unit in another table (filing 002, line 3593: half of the receivables
 * that are assessed one by one). None where so many items are about as large as the difference that one would meet it by chance.
 */
export function strayItem(instance: Instance, grids: readonly Grid[]): Figure | undefined {
  const { printed, expression, rule } = instance;
  const of = additive.has(rule) ? count(expression) : undefined;
  if (of === undefined || printed.kind === "points") return undefined;
  const off = times(plus(trueValues(printed.printed), signed(exactValue(expression).range, -1)), exactly(new Decimal(of)));
  if (contains(off, ZERO)) return undefined;
  return oneOf(ownLine(instance, grids), off, printed) ?? oneOf(elsewhere(instance, grids), off, printed);
}

/** By how many a sum is divided: 1 for a plain one. */
function count(expression: Expression): number | undefined {
  if (expression.op === "sum") return 1;
  return expression.op === "quotient" && expression.of.op === "sum" && expression.by.op === "constant" ? expression.by.value : undefined;
}

function oneOf(items: readonly Figure[], off: Interval, printed: Figure): Figure | undefined {
  const [low, high] = [off.low.at.toNumber(), off.high.at.toNumber()];
  const size = Math.abs(low + high) / 2;
  const large = items.filter((item) => !item.dash && item.id !== printed.id && item.kind === printed.kind && Math.abs(item.value) > size / 2 && Math.abs(item.value) < 2 * size);
  const found = large.find(({ printed: { value, unit } }) => {
    const item = trueValues({ value: value.abs(), unit });
    return meet(off, item) || meet(off, signed(item, -1));
  });
  if (!found) return undefined;
  const reach = high - low + found.high - found.low;
  return (new Set(large.map(({ text }) => text)).size * reach) / (1.5 * size) < 1 / oneIn ? found : undefined;
}

/** The column or the row that the total stands in with what it adds. */
function ownLine({ printed: { cell }, expression }: Instance, grids: readonly Grid[]): Figure[] {
  const grid = cell && grids[cell.table];
  if (!grid || !cell) return [];
  const down = figuresIn(expression).every((part) => part.cell?.table === cell.table && part.cell.column === cell.column);
  return (down ? grid.figures.map((cells) => cells[cell.column]) : (grid.figures[cell.row] ?? [])).flatMap((figure) => figure ?? []);
}

/** Amounts of the periods that the result and its parts are about, in their unit. */
function elsewhere({ printed, expression }: Instance, grids: readonly Grid[]): Figure[] {
  if (printed.kind !== "amount" || printed.money === undefined) return [];
  const periods = [printed, ...figuresIn(expression)].flatMap(({ cell }) => (cell && periodAt(grids, cell)) ?? []);
  return grids.flatMap((grid) =>
    grid.figures.flat().filter((figure): figure is Figure => {
      if (!figure?.cell || figure.money !== printed.money) return false;
      const own = periodAt(grids, figure.cell);
      return own !== undefined && periods.some((period) => samePeriod(period, own));
    }),
  );
}

function periodAt(grids: readonly Grid[], { table, row, column }: NonNullable<Figure["cell"]>): Period | undefined {
  const grid = grids[table];
  return grid?.columns[column]?.period ?? grid?.rows[row]?.period ?? grid?.period;
}
