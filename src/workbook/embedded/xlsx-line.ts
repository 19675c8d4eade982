import type { BorderLineStyle } from "hucre";

/** Border lines in the engine's order: the number of each is its place, none being 0. */
const lines: readonly (BorderLineStyle | "none")[] = [
  "none",
  "thin",
  "hair",
  "dotted",
  "dashed",
  "dashDot",
  "dashDotDot",
  "double",
  "medium",
  "mediumDashed",
  "mediumDashDot",
  "mediumDashDotDot",
  "slantDashDot",
  "thick",
];

/** The engine's number of a line; an unknown one is thin. */
export const codeOf = (line: BorderLineStyle): number => Math.max(lines.indexOf(line), 1);

/** The line of an engine's number; undefined for none. */
export function lineOf(code: number): BorderLineStyle | undefined {
  const line = lines[code];
  return line === "none" ? undefined : line;
}
