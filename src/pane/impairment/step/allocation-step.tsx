import type { ResultCell } from "../../../functions/define.ts";
import type { UnitAllocation } from "../../../workflows/impairment/evaluation.ts";
import { unitSlot } from "../../../workflows/impairment/slot.ts";
import { Part } from "../../heading.tsx";
import { useTableStyles } from "../../table-styles.ts";
import { AmountTable } from "../amount-table.tsx";
import { ChoiceField } from "../fields.tsx";
import { LinkField } from "../link-field.tsx";
import { evaluationOf, useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";

/** What the loss of a unit is spread over, and how much each asset takes. */
export function AllocationStep() {
  const { unit, evaluation, play } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  if (!unit) return null;
  const found = evaluationOf(evaluation, unit)?.allocation;
  return (
    <div className={styles.form}>
      <ChoiceField
        label={room.allocation.mode}
        place={`${unit.id}/field/allocation`}
        value={unit.allocation}
        choices={["pro-rata", "asset-by-asset"]}
        name={(each) => words.allocations[each]}
        onValue={(allocation) => play({ type: "unit-changed", unit: unit.id, unitWords: { allocation } })}
      />
      <LinkField slot={unitSlot(unit.id, "asset-labels")} />
      <LinkField slot={unitSlot(unit.id, "asset-carrying")} required={unit.allocation === "asset-by-asset"} />
      {unit.allocation === "pro-rata" && <LinkField slot={unitSlot(unit.id, "asset-floors")} hint={room.allocation.floorsHint} />}
      {found ? <Allocated found={found} /> : <p className={note}>{room.allocation.none}</p>}
    </div>
  );
}

function Allocated({ found }: { readonly found: UnitAllocation }) {
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  if (found.mode === "asset-by-asset") {
    const rows = found.assets.map(({ label, carrying, recoverable, loss }, index): ResultCell[] => [label || room.asset(index + 1), carrying, recoverable, loss]);
    return (
      <Part level={3} title={room.allocation.table}>
        <AmountTable cells={[["", words.slots.carrying, room.result.recoverable, room.result.loss], ...rows, [room.result.sum, "", "", found.loss]]} label={room.allocation.table} />
      </Part>
    );
  }
  const { goodwill, assets, unplaced, total } = found.result;
  const rows: ResultCell[][] = [
    ...(goodwill.carrying.isZero() ? [] : [[words.slots.goodwill, goodwill.carrying, "—", goodwill.loss]]),
    ...assets.map(({ carrying, floor, loss, atFloor }, index): ResultCell[] => [`${found.labels[index] || (index < found.labels.length ? room.asset(index + 1) : room.units.corporateShare)}${atFloor ? ` ${room.allocation.atFloor}` : ""}`, carrying, floor, loss]),
    ...(unplaced.loss.isZero() ? [] : [[room.allocation.unplaced, "—", "—", unplaced.loss]]),
    [room.result.sum, "", "", total],
  ];
  return (
    <Part level={3} title={room.allocation.table}>
      <AmountTable cells={[["", words.slots.carrying, room.allocation.floor, room.result.loss], ...rows]} label={room.allocation.table} />
      {!found.goodwillOfParent.eq(goodwill.loss) && <p className={styles.text}>{room.allocation.parent(found.goodwillOfParent.toFixed())}</p>}
    </Part>
  );
}
