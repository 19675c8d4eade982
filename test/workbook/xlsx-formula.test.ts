import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/functions/catalogue.ts";
import { cutToCells } from "../../src/workbook/embedded/xlsx-array.ts";
import { storedFormula, typedFormula } from "../../src/workbook/embedded/xlsx-formula.ts";
import { type FileTables, withoutTables } from "../../src/workbook/embedded/xlsx-reference.ts";
import { shiftedFormula } from "../../src/workbook/formula-shift.ts";
import { tokensOf } from "../../src/workbook/formula-tokens.ts";

const isBlockName = (name: string) => name === "账龄";
const stored = (typed: string) => storedFormula(typed, isBlockName).text;
const isDynamic = (typed: string) => storedFormula(typed, isBlockName).dynamic;

describe("our functions in a file", () => {
  it.each(catalogue.map(({ id }) => id))("stores HEADROOM.%s under a name of its own and reads it back", (id) => {
    const name = `_xldudf_HEADROOM_${id.replaceAll(".", "_")}`;
    expect(stored(`HEADROOM.${id}(A1:B2)`)).toBe(`${name}(A1:B2)`);
    expect(typedFormula(`${name}(A1:B2)`)).toBe(`HEADROOM.${id}(A1:B2)`);
  });

  it.each([
    ["headroom.ecl.rates(A1:C3)", "_xldudf_HEADROOM_ECL_RATES(A1:C3)"],
    ["SUM(INDEX(HEADROOM.ECL.RATES(A1:C3),0,1))*2", "SUM(INDEX(_xldudf_HEADROOM_ECL_RATES(A1:C3),0,1))*2"],
    ["LET(表,HEADROOM.ECL.RATES(A1:C3),SUM(表))", "_xlfn.LET(_xlpm.表,_xldudf_HEADROOM_ECL_RATES(A1:C3),SUM(_xlpm.表))"],
    ['"HEADROOM.ECL.RATES(""A1"")"&HEADROOM.TIE.SUM(A1:A3,A4)', '"HEADROOM.ECL.RATES(""A1"")"&_xldudf_HEADROOM_TIE_SUM(A1:A3,A4)'],
    ["'HEADROOM.ECL.RATES('!A1+1", "'HEADROOM.ECL.RATES('!A1+1"],
  ])("stores %s as %s", (typed, file) => {
    expect(stored(typed)).toBe(file);
  });

  it.each([
    ["_XLDUDF_headroom_ecl_rates(A1)", "HEADROOM.ECL.RATES(A1)"],
    ['IF(A1="_xldudf_HEADROOM_ECL_RATES",1,2)', 'IF(A1="_xldudf_HEADROOM_ECL_RATES",1,2)'],
    ["_xldudf_OTHER_ADDIN_RATES(A1)", "_xldudf_OTHER_ADDIN_RATES(A1)"],
    ["_xldudf_HEADROOM_NOT_YET(A1)", "_xldudf_HEADROOM_NOT_YET(A1)"],
  ])("reads %s as %s", (file, typed) => {
    expect(typedFormula(file)).toBe(typed);
  });
});

describe("functions of newer Excel", () => {
  it.each([
    ["XLOOKUP(A1,B1:B9,C1:C9)", "_xlfn.XLOOKUP(A1,B1:B9,C1:C9)"],
    ["SORT(FILTER(A1:B9,B1:B9>0))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:B9,B1:B9>0))"],
    ["STDEV.S(A1:A9)", "_xlfn.STDEV.S(A1:A9)"],
    ["MAP(A1:A3,LAMBDA(x,x*rate))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.x,_xlpm.x*rate))"],
    ["SUM(E1#)", "SUM(_xlfn.ANCHORARRAY(E1))"],
    ["SUM('减值 测试'!$E$1#)", "SUM(_xlfn.ANCHORARRAY('减值 测试'!$E$1))"],
    ["@A1:A3+SEQUENCE(3)", "_xlfn.SINGLE(A1:A3)+_xlfn.SEQUENCE(3)"],
  ])("stores %s as %s and reads it back", (typed, file) => {
    expect(stored(typed)).toBe(file);
    expect(typedFormula(file)).toBe(typed);
  });

  it("leaves functions alone that the file format has always known", () => {
    expect(stored("SUM(A1:A3)+NETWORKDAYS.INTL(A1,A2)+XNPV(A1,B1:B3,C1:C3)")).toBe("SUM(A1:A3)+NETWORKDAYS.INTL(A1,A2)+XNPV(A1,B1:B3,C1:C3)");
  });
});

describe("formulas over arrays", () => {
  it.each([
    "SUM(A1:A3)",
    "SUM(A1:A3)/COUNT(B:B)",
    "VLOOKUP(A1,B1:C9,2,FALSE)",
    "SUMPRODUCT((A1:A9=B1)*C1:C9)",
    "SUMIFS(A1:A9,B1:B9,C1,D1:D9,E1)",
    "LOOKUP(2,1/(A1:A9>0),B1:B9)",
    "HEADROOM.DCF.VALUE(A1:A9,B1)",
    "折现率*A1",
    "IF(A1>0,SUM(账龄),0)",
    "INDEX(HEADROOM.ECL.RATES(A1:C3),1,1)+SUM(HEADROOM.ECL.RATES(A1:C3))-A1",
  ])("%s needs none", (formula) => {
    expect(isDynamic(formula)).toBe(false);
  });

  it.each([
    "A1:A3*2",
    "SUM(A1:A3*B1:B3)",
    "HEADROOM.ECL.RATES(A1:C3)",
    "VLOOKUP(A1:A3,B1:C9,2,FALSE)",
    "MAX(IF(A1:A3>0,B1:B3))",
    "账龄*2",
    "{1,2,3}*A1",
    "ROUND(A1:A3,2)",
    "A1#",
    "SUMPRODUCT(IF(A1:A3>0,1,0))",
    "TRANSPOSE(A1:C1)",
  ])("%s needs them", (formula) => {
    expect(isDynamic(formula)).toBe(true);
  });

  const cut = (formula: string) => cutToCells(formula, isBlockName, (name) => (name === "账龄" ? "表!$A$1:$A$9" : undefined)).formula;

  it.each([
    ["A1:A9*2", "@A1:A9*2"],
    ["VLOOKUP(A:A,B1:C9,2,FALSE)", "VLOOKUP(@A:A,B1:C9,2,FALSE)"],
    ["SUM('表 1'!A1:A3*B1:B3)", "SUM(@'表 1'!A1:A3*@B1:B3)"],
    ["ROUND(账龄*2,2)", "ROUND(@表!$A$1:$A$9*2,2)"],
    ["SUMPRODUCT((A1:A9>0)*B1:B9)", "SUMPRODUCT((A1:A9>0)*B1:B9)"],
    ["LOOKUP(2,1/(A1:A9>0),B1:B9)", "LOOKUP(2,1/(A1:A9>0),B1:B9)"],
    ["CHOOSE(2,A1:A3,B1:B3)", "CHOOSE(2,A1:A3,B1:B3)"],
    ["SUM(A1:A3)+COUNTIF(A:A,B1)", "SUM(A1:A3)+COUNTIF(A:A,B1)"],
  ])("a file without arrays means %s as %s", (before, after) => {
    expect(cut(before)).toBe(after);
  });

  it("a formula cut to cells is stored as it came", () => {
    expect(storedFormula("VLOOKUP(@A:A,B1:C9,2,FALSE)", isBlockName)).toEqual({ text: "VLOOKUP(A:A,B1:C9,2,FALSE)", dynamic: false });
  });
});

describe("formulas that cells share", () => {
  it.each([
    ["A1+$B$2*C$3-$D4", 2, 1, "B3+$B$2*D$3-$D6"],
    ["SUM(A:A)+SUM(1:3)+SUM($B:C)", 1, 1, "SUM(B:B)+SUM(2:4)+SUM($B:D)"],
    ['LOG10(A1)&"A1"&Sheet1!A1+rate1', 1, 0, 'LOG10(A2)&"A1"&Sheet1!A2+rate1'],
    ["A1", -1, 0, "#REF!"],
    ["'A1 表'!B2", 1, 1, "'A1 表'!C3"],
  ])("%s moved by %i rows and %i columns reads %s", (formula, rows, columns, moved) => {
    expect(shiftedFormula(formula, rows, columns)).toBe(moved);
  });
});

describe("references to tables", () => {
  const tables: FileTables = new Map([["SALES", { sheet: "数据", block: { row: 1, column: 1, rows: 6, columns: 3 }, columns: ["月份", "金额", "单价[元]"], totals: true }]]);
  const here = { sheet: "数据", row: 3 };

  it.each([
    ["SUM(Sales[金额])", "SUM($C$3:$C$6)"],
    ["SUM(sales[#All])", "SUM($B$2:$D$7)"],
    ["Sales[[#This Row],[金额]]*2", "$C4*2"],
    ["SUM(Sales[[#This Row],[月份]:[金额]])", "SUM($B4:$C4)"],
    ["Sales[[#Totals],[金额]]", "$C$7"],
    ["COUNTA(Sales[[#Headers],[#Data],[月份]])", "COUNTA($B$2:$B$6)"],
    ["SUM(Sales[单价'[元']])", "SUM($D$3:$D$6)"],
    ["ROWS(Sales)", "ROWS($B$3:$D$6)"],
  ])("%s reads %s", (before, after) => {
    expect(withoutTables(before, tables, here)).toBe(after);
  });

  it("names the sheet where the formula stands on another", () => {
    expect(withoutTables("SUM(Sales[金额])", tables, { sheet: "汇总", row: 0 })).toBe("SUM(数据!$C$3:$C$6)");
  });

  it.each(["[1]Sheet1!A1", "'[1]我的 表'!A1+1", "SUM(Sales[没有])", "Other[金额]", "[2]!rate"])("cannot follow %s", (formula) => {
    expect(withoutTables(formula, tables, here)).toBeUndefined();
  });
});

describe("pieces of formulas", () => {
  it("lose nothing of any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => tokensOf(text).map(({ text: piece }) => piece).join("") === text));
    fc.assert(
      fc.property(fc.array(fc.constantFrom("A1", "$B$2", '"a""b"', "'表 1'!", "(", ")", ",", "+", "{", "}", "1.5E-3", "#N/A", "[", "]", "@", "#", " ", "减值", "HEADROOM.ECL.RATES")), (pieces) => {
        const text = pieces.join("");
        return tokensOf(text).map(({ text: piece }) => piece).join("") === text;
      }),
    );
  });
});
