import { describe, expect, it } from "vitest";
import { locales } from "../../src/locales/locale.ts";
import { isLong, shortCode, withShortCodes } from "../../src/locales/short-code.ts";

const { sentences } = locales["en-US"];
const codes = [...Object.keys(sentences.issues), ...Object.keys(sentences.terms)];

describe("the short codes of terms and refusals", () => {
  it("stay what they are: a page and a functions.js of different versions must mean the same by them", () => {
    expect(["not-a-number", "carrying-amount", "zero-base"].map(shortCode)).toEqual(["sPL", "BF2", "NCF"]);
  });

  it("are one for each code, and none is a code", () => {
    const short = codes.filter(isLong).map(shortCode);
    expect(new Set([...codes, ...short]).size).toBe(codes.length + short.length);
  });

  it("find the sentence and the name of the code they stand for, which is found by itself too", () => {
    const { issues, terms } = withShortCodes(sentences);
    expect(Reflect.get(issues, shortCode("zero-base"))).toBe(sentences.issues["zero-base"]);
    expect([Reflect.get(terms, shortCode("carrying-amount")), terms["carrying-amount"], terms.total]).toEqual(["Carrying amount", "Carrying amount", "Total"]);
    expect(Object.keys(terms)).not.toContain(shortCode("total"));
  });
});
