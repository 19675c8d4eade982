import { expect, it } from "vitest";
import { mendedFormula } from "../../../src/hosts/excel/formula-repair.ts";

it.each([
  ["as a file stores it", "=_xldudf_HEADROOM_ECL_RATES(A1:E1)", "=HEADROOM.ECL.RATES(A1:E1)"],
  ["inside other functions, more than once", '=IF(_xldudf_HEADROOM_ECL_PROVISION(A1,B1)>0,SUM(_xldudf_headroom_ecl_table(A1:A5,B1:B5,C1:C5)),"")', '=IF(HEADROOM.ECL.PROVISION(A1,B1)>0,SUM(HEADROOM.ECL.TABLE(A1:A5,B1:B5,C1:C5)),"")'],
  ["as it is typed", "=headroom.ecl.rates(A1:E1)*2", "=headroom.ecl.rates(A1:E1)*2"],
])("a formula of ours is entered again %s", (_, formula, mended) => {
  expect(mendedFormula(formula)).toBe(mended);
});

it.each(["=OTHER.ECL.RATES(A1)", "=SUM(A1:A3)", '="HEADROOM.ECL.RATES("', "=_xldudf_OTHER_ECL_RATES(A1)", "=MYHEADROOM.ECL.RATES(A1)"])("%s is none of ours", (formula) => {
  expect(mendedFormula(formula)).toBeUndefined();
});

it("a text that merely speaks of our functions keeps its words", () => {
  expect(mendedFormula('=IF(A1="_xldudf_HEADROOM_ECL_RATES(",_xldudf_HEADROOM_ECL_RATES(A1),0)')).toBe('=IF(A1="_xldudf_HEADROOM_ECL_RATES(",HEADROOM.ECL.RATES(A1),0)');
});
