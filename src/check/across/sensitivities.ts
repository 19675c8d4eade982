import { constant, divided, type Expression, figureOf, multiplied } from "../expression.ts";
import type { Grid, Line } from "../grid.ts";
import { samePeriod } from "../period.ts";
import { type Family, type Instance, instanceOf, support } from "../relation.ts";

const words = 14;
/** How many lines above a sensitivity its cost structure may stand. */
const within = 60;
const shock = /(?:上涨|上升|增加|提高|(?<down>下降|下跌|减少|降低))\s*(?<part>\d+(?:\.\d+)?)\s*%/;
const measures = [
  { of: /成本(?:的)?变动(?:率|幅度|比例)?$/, per: /成本$/, sign: 1 },
  { of: /毛利(?:润)?(?:的)?变动(?:率|幅度|比例)?$/, per: /毛利$/, sign: -1 },
  { of: /毛利率(?:的)?变动(?:值|百分点)?$/, per: /收入$/, sign: -1 },
] as const;

/**
 * What a rise of the price of materials does to cost, gross profit and margin (filing 003, lines 262–279): the change is
 * material × rise ÷ cost, ÷ gross profit, ÷ revenue, the latter two falls. The material stands in the cost structure above that prints the
 * same cost. A fall may be printed with its sign or, as its note says, without.
 */
export function sensitivities(grids: readonly Grid[]): Family[] {
  const families = grids.flatMap((grid) => {
    const rows = shockedRows(grid);
    const structure = rows.length === 0 ? undefined : structureFor(grids, grid);
    return structure ? rows.flatMap((row) => likelier(row, grid, structure) ?? []) : [];
  });
  const instances = families.flatMap((family) => family.instances);
  return instances.length === 0 ? [] : [{ rule: "quotient", words, instances }];
}

interface Shocked {
  readonly row: Line;
  readonly by: number;
  readonly per: Line;
  readonly sign: 1 | -1;
}

/** The rows of changes, each below the row that says what rises, and by how much. */
function shockedRows(grid: Grid): Shocked[] {
  let by: number | undefined;
  return grid.rows.flatMap((row): Shocked[] => {
    const said = shock.exec(row.text);
    if (said?.groups) by = (Number(said.groups["part"]) / 100) * (said.groups["down"] === undefined ? 1 : -1);
    const measure = measures.find(({ of }) => of.test(row.text));
    const bases = measure ? grid.rows.filter((other) => other.measure === "amount" && measure.per.test(other.bare)) : [];
    const [per] = bases;
    return by === undefined || !measure || !per || bases.length > 1 ? [] : [{ row, by, per, sign: measure.sign }];
  });
}

interface Structure {
  readonly grid: Grid;
  readonly material: Line;
}

/** The table of materials and cost above it, or itself, with the same cost. */
function structureFor(grids: readonly Grid[], grid: Grid): Structure | undefined {
  const costs = new Set(costsOf(grid));
  for (let at = grid.index; at >= 0; at -= 1) {
    const other = grids[at];
    if (!other || grid.table.lines.first - other.table.lines.last > within) return undefined;
    const [material, ...more] = other.rows.filter((row) => row.measure === "amount" && /^(?:直接|主要)?(?:原)?材料(?:成本)?$/.test(row.bare));
    if (material && more.length === 0 && costsOf(other).some((text) => costs.has(text))) return { grid: other, material };
  }
  return undefined;
}

function costsOf(grid: Grid): string[] {
  return grid.rows.filter(({ bare, measure }) => measure === "amount" && /成本$/.test(bare) && !/材料/.test(bare)).flatMap(({ index }) => (grid.figures[index] ?? []).flatMap((figure) => (figure && !figure.dash ? [figure.text] : [])));
}

/** The row with its sign, or with falls printed as they are called. */
function likelier(shocked: Shocked, grid: Grid, structure: Structure): Family | undefined {
  const printed = (sign: 1 | -1): Family => ({ rule: "quotient", words, instances: instancesOf(shocked, sign, grid, structure) });
  const [signed, plain] = [printed(shocked.sign), printed(1)];
  const better = support(plain).held > support(signed).held ? plain : signed;
  return support(better).held > support(better).broken ? better : undefined;
}

function instancesOf({ row, by, per }: Shocked, sign: number, grid: Grid, { grid: above, material }: Structure): Instance[] {
  return grid.columns.flatMap((column): Instance[] => {
    const facing = above.columns.find((other) => samePeriod(other.period, column.period));
    const [printed, base, of] = [grid.figures[row.index]?.[column.index], grid.figures[per.index]?.[column.index], facing && above.figures[material.index]?.[facing.index]];
    if (!printed || printed.kind === "amount" || !base || !of || base.kind !== "amount" || of.kind !== "amount" || base.money !== of.money) return [];
    const change: Expression = divided(multiplied(figureOf(of), constant(by * sign)), figureOf(base));
    const instance = instanceOf("quotient", printed, change);
    return instance ? [instance] : [];
  });
}
