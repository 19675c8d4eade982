import { Checkbox, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useContext, useEffect, useRef, useState } from "react";
import { elementOf, labelOf, type Place } from "./finding-place.ts";
import { TestRoomContext } from "./room-context.ts";

/** What is typed is taken in when the field is left, or when a person pauses. */
const pause = 700;

/** A field of several lines shows all that is in it. */
const growing = { fieldSizing: "content", maxHeight: "none" } as const;

interface FieldProps {
  readonly label: string;
  readonly place?: Place | undefined;
  readonly hint?: string | undefined;
  readonly required?: boolean;
}

function useFieldState(place: Place | undefined, hint: string | undefined) {
  const room = useContext(TestRoomContext);
  const faulty = place !== undefined && room?.faulty.has(place);
  return { ...(hint === undefined ? {} : { hint }), ...(faulty ? { validationState: "error" as const } : {}) };
}

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly lines?: number;
}

/** A text a person types; every letter is kept, also when the field goes before it is left. */
export function TextField({ label, place, hint, required = false, value, onValue, lines = 1 }: TextFieldProps) {
  const { shown, type, commit } = useTyped(value, onValue);
  const own = { ...(place === undefined ? {} : { id: elementOf(place) }), value: shown, onBlur: commit };
  return (
    <Field label={labelOf(label, place)} required={required} {...useFieldState(place, hint)}>
      {lines > 1 ? <Textarea {...own} rows={lines} resize="vertical" textarea={{ style: growing }} onChange={(_, data) => type(data.value)} /> : <Input {...own} autoComplete="off" onChange={(_, data) => type(data.value)} />}
    </Field>
  );
}

/** Between two fields nothing has the focus, and a grid that is written to just then takes it. */
export function onceFocusHasMoved(act: () => void): void {
  setTimeout(act);
}

/** A draft of a text that is handed on when it rests. */
export function useTyped(value: string, onValue: (value: string) => void) {
  const [draft, setDraft] = useState<string>();
  const latest = useRef({ draft, onValue, value });
  latest.current = { draft, onValue, value };
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const commit = () => {
    clearTimeout(timer.current);
    const { draft: typed, onValue: hand, value: known } = latest.current;
    if (typed === undefined) return;
    latest.current.draft = undefined;
    setDraft(undefined);
    if (typed !== known) hand(typed);
  };
  const latestCommit = useRef(commit);
  latestCommit.current = commit;
  useEffect(() => () => latestCommit.current(), []);
  const type = (text: string) => {
    setDraft(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latestCommit.current(), pause);
  };
  return { shown: draft ?? value, type, commit: () => onceFocusHasMoved(() => latestCommit.current()) };
}

interface ChoiceFieldProps<T extends string> extends FieldProps {
  readonly value: T | "";
  readonly choices: readonly T[];
  readonly name: (choice: T) => string;
  readonly onValue: (value: T) => void;
  /** What stands there before anything is chosen. */
  readonly none?: string;
}

export function ChoiceField<T extends string>({ label, place, hint, required = false, value, choices, name, onValue, none }: ChoiceFieldProps<T>) {
  const choose = (chosen: string) => {
    const found = choices.find((choice) => choice === chosen);
    if (found !== undefined) onValue(found);
  };
  return (
    <Field label={labelOf(label, place)} required={required} {...useFieldState(place, hint)}>
      <Select {...(place === undefined ? {} : { id: elementOf(place) })} value={value} onChange={(_, data) => choose(data.value)}>
        {none !== undefined && value === "" && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {name(choice)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface TickFieldProps {
  readonly label: string;
  readonly place?: Place;
  readonly value: boolean;
  readonly onValue: (value: boolean) => void;
}

export function TickField({ label, place, value, onValue }: TickFieldProps) {
  return <Checkbox {...(place === undefined ? {} : { id: elementOf(place) })} label={label} checked={value} onChange={(_, { checked }) => onValue(checked === true)} />;
}
