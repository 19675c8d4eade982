import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from "@fluentui/react-components";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Link, LinkId } from "../../links/link.ts";
import type { Supply } from "../../links/source-reading.ts";
import { workbookSentence } from "../../locales/pane-texts.ts";
import type { Workbook } from "../../workbook/port.ts";
import { usePane, useTask } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { BusyBar } from "./busy-bar.tsx";
import { DoneView } from "./done-view.tsx";
import { InterruptedBar } from "./interrupted-bar.tsx";
import { LinkList } from "./link-list.tsx";
import { deskOf, type LinksDesk } from "./links-desk.ts";
import { NewLink } from "./new-link.tsx";
import { PlanView } from "./plan-view.tsx";
import { useLinksTexts, useLinkTask } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";
import { type Asked, SupplyView } from "./supply-view.tsx";
import { useAutomaticRefresh } from "./use-automatic-refresh.ts";

interface LinksRoomProps {
  readonly shown: boolean;
  /** Counts how often the ribbon has asked for all links to be refreshed. */
  readonly asked: number;
}

/** Ranges that are filled from a source, and refreshed by plan. */
export default function LinksRoom({ shown, asked }: LinksRoomProps) {
  const { workbook } = usePane();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const room = useLinksTexts();
  if (workbook.kind !== "ready") {
    return (
      <div className={styles.page}>
        <p className={note}>{room.needsWorkbook}</p>
      </div>
    );
  }
  return <Opened key={workbook.edition} workbook={workbook.workbook} edition={workbook.edition} shown={shown} asked={asked} />;
}

/** A change is followed by others: the rest of a paste, a recalculation. */
const settling = 600;

function Opened({ workbook, edition, shown, asked }: LinksRoomProps & { readonly workbook: Workbook; readonly edition: number }) {
  const desk = deskOf(workbook, edition);
  const snapshot = useSyncExternalStore(desk.subscribe, desk.now);
  const { opening, state, plans, done, busy } = snapshot;
  const { files, allowedOrigins, notify } = usePane();
  const run = useLinkTask();
  const styles = useRoomStyles();
  const room = useLinksTexts();
  const [creating, setCreating] = useState(false);
  const [asking, setAsking] = useState<Asked>();
  const supplied = useRef<ReadonlyMap<LinkId, Supply>>(new Map());
  /** Which link was last acted on: its entry takes the focus back. */
  const [left, setLeft] = useState<LinkId | "new">();
  useOpenDesk(desk);
  useFreshness(desk, workbook, shown, state.links);
  useAutomaticRefresh(desk);

  const plan = useCallback(
    (links: readonly Link[], supplies: ReadonlyMap<LinkId, Supply>) => {
      setAsking(undefined);
      supplied.current = supplies;
      if (links.length > 0) run(() => desk.plan(links, supplies, allowedOrigins));
    },
    [desk, run, allowedOrigins],
  );
  const refresh = (links: readonly Link[]) => {
    const [first] = links;
    if (links.length === 1 && first) setLeft(first.id);
    notify(undefined);
    run(async () => {
      const supplies = new Map<LinkId, Supply>();
      for (const link of links.filter(({ source }) => "file" in source)) {
        const file = await files.again(link.target);
        if (file) supplies.set(link.id, { file, allowedOrigins });
      }
      const missing = links.filter(({ id, source }) => ("file" in source || source.kind === "paste") && !supplies.has(id));
      if (missing.length > 0) setAsking({ links, missing, supplies });
      else plan(links, supplies);
    });
  };
  const write = () =>
    run(async () => {
      const before = new Map(desk.now().state.links.map(({ id, target }) => [id, target]));
      await desk.write();
      for (const { id, target } of desk.now().state.links) {
        const file = supplied.current.get(id)?.file;
        const former = before.get(id);
        if (file) await files.keep(target, file);
        if (former !== undefined && former !== target) await files.forget(former);
      }
    });
  const latestRefresh = useRef(refresh);
  latestRefresh.current = refresh;
  useEffect(() => {
    if (asked > 0 && opening.kind === "ready" && state.links.length > 0) latestRefresh.current(state.links);
    // The ribbon asks once; what links there are then counts.
  }, [asked, opening.kind]);

  if (opening.kind === "loading") return <Spinner size="extra-tiny" label={room.loading} className={styles.page} style={{ justifyContent: "flex-start" }} />;
  if (opening.kind === "refused") return <Refused desk={desk} />;
  const view = plans.length > 0 ? "plan" : done ? "done" : asking ? "asking" : creating ? "new" : "list";
  return (
    <div className={styles.page}>
      {busy && <BusyBar busy={busy} />}
      {!busy && <InterruptedBar desk={desk} snapshot={snapshot} />}
      {view === "plan" && <PlanView desk={desk} snapshot={snapshot} onWrite={write} />}
      {view === "done" && done && <DoneView workbook={workbook} done={done} onClose={desk.close} />}
      {view === "asking" && asking && <SupplyView asked={asking} onSupplied={plan} onCancel={() => setAsking(undefined)} />}
      {view === "new" && <NewLink desk={desk} shown={shown} onClose={() => { setCreating(false); setLeft("new"); }} />}
      {view === "list" && <LinkList desk={desk} snapshot={snapshot} shown={shown} left={left} onNew={() => setCreating(true)} onRefresh={refresh} />}
    </div>
  );
}

function useOpenDesk(desk: LinksDesk): void {
  const run = useTask();
  useEffect(() => run(desk.load), [desk, run]);
}

/** Looks again at the sources of this workbook once they may have changed. */
function useFreshness(desk: LinksDesk, workbook: Workbook, shown: boolean, links: readonly Link[]): void {
  const run = useLinkTask();
  const latest = useRef(run);
  latest.current = run;
  const known = links.map(({ id, target, last }) => `${id} ${target} ${last?.fingerprint ?? ""}`).join();
  useEffect(() => {
    if (known === "") return undefined;
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () =>
      latest.current(async () => {
        try {
          await desk.look(controller.signal);
        } catch (error) {
          if (!controller.signal.aborted) throw error;
        }
      });
    look();
    const unsubscribe = workbook.onChanged(() => {
      clearTimeout(timer);
      timer = setTimeout(look, settling);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
      controller.abort();
    };
  }, [desk, workbook, shown, known]);
}

/** Links that this program cannot read are told of, and never written over. */
function Refused({ desk }: { readonly desk: LinksDesk }) {
  const { texts } = usePane();
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const run = useTask();
  const { opening } = desk.now();
  if (opening.kind !== "refused") return null;
  return (
    <div className={styles.page}>
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody className={styles.sentence}>{workbookSentence(opening.issue, texts)}</MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => run(desk.load)}>
            {room.again}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
