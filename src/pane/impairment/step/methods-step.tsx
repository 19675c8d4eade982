import { measureChoices } from "../../../workflows/impairment/state.ts";
import { useTableStyles } from "../../table-styles.ts";
import { ChoiceField, TextField } from "../fields.tsx";
import { evaluationOf, useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";

/** What is estimated of a unit: what the decision tree asks for, or what a person decides with a reason. */
export function MethodsStep() {
  const { unit, evaluation, play } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  if (!unit) return null;
  const tree = evaluationOf(evaluation, unit)?.tree;
  return (
    <div className={styles.form}>
      <ol className={note} style={{ paddingInlineStart: 20 }}>
        {room.methods.tree.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <p className={styles.text}>
        {words.uses[unit.use]}
        {tree && (
          <>
            {" → "}
            <span className={styles.strong}>{words.measures[tree.measures]}</span> {room.methods.because[tree.because]}
          </>
        )}
      </p>
      <ChoiceField
        label={room.methods.measures}
        place={`${unit.id}/field/measures`}
        value={unit.measures}
        choices={measureChoices}
        name={(each) => words.measures[each]}
        onValue={(measures) => play({ type: "unit-changed", unit: unit.id, unitWords: { measures } })}
      />
      {unit.measures !== "tree" && (
        <TextField label={room.methods.reason} lines={2} required value={unit.measuresReason} onValue={(measuresReason) => play({ type: "unit-changed", unit: unit.id, unitWords: { measuresReason } })} />
      )}
    </div>
  );
}
