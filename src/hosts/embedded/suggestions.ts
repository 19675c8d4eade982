import type { Engine } from "../../workbook/embedded/engine.ts";

// The list of functions under the cell and under the formula bar; each command is there only while its list is shown.
const lists = ["__INTERNAL_EDITOR__DOCS_NORMAL", "__INTERNAL_EDITOR__DOCS_FORMULA_BAR"].map((editor) => `sheet.formula-embedding-editor.search_function.${editor}`);
const escape = 27;

/**
 * Takes the list of functions away with whatever is typed. The engine looks it up anew only when nothing has been typed for a
 * moment, and until then Enter would put the first of the old list in place of what was typed.
 */
export function keepSuggestionsFresh(engine: Engine, grid: HTMLElement): void {
  const close = () => {
    for (const list of lists) if (engine.knows(list)) engine.run(list, { keyCode: escape });
  };
  for (const change of ["input", "compositionend"]) grid.addEventListener(change, close, true);
}
