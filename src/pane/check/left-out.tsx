import { Button, Link } from "@fluentui/react-components";
import { useContext, useState } from "react";
import type { CheckReport } from "../../check/report.ts";
import { numberText } from "../number-format.ts";
import { usePane, useTask } from "../pane-context.ts";
import { CheckedContext, usePlaces, useCheckTexts } from "./check-context.ts";
import { useCheckStyles } from "./check-styles.ts";

const page = 50;
const reasons = ["unread", "no-relation", "not-matched"] as const;

/** The lines that took part in no check, by the reason. */
export function LeftOut({ lines }: { readonly lines: CheckReport["leftOut"] }) {
  const { room, words } = useCheckTexts();
  const styles = useCheckStyles();
  if (lines.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{room.results.leftOut(numberText(lines.length))}</summary>
      {reasons.map((why) => {
        const own = lines.filter((line) => line.why === why);
        return own.length > 0 && <Reason key={why} title={words.leftOut[why](own.length, own.reduce((sum, { figures }) => sum + figures, 0))} lines={own} />;
      })}
    </details>
  );
}

function Reason({ title, lines }: { readonly title: string; readonly lines: CheckReport["leftOut"] }) {
  const { workbook } = usePane();
  const { room } = useCheckTexts();
  const styles = useCheckStyles();
  const of = useContext(CheckedContext);
  const run = useTask();
  const [most, setMost] = useState(page);
  const goTo = (line: number) => {
    if (workbook.kind === "ready" && of.kind === "cells") run(() => workbook.workbook.select({ ...of.block, row: line - 1, rows: 1 }));
  };
  return (
    <>
      <p className={styles.text}>{title}</p>
      <ul className={styles.list}>
        {lines.slice(0, most).map(({ line, text }) => (
          <li key={line} className={styles.line}>
            {of.kind === "cells" ? (
              <Link as="button" inline style={{ fontSize: "inherit" }} onClick={() => goTo(line)}>
                {room.results.cellsOf(String(line))}
              </Link>
            ) : (
              <>
                <span className={styles.number}>{line}</span>
                <span className={styles.words}>{text}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {lines.length > most && (
        <Button size="small" onClick={() => setMost(most + page)}>
          {room.results.more(numberText(Math.min(page, lines.length - most)))}
        </Button>
      )}
    </>
  );
}

/** Results that print rounding alone sets apart from what their figures make. */
export function Tails({ tails }: { readonly tails: CheckReport["tails"] }) {
  const { room, words } = useCheckTexts();
  const { nameOf } = usePlaces();
  const styles = useCheckStyles();
  const [most, setMost] = useState(page);
  if (tails.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{room.results.tails(numberText(tails.length))}</summary>
      <ul className={styles.list}>
        {tails.slice(0, most).map(({ figure, expected, rule }, index) => (
          <li key={index}>
            {nameOf(figure)}: {room.results.tail(figure.text, expected)} ({words.rules[rule]})
          </li>
        ))}
      </ul>
      {tails.length > most && (
        <Button size="small" onClick={() => setMost(most + page)}>
          {room.results.more(numberText(Math.min(page, tails.length - most)))}
        </Button>
      )}
    </details>
  );
}
