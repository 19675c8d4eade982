import { Radio, RadioGroup } from "@fluentui/react-components";
import { type IndicatorName, indicatorNames } from "../../../workflows/impairment/state.ts";
import { elementOf } from "../finding-place.ts";
import { TextField, TickField } from "../fields.tsx";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";

/** The seven indicators, each with its answer and its evidence. */
export function IndicatorsStep() {
  const { test, play } = useRoom();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  return (
    <div className={styles.form}>
      {indicatorNames.map((name, index) => (
        <Indicator key={name} name={name} number={index + 1} />
      ))}
      <TickField label={room.indicators.annual} value={test.indicators.annual} onValue={(annual) => play({ type: "annual-test-said", annual })} />
    </div>
  );
}

function Indicator({ name, number }: { readonly name: IndicatorName; readonly number: number }) {
  const { test, play } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const { answer, note } = test.indicators.answers[name];
  const id = elementOf(`indicator/${name}`);
  return (
    <div className={styles.card}>
      <span id={`${id}/label`}>
        {number}. {words.indicators[name]}
      </span>
      <RadioGroup
        layout="horizontal"
        aria-labelledby={`${id}/label`}
        value={answer ?? ""}
        onChange={(_, { value }) => play({ type: "indicator-answered", indicator: name, answer: value === "yes" ? "yes" : "no", note })}
      >
        <Radio id={id} value="yes" label={room.indicators.yes} />
        <Radio value="no" label={room.indicators.no} />
      </RadioGroup>
      <TextField
        label={answer === "yes" ? room.indicators.evidence : room.indicators.note}
        place={`indicator/${name}/note`}
        lines={answer === "yes" ? 2 : 1}
        value={note}
        onValue={(text) => play({ type: "indicator-answered", indicator: name, answer, note: text })}
      />
    </div>
  );
}
