import { Decimal } from "../../core/decimal.ts";
import { type Grid, transposed } from "../../core/table.ts";
import type { ResultCell } from "../../functions/define.ts";
import type { Step } from "../../functions/step.ts";
import { type Term, Word, word } from "../../functions/term.ts";

/**
 * An answer such as {status, difference, tolerance} says nowhere which figure is which; the steps
 * that lead to it do. Where every place of such an answer can be told by its step it gets a label,
 * several answers get a header; any other result comes back as it is.
 */
export function namedBySteps(cells: Grid<ResultCell>, steps: readonly Step[]): Grid<ResultCell> {
  const named = [cells, transposed(cells)].map((answers) => ({ answers, terms: termsOf(answers, steps) }));
  for (const { answers, terms } of named) {
    const labels = terms?.map((term) => word(term));
    if (!labels) continue;
    if (answers.length > 1) return [["", ...labels], ...answers.map((answer, index) => [String(index + 1), ...answer])];
    return labels.map((label, index) => [label, ...answers.map((answer) => answer[index] ?? "")]);
  }
  return cells;
}

/** A term for each place of the answers, all different; undefined where a place has none. */
function termsOf(answers: Grid<ResultCell>, steps: readonly Step[]): Term[] | undefined {
  const terms: Term[] = [];
  for (const place of transposed(answers)) {
    const [first, ...others] = place.map((cell) => steps.filter(({ value }) => same(value, cell)).map(({ term }) => term));
    const term = first?.find((each) => !terms.includes(each) && others.every((other) => other.includes(each)));
    if (!term) return undefined;
    terms.push(term);
  }
  return terms.length > 1 ? terms : undefined;
}

function same(value: Step["value"], cell: ResultCell): boolean {
  if (value instanceof Decimal) return cell instanceof Decimal && value.eq(cell);
  if (value instanceof Word) return cell instanceof Word && value.term === cell.term;
  return value === cell;
}
