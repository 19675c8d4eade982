import type { CellBlock } from "../address.ts";
import { countOf, hasContent, plannedCells } from "../block-plan.ts";
import { type SheetPlan, WorkbookRefusal } from "../port.ts";
import { freeSheetNames } from "../sheet-name.ts";
import { asPlanned } from "./block-cells.ts";
import type { SheetRows } from "./block-writing.ts";
import { type Engine, type IMutationInfo, InsertSheetMutation, type IWorksheetData, mergeWorksheetSnapshotWithDefault, RemoveSheetMutation, type Sheet } from "./engine.ts";
import { type Naming, namingsAgain, plannedNames } from "./planned-names.ts";
import { sheetData } from "./sheet-data.ts";
import { plannedExtras } from "./sheet-extras.ts";
import { cellNow, entryOf } from "./undoing.ts";

// A sheet of more cells comes in blank and is written in slices: the engine takes a sheet whole, and copies it first.
const cellsAtOnce = 5_000;
const rowsPerPiece = 200;

export type FollowOnSheet = (block: CellBlock, sheetId: string) => string;

interface AddedSheet {
  readonly id: string;
  readonly name: string;
  readonly plan: SheetPlan;
  /** Whether it comes in without its cells. */
  readonly isBlank: boolean;
  readonly inserted: IMutationInfo;
  readonly removed: IMutationInfo;
}

/** Sheets that come as one step, behind those that stand. */
export class AddedSheets {
  private readonly engine: Engine;
  private readonly sheets: readonly AddedSheet[];
  private readonly namings: readonly Naming[];

  /** `follow` has a sheet follow a block for itself. */
  constructor(engine: Engine, plans: readonly SheetPlan[], follow: FollowOnSheet) {
    this.engine = engine;
    const standing = engine.book.getSheets();
    const names = freeSheetNames(plans.map(({ name }) => name), standing.map((sheet) => sheet.getName()));
    const ids = newSheetIds(engine, plans.length);
    this.sheets = plans.map((plan, index) => {
      const [id = "", name = plan.name] = [ids[index], names[index]];
      const isBlank = isLarge(plan);
      const data = { ...sheetData(id, name, plan, isBlank ? "blank" : "filled"), custom: plannedExtras(plan, (block) => follow(block, id)) };
      return { id, name, plan, isBlank, ...insertion(engine, data, standing.length + index) };
    });
    this.namings = plannedNames(engine, this.sheets);
  }

  get names(): string[] {
    return this.sheets.map(({ name }) => name);
  }

  get first(): Sheet | undefined {
    return this.standing()[0]?.sheet;
  }

  /** What remains to be written once the sheets stand. */
  get rows(): SheetRows[] {
    return this.sheets.flatMap(({ id, plan, isBlank }) => (isBlank ? [{ sheetId: id, row: 0, column: 0, cells: plan.rows }] : []));
  }

  /** How many cells come in with the sheets. */
  get cells(): number {
    return plannedCells({ sheets: this.sheets.flatMap(({ plan, isBlank }) => (isBlank ? [] : [plan])) });
  }

  /** The mutations that bring the sheets, and those that take them away. */
  get redo(): IMutationInfo[] {
    return [...this.sheets.map(({ inserted }) => inserted), ...this.namings.map(({ given }) => given)];
  }
  get undo(): IMutationInfo[] {
    return [...this.namings.map(({ taken }) => taken), ...this.sheets.map(({ removed }) => removed).reverse()];
  }

  insert(): void {
    for (const { id, params } of this.redo) {
      if (this.engine.run(id, params, quietly)) continue;
      this.remove();
      throw new WorkbookRefusal({ code: "host-failed", detail: id });
    }
  }

  /** Takes away those that still stand, whatever they are called, and tells how to bring and take them again. */
  remove(): { readonly redo: IMutationInfo[]; readonly undo: IMutationInfo[] } {
    const again = this.standing().map(({ sheet }) => insertion(this.engine, sheet.getSnapshot(), this.engine.book.getSheetIndex(sheet)));
    const named = namingsAgain(this.engine, this.namings);
    const redo = [...named.map(({ taken }) => taken), ...again.map(({ removed }) => removed)];
    for (const { id, params } of redo) this.engine.run(id, params);
    return { redo, undo: [...again.map(({ inserted }) => inserted), ...named.map(({ given }) => given)] };
  }

  standing(): { readonly sheet: Sheet; readonly plan: SheetPlan }[] {
    return this.sheets.flatMap(({ id, plan }) => {
      const sheet = this.engine.book.getSheetBySheetId(id);
      return sheet ? [{ sheet, plan }] : [];
    });
  }

  /** Whether those that stand hold what was planned, and nothing else that a person has entered. */
  *unchanged(): Generator<number, boolean> {
    for (const { sheet, plan } of this.standing()) {
      for (let row = 0; row < plan.rows.length; row += rowsPerPiece) {
        if (!asPlanned(sheet, { row, column: 0, cells: plan.rows.slice(row, row + rowsPerPiece) })) return false;
        yield 0;
      }
      const cells = sheet.getCellMatrix();
      for (let row = 0; row < cells.getLength(); row += 1) {
        const entered = Object.keys(cells.getRow(row) ?? {}).some((column) => !hasContent(plan.rows[row]?.[Number(column)]) && entryOf(cellNow(sheet, row, Number(column))) !== "");
        if (entered) return false;
        if (row % rowsPerPiece === 0) yield 0;
      }
    }
    return true;
  }
}

function isLarge({ rows }: SheetPlan): boolean {
  let cells = 0;
  return rows.some((_, row) => (cells += countOf(rows, row, row + 1)) > cellsAtOnce);
}

// The engine would show every sheet it inserts, one after the other, were they not marked as somebody else's.
const quietly = { fromCollab: true };

/** Adds a sheet that no undo step takes away. */
export function insertForGood(engine: Engine, sheet: Partial<IWorksheetData>): boolean {
  const [id = ""] = newSheetIds(engine, 1);
  const { inserted } = insertion(engine, { ...sheet, id }, engine.book.getSheets().length);
  return engine.run(inserted.id, inserted.params, quietly);
}

function insertion({ unitId }: Engine, sheet: Partial<IWorksheetData>, index: number): { inserted: IMutationInfo; removed: IMutationInfo } {
  return {
    inserted: { id: InsertSheetMutation.id, params: { unitId, index, sheet: mergeWorksheetSnapshotWithDefault(sheet) } },
    removed: { id: RemoveSheetMutation.id, params: { unitId, subUnitId: sheet.id, subUnitName: sheet.name } },
  };
}

let given = 0;

/** Ids that no sheet has, nor had one that an undo step may bring back. */
function newSheetIds(engine: Engine, count: number): string[] {
  const taken = new Set(engine.book.getSheets().map((sheet) => sheet.getSheetId()));
  return Array.from({ length: count }, () => {
    do given += 1;
    while (taken.has(`headroom-${given}`));
    return `headroom-${given}`;
  });
}
