import type { Engine } from "./engine.ts";
import { type Book, FormulaDataModel, type ICellData, initSheetFormulaData, IUniverInstanceService, type Nullable, ObjectMatrix, type Sheet, UniverInstanceType } from "./engine-terms.ts";

/**
 * Before each change and each calculation the engine looks at every cell of the workbook for its formulas, one call a cell:
 * a fifth of a second for a million of them. Here it looks at rows, and at the cells of those that have a formula.
 */
export function findFormulasByRows(engine: Engine): void {
  const books = engine.service(IUniverInstanceService);
  engine.service(FormulaDataModel).getFormulaData = () => {
    const found: ReturnType<FormulaDataModel["getFormulaData"]> = {};
    for (const book of books.getAllUnitsForType<Book>(UniverInstanceType.UNIVER_SHEET)) {
      found[book.getUnitId()] = {};
      for (const sheet of book.getSheets()) initSheetFormulaData(found, book.getUnitId(), sheet.getSheetId(), formulaCells(sheet));
    }
    return found;
  };
}

function formulaCells(sheet: Sheet): ObjectMatrix<Nullable<ICellData>> {
  const found: Record<number, Record<number, Nullable<ICellData>>> = {};
  const cells = sheet.getCellMatrix().getMatrix();
  for (const [row, line] of Object.entries(cells)) if (line && hasFormula(line)) found[Number(row)] = line;
  return new ObjectMatrix(found);
}

function hasFormula(line: Readonly<Record<number, Nullable<ICellData>>>): boolean {
  // A call for each cell would take as long as the rest.
  for (const cell of Object.values(line)) if (cell && (cell.f || cell.si)) return true;
  return false;
}
