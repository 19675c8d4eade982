import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/functions/catalogue.ts";
import { search } from "../../src/pane/functions/search.ts";

const idsOf = (query: string) => search(query).map(({ id }) => id);

describe("the search for a function", () => {
  it.each([
    ["ECL.RATES", "ECL.RATES"],
    ["headroom.ecl.rates", "ECL.RATES"],
    ["loss rates", "ECL.RATES"],
    ["损失率", "ECL.RATES"],
    ["迁徙率", "ECL.RECOVERYMIGRATION"],
    ["recovery 前瞻性", "ECL.RECOVERYMIGRATION"],
    ["ＥＣＬ．ＲＡＴＥＳ", "ECL.RATES"],
    ["可收回金额", "IMPAIR.LOSS"],
  ])("for %s finds %s among its first three", (query, id) => {
    expect(idsOf(query).slice(0, 3)).toContain(id);
  });

  it("puts the function that is named before those that mention it", () => {
    expect(idsOf("ecl.table")[0]).toBe("ECL.TABLE");
  });

  it.each([
    ["减值", "IMPAIR."],
    ["impairment", "IMPAIR."],
    ["折现", "DCF."],
    ["函证", "CONFIRM."],
  ])("for the name of a family, %s, puts its functions before those of others that mention it", (query, family) => {
    expect(idsOf(query)[0]).toMatch(new RegExp(`^${family.replace(".", "\\.")}`));
  });

  it.each([
    ["aging", "ageing"],
    ["realizable", "realisable"],
    ["capitalization", "capitalisation"],
  ])("finds for %s what it finds for %s", (american, british) => {
    expect(idsOf(american)).toEqual(idsOf(british));
    expect(idsOf(american)).not.toEqual([]);
  });

  it("finds most of a Chinese phrase that stands nowhere whole", () => {
    expect(idsOf("预期损失率计算")).toContain("ECL.RATES");
  });

  it("takes a Latin word from its beginning, not from the middle of another", () => {
    expect(idsOf("ate")).toEqual([]);
    expect(idsOf("rat")).toContain("ECL.RATES");
  });

  it("wants every word of the query, and finds nothing for words that stand nowhere", () => {
    expect(idsOf("loss zebra")).toEqual([]);
    expect(idsOf("量子力学")).toEqual([]);
  });

  it("shows the whole catalogue in its order while nothing is asked", () => {
    expect(search("  ")).toEqual(catalogue);
  });
});
