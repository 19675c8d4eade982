import { Button, Checkbox, mergeClasses } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { Link, LinkId } from "../../links/link.ts";
import { Part } from "../heading.tsx";
import { numberText } from "../number-format.ts";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { HistoryList } from "./history-list.tsx";
import type { DeskSnapshot, LinksDesk } from "./links-desk.ts";
import { RemoveDialog } from "./remove-dialog.tsx";
import { useLinksTexts, useLinkTask, useTimeText } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";
import { useSourceText } from "./source-text.ts";
import { WatchList } from "./watch-list.tsx";

interface LinkListProps {
  readonly desk: LinksDesk;
  readonly snapshot: DeskSnapshot;
  readonly shown: boolean;
  /** What was acted on last: it takes the focus back. */
  readonly left: LinkId | "new" | undefined;
  readonly onNew: () => void;
  readonly onRefresh: (links: readonly Link[]) => void;
}

/** The links of the workbook, what is known of each, and what was done last. */
export function LinkList({ desk, snapshot, shown, left, onNew, onRefresh }: LinkListProps) {
  const { state, busy } = snapshot;
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const [removing, setRemoving] = useState<Link>();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (left !== undefined) (list.current?.querySelector<HTMLElement>(`[data-link="${left}"]`) ?? heading.current)?.focus();
  }, []);
  return (
    <div ref={list} className={styles.form} style={{ rowGap: 20 }}>
      <Part title={room.list.title} headingRef={heading}>
        {state.links.length === 0 && <p className={note}>{room.list.empty}</p>}
        <div className={styles.row}>
          <Button size="small" appearance={state.links.length === 0 ? "primary" : "secondary"} data-link="new" disabledFocusable={busy !== undefined} onClick={onNew}>
            {room.list.new}
          </Button>
          {state.links.length > 1 && (
            <Button size="small" disabledFocusable={busy !== undefined} onClick={() => onRefresh(state.links)}>
              {room.list.refreshAll}
            </Button>
          )}
        </div>
        <ul className={styles.list}>
          {state.links.map((link) => (
            <LinkEntry key={link.id} desk={desk} snapshot={snapshot} link={link} onRefresh={() => onRefresh([link])} onRemove={() => setRemoving(link)} />
          ))}
        </ul>
      </Part>
      {state.links.length > 0 && <WatchList desk={desk} snapshot={snapshot} shown={shown} />}
      {state.history.length > 0 && <HistoryList history={state.history} />}
      {removing && <RemoveDialog desk={desk} link={removing} onClose={() => setRemoving(undefined)} onRemoved={() => requestAnimationFrame(() => heading.current?.focus())} />}
    </div>
  );
}

interface LinkEntryProps {
  readonly desk: LinksDesk;
  readonly snapshot: DeskSnapshot;
  readonly link: Link;
  readonly onRefresh: () => void;
  readonly onRemove: () => void;
}

function LinkEntry({ desk, snapshot: { freshness, busy }, link, onRefresh, onRemove }: LinkEntryProps) {
  const { notify } = usePane();
  const room = useLinksTexts();
  const run = useLinkTask();
  const time = useTimeText();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const source = useSourceText(desk.workbook, link.source);
  const known = freshness.get(link.id);
  const said = known ? room.freshness[known] : "";
  const inWorkbook = link.source.kind === "range" || link.source.kind === "named";
  const goTo = () =>
    run(async () => {
      const [target] = await desk.workbook.pinned([link.target]);
      if (target) await desk.workbook.select(target);
      else notify({ intent: "error", sentence: () => room.freshness["target-gone"] });
    });
  return (
    <li className={styles.item}>
      <h3 className={styles.name}>{link.name}</h3>
      <p className={note}>{source}</p>
      {link.last && <p className={note}>{`${room.list.rows(numberText(link.last.rows))} · ${room.list.refreshedAt(time(link.last.at))}`}</p>}
      {said !== "" && <p className={mergeClasses(note, known !== "fresh" && styles.warning)}>{said}</p>}
      <div className={styles.row}>
        <Button size="small" appearance="primary" data-link={link.id} disabledFocusable={busy !== undefined} aria-label={room.list.refreshOf(link.name)} onClick={onRefresh}>
          {room.list.refresh}
        </Button>
        <Button size="small" aria-label={room.list.goToOf(link.name)} onClick={goTo}>
          {room.list.goTo}
        </Button>
        <Button size="small" appearance="subtle" disabledFocusable={busy !== undefined} aria-label={room.list.deleteOf(link.name)} onClick={onRemove}>
          {room.list.delete}
        </Button>
      </div>
      {inWorkbook && (
        <Checkbox
          label={room.list.automatic}
          aria-label={room.list.automaticOf(link.name)}
          checked={link.automatic}
          disabled={busy !== undefined}
          onChange={(_, { checked }) => run(() => desk.setAutomatic(link, checked === true))}
        />
      )}
    </li>
  );
}
