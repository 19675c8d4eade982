import { type Frame, scales } from "../../../workflows/impairment/state.ts";
import { languageNames } from "../../../locales/pane-texts.ts";
import { ChoiceField, TextField } from "../fields.tsx";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";

const amountDigits = ["0", "1", "2", "3", "4"] as const;
const valueDigits = ["-4", "-3", "-2", "-1", ...amountDigits] as const;

/** What the test is of, by which standard, when, by whom, and to how many digits it decides. */
export function FrameStep() {
  const { test, play } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const { frame } = test;
  const change = (changed: Partial<Frame>) => play({ type: "frame-changed", frame: changed });
  return (
    <div className={styles.form}>
      <ChoiceField label={room.frame.standard} value={frame.standard} choices={["CAS8", "IAS36"]} name={(each) => words.standards[each]} onValue={(standard) => change({ standard })} />
      <TextField label={room.frame.name} hint={room.frame.nameHint} required place="frame/name" value={frame.name} onValue={(name) => change({ name })} />
      <TextField label={room.frame.entity} value={frame.entity} onValue={(entity) => change({ entity })} />
      <TextField label={room.frame.date} hint={room.frame.dateHint} required place="frame/date" value={frame.date} onValue={(date) => change({ date })} />
      <div className={styles.two}>
        <TextField label={room.frame.preparer} required place="frame/preparer" value={frame.preparer} onValue={(preparer) => change({ preparer })} />
        <TextField label={room.frame.reviewer} required place="frame/reviewer" value={frame.reviewer} onValue={(reviewer) => change({ reviewer })} />
      </div>
      <div className={styles.two}>
        <TextField label={room.frame.currency} value={frame.currency} onValue={(currency) => change({ currency })} />
        <ChoiceField label={room.frame.scale} value={frame.scale} choices={scales} name={(each) => words.scales[each]} onValue={(scale) => change({ scale })} />
      </div>
      <div className={styles.two}>
        <ChoiceField label={room.frame.digits} value={asDigits(frame.digits, amountDigits)} choices={amountDigits} name={room.frame.decimals} onValue={(digits) => change({ digits: Number(digits) })} />
        <ChoiceField
          label={room.frame.valueDigits}
          place="frame/valueDigits"
          value={asDigits(frame.valueDigits, valueDigits)}
          choices={valueDigits}
          name={room.frame.decimals}
          onValue={(digits) => change({ valueDigits: Number(digits) })}
        />
      </div>
      <ChoiceField label={room.frame.language} value={frame.language} choices={["zh-CN", "en-US"]} name={(each) => languageNames[each]} onValue={(language) => change({ language })} />
    </div>
  );
}

function asDigits<T extends string>(digits: number, choices: readonly T[]): T | "" {
  return choices.find((choice) => Number(choice) === digits) ?? "";
}
