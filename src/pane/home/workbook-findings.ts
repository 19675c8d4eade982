import { type Answer, AnsweredError } from "../../functions/answer.ts";
import { isErrorLiteral } from "../../functions/cell.ts";
import type { ErrorLiteral, Issue } from "../../core/refusal.ts";
import type { RangeAddress } from "../../workbook/address.ts";
import { type CellContent, type SheetSummary, type Workbook, WorkbookRefusal } from "../../workbook/port.ts";
import { type AnyFunction, callAnswer, functionOf } from "../../calls/call-answer.ts";
import { type CallText, callOf, callsHeadroom } from "../../calls/formula-text.ts";

/** A cell in which one of our formulas shows an error. */
export interface FoundError {
  readonly cell: RangeAddress;
  readonly literal: string;
  /** The function, where the formula is one call of it. */
  readonly id?: string;
  /** Why, where the pane could find out by calling the function itself. */
  readonly issue?: Issue;
}

export interface SheetFindings {
  readonly sheet: SheetSummary;
  readonly formulas: number;
  readonly errors: readonly FoundError[];
}

interface OwnFormula {
  readonly cell: RangeAddress;
  readonly formula: string;
  readonly literal?: string;
}

interface SheetReading {
  readonly sheet: SheetSummary;
  readonly formulas: readonly OwnFormula[];
  /** Errors in cells without a formula: they belong to what spilled there. */
  readonly bare: readonly { readonly cell: RangeAddress; readonly literal: ErrorLiteral }[];
}

/** As many cells are read at once as leave the pane answering. */
const slice = 4_000;

/** Excel's error values; a function may answer with fewer. */
function literalIn({ value }: CellContent): string | undefined {
  return typeof value === "string" && (isErrorLiteral(value) || /^#(SPILL|CALC|BUSY|CONNECT|BLOCKED|GETTING_DATA)[!]?$/.test(value)) ? value : undefined;
}

/**
 * Looks through every sheet for our formulas and the errors they show. Reports the sheets found so
 * far after each one; stops between two slices once it is aborted.
 */
export async function findings(
  workbook: Workbook,
  report: (sheets: readonly SheetFindings[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const found: SheetFindings[] = [];
  for (const sheet of await workbook.sheets()) {
    const reading = await readSheet(workbook, sheet, signal);
    const errors = await explained(workbook, reading, signal);
    if (signal.aborted) return;
    found.push({ sheet, formulas: reading.formulas.length, errors });
    report([...found]);
  }
  if (found.length === 0) report(found);
}

async function readSheet(workbook: Workbook, sheet: SheetSummary, signal: AbortSignal): Promise<SheetReading> {
  const formulas: OwnFormula[] = [];
  const bare: { cell: RangeAddress; literal: ErrorLiteral }[] = [];
  const step = Math.max(1, Math.floor(slice / Math.max(1, sheet.columns)));
  for (let top = 0; top < sheet.rows && !signal.aborted; top += step) {
    const rows = Math.min(step, sheet.rows - top);
    const contents = await workbook.read({ sheet: sheet.name, row: top, column: 0, rows, columns: sheet.columns });
    for (const [row, cells] of contents.entries()) {
      for (const [column, content] of cells.entries()) {
        const cell = { sheet: sheet.name, row: top + row, column, rows: 1, columns: 1 };
        const literal = literalIn(content);
        if (content.formula !== null && callsHeadroom(content.formula)) {
          formulas.push({ cell, formula: content.formula, ...(literal === undefined ? {} : { literal }) });
        } else if (content.formula === null && literal !== undefined && isErrorLiteral(literal)) {
          bare.push({ cell, literal });
        }
      }
    }
  }
  return { sheet, formulas, bare };
}

/** The errors of a sheet, each with its reason where the function itself can be asked. */
async function explained(workbook: Workbook, { sheet, formulas, bare }: SheetReading, signal: AbortSignal): Promise<FoundError[]> {
  const errors: FoundError[] = [];
  let unclaimed = bare;
  for (const { cell, formula, literal } of formulas) {
    if (signal.aborted) return errors;
    const call = callOf(formula);
    const fn = call && functionOf(call.id);
    const spills = fn?.returns === "matrix" && unclaimed.some((each) => each.cell.row >= cell.row && each.cell.column >= cell.column);
    if (literal === undefined && !spills) continue;
    const answered = call && fn ? await answerNow(workbook, fn, call, sheet.name) : undefined;
    const answeredAt = ({ row, column }: RangeAddress) =>
      answered instanceof AnsweredError ? answered : answered?.[row - cell.row]?.[column - cell.column];
    const errorOf = (at: RangeAddress, shown: string): FoundError => {
      const answer = answeredAt(at);
      // What the cell shows wins: a reason is given only for the very error that stands there.
      const issue = answer instanceof AnsweredError && answer.literal === shown ? { issue: answer.issue } : {};
      return { cell: at, literal: shown, ...(fn ? { id: fn.id } : {}), ...issue };
    };
    if (literal !== undefined) errors.push(errorOf(cell, literal));
    const own = unclaimed.filter((each) => answered && !(answered instanceof AnsweredError) && answeredAt(each.cell) instanceof AnsweredError);
    errors.push(...own.map((each) => errorOf(each.cell, each.literal)));
    unclaimed = unclaimed.filter((each) => !own.includes(each));
  }
  return errors;
}

/** What the call answers now; undefined where its cells cannot be read, since that very reference may be the error. */
async function answerNow(workbook: Workbook, fn: AnyFunction, call: CallText, sheet: string): Promise<Answer | undefined> {
  try {
    return await callAnswer(workbook, fn, call.arguments, sheet, (term) => term);
  } catch (error) {
    if (error instanceof WorkbookRefusal) return undefined;
    throw error;
  }
}
