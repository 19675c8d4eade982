import { Button } from "@fluentui/react-components";
import { useEffect, useSyncExternalStore } from "react";
import type { Workbook } from "../../workbook/port.ts";
import { Part } from "../heading.tsx";
import { deskOf } from "../links/links-desk.ts";
import { useLinksTexts } from "../links/room-tools.ts";
import { useRoomStyles } from "../links/room-styles.ts";
import { numberText } from "../number-format.ts";
import { usePane, useTask } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";

const due = new Set(["stale", "source-gone", "target-gone", "aged"]);

/** Which links no longer say what their sources say, and whether a refresh was cut off. */
export default function LinkOverview() {
  const { workbook } = usePane();
  return workbook.kind === "ready" ? <Known key={workbook.edition} workbook={workbook.workbook} edition={workbook.edition} /> : null;
}

function Known({ workbook, edition }: { readonly workbook: Workbook; readonly edition: number }) {
  const { enter } = usePane();
  const room = useLinksTexts();
  const run = useTask();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const desk = deskOf(workbook, edition);
  const { state, freshness, interrupted } = useSyncExternalStore(desk.subscribe, desk.now);
  useEffect(() => run(desk.load), [desk, run]);
  if (state.links.length === 0 && !interrupted) return null;
  const stale = state.links.filter(({ id }) => due.has(freshness.get(id) ?? "fresh"));
  return (
    <Part title={room.home.title}>
      <p className={note}>{room.home.all(numberText(state.links.length))}</p>
      {stale.length > 0 && <p className={styles.warning} style={{ margin: 0 }}>{room.home.stale(stale.map(({ name }) => name).join(", "))}</p>}
      {interrupted && <p className={styles.warning} style={{ margin: 0 }}>{room.home.interrupted}</p>}
      <Button size="small" className={styles.start} onClick={() => enter("links")}>
        {room.home.open}
      </Button>
    </Part>
  );
}
