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
  const columns = sheet.getColumnCount();
  for (const key in cells) {
    const row = Number(key);
    const line = cells[row];
    if (line && hasFormula(line, columns)) found[row] = line;
  }
  return new ObjectMatrix(found);
}

// Wider sheets are mostly blank: there it is faster to ask which cells there are.
const narrow = 100;

function hasFormula(line: Readonly<Record<number, Nullable<ICellData>>>, columns: number): boolean {
  if (columns > narrow) return Object.values(line).some((cell) => cell?.f || cell?.si);
  for (let column = 0; column < columns; column += 1) {
    const cell = line[column];
    if (cell && (cell.f || cell.si)) return true;
  }
  return false;
}
