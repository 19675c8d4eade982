import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { a1 } from "../../../workbook/address.ts";
import type { SlotReading } from "../../../workflows/impairment/linked-figures.ts";
import { itemSlot } from "../../../workflows/impairment/slot.ts";
import { type ForecastRow, rowKinds, type Unit } from "../../../workflows/impairment/state.ts";
import { useTask } from "../../pane-context.ts";
import { useTableStyles } from "../../table-styles.ts";
import { ChoiceField, TextField, TickField } from "../fields.tsx";
import { readValues } from "../figure-text.ts";
import { elementOf } from "../finding-place.ts";
import { LinkField } from "../link-field.tsx";
import { RemovedNote, useRemoval } from "../removed-note.tsx";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";
import { rowsInBlock } from "./rows-in-block.ts";

/** The rows of a forecast, each of a kind, with a name and a link; many at once from a selected table. */
export function ForecastRows({ unit }: { readonly unit: Unit }) {
  const { workbook, selection, play } = useRoom();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const run = useTask();
  const addSelected = () => {
    if (!selection) return;
    run(async () => {
      const found = rowsInBlock(selection, await workbook.read(selection));
      for (const { name, kind, range } of found) play({ type: "row-added", unit: unit.id, kind, name, link: { pin: await workbook.pin(range), source: "", note: "" } });
    });
  };
  return (
    <fieldset className={styles.group} id={elementOf(`${unit.id}/field/rows`)} tabIndex={-1}>
      <legend className={styles.legend}>{room.forecast.rows}</legend>
      <p className={note}>{room.forecast.rowsHint}</p>
      <ul className={styles.list}>
        {unit.forecast.rows.map((row, index) => (
          <Row key={row.id} unit={unit} row={row} first={index === 0} />
        ))}
      </ul>
      <RemovedNote />
      <div className={styles.row}>
        <Button
          size="small"
          disabledFocusable={!selection || selection.columns < 2}
          onClick={addSelected}
        >
          {room.forecast.addSelected(selection ? a1(selection) : "")}
        </Button>
        <Button size="small" id={elementOf(`${unit.id}/field/new-row`)} onClick={() => play({ type: "row-added", unit: unit.id, kind: "net-flow", name: "" })}>
          {room.forecast.add}
        </Button>
      </div>
    </fieldset>
  );
}

const deducted: readonly ForecastRow["kind"][] = ["cost", "surtax", "expense", "maintenance-capex", "working-capital", "other-outflow"];

function Row({ unit, row, first }: { readonly unit: Unit; readonly row: ForecastRow; readonly first: boolean }) {
  const { test, evaluation, faulty, play } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const [edited, setEdited] = useState(false);
  const read = (found: SlotReading) => {
    const { texts, more } = readValues(found);
    return room.link.read(texts, more, undefined);
  };
  const change = (changed: Partial<Omit<ForecastRow, "id">>) => play({ type: "row-changed", unit: unit.id, row: row.id, change: changed });
  const name = row.name.trim() || words.rowKinds[row.kind];
  const remove = useRemoval();
  const slot = itemSlot(unit.id, "row", row.id);
  const reading = evaluation.figures.readings.get(slot);
  const shown = edited || !test.links[slot] || faulty.has(slot);
  const kind = words.rowKinds[row.kind];
  return (
    <li className={styles.card} aria-label={name}>
      <div className={styles.between}>
        <span>
          <span className={styles.strong}>{name}</span> {kind !== name && <span className={note}>{kind}</span>}
        </span>
        <span className={styles.row}>
          <Button size="small" appearance="subtle" className={styles.small} aria-expanded={shown} aria-label={room.link.of(room.forecast.edit, name)} onClick={() => setEdited(!edited)}>
            {room.forecast.edit}
          </Button>
          {!first && (
            <Button size="small" appearance="subtle" className={styles.small} aria-label={room.link.of(room.units.up, name)} onClick={() => play({ type: "row-moved", unit: unit.id, row: row.id, by: -1 })}>
              {room.units.up}
            </Button>
          )}
          <Button size="small" appearance="subtle" className={styles.small} aria-label={room.link.of(room.forecast.remove, name)} onClick={() => remove({ type: "row-removed", unit: unit.id, row: row.id })}>
            {room.forecast.remove}
          </Button>
        </span>
      </div>
      {!shown && reading?.range && <p className={note}>{read(reading)}</p>}
      {shown && (
        <>
          <div className={styles.two}>
            <ChoiceField label={room.forecast.kind} value={row.kind} choices={rowKinds} name={(each) => words.rowKinds[each]} onValue={(chosen) => change({ kind: chosen })} />
            <TextField label={room.forecast.rowName} value={row.name} onValue={(text) => change({ name: text })} />
          </div>
          <LinkField slot={slot} required label={room.forecast.figuresOf(name)} />
          {deducted.includes(row.kind) && <TickField label={room.forecast.signed} value={row.signed} onValue={(signed) => change({ signed })} />}
        </>
      )}
    </li>
  );
}
