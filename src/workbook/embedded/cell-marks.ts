import type { RangeAddress } from "../address.ts";
import { markFills } from "../mark.ts";
import type { Mark, MarkKind } from "../port.ts";
import { type Engine, INTERCEPTOR_POINT, InterceptorEffectEnum, SheetInterceptorService, ToggleGridlinesMutation } from "./engine.ts";
import type { PinnedBlocks } from "./pins.ts";

interface FollowedMark {
  readonly pin: string;
  readonly kind: MarkKind;
}

/** Marked columns of a row: from, up to but not including, and with what. */
type MarkedColumns = readonly [number, number, MarkKind];

/** Marks that lie over the cells while these are shown, and follow them; the workbook's own data never has them. */
export class CellMarks {
  private readonly engine: Engine;
  private readonly pins: PinnedBlocks;
  private marks: readonly FollowedMark[] = [];
  private rows = new Map<string, MarkedColumns[]>();
  private placed: object | undefined;

  constructor(engine: Engine, pins: PinnedBlocks) {
    this.engine = engine;
    this.pins = pins;
    engine.service(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      id: "headroom-marks",
      effect: InterceptorEffectEnum.Style,
      // Before tiny numbers, which leave out what comes after them.
      priority: 60,
      handler: (cell, { subUnitId, row, col, workbook }, next) => {
        const kind = this.kindAt(subUnitId, row, col);
        return next(kind === undefined ? cell : { ...cell, s: { ...workbook.getStyles().getStyleByCell(cell), bg: { rgb: markFills[kind] } } });
      },
    });
  }

  /** Shows marks in place of all that are shown. */
  show(marks: readonly (Mark & { readonly sheetId: string })[]): void {
    this.pins.unpin(this.marks.map(({ pin }) => pin));
    this.marks = marks.map(({ range, sheetId, kind }) => ({ pin: this.pins.followInPassing(range, sheetId), kind }));
    this.redraw();
  }

  private kindAt(sheetId: string, row: number, column: number): MarkKind | undefined {
    if (this.marks.length === 0) return undefined;
    if (this.placed !== this.pins.state) this.place();
    return this.rows.get(`${sheetId} ${row}`)?.findLast(([from, to]) => column >= from && column < to)?.[2];
  }

  private place(): void {
    this.placed = this.pins.state;
    this.rows = new Map();
    for (const { pin, kind } of this.marks) {
      const range = this.pins.at(pin);
      if (range) this.placeOne(range, kind);
    }
  }

  private placeOne({ sheet, row, column, rows, columns }: RangeAddress, kind: MarkKind): void {
    const sheetId = this.engine.book.getSheetBySheetName(sheet)?.getSheetId() ?? "";
    for (let r = row; r < row + rows; r += 1) {
      const key = `${sheetId} ${r}`;
      this.rows.set(key, [...(this.rows.get(key) ?? []), [column, column + columns, kind]]);
    }
  }

  /** The engine draws a sheet anew where its grid lines are set, be it to what they are. */
  private redraw(): void {
    const sheet = this.engine.book.getActiveSheet();
    const { showGridlines } = sheet.getConfig();
    this.engine.run(ToggleGridlinesMutation.id, { unitId: this.engine.unitId, subUnitId: sheet.getSheetId(), showGridlines }, { onlyLocal: true });
  }
}
