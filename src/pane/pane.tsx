import { FluentProvider, makeStyles, MessageBar, MessageBarBody, type SelectTabEventHandler, Spinner, Tab, TabList, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { paneTexts, workbookSentence } from "../locales/pane-texts.ts";
import type { Language } from "../locales/texts.ts";
import { type Workbook, WorkbookRefusal } from "../workbook/port.ts";
import { CrashBoundary } from "./crash-boundary.tsx";
import { FunctionsRoom } from "./functions/functions-room.tsx";
import { HomeRoom } from "./home/home-room.tsx";
import { type Notice, PaneContext, type PaneState, refusalNotice, usePane, type WorkbookState } from "./pane-context.ts";
import type { PaneHost } from "./pane-host.ts";
import { type Room, rooms } from "./room.ts";
import { defaultSettings, loadSettings, saveSettings, type Settings } from "./settings.ts";
import { useSavedLinks } from "./saved-links.ts";
import { StatusLine } from "./status-line.tsx";
import { themes } from "./theme.ts";

// Opened with its first visit, so that the pane starts as fast as without it.
const ImpairmentRoom = lazy(() => import("./impairment/impairment-room.tsx"));
const LinksRoom = lazy(() => import(/* webpackChunkName: "links" */ "./links/links-room.tsx"));
const CheckRoom = lazy(() => import(/* webpackChunkName: "check" */ "./check/check-room.tsx"));

const useStyles = makeStyles({
  provider: { height: "100%", minWidth: 0 },
  pane: {
    height: "100%",
    minHeight: 0,
    display: "flex",
    flexDirection: "column",
    fontVariantNumeric: "tabular-nums",
    // The system's own colour, said so that whoever measures contrast does not measure the theme's.
    "@media (forced-colors: active)": { "& .fui-Link": { color: "LinkText" } },
  },
  // Heard, not seen: the host shows the name of the add-in above its pane.
  title: { position: "absolute", width: "1px", height: "1px", margin: 0, overflow: "hidden", clipPath: "inset(50%)" },
  tabs: { flexShrink: 0, flexWrap: "wrap", paddingInline: "4px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  room: { flexGrow: 1, minHeight: 0, overflowY: "auto", overflowX: "hidden", overflowWrap: "anywhere", outline: "none" },
  failed: { flexShrink: 0, borderRadius: 0, borderLeftWidth: 0, borderRightWidth: 0 },
  sentence: { whiteSpace: "normal", lineHeight: tokens.lineHeightBase300 },
  loading: { flexShrink: 0, justifyContent: "flex-start", padding: "8px 16px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

export function Pane({ host, edition }: { readonly host: PaneHost; readonly edition: number }) {
  const [language, setLanguage] = useState<Language>(host.language);
  const current = useRef(language);
  current.current = language;
  const choose = useCallback(
    (chosen: Language) => {
      setLanguage(chosen);
      host.onLanguage(chosen);
    },
    [host],
  );
  return (
    <CrashBoundary language={() => current.current} theme={() => host.theme()}>
      <Rooms host={host} edition={edition} language={language} setLanguage={choose} />
    </CrashBoundary>
  );
}

interface RoomsProps extends Pick<PaneState, "language" | "setLanguage"> {
  readonly host: PaneHost;
  readonly edition: number;
}

function Rooms({ host, edition, language, setLanguage }: RoomsProps) {
  const styles = useStyles();
  const texts = paneTexts[language];
  const theme = useSyncExternalStore(
    useCallback((listener: () => void) => host.onTheme(listener), [host]),
    () => host.theme(),
  );
  const [room, setRoom] = useState<Room>("home");
  const [notice, notify] = useState<Notice>();
  const { workbook, settings, setSettings } = useWorkbook(host, edition, notify);
  const [visited, setVisited] = useState<readonly Room[]>(["home", "functions"]);
  const open = useCallback((entered: Room) => setVisited((known) => (known.includes(entered) ? known : [...known, entered])), []);
  const enter = useCallback(
    (entered: Room) => {
      setRoom(entered);
      open(entered);
    },
    [open],
  );
  const select: SelectTabEventHandler = (_, { value }) => enter(rooms.find((each) => each === value) ?? "home");
  // Links that refresh by themselves do so whether their room is shown or not.
  useSavedLinks(workbook, useCallback(() => open("links"), [open]));
  const [asked, setAsked] = useState(0);
  useEffect(
    () =>
      host.onRefreshAll?.(() => {
        enter("links");
        setAsked((count) => count + 1);
      }),
    [host, enter],
  );
  const state = useMemo<PaneState>(
    () => ({ language, setLanguage, workbook, settings, setSettings, notify, enter, files: host.files, allowedOrigins: host.allowedOrigins }),
    [language, setLanguage, workbook, settings, setSettings, enter, host],
  );
  return (
    <FluentProvider theme={themes[theme]} className={styles.provider}>
      <PaneContext.Provider value={state}>
        <div className={styles.pane} lang={language}>
          <h1 className={styles.title}>Headroom</h1>
          <TabList className={styles.tabs} selectedValue={room} onTabSelect={select} aria-label={texts.rooms.label} selectTabOnFocus>
            {rooms.map((each) => (
              <Tab key={each} value={each} id={`headroom-tab-${each}`} aria-controls={`headroom-room-${each}`}>
                {texts.rooms[each]}
              </Tab>
            ))}
          </TabList>
          {workbook.kind === "loading" && <Spinner size="extra-tiny" className={styles.loading} label={texts.status.loading} />}
          {workbook.kind === "failed" && (
            <MessageBar intent="error" layout="multiline" role="alert" className={styles.failed}>
              <MessageBarBody className={styles.sentence}>{workbookSentence(workbook.issue, texts)}</MessageBarBody>
            </MessageBar>
          )}
          {rooms.map((each) => (
            <section
              key={each}
              role="tabpanel"
              id={`headroom-room-${each}`}
              aria-labelledby={`headroom-tab-${each}`}
              hidden={room !== each}
              className={styles.room}
              tabIndex={-1}
            >
              <RoomContent room={each} shown={room === each} visited={visited.includes(each)} linked={visited.includes("links")} asked={asked} />
            </section>
          ))}
          <StatusLine notice={notice} onDismissed={() => document.getElementById(`headroom-room-${room}`)?.focus()} />
        </div>
      </PaneContext.Provider>
    </FluentProvider>
  );
}

interface RoomContentProps {
  readonly room: Room;
  readonly shown: boolean;
  readonly visited: boolean;
  /** Whether the workbook is known to have links. */
  readonly linked: boolean;
  readonly asked: number;
}

function RoomContent({ room, shown, visited, linked, asked }: RoomContentProps) {
  const { texts } = usePane();
  if (room === "home") return <HomeRoom shown={shown} linked={linked} />;
  if (room === "functions") return <FunctionsRoom />;
  if (!visited) return null;
  return (
    <Suspense fallback={<Spinner size="extra-tiny" label={texts.status.loading} />}>
      {room === "impairment" && <ImpairmentRoom shown={shown} />}
      {room === "links" && <LinksRoom shown={shown} asked={asked} />}
      {room === "check" && <CheckRoom shown={shown} />}
    </Suspense>
  );
}

/** The workbook once it is there, and what it remembers. */
function useWorkbook(host: PaneHost, edition: number, notify: PaneState["notify"]) {
  const [workbook, setWorkbook] = useState<WorkbookState>({ kind: "loading" });
  const [settings, setKnown] = useState<Settings>(defaultSettings);
  const [, crash] = useState<never>();
  useEffect(() => {
    let left = false;
    // What was said and can be undone is of the workbook that was open before.
    notify(undefined);
    const start = async () => {
      let ready: Workbook | undefined;
      try {
        ready = await host.workbook.catch((error: unknown) => {
          throw error instanceof WorkbookRefusal ? error : new WorkbookRefusal({ code: "host-failed", detail: String(error) });
        });
        if (left) return;
        setWorkbook({ kind: "ready", workbook: ready, edition });
        const saved = await loadSettings(ready);
        if (left) return;
        setKnown(saved);
        host.onResultLanguage(saved.resultLanguage);
      } catch (error) {
        if (left) return;
        if (!(error instanceof WorkbookRefusal)) {
          crash(() => {
            throw error;
          });
          return;
        }
        if (ready) notify(refusalNotice(error.issue));
        else setWorkbook({ kind: "failed", issue: error.issue });
      }
    };
    void start();
    return () => {
      left = true;
    };
  }, [host, edition, notify]);
  const setSettings = useCallback(
    async (wanted: Settings) => {
      if (workbook.kind !== "ready") return;
      await saveSettings(workbook.workbook, wanted);
      setKnown(wanted);
      host.onResultLanguage(wanted.resultLanguage);
    },
    [host, workbook],
  );
  return { workbook, settings, setSettings };
}
