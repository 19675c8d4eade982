import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CellValue, WorkbookRefusal } from "../../src/workbook/port.ts";
import { savedState, withState } from "../../src/workbook/state.ts";

const refused = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof WorkbookRefusal) return error.issue;
    throw error;
  }
  return undefined;
};
const columnsOf = (cells: readonly (readonly unknown[])[]) => new Set(cells.map((row) => row.length));

describe("documents saved in the very hidden sheet", () => {
  it("come back as they were, whatever text they carry, beside all others", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), fc.jsonValue(), (one, other) => {
        const cells = withState(withState([], "links", one), "language", other);
        expect(JSON.stringify(savedState(cells, "links"))).toBe(JSON.stringify(one));
        expect(JSON.stringify(savedState(cells, "language"))).toBe(JSON.stringify(other));
      }),
    );
  });

  it("are null where nothing was saved", () => {
    expect(savedState([], "language")).toBeNull();
    expect(savedState([["a note of somebody"]], "language")).toBeNull();
  });

  it("fit the cells: no piece is longer than a cell, parts a character in two, or looks like a formula, number or escape", () => {
    const text = `${"=1+1,_x000D_ \u0085\uffff'😀".repeat(9_000)}`;
    const cells = withState([], "wizard", { text });
    for (const cell of cells.flat().map(String)) {
      expect(cell.length).toBeLessThan(32_767);
      expect(cell).toMatch(/^(headroom:|\|)/);
      expect(cell).not.toMatch(/_x|[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/);
      expect(() => encodeURIComponent(cell)).not.toThrow();
    }
    expect(cells[0]?.length).toBeGreaterThan(3);
    expect(savedState(cells, "wizard")).toEqual({ text });
  });

  it("replace what the key held before and blank what it no longer needs", () => {
    const long = withState([], "wizard", "x".repeat(70_000));
    const short = withState(long, "wizard", "x");
    expect(short).toEqual([["headroom:wizard:1:3", '|"x"|', null, null]]);
  });

  it("are always one rectangle that covers what was there, as a host writes it", () => {
    const cells = withState(withState([], "wizard", "x".repeat(70_000)), "language", "zh-CN");
    expect(columnsOf(cells)).toEqual(new Set([4]));
    expect(withState([[null], ["", ""], ["kept"]], "language", 1)).toEqual([
      ["kept", null],
      ["headroom:language:1:1", "|1|"],
      [null, null],
    ]);
  });

  it("are refused, read or overwritten, when a newer version wrote them", () => {
    const cells = [["headroom:language:2:7", '|"zh-CN"|']];
    expect(refused(() => savedState(cells, "language"))).toEqual({ code: "state-newer", key: "language", version: 2 });
    expect(refused(() => withState(cells, "language", "en-US"))).toEqual({ code: "state-newer", key: "language", version: 2 });
    expect(savedState(withState(cells, "links", []), "links")).toEqual([]);
  });

  it.each<[string, CellValue[]]>([
    ["a piece was deleted", ["headroom:links:1:5", null]],
    ["a piece was cut", ["headroom:links:1:5", "|[1,2"]],
    ["the length does not fit", ["headroom:links:1:5", "|[1,22]|"]],
    ["it is no JSON", ["headroom:links:1:5", "|[1,2}|"]],
    ["a number was typed over it", ["headroom:links:1:5", 12345]],
  ])("are refused as unreadable where %s, and kept aside when saved anew", (_, row) => {
    expect(refused(() => savedState([row], "links"))).toEqual({ code: "state-unreadable", key: "links" });
    const mended = withState([row], "links", [3]);
    expect(savedState(mended, "links")).toEqual([3]);
    expect(mended[0]).toEqual([`damaged ${row[0]}`, ...row.slice(1)]);
  });
});
