import { beforeEach, describe, expect, it } from "vitest";
import type { Workbook } from "../../src/workbook/port.ts";
import { stateSheet } from "../../src/workbook/state.ts";
import { looking, on, type Opened, type Person, refusal } from "./opened-workbook.ts";

/** The part of the contract that is about documents saved in the file. */
export function documentContract(opened: () => Opened) {
  let workbook: Workbook;
  let person: Person;
  beforeEach(() => {
    ({ workbook, person } = opened());
  });

  const { values, names } = looking(opened);

  describe("documents saved in the file", () => {
    it("are null before, and the same afterwards, whatever their length", async () => {
      expect(await workbook.loadState("settings")).toBeNull();
      const long = { resultLanguage: "zh-CN", note: `=账龄 '${"😀".repeat(40_000)}` };
      await workbook.saveState("settings", long);
      expect(await workbook.loadState("settings")).toEqual(long);
      await workbook.saveState("settings", { resultLanguage: "en-US" });
      expect(await workbook.loadState("settings")).toEqual({ resultLanguage: "en-US" });
    });

    it("stand side by side, also when saved at the same time", async () => {
      await Promise.all([workbook.saveState("settings", 1), workbook.saveState("links", 2), workbook.saveState("wizard", 3)]);
      expect(await Promise.all(["settings", "links", "wizard"].map((key) => workbook.loadState(key)))).toEqual([1, 2, 3]);
    });

    it("show in no list of sheets and move no selection", async () => {
      await person.selects("Sheet1", "C3");
      await workbook.saveState("settings", 1);
      expect(await names()).toEqual(["Sheet1"]);
      expect(await workbook.selection()).toEqual(on("Sheet1", "C3"));
    });

    it("are refused where a newer version of the add-in wrote them, and stay as they are", async () => {
      await workbook.saveState("settings", 1);
      await person.types(stateSheet, "A1", "'headroom:settings:99:1");
      const newer = { code: "state-newer", key: "settings", version: 99 };
      expect(await refusal(workbook.loadState("settings"))).toEqual(newer);
      expect(await refusal(workbook.saveState("settings", 2))).toEqual(newer);
      expect(await values(stateSheet, "A1:B1")).toEqual([["headroom:settings:99:1", "|1|"]]);
    });

    it("are refused where they are damaged, kept aside, and can be saved anew", async () => {
      await workbook.saveState("settings", 1);
      await person.types(stateSheet, "B1", "'|{|");
      expect(await refusal(workbook.loadState("settings"))).toEqual({ code: "state-unreadable", key: "settings" });
      await workbook.saveState("settings", 2);
      expect(await workbook.loadState("settings")).toBe(2);
      expect((await values(stateSheet, "A1:B2")).flat()).toContain("|{|");
    });
  });
}
