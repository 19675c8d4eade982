import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Workbook } from "../../workbook/port.ts";
import { Part } from "../heading.tsx";
import { numberText } from "../number-format.ts";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { ResultEffects } from "./result-effects.tsx";
import type { Done, LinkDone } from "./refresh-work.ts";
import { useLinksTexts, useLinkTask, useReasonSentence } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";
import { TestEffects } from "./test-effects.tsx";

interface DoneViewProps {
  readonly workbook: Workbook;
  readonly done: Done;
  readonly onClose: () => void;
}

const names = (links: readonly { readonly name: string }[]) => links.map(({ name }) => name).join(", ");

/** What a refresh did: to the linked blocks, and to the results and tests that depend on them. */
export function DoneView({ workbook, done: { links, effects, tests, written }, onClose }: DoneViewProps) {
  const { notify } = usePane();
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const run = useLinkTask();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const refused = links.filter(({ reason }) => reason);
  const through = links.filter(({ reason }) => !reason);
  const undo = () =>
    run(async () => {
      if (!written) return;
      const whole = await written.undo();
      notify(whole ? { intent: "info", sentence: ({ status }) => status.undone(written.sheets) } : { intent: "error", sentence: () => room.done.stands(names(written.standing())) });
      if (whole) onClose();
    });
  return (
    <Part title={room.done.title} headingRef={heading}>
      {refused.length > 0 && through.length > 0 && <p className={styles.text}>{room.done.partly(names(through.map(({ link }) => link)), names(refused.map(({ link }) => link)))}</p>}
      {links.map((each) => (
        <Part key={each.link.id} level={3} title={each.link.name}>
          <LinkResult done={each} />
        </Part>
      ))}
      {through.length > 0 && effects.length + tests.length === 0 && <p className={note}>{room.done.noEffects}</p>}
      {tests.length > 0 && <TestEffects tests={tests} />}
      {effects.length > 0 && <ResultEffects workbook={workbook} effects={effects} />}
      <div className={styles.row}>
        <Button appearance="primary" onClick={onClose}>
          {room.done.close}
        </Button>
        {written && (
          <Button aria-label={room.done.undoOf(names(through.map(({ link }) => link)))} onClick={undo}>
            {room.done.undo}
          </Button>
        )}
      </div>
    </Part>
  );
}

function LinkResult({ done: { added, removed, changed, kept, reason } }: { readonly done: LinkDone }) {
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const sentence = useReasonSentence();
  if (reason) {
    return (
      <p className={styles.warning} style={{ margin: 0 }} role="alert">
        {sentence(reason)}
      </p>
    );
  }

  return <p className={styles.text}>{added + removed + changed + kept === 0 ? room.done.unchanged : room.done.counts(numberText(added), numberText(removed), numberText(changed), numberText(kept))}</p>;
}
