import type { CaseMap } from "./case-formula.ts";
import { creditLossCases } from "./credit-loss.cases.ts";
import { marginCases } from "./margin.cases.ts";
import { tieOutCases } from "./tie-out.cases.ts";

/** The published cases that our functions compute, family by family. */
export const caseMaps: readonly CaseMap[] = [creditLossCases, marginCases, tieOutCases];
