import type { Break } from "./break.ts";
import type { Prose } from "./prose/quantities.ts";
import type { Family } from "./relation.ts";
import type { Series } from "./series.ts";
import type { TableRelations } from "./table-relations.ts";

/** What holds, and what does not, between tables. */
export interface CrossRelations {
  readonly families: readonly Family[];
  readonly breaks: readonly Break[];
}

export function crossRelations(_tables: readonly TableRelations[], _series: readonly Series[], _proses: readonly Prose[]): CrossRelations {
  return { families: [], breaks: [] };
}
