import type { Break } from "../break.ts";
import type { Prose } from "../prose/quantities.ts";
import type { Family } from "../relation.ts";
import type { Series } from "../series.ts";
import type { TableRelations } from "../table-relations.ts";
import { detailSums } from "./column-sums.ts";
import { linkedShares } from "./linked-shares.ts";
import { namedRatios } from "./named-ratios.ts";
import { nearbyRatios } from "./nearby-ratios.ts";
import { sensitivities } from "./sensitivities.ts";
import { exchangedNames, twinSeries } from "./twins.ts";
import { cumulativeRolls, meanBalances } from "./yearly.ts";

/** What holds, and what does not, between tables. */
export interface CrossRelations {
  readonly families: readonly Family[];
  readonly breaks: readonly Break[];
}

export function crossRelations(tables: readonly TableRelations[], series: readonly Series[], proses: readonly Prose[]): CrossRelations {
  const grids = tables.map(({ grid }) => grid);
  const decided = [twinSeries(series), exchangedNames(grids), detailSums(grids, proses), meanBalances(series)];
  return {
    families: [...linkedShares(tables.flatMap(({ shares }) => shares), series), ...cumulativeRolls(series), ...nearbyRatios(grids), ...sensitivities(grids), ...namedRatios(grids, series), ...decided.flatMap(({ families }) => families)],
    breaks: decided.flatMap(({ breaks }) => breaks),
  };
}
