import { describe, expect, it } from "vitest";
import { foundBy } from "./case-formula.ts";
import { caseMaps } from "./case-maps.ts";
import { notYetMapped } from "./not-yet-mapped.ts";
import { publishedCases } from "./published-case.ts";
import { uncovered } from "./uncovered.ts";

const ids = publishedCases.map(({ id }) => id);
const placesOf = (id: string) => [...caseMaps.filter((map) => id in map).map(() => "mapped"), ...(id in uncovered ? ["uncovered"] : []), ...(notYetMapped.includes(id) ? ["not yet mapped"] : [])];

describe("the published cases", () => {
  it("are each computed by formulas, or listed once with the reason why no function covers them", () => {
    expect(ids.filter((id) => placesOf(id).length !== 1).map((id) => [id, placesOf(id)])).toEqual([]);
  });

  it("are all there: no list names a case that was not published", () => {
    const named = [...caseMaps.flatMap((map) => Object.keys(map)), ...Object.keys(uncovered), ...notYetMapped];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  for (const map of caseMaps) {
    for (const published of publishedCases) {
      const formulas = map[published.id]?.(published);
      formulas?.forEach((formula, index) => {
        it(`${published.id} ${published.method} (${published.source}): ${formula.id} ${index + 1} is ${formula.verdict}`, () => {
          expect(foundBy(formula)).toBe(formula.verdict);
        });
      });
    }
  }
});
