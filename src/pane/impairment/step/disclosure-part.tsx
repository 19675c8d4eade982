import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { Conclusion } from "../../../workflows/impairment/report/conclusion.ts";
import { disclosureWords } from "../../../workflows/impairment/report/disclosure.ts";
import type { Paper } from "../../../workflows/impairment/report/paper.ts";
import { standingSheets } from "../../../workflows/impairment/report/writing.ts";
import { Part } from "../../heading.tsx";
import { usePane, useTask } from "../../pane-context.ts";
import { useTableStyles } from "../../table-styles.ts";
import { type DisclosedUnit, disclosedUnits, disclosureLines } from "../disclosure-table.ts";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";
import { useCheckedCopy } from "./checked-copy.ts";

interface DisclosureProps {
  readonly paper: Paper;
  /** Read again with every conclusion, when the cells have been calculated. */
  readonly conclusion: Conclusion;
  readonly onRead: (conclusion: Conclusion) => void;
}

/** What the notes disclose of every unit, as the cells of the workpaper have it. */
export function DisclosurePart({ paper, conclusion, onRead }: DisclosureProps) {
  const { workbook } = useRoom();
  const { language } = usePane();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const run = useTask();
  const copy = useCheckedCopy(paper, onRead);
  const table = useRef<HTMLDivElement>(null);
  const [units, setUnits] = useState<readonly DisclosedUnit[]>([]);
  const read = async () => {
    const sheet = (await standingSheets(workbook, paper.test.report)).get("disclosure");
    return disclosedUnits(sheet?.cells ?? [], paper.test.frame.language === language ? "first" : "second", Math.max(0, paper.test.frame.digits), disclosureWords(paper, language));
  };
  useEffect(() => {
    let left = false;
    run(async () => {
      const found = await read();
      if (!left) setUnits(found);
    });
    return () => {
      left = true;
    };
  }, [workbook, paper, conclusion, language, run]);
  if (units.length === 0) return null;
  return (
    <Part level={3} title={room.report.disclosure}>
      <div className={styles.between}>
        <p className={`${note} ${styles.grow}`}>{room.report.disclosureHint}</p>
        <Button
          size="small"
          aria-label={room.link.of(room.report.copy, room.report.disclosure)}
          onClick={() => copy({ text: async () => disclosureLines(await read()).map((line) => line.join("\t")).join("\n"), html: async () => htmlOf(await read()), shown: table.current, said: "tableCopied" })}
        >
          {room.report.copy}
        </Button>
      </div>
      <div ref={table} data-disclosure>
        <DisclosureTable units={units} />
      </div>
    </Part>
  );
}

function DisclosureTable({ units }: { readonly units: readonly DisclosedUnit[] }) {
  const { room } = useRoomTexts();
  const styles = useTableStyles();
  return (
    <table className={styles.table} aria-label={room.report.disclosure}>
      {units.map(({ name, rows }, index) => (
        <tbody key={index}>
          <tr>
            <th scope="rowgroup" colSpan={2} className={styles.group}>
              {name}
            </th>
          </tr>
          {rows.map(({ label, text, isFigure, note }) => (
            <tr key={label}>
              <td>{label}</td>
              <td className={styles.heading}>
                <span className={isFigure ? styles.figure : ""}>{text}</span>
                {note !== "" && <span className={styles.note}>{note}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function htmlOf(units: readonly DisclosedUnit[]): string {
  const table = document.createElement("table");
  for (const line of disclosureLines(units)) {
    const row = table.insertRow();
    for (const text of line) row.insertCell().textContent = text;
  }
  return table.outerHTML;
}
