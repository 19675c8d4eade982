import { Button, Link } from "@fluentui/react-components";
import { useId, useRef, useState } from "react";
import type { FigureRef } from "../../check/finding.ts";
import type { ReportedFinding } from "../../check/report.ts";
import { a1 } from "../../workbook/address.ts";
import { usePane, useTask } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { useCheckTexts, usePlaces } from "./check-context.ts";
import { useCheckStyles } from "./check-styles.ts";
import { ExcerptLines } from "./excerpt-lines.tsx";
import { IgnoreForm } from "./ignore-form.tsx";

const mostCells = 6;

/** One difference: both numbers, the rule, the sentence, and the way to its places. */
export function FindingItem({ reported: { finding, excerpt }, onIgnore }: { readonly reported: ReportedFinding; readonly onIgnore: ((reason: string) => void) | undefined }) {
  const { room, words } = useCheckTexts();
  const { nameOf, cellOf } = usePlaces();
  const styles = useCheckStyles();
  const { note } = useTableStyles();
  const [open, setOpen] = useState(false);
  const [ignoring, setIgnoring] = useState(false);
  const ignoreButton = useRef<HTMLButtonElement | null>(null);
  const lines = useId();
  const { figure, expected, difference, rule, confidence, result, other, from } = finding;
  const related = [...(result ? [result] : []), ...(other ? [other] : []), ...from].filter((each, index, all) => all.findIndex(({ places }) => places[0] === each.places[0]) === index);
  const close = () => {
    setIgnoring(false);
    requestAnimationFrame(() => ignoreButton.current?.focus());
  };
  return (
    <li className={styles.finding}>
      <h3 className={styles.head}>
        {cellOf(figure) ? <CellLink figure={figure} /> : <span>{nameOf(figure)}</span>}
        <span>{words.differences[difference]}</span>
        <span className={styles.quiet}>{words.confidences[confidence]}</span>
      </h3>
      <dl className={styles.figures}>
        <div>
          <dt>{room.finding.says}</dt>
          <dd>{figure.text}</dd>
        </div>
        <div>
          <dt>{room.finding.expected}</dt>
          <dd>{room.finding.should(expected, rule)}</dd>
        </div>
        <div>
          <dt>{room.finding.rule}</dt>
          <dd className={styles.rule}>{words.rules[rule]}</dd>
        </div>
      </dl>
      <p className={styles.text}>{words.sentence(finding, nameOf)}</p>
      {cellOf(figure) && related.length > 0 && (
        <p className={note}>
          {room.finding.cells}{" "}
          {related.slice(0, mostCells).map((each, index) => (
            <span key={index}>
              <CellLink figure={each} />{" "}
            </span>
          ))}
          {related.length > mostCells && "…"}
        </p>
      )}
      {open && <ExcerptLines id={lines} label={room.finding.excerpt(nameOf(figure))} lines={excerpt} />}
      {ignoring && onIgnore && <IgnoreForm onIgnore={onIgnore} onClose={close} />}
      <div className={styles.row}>
        {excerpt.length > 0 && (
          <Button size="small" aria-expanded={open} {...(open && { "aria-controls": lines })} onClick={() => setOpen(!open)}>
            {open ? room.finding.hide : room.finding.show}
          </Button>
        )}
        {onIgnore && !ignoring && (
          <Button ref={(button: HTMLButtonElement | null) => void (ignoreButton.current = button)} size="small" appearance="subtle" aria-label={room.finding.ignoreOf(figure.text)} onClick={() => setIgnoring(true)}>
            {room.finding.ignore}
          </Button>
        )}
      </div>
    </li>
  );
}

/** A cell by its address; a click selects it. */
function CellLink({ figure }: { readonly figure: FigureRef }) {
  const { workbook } = usePane();
  const { room } = useCheckTexts();
  const { cellOf } = usePlaces();
  const run = useTask();
  const cell = cellOf(figure);
  if (!cell || workbook.kind !== "ready") return null;
  return (
    <Link as="button" inline aria-label={room.finding.goTo(a1(cell))} onClick={() => run(() => workbook.workbook.select(cell))}>
      {a1(cell)}
    </Link>
  );
}
