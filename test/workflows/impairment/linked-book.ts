import { advance, noTests, openTest } from "../../../src/workflows/impairment/advance.ts";
import { evaluate } from "../../../src/workflows/impairment/evaluate.ts";
import type { Evaluation, UnitEvaluation } from "../../../src/workflows/impairment/evaluation.ts";
import type { ImpairmentEvent, UnitEvent } from "../../../src/workflows/impairment/event.ts";
import type { Finding, FindingCode, Outcome } from "../../../src/workflows/impairment/finding.ts";
import type { InputBlock, Inputs } from "../../../src/workflows/impairment/input.ts";
import { emptyFrame } from "../../../src/workflows/impairment/new-test.ts";
import { type ItemId, itemSlot, type Slot, type TestSlot, type UnitId, type UnitSlot, unitSlot } from "../../../src/workflows/impairment/slot.ts";
import { type Frame, type ImpairmentState, type ImpairmentTest, indicatorNames, type Link, type RowKind, type Unit } from "../../../src/workflows/impairment/state.ts";
import type { CellValue } from "../../../src/workbook/port.ts";

type Cells = CellValue | readonly CellValue[] | readonly (readonly CellValue[])[];

/** A person at an open test, and the workbook behind it: a link writes its cells and is remembered by its pin. */
export class LinkedBook {
  state: ImpairmentState = noTests;
  readonly #blocks = new Map<string, InputBlock | null>();
  #row = 0;

  constructor(frame: Partial<Frame> = {}) {
    this.play({ type: "test-started", frame: { ...emptyFrame, name: "钼业板块 2025", date: "2025-12-31", preparer: "甲", reviewer: "乙", ...frame } });
    for (const indicator of indicatorNames) this.play({ type: "indicator-answered", indicator, answer: indicator === "performance" ? "yes" : "no", note: indicator === "performance" ? "产能利用率不足" : "" });
  }

  play(...events: readonly ImpairmentEvent[]): this {
    this.state = events.reduce(advance, this.state);
    return this;
  }

  get test(): ImpairmentTest {
    const found = openTest(this.state);
    if (!found) throw new Error("no test is open");
    return found;
  }

  get inputs(): Inputs {
    return this.#blocks;
  }

  /** A unit with what it needs to have a name and a reason. */
  unit(name: string, words: Partial<Pick<Unit, "use" | "allocation" | "measures" | "measuresReason">> = {}): UnitId {
    this.play({ type: "unit-added", name });
    const id = this.test.units.at(-1)?.id;
    if (!id) throw new Error("no unit was added");
    this.play({ type: "unit-changed", unit: id, unitWords: { inflows: "独立产生现金流入", ...words } });
    return id;
  }

  /** Writes cells and links them: a list lies in a row. */
  link(slot: Slot, cells: Cells): this {
    return this.play({ type: "linked", slot, link: this.linkTo(cells) });
  }

  linkTo(cells: Cells): Link {
    const rows = Array.isArray(cells) ? (Array.isArray(cells[0]) ? (cells as readonly (readonly CellValue[])[]) : [cells as readonly CellValue[]]) : [[cells as CellValue]];
    const pin = `_headroom.${this.#blocks.size + 1}`;
    this.#blocks.set(pin, { range: { sheet: "数据", row: this.#row, column: 1, rows: rows.length, columns: rows[0]?.length ?? 0 }, cells: rows });
    this.#row += rows.length;
    return { pin, source: "filing 004", note: "" };
  }

  figure(unit: UnitId, name: UnitSlot, cells: Cells): this {
    return this.link(unitSlot(unit, name), cells);
  }

  total(name: TestSlot, cells: Cells): this {
    return this.link(name, cells);
  }

  row(unit: UnitId, kind: RowKind, name: string, cells: Cells): ItemId {
    this.play({ type: "row-added", unit, kind, name, link: this.linkTo(cells) });
    const id = this.unitOf(unit).forecast.rows.at(-1)?.id;
    if (!id) throw new Error("no row was added");
    return id;
  }

  schedule(unit: UnitId, name: string, thresholds: Cells, rates: Cells): ItemId {
    this.play({ type: "schedule-added", unit, name });
    const id = this.unitOf(unit).fairValue.schedules.at(-1)?.id;
    if (!id) throw new Error("no schedule was added");
    this.link(itemSlot(unit, "thresholds", id), thresholds).link(itemSlot(unit, "rates", id), rates);
    return id;
  }

  unitOf(id: UnitId): Unit {
    const found = this.test.units.find((unit) => unit.id === id);
    if (!found) throw new Error(`no unit ${id}`);
    return found;
  }

  /** Somebody deletes the block a slot is linked to. */
  delete(slot: Slot): this {
    const link = this.test.links[slot];
    if (link) this.#blocks.set(link.pin, null);
    return this;
  }

  /** Somebody writes other cells into a linked block. */
  type(slot: Slot, cells: readonly (readonly CellValue[])[]): this {
    const block = this.#blocks.get(this.test.links[slot]?.pin ?? "");
    if (block) this.#blocks.set(this.test.links[slot]?.pin ?? "", { ...block, cells });
    return this;
  }

  change(unit: UnitId, event: Omit<Extract<UnitEvent, { type: "unit-changed" }>["unitWords"], never>): this {
    return this.play({ type: "unit-changed", unit, unitWords: event });
  }

  get evaluation(): Evaluation {
    const previous = this.state.tests.find(({ id }) => id === this.test.previous);
    return evaluate(this.test, this.#blocks, previous);
  }

  evaluated(unit: UnitId): UnitEvaluation {
    const found = this.evaluation.units.find((candidate) => candidate.unit.id === unit);
    if (!found) throw new Error(`no unit ${unit}`);
    return found;
  }

  findings(code: FindingCode): readonly Finding[] {
    return this.evaluation.findings.filter(({ facts }) => facts.code === code);
  }

  /** The outcomes of a rule: usually one. */
  outcomes(code: FindingCode): readonly Outcome[] {
    return this.findings(code).map(({ outcome }) => outcome);
  }
}

/** A unit in use whose value in use comes from five years of one net flow at one rate. */
export function unitInUse(book: LinkedBook, name = "资产组 1", carrying = 11000): UnitId {
  const unit = book.unit(name);
  book.figure(unit, "carrying", [carrying]).total("carrying-total", carrying);
  book.figure(unit, "years", ["2026", "2027", "2028", "2029", "2030"]);
  book.row(unit, "net-flow", "现金净流量", [3150, 3420, 3380, 3310, 3260]);
  book.play({ type: "forecast-changed", unit, forecast: { budgetYears: 5 } });
  book.figure(unit, "rate-parts", [0.02, 0.032, 0.03, 0.02]);
  return unit;
}

/** What a test relies on to be there. */
export function there<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw new Error("it is not there");
  return found;
}
