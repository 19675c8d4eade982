import { describe, expect, it } from "vitest";
import { samples } from "../../src/samples/sample.ts";
import { a1 } from "../../src/workbook/address.ts";
import { pixelsOf } from "../../src/workbook/look.ts";
import { valuesOf } from "../support/sheet-values.ts";

// Arial at 11 points, in pixels; a host cuts a text that is wider than its cell and its neighbour filled.
const widths: Readonly<Record<string, number>> = { ".": 4.1, ",": 4.1, "-": 4.9, "%": 13.1 };
const widthOf = (text: string) => [...text].reduce((sum, character) => sum + (widths[character] ?? 8.2), 0);

/** A number as its format shows it: "#,##0.00", "0.0000%". */
function shown(value: number, format: string): string {
  const digits = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const text = (format.endsWith("%") ? value * 100 : value).toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: format.startsWith("#") });
  return format.endsWith("%") ? `${text}%` : text;
}

const plans = samples.flatMap(({ id, sheets }) => sheets().map((plan) => [id, plan.name, plan] as const));

describe("the samples", () => {
  it.each(plans)("%s, %s: every figure shows its last digit", (_, __, plan) => {
    const value = valuesOf(plan);
    const cut = plan.rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        const found = value(row, column);
        const text = typeof found === "number" && cell?.format ? shown(found, cell.format) : typeof found === "string" && /^-?[\d.,]+%?$/.test(found) ? found : "";
        return widthOf(text) > pixelsOf(plan.columnWidths[column] ?? 0) - 2 ? [`${a1({ row, column, rows: 1, columns: 1 })} ${text}`] : [];
      }),
    );
    expect(cut).toEqual([]);
  });
});
