import { beforeEach, describe, expect, it, vi } from "vitest";
import type { RangeAddress } from "../../src/workbook/address.ts";
import type { Workbook } from "../../src/workbook/port.ts";
import { looking, on, type Opened, type Person } from "./opened-workbook.ts";

/** The part of the contract that is about hearing of changes and selections. */
export function listenerContract(opened: () => Opened) {
  let workbook: Workbook;
  let person: Person;
  beforeEach(() => {
    ({ workbook, person } = opened());
  });

  const { settled } = looking(opened);

  describe("listeners", () => {
    const heard = async (act: () => Promise<unknown>) => {
      const calls: (readonly RangeAddress[] | null)[] = [];
      const leave = workbook.onChanged((changed) => calls.push(changed));
      // The host takes notice of a listener a little later.
      await workbook.sheets();
      await new Promise((resolve) => setTimeout(resolve, 50));
      await act();
      await vi.waitFor(() => expect(calls).not.toEqual([]));
      await new Promise((resolve) => setTimeout(resolve, 50));
      leave();
      return calls.filter((changed) => changed !== null).flat();
    };

    it("hear which cells a person has typed into", async () => {
      expect(await heard(() => person.types("Sheet1", "C3", 7))).toEqual([on("Sheet1", "C3")]);
    });

    it("hear which blocks this program has written, each of them once", async () => {
      await person.addsSheet("Ledger");
      const cells = Array.from({ length: 3 }, () => [{ value: 1 }, { value: 2 }]);
      const changed = await heard(() => workbook.write({ blocks: [{ sheet: "Sheet1", row: 1, column: 1, cells }, { sheet: "Ledger", row: 0, column: 0, cells }] }));
      expect(changed).toEqual([on("Sheet1", "B2:C4"), on("Ledger", "A1:B3")]);
    });

    it("hear nothing of documents saved in the file", async () => {
      await workbook.saveState("settings", 1);
      const listener = vi.fn();
      const leave = workbook.onChanged(listener);
      await workbook.sheets();
      await new Promise((resolve) => setTimeout(resolve, 50));
      listener.mockClear();
      await workbook.saveState("settings", 2);
      await new Promise((resolve) => setTimeout(resolve, 50));
      leave();
      expect(listener.mock.calls.filter(([changed]) => changed !== null)).toEqual([]);
    });

    it("hear of values a person changes, and of those calculated from them, until they leave", async () => {
      await person.types("Sheet1", "B1", "=SUM(A1,1)");
      const listener = vi.fn();
      const leave = workbook.onChanged(listener);
      await vi.waitFor(async () => {
        await person.types("Sheet1", "A1", 1);
        expect(listener).toHaveBeenCalled();
      });
      await settled("Sheet1", "B1", [[2]]);
      leave();
      await workbook.sheets();
      await new Promise((resolve) => setTimeout(resolve, 50));
      listener.mockClear();
      await person.types("Sheet1", "A1", 2);
      await settled("Sheet1", "B1", [[3]]);
      expect(listener).not.toHaveBeenCalled();
    });

    it("hear of another selection, until they leave", async () => {
      const listener = vi.fn();
      const leave = workbook.onSelected(listener);
      await vi.waitFor(async () => {
        await person.selects("Sheet1", "A1");
        await person.selects("Sheet1", "C3");
        expect(listener).toHaveBeenCalled();
      });
      leave();
      await workbook.sheets();
      await new Promise((resolve) => setTimeout(resolve, 50));
      listener.mockClear();
      await person.selects("Sheet1", "D4");
      await workbook.selection();
      expect(listener).not.toHaveBeenCalled();
    });

    it("may leave before the host has taken notice of them", async () => {
      const listener = vi.fn();
      workbook.onChanged(listener)();
      workbook.onSelected(listener)();
      await person.types("Sheet1", "A1", 1);
      await person.selects("Sheet1", "C3");
      await workbook.sheets();
      expect(listener).not.toHaveBeenCalled();
    });
  });
}
