import type { Engine } from "./engine.ts";
import { FormulaDataModel, IDefinedNamesService, IFunctionService, LexerTreeBuilder, ObjectMatrix, RemoveDefinedNameMutation, SetDefinedNameMutation } from "./engine-terms.ts";

/**
 * The engine keeps formulas as it has parsed them, by their text alone, with the cells that names meant at that time: in another
 * workbook, or after rows have been inserted, the same text would give the figure of other cells. This makes it parse all anew.
 */
export function forgetParsedFormulas(engine: Engine): void {
  // The engine empties this memory, which all its parsers share, when one of them goes.
  new LexerTreeBuilder().dispose();
  // Every key has the empty text in it.
  engine.service(IFunctionService).deleteFormulaAstCacheKey("");
}

/** Calculates all formulas anew after a name they may mean has come to stand for something else. */
export function keepNamesFresh(engine: Engine): void {
  let due: ReturnType<typeof setTimeout> | undefined;
  engine.onCommand((id, params: { readonly name?: string }) => {
    if ((id !== SetDefinedNameMutation.id && id !== RemoveDefinedNameMutation.id) || params.name === undefined || !mayMean(engine, params.name)) return;
    forgetParsedFormulas(engine);
    // Once everything that goes with the change has been done.
    due ??= setTimeout(() => {
      due = undefined;
      engine.recalculate();
    });
  });
}

/** Whether a formula, or another name, may mean a name: its text has the name in it. */
function mayMean(engine: Engine, name: string): boolean {
  const sought = name.toLowerCase();
  const means = (text: string | undefined) => text?.toLowerCase().includes(sought) === true;
  const names = Object.values(engine.service(IDefinedNamesService).getDefinedNameMap(engine.unitId) ?? {});
  if (names.some(({ formulaOrRefString }) => means(formulaOrRefString))) return true;
  let found = false;
  for (const cells of Object.values(engine.service(FormulaDataModel).getFormulaData()[engine.unitId] ?? {})) {
    new ObjectMatrix(cells ?? {}).forValue((_row, _column, cell) => void (found ||= means(cell?.f)));
  }
  return found;
}
