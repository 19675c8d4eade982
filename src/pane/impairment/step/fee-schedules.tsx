import { Button } from "@fluentui/react-components";
import { itemSlot } from "../../../workflows/impairment/slot.ts";
import type { Unit } from "../../../workflows/impairment/state.ts";
import { TextField } from "../fields.tsx";
import { elementOf } from "../finding-place.ts";
import { LinkField } from "../link-field.tsx";
import { RemovedNote, useRemoval } from "../removed-note.tsx";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";
import { useTableStyles } from "../../table-styles.ts";

/** Fees that fall tier by tier on the fair value: each with its lower bounds and its rates. */
export function FeeSchedules({ unit }: { readonly unit: Unit }) {
  const newFee = `${unit.id}/field/new-fee` as const;
  const { play } = useRoom();
  const remove = useRemoval();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{room.fairValue.schedules}</legend>
      <p className={note}>{room.fairValue.schedulesHint}</p>
      <ul className={styles.list}>
        {unit.fairValue.schedules.map(({ id, name }, index) => {
          const called = name.trim() || `${room.fairValue.schedule} ${index + 1}`;
          return (
            <li key={id} className={styles.card} aria-label={called}>
              <TextField label={room.fairValue.scheduleName} value={name} onValue={(text) => play({ type: "schedule-renamed", unit: unit.id, schedule: id, name: text })} />
              <LinkField slot={itemSlot(unit.id, "thresholds", id)} required />
              <LinkField slot={itemSlot(unit.id, "rates", id)} required />
              <Button
                size="small"
                appearance="subtle"
                className={styles.start}
                aria-label={room.link.of(room.forecast.remove, called)}
                onClick={() => remove({ type: "schedule-removed", unit: unit.id, schedule: id })}
              >
                {room.forecast.remove}
              </Button>
            </li>
          );
        })}
      </ul>
      <RemovedNote />
      <Button size="small" id={elementOf(newFee)} className={styles.start} onClick={() => play({ type: "schedule-added", unit: unit.id, name: "" })}>
        {room.fairValue.addSchedule}
      </Button>
    </fieldset>
  );
}
