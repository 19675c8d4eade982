import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { Part } from "../../heading.tsx";
import { useTableStyles } from "../../table-styles.ts";
import { elementOf } from "../finding-place.ts";
import { LinkField } from "../link-field.tsx";
import { RemovedNote, useRemoval } from "../removed-note.tsx";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";
import { CarryingTable } from "./carrying-table.tsx";
import { UnitForm } from "./unit-form.tsx";

/** The units with their carrying amounts, and the total they must add to. */
export function UnitsStep() {
  const { test, unit, showUnit, play } = useRoom();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const remove = useRemoval();
  const [added, setAdded] = useState(0);
  const count = useRef(test.units.length);
  useEffect(() => {
    if (added === 0 || test.units.length <= count.current) return;
    count.current = test.units.length;
    const last = test.units.at(-1);
    if (last) showUnit(last.id);
  }, [added, test.units, showUnit]);
  const add = () => {
    count.current = test.units.length;
    setAdded(added + 1);
    play({ type: "unit-added", name: "" });
  };
  return (
    <div className={styles.form}>
      <p className={note}>{room.units.hint}</p>
      <ul className={styles.list}>
        {test.units.map((each, index) => (
          <li key={each.id} className={styles.card}>
            <div className={styles.between}>
              <Button appearance="transparent" size="small" aria-expanded={each === unit} style={{ paddingInline: 0, justifyContent: "flex-start" }} onClick={() => showUnit(each.id)}>
                <span className={styles.strong}>
                  {index + 1}. {each.name.trim() || room.units.unnamed}
                </span>
              </Button>
              <span className={styles.row}>
                {index > 0 && (
                  <Button size="small" appearance="subtle" className={styles.small} aria-label={room.link.of(room.units.up, each.name || room.units.unnamed)} onClick={() => play({ type: "unit-moved", unit: each.id, by: -1 })}>
                    {room.units.up}
                  </Button>
                )}
                <Button size="small" appearance="subtle" className={styles.small} aria-label={room.link.of(room.units.remove, each.name || room.units.unnamed)} onClick={() => remove({ type: "unit-removed", unit: each.id })}>
                  {room.units.remove}
                </Button>
              </span>
            </div>
            {each === unit && <UnitForm unit={each} focused={added > 0 && index === test.units.length - 1} />}
          </li>
        ))}
      </ul>
      <RemovedNote />
      <Button id={elementOf("units/new")} className={styles.start} onClick={add}>
        {room.units.add}
      </Button>
      <Part level={3} title={room.units.total}>
        <LinkField slot="carrying-total" required />
        <LinkField slot="corporate-assets" hint={room.units.corporateHint} />
        <CarryingTable />
      </Part>
    </div>
  );
}
