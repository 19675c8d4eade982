import { Decimal, decimalOfCell, sum, ZERO } from "../../core/decimal.ts";
import { type PrintedNumber, reading } from "../../core/tie-out/printed-number.ts";
import { isErrorLiteral } from "../../functions/cell.ts";
import type { RangeAddress } from "../../workbook/address.ts";
import type { CellValue } from "../../workbook/port.ts";
import type { FindingFacts, Outcome } from "./finding.ts";
import type { InputBlock, Inputs, PlacedLink } from "./input.ts";
import { linksOf } from "./input.ts";
import type { Slot } from "./slot.ts";
import { type SlotRule, slotRules } from "./slot-rule.ts";
import type { ImpairmentTest } from "./state.ts";

/** What is wrong with, or worth saying of, a linked block or one of its cells. */
export interface CellFault {
  readonly facts: FindingFacts;
  readonly outcome: Extract<Outcome, "note" | "fail">;
  readonly cell?: RangeAddress;
}

/** A linked block as read: undefined entries are figures that are said not to be available. */
export interface SlotReading extends PlacedLink {
  readonly range: RangeAddress | undefined;
  readonly entries: readonly (Decimal | undefined)[];
  readonly printed: readonly (PrintedNumber | undefined)[];
  readonly labels: readonly string[];
  /** Whether every cell could be read: nothing is computed from half a block. */
  readonly whole: boolean;
  readonly faults: readonly CellFault[];
}

/** The figures behind the links of a test, each block read once. */
export interface LinkedFigures {
  readonly readings: ReadonlyMap<Slot, SlotReading>;
  /** The figure of a single cell, or of a block its sum. */
  one(slot: Slot): Decimal | undefined;
  /** The figures in order; undefined where one of them is missing. */
  line(slot: Slot): readonly Decimal[] | undefined;
  entries(slot: Slot): readonly (Decimal | undefined)[] | undefined;
  printed(slot: Slot): readonly PrintedNumber[] | undefined;
  labels(slot: Slot): readonly string[] | undefined;
}

/** Reads the linked blocks of a test. `digits` are the decimals a figure that is no text is printed with. */
export function linkedFigures(test: ImpairmentTest, inputs: Inputs): LinkedFigures {
  const readings = new Map(linksOf(test).map((placed) => [placed.slot, slotReading(placed, inputs, test.frame.digits)]));
  const whole = (slot: Slot) => {
    const found = readings.get(slot);
    return found?.whole ? found : undefined;
  };
  const line = (slot: Slot) => everyOne(whole(slot)?.entries);
  return {
    readings,
    line,
    one: (slot) => {
      const values = line(slot);
      return values && sum(values);
    },
    entries: (slot) => whole(slot)?.entries,
    printed: (slot) => everyOne(whole(slot)?.printed),
    labels: (slot) => whole(slot)?.labels,
  };
}

/** All of the values, or none where one is missing. */
export function everyOne<T>(values: readonly (T | undefined)[] | undefined): readonly T[] | undefined {
  const known = values?.filter((value) => value !== undefined);
  return known && known.length === values?.length ? known : undefined;
}

function slotReading(placed: PlacedLink, inputs: Inputs, digits: number): SlotReading {
  const rule = slotRules[placed.parts.name];
  const block = inputs.get(placed.link.pin);
  if (!block) {
    const faults: readonly CellFault[] = block === null ? [{ facts: { code: "range-deleted", name: placed.parts.name }, outcome: "fail" }] : [];
    return { ...placed, range: undefined, entries: [], printed: [], labels: [], whole: false, faults };
  }
  const shapeFaults = shapeFaultsOf(placed, rule, block);
  if (rule.shape === "labels") {
    return { ...placed, range: block.range, entries: [], printed: [], labels: block.cells.flat().map(labelOf), whole: shapeFaults.length === 0, faults: shapeFaults };
  }
  const cells = block.cells.flatMap((row, r) => row.map((value, c) => cellReading(value, rule, placed, cellAt(block, r, c), digits)));
  const allBlank = block.cells.flat().every(isBlank);
  const blankFaults: readonly CellFault[] = allBlank ? [{ facts: { code: "cell-blank", name: placed.parts.name }, outcome: "fail", cell: block.range }] : [];
  const faults = [...shapeFaults, ...(allBlank ? blankFaults : cells.flatMap(({ fault }) => (fault ? [fault] : [])))];
  return {
    ...placed,
    range: block.range,
    entries: cells.map(({ printed }) => printed?.value),
    printed: cells.map(({ printed }) => printed),
    labels: [],
    whole: faults.every(({ outcome }) => outcome !== "fail"),
    faults,
  };
}

function shapeFaultsOf({ parts: { name } }: PlacedLink, { shape }: SlotRule, { range }: InputBlock): readonly CellFault[] {
  const { rows, columns } = range;
  if (shape === "one" && rows * columns !== 1) return [{ facts: { code: "not-one-cell", name, rows, columns }, outcome: "fail", cell: range }];
  if ((shape === "line" || shape === "labels") && rows !== 1 && columns !== 1) return [{ facts: { code: "not-a-line", name, rows, columns }, outcome: "fail", cell: range }];
  return [];
}

interface CellReading {
  readonly printed?: PrintedNumber;
  readonly fault?: CellFault;
}

function cellReading(value: CellValue, rule: SlotRule, { parts: { name } }: PlacedLink, cell: RangeAddress, digits: number): CellReading {
  const fail = (facts: FindingFacts): CellReading => ({ fault: { facts, outcome: "fail", cell } });
  // Nobody measured where nothing stands: that is no figure of zero.
  const nil = rule.nilIsAbsent ? {} : { printed: { value: ZERO, unit: ZERO } };
  if (typeof value === "number") {
    const figure = decimalOfCell(value);
    return bounded(figure, rule) ? { printed: { value: figure, unit: new Decimal(10).pow(-digits) } } : fail(outOfRange(figure));
  }
  if (typeof value === "boolean") return fail({ code: "cell-unread", name, text: value ? "TRUE" : "FALSE" });
  if (isBlank(value)) return { ...nil, ...(rule.shape === "line" && !rule.nilIsAbsent && { fault: { facts: { code: "cell-blank", name }, outcome: "note", cell } }) };
  const text = value ?? "";
  if (isErrorLiteral(text)) return fail({ code: "cell-error", name, error: text });
  const read = reading(text);
  switch (read.kind) {
    case "number":
      // The native formulas of the workpaper would pass over a text, so that it counted as zero there.
      return fail({ code: "cell-text-number", name, text });
    case "dash":
      return { ...nil, ...(!rule.nilIsAbsent && { fault: { facts: { code: "cell-dash", name, text }, outcome: "note" as const, cell } }) };
    case "blank":
      return nil;
    case "absent":
      return rule.mayBeAbsent ? {} : fail({ code: "cell-not-available", name, text });
    case "text":
      return fail({ code: "cell-unread", name, text });
  }

  function outOfRange(figure: Decimal): FindingFacts {
    return { code: "out-of-range", name, value: figure.toFixed(), minimum: rule.minimum ?? null, maximum: rule.maximum ?? null };
  }
}

function bounded(value: Decimal, { minimum, maximum }: SlotRule): boolean {
  return (minimum === undefined || value.gte(minimum)) && (maximum === undefined || value.lte(maximum));
}

const isBlank = (value: CellValue) => value === null || (typeof value === "string" && value.trim() === "");
const labelOf = (value: CellValue) => (value === null ? "" : String(value).trim());

/** The cell of a block by its 0-based row and column inside it. */
export function cellAt({ range }: Pick<InputBlock, "range">, row: number, column: number): RangeAddress {
  return { sheet: range.sheet, row: range.row + row, column: range.column + column, rows: 1, columns: 1 };
}

/** The n-th cell of a line, or of a block read row by row. */
export function cellOfLine(range: RangeAddress, index: number): RangeAddress {
  return cellAt({ range }, Math.floor(index / range.columns), index % range.columns);
}
