import { Button, Field, Textarea } from "@fluentui/react-components";
import { type ClipboardEvent, type RefObject, useEffect, useImperativeHandle, useRef, useState } from "react";
import { numberText } from "../number-format.ts";
import { useCheckTexts } from "./check-context.ts";
import { useCheckStyles } from "./check-styles.ts";

/** What the form asks of the field. */
export interface TextInput {
  value(): string;
  focus(): void;
}

/** A browser takes half a minute to lay out a whole reply in a field, so a text longer than this is kept beside it. */
const longest = 20_000;
const preview = 300;

/** A text to be pasted or typed. */
export function TextField({ text, nothing }: { readonly text: RefObject<TextInput | undefined>; readonly nothing: boolean }) {
  const { room } = useCheckTexts();
  const styles = useCheckStyles();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const another = useRef<HTMLButtonElement | null>(null);
  const [pasted, setPasted] = useState<string>();
  const focus = () => (area.current ?? another.current)?.focus();
  useImperativeHandle(text, () => ({ value: () => pasted ?? area.current?.value ?? "", focus }), [pasted]);
  const held = useRef(false);
  useEffect(() => {
    if (held.current) focus();
    held.current = true;
  }, [pasted === undefined]);
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const given = event.clipboardData.getData("text/plain");
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    if (given.length + value.length <= longest) return;
    event.preventDefault();
    setPasted(value.slice(0, selectionStart) + given + value.slice(selectionEnd));
  };
  if (pasted !== undefined) {
    return (
      <div role="group" aria-label={room.source.textLabel} className={styles.form} style={{ rowGap: 6 }}>
        <p role="status" className={styles.text}>
          {room.source.pasted(numberText(pasted.length), numberText(pasted.split("\n").length))}
        </p>
        <p className={styles.preview}>{pasted.trim().slice(0, preview)}…</p>
        <Button ref={(button: HTMLButtonElement | null) => void (another.current = button)} size="small" className={styles.start} onClick={() => setPasted(undefined)}>
          {room.source.another}
        </Button>
      </div>
    );
  }
  return (
    <Field label={room.source.textLabel} hint={room.source.textHint} {...(nothing ? { validationMessage: room.source.nothing, validationState: "error" as const } : {})}>
      <Textarea ref={(element: HTMLTextAreaElement | null) => void (area.current = element)} className={styles.area} resize="vertical" onPaste={paste} />
    </Field>
  );
}
