import { Decimal } from "../../core/decimal.ts";
import { at } from "../../core/table.ts";
import type { PrintedNumber } from "../../core/tie-out/printed-number.ts";
import { type Tie, tieOf, type TieTerm } from "../../core/tie-out/tie.ts";
import { printedTotal } from "./carrying-ties.ts";
import type { CarryingAmount, FairValue, MeasuredValueInUse, ReportedFigure, UnitAllocation } from "./evaluation.ts";
import type { Assessment } from "../../core/impairment/assessment.ts";
import { everyOne, type LinkedFigures } from "./linked-figures.ts";
import { type Slot, unitSlot } from "./slot.ts";
import type { Unit } from "./state.ts";

interface Computed {
  readonly carrying: CarryingAmount | undefined;
  readonly valueInUse: MeasuredValueInUse | undefined;
  readonly fairValue: FairValue | undefined;
  readonly assessment: Assessment | undefined;
  readonly allocation: UnitAllocation | undefined;
}

/** What one reported figure is recomputed from; each inner list gives one row of it. */
type Rows = readonly (readonly TieTerm[])[];

/** The figures of a unit as reported elsewhere, each tied to the one computed here by its printed digits. */
export function reportedFigures(unit: Unit, figures: LinkedFigures, computed: Computed, digits: number): readonly ReportedFigure[] {
  const unitOfPrint = new Decimal(10).pow(-digits);
  const printed = (value: Decimal): PrintedNumber => ({ value, unit: unitOfPrint });
  const plus = (value: Decimal): TieTerm => ({ sign: 1, figure: printed(value) });
  const single = (value: Decimal | undefined): Rows | undefined => value && [[plus(value)]];
  const rows: readonly (readonly [Slot, Rows | undefined])[] = [
    [unitSlot(unit.id, "reported-carrying"), single(computed.carrying?.reported)],
    [unitSlot(unit.id, "reported-value-in-use"), single(computed.valueInUse?.reported)],
    [unitSlot(unit.id, "reported-fair-value"), single(computed.fairValue?.reported)],
    [unitSlot(unit.id, "reported-recoverable"), computed.allocation?.mode === "asset-by-asset" ? computed.allocation.assets.map(({ recoverable }) => [plus(recoverable)]) : single(computed.assessment?.recoverable)],
    [unitSlot(unit.id, "reported-loss"), lossRows(computed, printed)],
  ];
  return rows.flatMap(([slot, terms]) => {
    const found = terms && reportedFigure(slot, figures, terms);
    return found ? [found] : [];
  });
}

/** A loss is the difference of two printed figures, so its tail may come from both. */
function lossRows({ assessment, allocation }: Computed, printed: (value: Decimal) => PrintedNumber): Rows | undefined {
  const terms = ({ carrying, recoverable, loss }: { readonly carrying: Decimal; readonly recoverable: Decimal; readonly loss: Decimal }): readonly TieTerm[] =>
    loss.isZero() ? [] : [{ sign: 1, figure: printed(carrying) }, ...(recoverable.isNegative() ? [] : [{ sign: -1 as const, figure: printed(recoverable) }])];
  if (allocation?.mode === "asset-by-asset") return allocation.assets.map(terms);
  return assessment && [terms(assessment)];
}

/** A reported figure against the terms it follows from; undefined where the cells say that there is none. */
export function reportedFigure(slot: Slot, figures: LinkedFigures, rows: Rows): ReportedFigure | undefined {
  const [cells, printed] = [everyOne(figures.printed(slot)), printedTotal(slot, figures)];
  if (!cells || !printed) return undefined;
  const tie = tieOf(printed, rows.flat());
  const ties = cells.length === rows.length && rows.length > 1 ? rows.map((terms, index): Tie => tieOf(at(cells, index), terms)) : [];
  return { slot, printed: printed.value, computed: tie.recomputed, tie, rows: ties };
}
