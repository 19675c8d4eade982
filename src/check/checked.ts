import type { PrintedDocument } from "../reading/printed-document.ts";
import { sidesOf } from "../reading/sides.ts";
import { captionsOf } from "./captions.ts";
import { coverageOf } from "./coverage.ts";
import { crossRelations } from "./across/cross-relations.ts";
import type { CheckResult } from "./finding.ts";
import { findingsOf, tailsOf } from "./findings.ts";
import { type Grid, gridOf } from "./grid.ts";
import { claimsAgainst } from "./prose/claims.ts";
import { type Prose, quantitiesIn } from "./prose/quantities.ts";
import { breaksOf, pooled, relationsIn, type TableRelations, unsupported } from "./table-relations.ts";
import { established } from "./relation.ts";
import { seriesOf } from "./series.ts";

export interface CheckOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called as the work goes on, with steps done and steps in all. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
  /** Awaited between chunks, so that a worker hears messages and a page stays alive. */
  readonly pause?: (() => Promise<void>) | undefined;
}

const chunk = 20;

/**
 * Recomputes what a filing prints from what it prints elsewhere and names the differences. A figure is only found wrong
 * where the structure or the words say what it follows from, and only beyond what print rounding allows. Rejects with
 * the signal's reason when it is aborted.
 */
export async function checked(printed: PrintedDocument, { signal, onProgress, pause }: CheckOptions = {}): Promise<CheckResult> {
  const document = { ...printed, tables: printed.tables.flatMap(sidesOf) };
  const steps = document.tables.length + document.paragraphs.length + 2;
  let done = 0;
  const step = async () => {
    done += 1;
    if (done % chunk !== 0 && done < steps - 1) return;
    signal?.throwIfAborted();
    onProgress?.(done, steps);
    await pause?.();
  };
  let nextId = 0;
  const captions = captionsOf(document);
  const grids: Grid[] = [];
  const tables: TableRelations[] = [];
  for (const [index, table] of document.tables.entries()) {
    const grid = gridOf(table, index, captions[index] ?? "", nextId);
    nextId += grid.table.rows.length * grid.table.columns.length * 2;
    grids.push(grid);
    tables.push(relationsIn(grid));
    await step();
  }
  const series = seriesOf(grids);
  const claimsOf = claimsAgainst(series, grids);
  const proses: Prose[] = [];
  const claims: ReturnType<typeof claimsOf>[] = [];
  for (const [index, paragraph] of document.paragraphs.entries()) {
    const prose = quantitiesIn(paragraph, index, nextId);
    nextId += prose.quantities.length;
    proses.push(prose);
    claims.push(claimsOf(prose));
    await step();
  }
  const cross = crossRelations(tables, series, proses);
  await step();
  const families = [...pooled(tables), ...tables.flatMap(({ others }) => others), ...claims.flatMap((claim) => claim.families)];
  const used = [...families.filter((family) => established(family)), ...claims.flatMap((claim) => claim.families), ...cross.families.filter((family) => established(family, 12))];
  const breaks = [...breaksOf(families), ...breaksOf(cross.families), ...cross.breaks, ...claims.flatMap((claim) => claim.breaks)];
  const doubtful = unsupported(families);
  const findings = findingsOf(document, grids, proses, used, breaks, doubtful);
  await step();
  // A total that is reported without another that holds was recomputed all the same, and so were those beside it.
  const recomputed = doubtful.filter(({ instance }) => findings.some(({ figure, result }) => (result ?? figure).places === instance.printed.places)).map(({ family }) => family);
  return { findings, tails: tailsOf(document, grids, proses, used), coverage: coverageOf(document, grids, proses, [...used, ...recomputed], breaks) };
}
