import { useEffect } from "react";
import type { UnitWords } from "../../../workflows/impairment/event.ts";
import { unitSlot } from "../../../workflows/impairment/slot.ts";
import { type LikeItem, likeItems, type Unit, uses } from "../../../workflows/impairment/state.ts";
import { useTableStyles } from "../../table-styles.ts";
import { elementOf, focusOn } from "../finding-place.ts";
import { ChoiceField, TextField } from "../fields.tsx";
import { capitalised } from "../../../workflows/impairment/report/paper.ts";
import { LinkField } from "../link-field.tsx";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";

/** What a unit is, and what it carries. */
export function UnitForm({ unit, focused }: { readonly unit: Unit; readonly focused: boolean }) {
  const { test, play } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const change = (unitWords: Partial<UnitWords>) => play({ type: "unit-changed", unit: unit.id, unitWords });
  useEffect(() => {
    if (focused) focusOn(`${unit.id}/field/name`);
  }, []);
  return (
    <div className={styles.form}>
      <TextField label={room.units.name} required place={`${unit.id}/field/name`} value={unit.name} onValue={(name) => change({ name })} />
      <TextField label={room.units.assets} hint={room.units.assetsHint} lines={2} value={unit.assets} onValue={(assets) => change({ assets })} />
      <ChoiceField label={room.units.use} value={unit.use} choices={uses} name={(each) => words.uses[each]} onValue={(use) => change({ use })} />
      <TextField label={room.units.inflows} hint={room.units.inflowsHint} required lines={2} place={`${unit.id}/field/inflows`} value={unit.inflows} onValue={(inflows) => change({ inflows })} />
      {test.previous !== null && <TextField label={room.units.change} lines={2} place={`${unit.id}/field/change`} value={unit.change} onValue={(text) => change({ change: text })} />}
      <LinkField slot={unitSlot(unit.id, "carrying")} required />
      <LinkField slot={unitSlot(unit.id, "goodwill")} hint={room.units.goodwillHint} />
      {test.links[unitSlot(unit.id, "goodwill")] && <LinkField slot={unitSlot(unit.id, "ownership")} />}
      {test.links["corporate-assets"] && <LinkField slot={unitSlot(unit.id, "remaining-life")} hint={room.units.lifeHint} />}
      <LikeForLike unit={unit} />
    </div>
  );
}

const answers = ["neither", "both", "carrying", "flows"] as const;
type LikeAnswer = (typeof answers)[number];

/** Each kind of item in the carrying amount and in the flows, or in neither. */
function LikeForLike({ unit }: { readonly unit: Unit }) {
  const { play } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const answerOf = (item: LikeItem): LikeAnswer | "" => {
    const said = unit.like[item];
    if (!said) return "";
    return said.carrying && said.flows ? "both" : said.carrying ? "carrying" : said.flows ? "flows" : "neither";
  };
  const say = (item: LikeItem, answer: LikeAnswer) =>
    play({ type: "like-answered", unit: unit.id, item, answer: { carrying: answer === "both" || answer === "carrying", flows: answer === "both" || answer === "flows" } });
  return (
    <fieldset className={styles.group} id={elementOf(`${unit.id}/field/like`)} tabIndex={-1}>
      <legend className={styles.legend}>{room.units.like}</legend>
      <p className={note}>{room.units.likeHint}</p>
      <div className={styles.two}>
        {likeItems.map((item) => (
          <ChoiceField key={item} label={capitalised(words.like[item])} value={answerOf(item)} none={room.units.likeNone} choices={answers} name={(each) => room.units.likeAnswers[each]} onValue={(answer) => say(item, answer)} />
        ))}
      </div>
    </fieldset>
  );
}
