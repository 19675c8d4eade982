import type { Break } from "../break.ts";
import { approximation } from "../expression.ts";
import type { Figure } from "../figure.ts";
import type { Grid } from "../grid.ts";
import { samePeriod } from "../period.ts";
import { type Family, type Instance, instanceOf } from "../relation.ts";
import { agree, inUnitOf, type Series } from "../series.ts";
import type { CrossRelations } from "./cross-relations.ts";

const noName = /^(?:合计|总计|小计|其他|金额|余额|平均值?|中位[数值]|标的?公司|公司|本公司|发行人|)$/;
const telling = 16;

/** The same measure printed by two tables: what agrees, and the one period in which they do not. */
export function twinSeries(all: readonly Series[]): CrossRelations {
  const families: Family[] = [];
  const breaks: Break[] = [];
  const byLabel = new Map<string, Series[]>();
  for (const series of all) if (!noName.test(series.label)) byLabel.set(series.label, [...(byLabel.get(series.label) ?? []), series]);
  for (const named of byLabel.values()) {
    for (const [at, one] of named.entries()) {
      for (const other of named.slice(at + 1)) {
        if (one.column !== other.column || (one.group !== other.group && one.group !== "" && other.group !== "" && one.group !== one.label && other.group !== other.label)) continue;
        const instances = other.entries.flatMap(({ period, figure }): Instance[] => {
          const meant = one.entries.find((entry) => samePeriod(entry.period, period))?.figure;
          const instance = meant && meant.kind === figure.kind && (meant.money === undefined) === (figure.money === undefined) ? instanceOf("same-figure", figure, inUnitOf(meant, figure)) : undefined;
          return instance ? [instance] : [];
        });
        const held = instances.filter(({ holds, bits }) => holds && bits >= telling);
        const broken = instances.filter(({ holds }) => !holds);
        if (held.length === 0) continue;
        const family: Family = { rule: "same-figure", words: 12, instances };
        families.push({ ...family, instances: instances.filter(({ holds }) => holds) });
        const [only] = broken;
        if (only && broken.length === 1 && held.length >= 2 && nearly(only) && !explained(one, other)) breaks.push({ instance: only, family, held: held.length });
      }
    }
  }
  return { families, breaks };
}

/** Far apart they are two measures of one name. */
const oneMeasure = 0.01;

function nearly({ printed, expression }: Instance): boolean {
  const meant = approximation(expression)?.value;
  return meant !== undefined && Math.abs(meant / printed.value - 1) < oneMeasure;
}

/** A note that says why the two tables differ. */
function explained(one: Series, other: Series): boolean {
  return [...one.grids, ...other.grids].some(({ table }) => table.notes.some(({ text }) => /口径|不含|不包含|存在差异|尾差/.test(text)));
}

interface Column {
  readonly grid: Grid;
  readonly column: number;
  readonly byLabel: ReadonlyMap<string, Figure>;
}

/** Columns of two tables with the same figures, of which two have exchanged their names. */
export function exchangedNames(grids: readonly Grid[]): CrossRelations {
  const columns = grids.flatMap(columnsOf);
  const byText = new Map<string, Column[]>();
  for (const column of columns) for (const { text } of column.byLabel.values()) if (digits(text) >= 5) byText.set(text, [...(byText.get(text) ?? []), column]);
  const counts = new Map<Column, Map<Column, number>>();
  for (const sharing of byText.values()) {
    if (sharing.length > 6) continue;
    for (const one of sharing) for (const other of sharing) if (one.grid.index < other.grid.index) {
      const row = counts.get(one) ?? new Map<Column, number>();
      counts.set(one, row.set(other, (row.get(other) ?? 0) + 1));
    }
  }
  const breaks: Break[] = [];
  const families: Family[] = [];
  for (const [one, others] of counts) {
    for (const [other, count] of others) {
      if (count < 3) continue;
      const shared = [...other.byLabel].flatMap(([label, figure]) => {
        const meant = one.byLabel.get(label);
        return meant ? [{ figure, meant }] : [];
      });
      const same = shared.filter(({ figure, meant }) => agree(figure, meant));
      const off = shared.filter(({ figure, meant }) => !agree(figure, meant));
      const [first, second] = off;
      if (same.length === 0 || off.length !== 2 || !first || !second || first.figure.text !== second.meant.text || second.figure.text !== first.meant.text) continue;
      const instances = [...same, first].flatMap(({ figure, meant }) => instanceOf("same-figure", figure, inUnitOf(meant, figure)) ?? []);
      const family: Family = { rule: "same-figure", words: 12, instances };
      families.push({ ...family, instances: instances.filter(({ holds }) => holds) });
      for (const instance of instances) if (!instance.holds) breaks.push({ instance, family, held: same.length + 1, cause: "swapped" });
    }
  }
  return { families, breaks };
}

const digits = (text: string) => text.replace(/\D/g, "").length;

function columnsOf(grid: Grid): Column[] {
  return grid.columns.flatMap(({ index }) => {
    const byLabel = new Map<string, Figure>();
    for (const row of grid.rows) {
      const figure = grid.figures[row.index]?.[index];
      if (!figure || figure.dash || figure.kind !== "amount" || row.kind !== "item" || row.label === "") continue;
      byLabel.set(row.label, figure);
    }
    return byLabel.size >= 2 ? [{ grid, column: index, byLabel }] : [];
  });
}
