import { checked } from "../../src/check/checked.ts";
import type { CheckResult } from "../../src/check/finding.ts";
import { readText } from "../../src/reading/text.ts";

/** What comes of checking a text; " | " parts the cells of a table. */
export const checkOf = (...lines: readonly string[]): Promise<CheckResult> => checked(readText(lines.join("\n").replaceAll(" | ", "\t")));

/** What is found in a text, one line each: how it is called, what is printed, and what should be. */
export const foundIn = async (...lines: readonly string[]): Promise<readonly string[]> =>
  (await checkOf(...lines)).findings.map(({ figure, expected, difference }) => `${difference}: ${figure.text} → ${expected}`);
