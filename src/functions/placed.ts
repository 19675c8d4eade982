import type { Issue } from "../core/refusal.ts";
import type { Argument } from "./cell.ts";

/**
 * An issue with the value it names placed where its user sees it: in the row and column of the argument as it was
 * given. A figure made of several arguments stands where the first of more than one cell in its formula does.
 */
export function placed(issue: Issue, parameters: readonly string[], args: readonly Argument[]): Issue {
  if (!("index" in issue && "parameter" in issue) || issue.index === undefined) return issue;
  const { parameter, index } = issue;
  const named = parameters.includes(parameter) ? [parameter] : parameters.filter((name) => parameter.includes(name));
  const grids = named.map((name) => args[parameters.indexOf(name)] ?? [[null]]);
  const grid = grids.find((cells) => cells.flat().length > 1) ?? grids[0];
  if (!grid) return issue;
  const columns = grid[0]?.length ?? 1;
  const single = grid.length === 1 && columns === 1;
  return { ...issue, place: { parameter, row: Math.floor((index - 1) / columns), column: (index - 1) % columns, single } };
}
