import type { Decimal } from "../../../core/decimal.ts";
import type { ResultCell } from "../../../functions/define.ts";
import type { UnitEvaluation } from "../../../workflows/impairment/evaluation.ts";
import { type UnitSlot, unitSlot } from "../../../workflows/impairment/slot.ts";
import { Part } from "../../heading.tsx";
import { useTableStyles } from "../../table-styles.ts";
import { AmountTable } from "../amount-table.tsx";
import { ValueBridge } from "../chart/value-bridge.tsx";
import { LinkField } from "../link-field.tsx";
import { evaluationOf, useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";

const reported: readonly UnitSlot[] = ["reported-carrying", "reported-value-in-use", "reported-fair-value", "reported-recoverable", "reported-loss"];

const orBlank = (value: Decimal | undefined): ResultCell => value ?? "—";

/** Carrying amount against recoverable amount: all units, then one with the bridge of its value. */
export function ResultStep() {
  const { test, unit, evaluation } = useRoom();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  if (!unit) return null;
  const derived = evaluationOf(evaluation, unit);
  return (
    <div className={styles.form}>
      {derived && <UnitResult derived={derived} />}
      {derived && derived.bridge.length > 0 && <ValueBridge entries={derived.bridge} />}
      <AllUnits />
      <Part level={3} title={room.result.reported}>
        <p className={note}>{room.result.reportedHint}</p>
        {reported.map((name) => (
          <LinkField key={name} slot={unitSlot(unit.id, name)} />
        ))}
        {test.frame.standard === "IAS36" && <LinkField slot={unitSlot(unit.id, "carrying-without-loss")} />}
        <LinkField slot="reported-total-loss" />
      </Part>
    </div>
  );
}

function UnitResult({ derived: { unit, carrying, valueInUse, fairValue, assessment, headroom, loss, recognised } }: { readonly derived: UnitEvaluation }) {
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const rows: ResultCell[][] = [
    [words.slots.carrying, orBlank(carrying?.reported)],
    [words.slots["value-in-use"], orBlank(valueInUse?.reported)],
    [room.fairValue.netValue, orBlank(fairValue?.reported)],
    [room.result.recoverable, orBlank(assessment?.recoverable)],
    [room.result.headroom, orBlank(headroom)],
    [room.result.loss, orBlank(loss)],
    ...(recognised && loss && !recognised.eq(loss) ? [[room.result.recognised, recognised]] : []),
  ];
  return (
    <Part level={3} title={unit.name || room.units.unnamed}>
      {assessment && <p className={styles.text}>{assessment.impaired ? room.result.impaired : room.result.notImpaired}</p>}
      <AmountTable cells={rows} label={unit.name || room.units.unnamed} />
    </Part>
  );
}

function AllUnits() {
  const { evaluation } = useRoom();
  const { room, words } = useRoomTexts();
  const { units, totals } = evaluation;
  if (units.length < 2) return null;
  const tail = totals.loss && totals.recognised && !totals.loss.eq(totals.recognised);
  const header: ResultCell[] = ["", words.slots.carrying, room.result.recoverable, room.result.loss, ...(tail ? [room.result.recognised] : [])];
  const rows = units.map(({ unit, carrying, assessment, loss, recognised }): ResultCell[] => [
    unit.name || room.units.unnamed,
    orBlank(carrying?.reported),
    orBlank(assessment?.recoverable),
    orBlank(loss),
    ...(tail ? [orBlank(recognised)] : []),
  ]);
  const sum: ResultCell[] = [room.result.sum, orBlank(totals.carrying), "", orBlank(totals.loss), ...(tail ? [orBlank(totals.recognised)] : [])];
  return (
    <Part level={3} title={room.result.allUnits}>
      <AmountTable cells={[header, ...rows, sum]} label={room.result.allUnits} />
    </Part>
  );
}
