import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { AnyFunction } from "../../calls/call-answer.ts";
import { Part } from "../heading.tsx";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { FormulaCode } from "./formula-code.tsx";
import { ParameterName } from "./parameter-name.tsx";
import { InsertForm } from "./insert-form.tsx";
import { WorkedExample } from "./worked-example.tsx";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: "20px", padding: "8px 16px 24px" },
  bar: { display: "flex", justifyContent: "space-between", alignItems: "center", marginInlineStart: "-8px" },
  head: { display: "flex", flexDirection: "column", rowGap: "4px" },
  id: { ...typographyStyles.subtitle1, margin: 0, outline: "none" },
  summary: { margin: 0 },
  signature: {
    margin: "4px 0 0",
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  text: { margin: 0 },
});

/** All there is to know of one function, and the way into the workbook. */
export function FunctionPage({ fn, onClose }: { readonly fn: AnyFunction; readonly onClose: () => void }) {
  const { texts, locale, workbook } = usePane();
  const styles = useStyles();
  const { code, note } = useTableStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const insertButton = useRef<HTMLButtonElement | null>(null);
  const [inserting, setInserting] = useState(false);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const own = locale.functions[fn.id];
  const close = () => {
    setInserting(false);
    // The button is back only after the form has gone.
    requestAnimationFrame(() => insertButton.current?.focus());
  };
  return (
    <article className={styles.page} aria-label={fn.id}>
      <div className={styles.head}>
        <div className={styles.bar}>
          <Button appearance="subtle" size="small" onClick={onClose}>
            <span aria-hidden>←&nbsp;</span>
            {texts.functions.back}
          </Button>
          <span className={note}>{texts.families[fn.family]}</span>
        </div>
        <h2 ref={heading} tabIndex={-1} className={styles.id}>
          {fn.id}
        </h2>
        <p className={styles.summary}>{own.summary}</p>
        <p className={styles.signature}>
          <FormulaCode formula={signature(fn)} />
        </p>
      </div>
      {inserting && workbook.kind === "ready" ? (
        <InsertForm fn={fn} workbook={workbook.workbook} onClose={close} />
      ) : (
        <Button
          ref={(button: HTMLButtonElement | null) => {
            insertButton.current = button;
          }}
          appearance="primary"
          style={{ alignSelf: "start" }}
          disabledFocusable={workbook.kind !== "ready"}
          onClick={() => setInserting(true)}
        >
          {texts.insert.start}
        </Button>
      )}
      <ArgumentTable fn={fn} />
      <Part title={texts.functions.returns}>
        <p className={styles.text}>{own.returns}</p>
      </Part>
      <Part title={texts.functions.formula}>
        <p className={mergeClasses(styles.text, code)}>{fn.formula}</p>
      </Part>
      <WorkedExample fn={fn} />
      <Part title={texts.functions.source}>
        <p className={styles.text}>{locale.sourceText(fn.source)}</p>
      </Part>
    </article>
  );
}

/** What is typed: =HEADROOM.ECL.RATES(migration, [next], …). */
function signature(fn: AnyFunction): string {
  const names = Object.entries(fn.parameters).map(([name, { optional }]) => (optional ? `[${name}]` : name));
  return `=HEADROOM.${fn.id}(${names.join(", ")})`;
}

const useTable = makeStyles({
  name: { width: "32%" },
  kind: { display: "block", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});

function ArgumentTable({ fn }: { readonly fn: AnyFunction }) {
  const { texts, locale } = usePane();
  const { table } = useTableStyles();
  const styles = useTable();
  const meanings: Readonly<Record<string, string>> = locale.functions[fn.id].parameters;
  return (
    <Part title={texts.functions.arguments}>
      <table className={table} aria-label={texts.functions.arguments}>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              {texts.functions.argument}
            </th>
            <th scope="col">{texts.functions.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(fn.parameters).map(([name, { kind, optional, words }]) => (
            <tr key={name}>
              <th scope="row">
                <ParameterName name={name} />
                {optional && <span className={styles.kind}>{texts.functions.optional}</span>}
              </th>
              <td>
                {meanings[name]}
                {words && ` ${texts.functions.words(words.map((word) => `"${word}"`).join(", "))}`}
                {texts.kinds[kind] && <span className={styles.kind}>{texts.kinds[kind]}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
