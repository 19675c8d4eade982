import { Button, Link } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { languageNames } from "../../../locales/pane-texts.ts";
import type { Language } from "../../../locales/texts.ts";
import { a1OnSheet } from "../../../workbook/address.ts";
import { type Conclusion, type Difference, readConclusion } from "../../../workflows/impairment/report/conclusion.ts";
import type { Paper } from "../../../workflows/impairment/report/paper.ts";
import { Part } from "../../heading.tsx";
import { useTask } from "../../pane-context.ts";
import { useTableStyles } from "../../table-styles.ts";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";
import { useCheckedCopy } from "./checked-copy.ts";
import { DisclosurePart } from "./disclosure-part.tsx";

/** How long cells are given to be calculated before a difference is told. */
const calculating = 1500;

/** The conclusion in both languages, as the cells of the workpaper bear it. */
export function ConclusionPart({ paper }: { readonly paper: Paper }) {
  const { workbook } = useRoom();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const run = useTask();
  const [conclusion, setConclusion] = useState<Conclusion>();
  useEffect(() => {
    let left = false;
    run(async () => {
      const first = await readConclusion(workbook, paper);
      // A workpaper just written, or an input just changed: its cells may still be being calculated.
      if (first.kind === "differs") await new Promise((resolve) => setTimeout(resolve, calculating));
      const found = left || first.kind !== "differs" ? first : await readConclusion(workbook, paper);
      if (!left) setConclusion(found);
    });
    return () => {
      left = true;
    };
  }, [workbook, paper, run]);
  return (
    <>
      <Part level={3} title={room.report.conclusion}>
        <p className={note}>{conclusion?.kind === "agrees" ? room.report.conclusionHint : conclusion?.kind === "missing" ? room.report.missing : ""}</p>
        {conclusion?.kind === "agrees" && conclusion.outOfDate.length > 0 && <p className={styles.text}>{room.report.outOfDate(conclusion.outOfDate)}</p>}
        {conclusion?.kind === "differs" && <Differences differences={conclusion.differences} />}
        {conclusion?.kind === "agrees" &&
          (["zh-CN", "en-US"] as const).map((language) => <Paragraphs key={language} language={language} paragraphs={conclusion.paragraphs[language]} paper={paper} onRead={setConclusion} />)}
      </Part>
      {conclusion?.kind === "agrees" && conclusion.outOfDate.length === 0 && <DisclosurePart paper={paper} conclusion={conclusion} onRead={setConclusion} />}
    </>
  );
}

interface ParagraphsProps {
  readonly language: Language;
  readonly paragraphs: readonly string[];
  readonly paper: Paper;
  readonly onRead: (conclusion: Conclusion) => void;
}

function Paragraphs({ language, paragraphs, paper, onRead }: ParagraphsProps) {
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const text = useRef<HTMLDivElement>(null);
  const copyChecked = useCheckedCopy(paper, onRead);
  const copy = () => copyChecked({ text: async (agreed) => agreed.paragraphs[language].join("\n"), shown: text.current, said: "copied" });
  return (
    <div className={styles.card}>
      <div className={styles.between}>
        <span className={styles.strong}>{languageNames[language]}</span>
        <Button size="small" aria-label={room.link.of(room.report.copy, languageNames[language])} onClick={copy}>
          {room.report.copy}
        </Button>
      </div>
      <div ref={text} lang={language} data-conclusion={language} className={styles.group}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph} className={styles.text}>
            {paragraph}
          </p>
        ))}
      </div>
    </div>
  );
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const { workbook } = useRoom();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const run = useTask();
  return (
    <div role="alert">
      <p className={styles.text}>{room.report.differs}</p>
      <ul className={styles.list}>
        {differences.map(({ unit, figure, cell, paper, evaluated }) => (
          <li key={`${unit}${figure}${a1OnSheet(cell)}`}>
            <Link as="button" inline onClick={() => run(() => workbook.select(cell))}>
              {a1OnSheet(cell)}
            </Link>{" "}
            {room.report.difference(unit, paper, evaluated)}
          </li>
        ))}
      </ul>
    </div>
  );
}
