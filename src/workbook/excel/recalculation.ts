import { inExcel, inExcelLater } from "./excel-batch.ts";

/** Calculates every formula again, as soon as no cell is being edited. */
export function recalculated(): Promise<void> {
  return inExcelLater(async (context) => {
    context.workbook.application.calculate("Full");
    await context.sync();
  });
}

/**
 * Enters again the formulas that show #NAME?, as `mended` writes them; those it does not know stay.
 * Excel looks a name up only when a formula is entered, so one that was entered before the add-in was
 * there stays an error. Cells of protected sheets stay too. Returns how many were entered.
 */
export function reenteredFormulas(mended: (formula: string) => string | undefined): Promise<number> {
  return inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/protection/protected");
    await context.sync();
    const wrong = worksheets.items
      .filter((sheet) => !sheet.protection.protected)
      .map((sheet) => sheet.getRange().getSpecialCellsOrNullObject("Formulas", "Errors"));
    for (const cells of wrong) cells.load("areas/items/values,areas/items/formulas");
    await context.sync();
    const entered = wrong.filter((cells) => !cells.isNullObject).flatMap(({ areas }) => areas.items.flatMap((area) => mendedCells(area, mended)));
    for (const { cell, formula } of entered) cell.formulas = [[formula]];
    await context.sync();
    return entered.length;
  });
}

function mendedCells(area: Excel.Range, mended: (formula: string) => string | undefined) {
  return area.values.flatMap((row, r) =>
    row.flatMap((value: unknown, c) => {
      const formula: unknown = area.formulas[r]?.[c];
      const better = value === "#NAME?" && typeof formula === "string" ? mended(formula) : undefined;
      return better === undefined ? [] : [{ cell: area.getCell(r, c), formula: better }];
    }),
  );
}
