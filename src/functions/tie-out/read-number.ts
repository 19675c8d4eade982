import { Decimal, decimalOfCell } from "../../core/decimal.ts";
import { type Place, Refusal, refuse } from "../../core/refusal.ts";
import { at, type Grid } from "../../core/table.ts";
import { type ReadNumber, textReading } from "../../core/tie-out/printed-text.ts";
import type { Cell } from "../cell.ts";
import { isCellError } from "../cell.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted } from "../element-wise.ts";
import { cellsOf, type Parameter, required } from "../parameter.ts";
import { step } from "../step.ts";

/** The numbers of one cell, or why it has none; thrown only when it is asked for. */
type CellNumbers = () => readonly ReadNumber[];

export const readNumber = define({
  id: "READ.NUMBER",
  family: "printed-figures",
  source: "filing 002, lines 3150–3177; filing 004, lines 573–585",
  formula: "x = n ÷ k",
  parameters: { text: printedTexts() },
  returns: "matrix",
  example: [[["下降 2.58 个百分点"], ["63,212.00万元"], ["（1,234.56）"], ["65.22%- 60.88%"]]],
  compute({ text }) {
    const single = text.length === 1 && text[0]?.length === 1;
    const found = text.map((row) => row.map((numbers) => (single ? numbers() : attempted(numbers))));
    return block(laidOut(found), () =>
      found.flatMap((row, r) =>
        row.flatMap((numbers, c) =>
          numbers instanceof Refusal
            ? []
            : numbers.map(({ value, digits, per }) => {
                const which = single ? undefined : row.length === 1 ? r + 1 : r * row.length + c + 1;
                const n = ["printed-figure", digits] as const;
                return per === 1 ? step("read-number", "n", { n }, value, which) : step("read-number", "n ÷ k", { n, k: ["scale", new Decimal(per)] }, value, which);
              }),
        ),
      ),
    );
  },
});

/** A range takes two cells side by side, or one below the other where the texts stand in a row. */
function laidOut(found: Grid<readonly ReadNumber[] | Refusal>): Grid<ResultCell> {
  const columns = found[0]?.length ?? 0;
  const ranged = found.flat().some((numbers) => !(numbers instanceof Refusal) && numbers.length > 1);
  if (!ranged) return found.map((row) => row.map((numbers) => end(numbers, 0)));
  if (columns === 1) return found.map((row) => [end(at(row, 0), 0), end(at(row, 0), 1)]);
  if (found.length === 1) return [0, 1].map((index) => at(found, 0).map((numbers) => end(numbers, index)));
  return refuse({ code: "not-a-vector", parameter: "text", rows: found.length, columns });
}

function end(numbers: readonly ReadNumber[] | Refusal, index: number): ResultCell {
  if (numbers instanceof Refusal) return numbers;
  return numbers[index]?.value ?? "";
}

function printedTexts(): Parameter<Grid<CellNumbers>> {
  return required("printed-texts", (argument, name) => cellsOf(argument, name, (cell, place) => () => numbersIn(cell, place)));
}

function numbersIn(cell: Cell, place: Place): readonly ReadNumber[] {
  if (isCellError(cell)) return refuse({ code: "error-in-cell", place, error: cell.error });
  if (typeof cell === "boolean") return refuse({ code: "not-a-number", place, text: cell ? "TRUE" : "FALSE" });
  if (typeof cell !== "string") {
    const value = decimalOfCell(cell ?? 0);
    return [{ value, digits: value, per: 1 }];
  }
  const read = textReading(cell);
  if (read.kind === "numbers") return read.ends;
  return refuse(read.kind === "absent" ? { code: "not-available", place, text: cell } : { code: "not-a-number", place, text: cell });
}
