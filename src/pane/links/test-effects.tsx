import type { UnitEffect } from "../../workflows/impairment/test-effect.ts";
import type { ValueCause } from "../../workflows/impairment/value-cause.ts";
import { numberText } from "../number-format.ts";
import { BeforeAfterTable } from "./before-after-table.tsx";
import { movedTexts } from "./moved-texts.ts";
import { useLinksTexts } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";

const most = 12;

/** The figures of saved impairment tests before and after, a value in use with what its difference comes from. */
export function TestEffects({ tests }: { readonly tests: readonly UnitEffect[] }) {
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const causeOf = ({ kinds, row }: ValueCause) => row?.name ?? kinds.map((kind) => room.done.valueCauses[kind]).join(" + ");
  return (
    <>
      <p className={styles.legend} style={{ margin: 0 }}>
        {room.done.tests}
      </p>
      <ul className={styles.list}>
        {tests.map(({ test, unit, figures }) => {
          const label = `${test.frame.name} · ${unit.name}`;
          const rows = figures.map(({ figure, before, after, causes }) => ({
            key: figure,
            name: room.done.figures[figure],
            ...(before && after
              ? movedTexts(before, after, causes.map((cause) => ({ name: causeOf(cause), amount: cause.amount })))
              : { before: before ? numberText(before) : room.done.notComputed, after: after ? numberText(after) : room.done.notComputed }),
          }));
          return (
            <li key={`${test.id} ${unit.id}`} className={styles.item}>
              <span>{label}</span>
              <BeforeAfterTable label={label} head={room.done.result} rows={rows} most={most} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
