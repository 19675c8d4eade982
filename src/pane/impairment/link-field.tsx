import { Button, Field, Input, Link as TextLink } from "@fluentui/react-components";
import { type KeyboardEvent, useId, useState } from "react";
import { a1, a1OnSheet, blockOf, blockOnSheet, type RangeAddress } from "../../workbook/address.ts";
import { type Slot, slotParts } from "../../workflows/impairment/slot.ts";
import type { Link } from "../../workflows/impairment/state.ts";
import { slotRules } from "../../workflows/impairment/slot-rule.ts";
import { useTask } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { onceFocusHasMoved, TextField } from "./fields.tsx";
import { readValues } from "./figure-text.ts";
import { elementOf, focusOn, labelOf } from "./finding-place.ts";
import { useRoom, useRoomTexts } from "./room-context.ts";
import { useRoomStyles } from "./room-styles.ts";

interface LinkFieldProps {
  readonly slot: Slot;
  readonly required?: boolean;
  /** In place of the name of the slot: the name of a row. */
  readonly label?: string;
  readonly hint?: string;
}

/** A figure by the range it stands in: the address, typed or taken from the selection, what was read there, its source and a note. */
export function LinkField({ slot, required = false, label, hint }: LinkFieldProps) {
  const { test, evaluation, faulty } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const name = slotParts(slot)?.name;
  const [asked, setAsked] = useState<string>();
  if (!name) return null;
  const link = test.links[slot];
  const reading = evaluation.figures.readings.get(slot);
  const deleted = link !== undefined && reading?.link.pin === link.pin && reading.range === undefined && reading.faults.length > 0;
  const title = label ?? words.slots[name];
  const message = asked ?? (deleted ? room.link.deleted : undefined);
  return (
    <div role="group" aria-label={title}>
      <Field label={labelOf(title, slot)} required={required} hint={link ? null : (hint ?? room.link.shapes[slotRules[name].shape])} validationState={message || faulty.has(slot) ? "error" : "none"} validationMessage={message ?? null}>
        <AddressInput slot={slot} range={link && reading?.link.pin === link.pin ? reading.range : undefined} onAsked={setAsked} />
      </Field>
      <div className={styles.row} style={{ marginTop: 4 }}>
        <TakeSelection slot={slot} title={title} linked={link !== undefined} onTaken={() => setAsked(undefined)} />
        {link && <Linked slot={slot} link={link} title={title} />}
      </div>
    </div>
  );
}

/** The address where it can be read and typed; Enter takes what is typed. */
function AddressInput({ slot, range, onAsked, ...field }: { readonly slot: Slot; readonly range: RangeAddress | undefined; readonly onAsked: (message: string | undefined) => void }) {
  const { workbook, link, selection } = useRoom();
  const { room } = useRoomTexts();
  const { code } = useTableStyles();
  const run = useTask();
  const [typed, setTyped] = useState<string>();
  const shown = range ? a1OnSheet(range) : "";
  const take = () => {
    const text = typed?.trim() ?? "";
    setTyped(undefined);
    if (text === "" || text === shown) return;
    run(async () => {
      const wanted = await rangeOf(text);
      onAsked(wanted ? undefined : room.link.notAnAddress(text));
      if (wanted) link(slot, wanted);
    });
  };
  const rangeOf = async (text: string): Promise<RangeAddress | undefined> => {
    const named = (await workbook.namedRanges()).find(({ name }) => name === text);
    const block = blockOf(text);
    const sheet = selection?.sheet;
    const found = named?.range ?? blockOnSheet(text) ?? (block && sheet !== undefined ? { sheet, ...block } : undefined);
    const sheets = await workbook.sheets();
    return found && sheets.some(({ name }) => name === found.sheet) ? found : undefined;
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter") take();
    if (event.key === "Escape") setTyped(undefined);
  };
  return (
    <Input
      {...field}
      id={elementOf(slot)}
      value={typed ?? shown}
      placeholder={room.link.placeholder}
      input={{ className: (typed ?? shown) === "" ? "" : code, spellCheck: false, autoComplete: "off" }}
      onChange={(_, { value }) => setTyped(value)}
      onKeyDown={keys}
      onBlur={() => onceFocusHasMoved(take)}
    />
  );
}

function TakeSelection({ slot, title, linked, onTaken }: { readonly slot: Slot; readonly title: string; readonly linked: boolean; readonly onTaken: () => void }) {
  const { selection, link } = useRoom();
  const { room } = useRoomTexts();
  const short = selection ? a1(selection) : "";
  const take = () => {
    if (!selection) return;
    onTaken();
    link(slot, selection);
  };
  const styles = useRoomStyles();
  const action = linked ? room.link.relink(short) : room.link.take(short);
  if (linked) {
    return (
      <TextLink as="button" className={styles.inlineLink} disabledFocusable={!selection} aria-label={room.link.of(action, title)} onClick={take}>
        {action}
      </TextLink>
    );
  }
  return (
    <Button size="small" disabledFocusable={!selection} aria-label={room.link.of(action, title)} onClick={take}>
      {action}
    </Button>
  );
}

function Linked({ slot, link, title }: { readonly slot: Slot; readonly link: Link; readonly title: string }) {
  const { workbook, evaluation, play } = useRoom();
  const { room } = useRoomTexts();
  const run = useTask();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const [sourceShown, setSourceShown] = useState(false);
  const sourceId = useId();
  const found = evaluation.figures.readings.get(slot);
  const range = found?.range;
  const values = found && range && readValues(found);
  const change = (changed: Partial<Link>) => play({ type: "linked", slot, link: { ...link, ...changed } });
  return (
    <>
      {range && (
        <TextLink as="button" className={styles.inlineLink} aria-label={room.link.of(room.link.goTo, title)} onClick={() => run(() => workbook.select(range))}>
          {room.link.goTo}
        </TextLink>
      )}
      <TextLink as="button" className={styles.inlineLink} aria-expanded={sourceShown} aria-controls={sourceId} aria-label={room.link.of(room.link.source, title)} onClick={() => setSourceShown(!sourceShown)}>
        {room.link.source}
      </TextLink>
      <TextLink
        as="button"
        className={styles.inlineLink}
        aria-label={room.link.of(room.link.unlink, title)}
        onClick={() => {
          focusOn(slot);
          play({ type: "unlinked", slot });
        }}
      >
        {room.link.unlink}
      </TextLink>
      {values && (
        <p className={note} style={{ flexBasis: "100%" }}>
          {room.link.read(values.texts, values.more, values.sum)}
        </p>
      )}
      {!sourceShown && link.source !== "" && (
        <p className={note} style={{ flexBasis: "100%" }}>
          {room.link.from(link.source)}
        </p>
      )}
      {sourceShown && (
        <div id={sourceId} className={styles.form} style={{ flexBasis: "100%", rowGap: 6 }}>
          <TextField label={room.link.sourceLabel} hint={room.link.sourceHint} value={link.source} onValue={(source) => change({ source })} />
          <TextField label={room.link.noteLabel} value={link.note} onValue={(text) => change({ note: text })} />
        </div>
      )}
    </>
  );
}
