import { type Decimal } from "../../../core/decimal.ts";
import { at } from "../../../core/table.ts";
import type { ReportedFigure, UnitEvaluation } from "../evaluation.ts";
import type { Finding, ReportedCause } from "../finding.ts";
import { cellOfLine } from "../linked-figures.ts";
import { slotParts, unitSlot } from "../slot.ts";
import { type Derived, finding, money, type Rule } from "./rule.ts";

/** The result of each unit, and what is reported elsewhere held against it. */
export const resultFindings: Rule = (derived): readonly Finding[] => [...derived.units.flatMap((unit) => [...result(derived, unit), ...unit.reported.flatMap((figure) => tied(derived, figure, unit))]), ...(derived.totals.reportedLoss ? tied(derived, derived.totals.reportedLoss) : [])];

function result(derived: Derived, { unit, assessment, loss, reversal }: UnitEvaluation): readonly Finding[] {
  const judged = { step: "result", unit } as const;
  if (!assessment || !loss) return [finding(derived, { code: "recoverable-known", known: assessment !== undefined }, { ...judged, outcome: "fail", clause: "recoverable" })];
  const headroom = assessment.recoverable.minus(assessment.carrying);
  const { standard } = derived.test.frame;
  // Under IAS 36 a loss of earlier years may have to come back; nobody but the preparer knows whether there was one.
  const earlier = headroom.gt(0) ? [finding(derived, { code: "earlier-losses", standard, headroom: money(derived, headroom), reversal: reversal ? money(derived, reversal) : null }, { ...judged, slot: unitSlot(unit.id, "carrying-without-loss"), outcome: standard === "CAS8" || reversal ? "pass" : "note", clause: "no-reversal" })] : [];
  const facts = { code: "loss-recognised", loss: money(derived, loss), carrying: money(derived, assessment.carrying), recoverable: money(derived, assessment.recoverable) } as const;
  return [finding(derived, facts, { ...judged, outcome: "pass", clause: "loss" }), ...earlier];
}

function tied(derived: Derived, figure: ReportedFigure, unit?: UnitEvaluation): readonly Finding[] {
  const name = slotParts(figure.slot)?.name;
  const range = derived.figures.readings.get(figure.slot)?.range;
  if (!name) return [];
  const whole = { ...figure, cause: figure.tie.status === "BREAK" ? causeOf(derived, figure, unit) : null };
  const judged = { step: "result", unit: unit?.unit, slot: figure.slot } as const;
  const rows = figure.rows.map((tie, index) =>
    finding(derived, { code: "reported-tie", name, row: index + 1, printed: money(derived, tie.recomputed.plus(tie.difference)), computed: money(derived, tie.recomputed), difference: money(derived, tie.difference), status: tie.status, cause: null }, { ...judged, outcome: outcomes[tie.status], cell: range && cellOfLine(range, index), about: `${figure.slot}@${index + 1}` }),
  );
  return [
    finding(derived, { code: "reported-tie", name, row: null, printed: money(derived, figure.printed), computed: money(derived, figure.computed), difference: money(derived, figure.tie.difference), status: figure.tie.status, cause: whole.cause }, { ...judged, outcome: outcomes[figure.tie.status], about: figure.slot }),
    ...rows,
  ];
}

const outcomes = { OK: "pass", TAIL: "note", BREAK: "explain" } as const;

/** What a figure that does not follow turns out to be: the total of the units, the figure of another unit, swapped digits. */
function causeOf(derived: Derived, { printed, computed, slot }: ReportedFigure, unit: UnitEvaluation | undefined): ReportedCause | null {
  const name = slotParts(slot)?.name;
  if (name === "reported-carrying") {
    const { carrying } = derived.totals;
    if (derived.units.length > 1 && carrying?.eq(printed)) return { is: "total-of-units" };
    const other = derived.units.find((candidate) => candidate !== unit && candidate.carrying?.reported.eq(printed));
    if (other) return { is: "figure-of-unit", unitName: other.unit.name };
  }
  return digitsSwapped(printed, computed) ? { is: "digits-swapped" } : null;
}

/** Two neighbouring digits in the wrong order. */
function digitsSwapped(printed: Decimal, computed: Decimal): boolean {
  const [a, b] = [printed, computed].map((figure) => figure.abs().toFixed(Math.max(printed.decimalPlaces(), computed.decimalPlaces())));
  if (a === undefined || b === undefined || a.length !== b.length) return false;
  const different = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index])).filter((index) => a[index] !== ".");
  const [first, second] = different;
  if (first === undefined || second === undefined || different.length !== 2) return false;
  return at([...a], first) === at([...b], second) && at([...a], second) === at([...b], first);
}
