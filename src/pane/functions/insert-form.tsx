import { Button, Field, Input, Link, makeStyles, mergeClasses, Select, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { at } from "../../core/table.ts";
import { a1OnSheet, type RangeAddress } from "../../workbook/address.ts";
import type { Workbook } from "../../workbook/port.ts";
import type { AnyFunction } from "../../calls/call-answer.ts";
import { argumentText } from "../../calls/formula-text.ts";
import { Part } from "../heading.tsx";
import { usePane, useTask } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { argumentIn, circularArgument, draftFormula, exampleText, missingArguments, occupied } from "./formula-draft.ts";
import { OccupiedDialog, type Occupied } from "./occupied-dialog.tsx";
import { FormulaCode } from "./formula-code.tsx";
import { ParameterName } from "./parameter-name.tsx";
import { Preview } from "./preview.tsx";
import { type Field as FieldOf, filledBy, useDraft } from "./use-draft.ts";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    rowGap: "10px",
    padding: "12px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  active: {
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "4px" },
    boxShadow: `-3px 0 0 0 ${tokens.colorBrandStroke1}`,
    paddingInlineStart: "8px",
    marginInlineStart: "-8px",
  },
  formula: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

interface InsertFormProps {
  readonly fn: AnyFunction;
  readonly workbook: Workbook;
  readonly onClose: () => void;
}

/** Puts a formula together: its arguments from selected cells or typed, and the cell it goes to. */
export function InsertForm({ fn, workbook, onClose }: InsertFormProps) {
  const { texts, notify } = usePane();
  const styles = useStyles();
  const { note, code } = useTableStyles();
  const { draft, active, setActive, setArgument, setTarget, preview } = useDraft(fn, workbook);
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState<Occupied>();
  const run = useTask();
  const heading = useRef<HTMLHeadingElement>(null);
  const restored = useRestoreFocusTarget();
  useEffect(() => heading.current?.focus(), []);

  const missing = tried ? missingArguments(draft) : [];
  const circular = circularArgument(draft);
  const write = (target: RangeAddress) => {
    setAsking(undefined);
    run(async () => {
      const written = await workbook.writeFormula(target, draftFormula(draft));
      notify({ intent: "success", sentence: ({ insert }) => insert.written(a1OnSheet(target)), written });
      onClose();
    });
  };
  const insert = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const { target } = draft;
    if (missingArguments(draft).length > 0 || circular || !target) {
      const { currentTarget: form } = event;
      requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    run(async () => {
      const area = filledBy(preview, target);
      const contents = await workbook.read(area);
      const [first] = occupied(contents);
      if (!first) return write(target);
      const cell = { ...target, row: target.row + first.row, column: target.column + first.column };
      setAsking({ target, area, cell, content: at(at(contents, first.row), first.column) });
    });
  };
  const picking = (field: FieldOf, hint?: string) => (field === active ? { hint: texts.insert.picking } : hint ? { hint } : {});
  const fillExample = () => Object.keys(fn.parameters).forEach((_, index) => setArgument(index, { kind: "typed", text: exampleText(fn.example[index]) }));
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !asking) onClose();
  };

  return (
    <Part title={texts.insert.title} headingRef={heading}>
      <form className={styles.form} onSubmit={insert} onKeyDown={keys} noValidate>
        <p className={note}>
          {texts.insert.hint}{" "}
          <Link as="button" type="button" inline style={{ fontSize: "inherit" }} onClick={fillExample}>
            {texts.insert.example}
          </Link>
        </p>
        {Object.entries(fn.parameters).map(([name, { optional, words }], index) => {
          const argument = draft.arguments[index];
          const value = argument ? (argument.kind === "typed" ? argument.text : argumentIn(argument, draft.target?.sheet)) : "";
          return (
            <Field
              key={name}
              className={mergeClasses(index === active && styles.active)}
              label={<LabelText name={name} optional={optional} />}
              required={!optional}
              {...(missing.includes(name) ? { validationMessage: texts.insert.missing } : circular === name ? { validationState: "warning" } : {})}
              {...(words ? {} : picking(index))}
            >
              {words ? (
                <Select value={value} onFocus={() => setActive(undefined)} onChange={(_, { value: text }) => setArgument(index, { kind: "typed", text })}>
                  <option value="">{texts.insert.choose}</option>
                  {words.map((word) => (
                    <option key={word} value={`"${word}"`}>
                      {word}
                    </option>
                  ))}
                </Select>
              ) : (
                <Input
                  value={value}
                  placeholder={texts.insert.typed}
                  input={{ className: value === "" ? "" : code, spellCheck: false, autoComplete: "off" }}
                  onFocus={() => setActive(index)}
                  onChange={(_, { value: text }) => setArgument(index, { kind: "typed", text })}
                />
              )}
            </Field>
          );
        })}
        <Field
          className={mergeClasses(active === "target" && styles.active)}
          label={texts.insert.target}
          required
          {...(circular ? { validationMessage: texts.insert.circular(circular) } : tried && !draft.target ? { validationMessage: texts.insert.noTarget } : {})}
          {...picking("target", texts.insert.targetHint)}
        >
          <TargetInput target={draft.target} onFocus={() => setActive("target")} onTarget={setTarget} />
        </Field>
        <p className={styles.formula}>
          <FormulaCode formula={draftFormula(draft)} />
        </p>
        <Preview preview={preview} />
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" {...restored}>
            {texts.insert.insert}
          </Button>
          <Button onClick={onClose}>{texts.insert.cancel}</Button>
        </div>
      </form>
      <OccupiedDialog occupied={asking} onWrite={write} onClose={() => setAsking(undefined)} />
    </Part>
  );
}

function LabelText({ name, optional }: { readonly name: string; readonly optional: boolean }) {
  const { texts } = usePane();
  return (
    <>
      <ParameterName name={name} />
      {optional && ` ${texts.functions.optional}`}
    </>
  );
}

interface TargetInputProps {
  readonly target: RangeAddress | undefined;
  readonly onFocus: () => void;
  readonly onTarget: (target: RangeAddress) => void;
}

/** The cell for the result, pointed at or typed; what is typed counts once it is an address. */
function TargetInput({ target, onFocus, onTarget, ...field }: TargetInputProps) {
  const shown = target ? a1OnSheet(target) : "";
  const [typed, setTyped] = useState<string>();
  const { code } = useTableStyles();
  useEffect(() => setTyped(undefined), [shown]);
  return (
    <Input
      {...field}
      value={typed ?? shown}
      input={{ className: code, spellCheck: false, autoComplete: "off" }}
      onFocus={onFocus}
      onBlur={() => setTyped(undefined)}
      onChange={(_, { value }) => {
        setTyped(value);
        const read = argumentText(value);
        const sheet = read.kind === "range" ? (read.sheet ?? target?.sheet) : undefined;
        if (read.kind === "range" && sheet !== undefined) onTarget({ sheet, ...read.block });
      }}
    />
  );
}

