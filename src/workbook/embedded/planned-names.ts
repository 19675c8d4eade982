import { fixedOnSheet } from "../address.ts";
import type { SheetPlan } from "../port.ts";
import { freeRangeNames } from "../range-name.ts";
import { type Engine, IDefinedNamesService, type IMutationInfo, RemoveDefinedNameMutation, SetDefinedNameMutation } from "./engine.ts";
import { everywhere } from "./named-blocks.ts";

/** A name for a block: what gives it, and what takes it away. */
export interface Naming {
  readonly id: string;
  readonly given: IMutationInfo;
  readonly taken: IMutationInfo;
}

interface DefinedName {
  readonly id: string;
  readonly name: string;
  readonly formulaOrRefString: string;
  readonly localSheetId?: string;
}

const standingNames = (engine: Engine) => engine.service(IDefinedNamesService).getDefinedNameMap(engine.unitId) ?? {};

/** The names for the blocks of planned sheets, free beside those that stand. */
export function plannedNames(engine: Engine, sheets: readonly { readonly name: string; readonly plan: SheetPlan }[]): Naming[] {
  const planned = sheets.flatMap(({ name: sheet, plan }) => (plan.names ?? []).map((named) => ({ sheet, ...named })));
  const free = freeRangeNames(planned.map(({ name }) => name), Object.values(standingNames(engine)).map(({ name }) => name));
  return planned.map((block, index) =>
    naming(engine, { id: crypto.randomUUID(), name: free[index] ?? block.name, formulaOrRefString: fixedOnSheet(block), localSheetId: everywhere }),
  );
}

/** Those that still stand, as they stand. */
export function namingsAgain(engine: Engine, namings: readonly Naming[]): Naming[] {
  return namings.flatMap(({ id }) => {
    const standing = standingNames(engine)[id];
    return standing ? [naming(engine, standing)] : [];
  });
}

function naming({ unitId }: Engine, name: DefinedName): Naming {
  const params = { unitId, ...name };
  return { id: name.id, given: { id: SetDefinedNameMutation.id, params }, taken: { id: RemoveDefinedNameMutation.id, params } };
}
