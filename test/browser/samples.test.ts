import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pane } from "../../src/locales/en-us/pane.ts";
import { samples } from "../../src/samples/sample.ts";
import { a1, type CellBlock } from "../../src/workbook/address.ts";
import type { SheetPlan } from "../../src/workbook/port.ts";
import { openSample, Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

/** Where the formulas of a sheet stand that a pattern fits. */
function formulasOf(plan: SheetPlan, pattern: RegExp): CellBlock[] {
  return plan.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (pattern.test(cell?.formula ?? "") ? [{ row, column, rows: 1, columns: 1 }] : [])),
  );
}

describe("a newcomer opens the samples", () => {
  let visitor: Visit;
  let sheet: Sheet;

  beforeAll(async () => {
    visitor = await visit();
    sheet = new Sheet(visitor.page);
    await visitor.page.goto(visitor.address);
    await sheet.ready();
  });

  afterAll(() => visitor.end());

  it.each(samples.map(({ id }) => id))("%s: the figures stand in the grid, and the ties beside them", async (id) => {
    const plans = samples.find((sample) => sample.id === id)?.sheets() ?? [];
    await openSample(visitor.page, pane.home.openSample(pane.samples[id].title));
    for (const plan of plans) {
      await sheet.show(plan.name);
      for (const cell of formulasOf(plan, /^=HEADROOM\.TIE\./).slice(0, 3)) await sheet.expectSaid(a1(cell), /^(OK|TAIL),/);
      // The corner of a table is empty; what stands below it and to the right is a figure.
      const [table] = formulasOf(plan, /^=HEADROOM\.\w+\.(TABLE|SENSITIVITY)/);
      if (table) await sheet.expectSaid(a1({ ...table, row: table.row + 1, column: table.column + 1 }), /^-?[\d,.]+/);
    }
  });

  it("finds none of our formulas in error, in any sheet", async () => {
    await visitor.page.getByRole("tab", { name: "Home" }).click();
    await visitor.page.getByText("None of the Headroom formulas shows an error.").waitFor();
  });

  it("takes a whole sample back with one undo", async () => {
    const tabs = () => visitor.page.locator("#pane table").first().getByRole("row").count();
    const before = await tabs();
    await openSample(visitor.page, pane.home.openSample(pane.samples["margin-2025"].title));
    await expect.poll(tabs).toBeGreaterThan(before);
    await visitor.page.getByRole("button", { name: "Undo", exact: true }).or(visitor.page.getByText("Undo", { exact: true })).last().click();
    await expect.poll(tabs).toBe(before);
  });

  it("makes no error in the page", () => {
    expect(visitor.errors).toEqual([]);
  });
});
