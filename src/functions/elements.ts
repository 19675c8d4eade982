import { Refusal } from "../core/refusal.ts";
import { at, type Grid } from "../core/table.ts";
import { block, type Outcome, type ResultCell } from "./define.ts";
import { aligned, attempted } from "./element-wise.ts";
import type { Entry } from "./parameter.ts";
import type { Step, Which } from "./step.ts";

type Grids = Readonly<Record<string, Grid<Entry> | undefined>>;
type Elements<G extends Grids> = { readonly [K in keyof G]: undefined extends G[K] ? Entry | undefined : Entry };

/** Computes a record for every element of arguments that go together, by their names; an omitted argument is undefined in each. */
export function elements<G extends Grids, T>(grids: G, calculation: (element: Elements<G>) => T): Grid<T | Refusal> {
  const given = Object.entries(grids).flatMap(([name, grid]) => (grid ? [[name, grid] as const] : []));
  return aligned(Object.fromEntries(given)).map((row) =>
    row.map((entries) => {
      // The one cast: what was given is here by its name, and what was omitted reads as undefined.
      const element = Object.fromEntries(given.map(([name], index) => [name, at(entries, index)])) as Elements<G>;
      return attempted(() => calculation(element));
    }),
  );
}

/** A block of results of which some may have been refused, and the steps of the others. */
export function elementBlock<T>(found: Grid<T | Refusal>, figure: (element: T) => ResultCell, steps: (element: T, which: Which | undefined) => Step[]): Outcome {
  const cells = found.map((row) => row.map((element) => (element instanceof Refusal ? element : figure(element))));
  const lone = found.length === 1 && found[0]?.length === 1;
  return block(cells, () => found.flat().flatMap((element, index) => (element instanceof Refusal ? [] : steps(element, lone ? undefined : index + 1))));
}
