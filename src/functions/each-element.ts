import type { Decimal } from "../core/decimal.ts";
import { Refusal } from "../core/refusal.ts";
import { at, type Grid } from "../core/table.ts";
import { block, type Outcome } from "./define.ts";
import { aligned, attempted, known } from "./element-wise.ts";
import type { Entry } from "./parameter.ts";
import type { Step } from "./step.ts";

/** Which element of several it is, counted from 1 along the rows; undefined where there is but one. */
export type Element = number | undefined;

/**
 * The outcome of a calculation element by element, with the steps of every element that has an answer.
 * A single cell goes with every element of the others. Of several elements an impossible one is an error in
 * its cell; a single answer is refused.
 */
export function eachElement<K extends string>(
  given: Readonly<Record<K, Grid<Entry>>>,
  calculation: (values: Readonly<Record<K, Decimal>>, element: Element) => Decimal,
  derivation: (values: Readonly<Record<K, Decimal>>, result: Decimal, element: Element) => Step[],
): Outcome {
  const names = Object.keys(given) as K[];
  const groups = aligned(given);
  const count = groups.flat().length;
  const columns = groups[0]?.length ?? 0;
  const results = groups.map((cells, row) =>
    cells.map((entries, column) => {
      const element = count === 1 ? undefined : row * columns + column + 1;
      const values = attempted(() => valuesOf(names, entries));
      const result = attempted(() => calculation(known(values), element));
      return { element, values, result: count === 1 ? known(result) : result };
    }),
  );
  return block(
    results.map((cells) => cells.map(({ result }) => result)),
    () =>
      results.flat().flatMap(({ element, values, result }) =>
        values instanceof Refusal || result instanceof Refusal ? [] : derivation(values, result, element),
      ),
  );
}

function valuesOf<K extends string>(names: readonly K[], entries: readonly Entry[]): Readonly<Record<K, Decimal>> {
  // The one cast: fromEntries() forgets that the names are K.
  return Object.fromEntries(names.map((name, index) => [name, known(at(entries, index))])) as Record<K, Decimal>;
}
