import { Button } from "@fluentui/react-components";
import { itemSlot, unitSlot } from "../../../workflows/impairment/slot.ts";
import { Part } from "../../heading.tsx";
import { useTableStyles } from "../../table-styles.ts";
import { ForecastActual } from "../chart/forecast-actual.tsx";
import { elementOf } from "../finding-place.ts";
import { LinkField } from "../link-field.tsx";
import { RemovedNote, useRemoval } from "../removed-note.tsx";
import { evaluationOf, useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";

/** How the last forecast turned out, before a new one is relied on. */
export function BackTestStep() {
  const { unit, evaluation } = useRoom();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  if (!unit) return null;
  const rows = evaluationOf(evaluation, unit)?.backTest;
  return (
    <div className={styles.form}>
      {rows && <ForecastActual rows={rows} />}
      {unit.past.length > 0 && <PastRows />}
      <RemovedNote />
      <Part level={3} title={room.backTest.ranges}>
        <p className={note}>{room.backTest.rangesHint}</p>
        {(["back-labels", "back-low", "back-high", "back-actual"] as const).map((name) => (
          <LinkField key={name} slot={unitSlot(unit.id, name)} />
        ))}
      </Part>
    </div>
  );
}

/** Rows of the last test's forecast: what was forecast is linked already, what came has to be. */
function PastRows() {
  const { unit } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const remove = useRemoval();
  if (!unit) return null;
  return (
    <Part level={3} title={room.backTest.past}>
      <ul className={styles.list} id={elementOf(`${unit.id}/field/past`)} tabIndex={-1} aria-label={room.backTest.past}>
        {unit.past.map((row) => {
          const name = row.name.trim() || words.rowKinds[row.kind];
          return (
            <li key={row.id} className={styles.card} aria-label={name}>
              <LinkField slot={itemSlot(unit.id, "past", row.id)} required label={room.backTest.forecastOf(name)} />
              <LinkField slot={itemSlot(unit.id, "actual", row.id)} required label={room.backTest.actualOf(name)} hint={room.backTest.actualHint} />
              <Button
                size="small"
                appearance="subtle"
                className={styles.start}
                aria-label={room.link.of(room.forecast.remove, name)}
                onClick={() => remove({ type: "past-row-removed", unit: unit.id, row: row.id })}
              >
                {room.forecast.remove}
              </Button>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
