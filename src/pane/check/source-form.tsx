import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import { type FormEvent, useId, useRef, useState } from "react";
import { a1 } from "../../workbook/address.ts";
import { Part } from "../heading.tsx";
import { useTableStyles } from "../table-styles.ts";
import { useCheckTexts } from "./check-context.ts";
import { useCheckStyles } from "./check-styles.ts";
import { type TextInput, TextField } from "./text-field.tsx";
import type { SheetPlace } from "./use-sheet-place.ts";
import type { Asked } from "./use-check.ts";

type Choice = "sheet" | "selection" | "text" | "file";
const choices: readonly Choice[] = ["sheet", "selection", "text", "file"];

interface SourceFormProps {
  readonly place: SheetPlace | undefined;
  readonly running: boolean;
  readonly onStart: (asked: Asked) => void;
}

/** What is to be checked: the sheet, the selection, a pasted text, or a file. */
export function SourceForm({ place, running, onStart }: SourceFormProps) {
  const { room } = useCheckTexts();
  const styles = useCheckStyles();
  const { note } = useTableStyles();
  const [choice, setChoice] = useState<Choice>("sheet");
  const [file, setFile] = useState<File>();
  const [nothing, setNothing] = useState(false);
  const text = useRef<TextInput>();
  const { source } = room;
  const names: Readonly<Record<Choice, string>> = {
    sheet: place ? source.sheet(place.name) : source.sheetAlone,
    selection: place?.selection ? source.selection(a1(place.selection)) : source.selectionAlone,
    text: source.text,
    file: source.file,
  };
  const asked = (): Asked | undefined => {
    if (choice === "text") {
      const given = text.current?.value() ?? "";
      return given.trim() === "" ? undefined : { kind: "text", text: given };
    }
    if (choice === "file") return file && { kind: "file", file };
    return { kind: "cells", block: choice === "sheet" ? place?.sheet : place?.selection };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = asked();
    setNothing(wanted === undefined);
    if (wanted) onStart(wanted);
    else if (choice === "text") text.current?.focus();
  };
  const choose = (chosen: string) => {
    setChoice(choices.find((each) => each === chosen) ?? "sheet");
    setNothing(false);
  };
  return (
    <Part title={source.title}>
      <form className={styles.form} onSubmit={submit}>
        <RadioGroup value={choice} onChange={(_, { value }) => choose(value)} aria-label={source.title}>
          {choices.map((each) => (
            <Radio key={each} value={each} label={names[each]} />
          ))}
        </RadioGroup>
        {choice === "text" && <TextField text={text} nothing={nothing} />}
        {choice === "file" && <FileField file={file} onFile={setFile} />}
        {nothing && choice === "file" && (
          <p role="alert" className={note}>
            {source.nothing}
          </p>
        )}
        <Button type="submit" appearance="primary" className={styles.start} disabledFocusable={running}>
          {room.start}
        </Button>
      </form>
    </Part>
  );
}

function FileField({ file, onFile }: { readonly file: File | undefined; readonly onFile: (file: File | undefined) => void }) {
  const { room } = useCheckTexts();
  const styles = useCheckStyles();
  const { note } = useTableStyles();
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  return (
    <div className={styles.form} style={{ rowGap: 4 }}>
      <input
        ref={input}
        type="file"
        className={styles.hidden}
        accept=".txt,.html,.htm,.docx,.pdf"
        aria-label={room.source.fileLabel}
        tabIndex={-1}
        onChange={({ currentTarget }) => onFile(currentTarget.files?.[0])}
      />
      <div className={styles.row}>
        <Button onClick={() => input.current?.click()} aria-describedby={hint}>
          {room.source.choose}
        </Button>
        <span>{file?.name ?? room.source.noFile}</span>
      </div>
      <p id={hint} className={note}>
        {room.source.fileHint}
      </p>
    </div>
  );
}
