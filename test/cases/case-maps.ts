import type { CaseMap } from "./case-formula.ts";
import { creditLossCases } from "./credit-loss.cases.ts";
import { discountingCases } from "./discounting.cases.ts";
import { impairmentCases } from "./impairment.cases.ts";
import { marginCases } from "./margin.cases.ts";
import { tieOutCases001 } from "./tie-out-001.cases.ts";
import { tieOutCases002Tables } from "./tie-out-002-tables.cases.ts";
import { tieOutCases002 } from "./tie-out-002.cases.ts";
import { tieOutCases003 } from "./tie-out-003-004.cases.ts";
import { wordedClaims } from "./worded-claims.cases.ts";

/** The published cases that our functions compute, family by family. */
export const caseMaps: readonly CaseMap[] = [creditLossCases, discountingCases, impairmentCases, marginCases, tieOutCases001, tieOutCases002Tables, tieOutCases002, tieOutCases003, wordedClaims];
