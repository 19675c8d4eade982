import { blockOnSheet } from "../address.ts";
import type { NamedRange } from "../port.ts";
import { type Engine, IDefinedNamesService } from "./engine.ts";

/** Where a name holds that holds in every sheet. */
export const everywhere = "AllDefaultWorkbook";

/** The names that hold in every sheet and stand for one block of cells. */
export function namedBlocks(engine: Engine): NamedRange[] {
  const names = engine.service(IDefinedNamesService).getDefinedNameMap(engine.unitId) ?? {};
  return Object.values(names).flatMap(({ name, formulaOrRefString, localSheetId = everywhere, hidden }) => {
    const range = blockOnSheet(formulaOrRefString);
    const offered = !hidden && localSheetId === everywhere && range && engine.book.getSheetBySheetName(range.sheet);
    return offered ? [{ name, range, kind: "name" as const }] : [];
  });
}
