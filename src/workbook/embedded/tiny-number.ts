import { CellValueType, type Engine, INTERCEPTOR_POINT, SheetInterceptorService } from "./engine.ts";

/**
 * A number below a millionth as a plain number format shows it: −7.795e-9 under 0.00000000000 is −0.00000000780.
 * The engine's own formatter writes the exponent among the digits. Undefined for other numbers and formats.
 */
export function tinyNumber(value: number, format: string): string | undefined {
  const [, grouping = "", decimals = "", percent = ""] = /^([#,]*)0\.(0+)(%?)(?:;.*)?$/.exec(format) ?? [];
  const shown = percent ? value * 100 : value;
  if (decimals === "" || Math.abs(shown) >= 1e-6 || grouping.length > 4) return undefined;
  const text = shown.toFixed(decimals.length);
  return (/[1-9]/.test(text) ? text : text.replace("-", "")) + percent;
}

/** Has the engine show tiny numbers right. */
export function mendTinyNumbers(engine: Engine): void {
  engine.service(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: "headroom-numbers",
    // After spilled values have been put in, before the engine's own number formats, which are left out where `next` is not called.
    priority: 50,
    handler: (cell, { workbook }, next) => {
      const format = cell?.s ? workbook.getStyles().get(cell.s)?.n?.pattern : undefined;
      const mended = typeof cell?.v === "number" && format ? tinyNumber(cell.v, format) : undefined;
      return mended === undefined ? next(cell) : { ...cell, v: mended, t: CellValueType.NUMBER };
    },
  });
}
