import { stateSheet } from "./state.ts";

// Excel's limit, kept in every host so that a file saved in one opens in the other.
const longest = 31;

/** The wanted name as a sheet may bear it, or, where it is taken in any case of letters, the next free one: "ECL 2024 (2)". */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const used = new Set([stateSheet, ...taken].map((name) => name.toLowerCase()));
  const allowed = wanted.replace(/[\\/?*[\]:]/g, "-").replace(/^['\s]+|['\s]+$/g, "") || "Headroom";
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? "" : ` (${count})`;
    const name = allowed.slice(0, longest - suffix.length) + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** The names of several sheets to be added, each free beside the others. */
export function freeSheetNames(wanted: readonly string[], taken: readonly string[]): string[] {
  return wanted.reduce<string[]>((names, name) => [...names, freeSheetName(name, [...taken, ...names])], []);
}
