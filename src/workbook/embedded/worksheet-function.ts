import { type Answer, type AnswerCell, AnsweredError } from "../../functions/answer.ts";
import { type Cell, isErrorLiteral } from "../../functions/cell.ts";
import type { ReturnedError } from "../../functions/cell-error.ts";
import { literalCells } from "./array-literal.ts";
import {
  ArrayValueObject, BaseFunction, type BaseValueObject, BooleanValueObject, type EngineFunction, ErrorType, ErrorValueObject, NumberValueObject, StringValueObject,
} from "./engine.ts";

/** The cell that calls a function. */
export interface Caller {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** A function as the workbook calls it. */
export interface BoundFunction {
  /** As it is typed: HEADROOM.ECL.RATES. */
  readonly name: string;
  /** How many arguments it has at most; with more the engine itself answers #N/A. */
  readonly most: number;
  /** Arguments arrive as blocks or single values, null where one was omitted. */
  call(given: readonly unknown[], caller: Caller): Answer;
  /** What was thrown although no function may throw; the cell shows #VALUE!. */
  fault(error: unknown, caller: Caller): void;
}

/** A function in the engine's own form. An exception would end the calculation of the whole workbook, so none leaves it. */
export function engineFunction({ name, most, call, fault }: BoundFunction): EngineFunction {
  class WorksheetFunction extends BaseFunction {
    override minParams = 0;
    override maxParams = most;

    // Otherwise the engine would hand over "97.86%" as 0.9786 and "26,844.05" as 26844.05, and printed digits would be lost.
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(...values: BaseValueObject[]): BaseValueObject {
      const caller = { sheetId: this.subUnitId ?? "", row: this.row, column: this.column };
      try {
        return resultOf(call(values.map(argumentOf), caller));
      } catch (error) {
        fault(error, caller);
        return errorOf("#VALUE!");
      }
    }
  }
  return [WorksheetFunction, name];
}

/** An omitted argument is a null by itself, a blank cell a null inside its block. */
function argumentOf(value: BaseValueObject): Cell[][] | Cell {
  if (!isBlock(value)) return cellOf(value);
  const literal = literalCells(textOfLiteral(value));
  if (literal) return literal;
  const cells: Cell[][] = [];
  value.iterator((cell, row, column) => {
    (cells[row] ??= [])[column] = cell ? cellOf(cell) : null;
  });
  return cells;
}

const isBlock = (value: BaseValueObject): value is ArrayValueObject => value.isArray();

function cellOf(value: BaseValueObject): Cell {
  if (value.isNull()) return null;
  if (!value.isError() && !value.isLambda()) return value.getValue();
  const literal = String(value.getValue());
  return { error: isErrorLiteral(literal) ? literal : "#VALUE!" };
}

function resultOf(answer: Answer): BaseValueObject {
  if (answer instanceof AnsweredError) return errorOf(answer.literal);
  const calculateValueList = answer.map((row) => row.map(valueOf));
  return ArrayValueObject.create({
    calculateValueList,
    rowCount: calculateValueList.length,
    columnCount: calculateValueList[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function valueOf(cell: AnswerCell): BaseValueObject {
  if (cell instanceof AnsweredError) return errorOf(cell.literal);
  if (typeof cell === "number") return NumberValueObject.create(cell);
  return typeof cell === "string" ? StringValueObject.create(cell) : BooleanValueObject.create(cell);
}

const errorOf = (literal: ReturnedError) => ErrorValueObject.create(errorTypes[literal]);

const errorTypes: Readonly<Record<ReturnedError, ErrorType>> = {
  "#VALUE!": ErrorType.VALUE,
  "#NUM!": ErrorType.NUM,
  "#DIV/0!": ErrorType.DIV_BY_ZERO,
  "#N/A": ErrorType.NA,
  "#NULL!": ErrorType.NULL,
};

/** What was typed for an array literal; empty for any other block. */
function textOfLiteral(block: ArrayValueObject): string {
  // The engine keeps the text in a private field, and has no other way to tell.
  const text: unknown = Reflect.get(block, "_rawValue");
  return typeof text === "string" ? text : "";
}
