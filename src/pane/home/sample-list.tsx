import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { type Sample, samples } from "../../samples/sample.ts";
import { Part } from "../heading.tsx";
import { usePane, useTask } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { openedSample } from "./opened-sample.ts";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0 },
  sample: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "12px",
    alignItems: "start",
    paddingBlock: "10px",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
});

/** Sample workbooks, each added as new sheets. */
export function SampleList() {
  const { texts, language, workbook, notify } = usePane();
  const [opening, setOpening] = useState<Sample["id"]>();
  const run = useTask();
  const styles = useStyles();
  const { note } = useTableStyles();
  const open = (sample: Sample) => {
    if (workbook.kind !== "ready" || opening) return;
    setOpening(sample.id);
    run(async () => {
      try {
        const written = await openedSample(workbook.workbook, sample, language);
        notify({ intent: "success", sentence: ({ home }) => home.opened(written.sheets), written });
      } finally {
        setOpening(undefined);
      }
    });
  };
  if (samples.length === 0) return null;
  return (
    <Part title={texts.home.samples}>
      <p className={note}>{texts.home.samplesHint}</p>
      <ul className={styles.list}>
        {samples.map((sample) => {
          const { title, description } = texts.samples[sample.id];
          return (
            <li key={sample.id} className={styles.sample}>
              <div>
                <h3 className={styles.title}>{title}</h3>
                <p className={note}>{description}</p>
              </div>
              <Button
                size="small"
                disabledFocusable={workbook.kind !== "ready" || opening !== undefined}
                aria-label={texts.home.openSample(title)}
                onClick={() => open(sample)}
              >
                {opening === sample.id ? texts.home.opening : texts.home.open}
              </Button>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
