import { Button, FluentProvider, Input, makeStyles, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger, mergeClasses, Spinner, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { createRoot } from "react-dom/client";
import { type FileTexts, fileTexts } from "../../locales/file-texts.ts";
import type { Language } from "../../locales/texts.ts";
import { systemTheme } from "../../pane/system-theme.ts";
import { themes } from "../../pane/theme.ts";
import { FileMessages } from "./file-messages.tsx";
import type { FileState } from "./file-state.ts";
import { timeText } from "./kept-time.ts";
import { LossDialog } from "./loss-dialog.tsx";
import type { WorkbookFile } from "./workbook-file.ts";

const useStyles = makeStyles({
  provider: { backgroundColor: "transparent" },
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px", minWidth: 0 },
  buttons: { display: "flex", flexWrap: "nowrap", gap: "4px" },
  button: { minWidth: "auto", whiteSpace: "nowrap" },
  name: { flex: "1 1 96px", minWidth: "96px", maxWidth: "240px" },
  state: { flex: "1 1 auto", minWidth: 0, color: tokens.colorNeutralForeground2 },
  unsaved: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

interface FileBarProps {
  readonly file: WorkbookFile;
  readonly language: Language;
  /** Where offers and messages stand, below the bar. */
  readonly messages: HTMLElement;
}

/** New, open, save, the workbook's name, and whether anything could be lost. */
export function FileBar({ file, language, messages }: FileBarProps) {
  const state = useSyncExternalStore(file.subscribe, () => file.state);
  const styles = useStyles();
  const texts = fileTexts[language];
  const theme = useTheme();
  const idle = state.ready && state.doing === undefined;
  useShortcuts(file);
  useGuard(file);
  return (
    <FluentProvider theme={theme} className={styles.provider}>
      <div role="group" aria-label={texts.bar} className={styles.bar}>
        <div className={styles.buttons}>
          <Button size="small" appearance="subtle" className={styles.button} disabledFocusable={!idle} onClick={() => void file.startNew()}>
            {texts.new}
          </Button>
          <Button size="small" appearance="subtle" className={styles.button} disabledFocusable={!idle} onClick={() => void file.openFile()}>
            {texts.open}
          </Button>
          <Button
            size="small"
            appearance={state.unsaved ? "primary" : "secondary"}
            className={styles.button}
            disabledFocusable={!idle}
            aria-keyshortcuts="Control+S Meta+S"
            onClick={() => void file.save("same")}
          >
            {texts.save}
          </Button>
          <Menu positioning="below-end">
            <MenuTrigger disableButtonEnhancement>
              <MenuButton size="small" appearance="subtle" className={styles.button} disabledFocusable={!idle} aria-label={texts.more} />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                <MenuItem onClick={() => void file.save("copy")}>{texts.saveCopy}</MenuItem>
                <MenuItem onClick={() => void file.save("values")}>{texts.saveValues}</MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
        </div>
        <NameField key={state.name} name={state.name} texts={texts} onRename={(name) => file.rename(name)} />
        <Text size={200} className={styles.state} role="status">
          {state.doing && <Spinner size="extra-tiny" labelPosition="after" label={state.doing === "saving" ? texts.saving : texts.opening(state.doing.opening)} />}
          {!state.doing && <span className={mergeClasses(state.unsaved && styles.unsaved)}>{stateText(state, texts, language)}</span>}
        </Text>
      </div>
      {createPortal(
        <FluentProvider theme={theme} className={styles.provider}>
          <FileMessages file={file} state={state} texts={texts} language={language} />
          <LossDialog file={file} state={state} texts={texts} />
        </FluentProvider>,
        messages,
      )}
    </FluentProvider>
  );
}

/** Whether a file, this machine or nothing holds the workbook. */
function stateText({ ready, unsaved, inFile, keptAt, cannotKeep }: FileState, texts: FileTexts, language: Language): string {
  if (!ready) return "";
  const inAFile = unsaved ? [texts.unsaved] : inFile ? [texts.saved] : [];
  const here = cannotKeep ? [texts.cannotKeep] : keptAt !== undefined && unsaved ? [texts.kept(timeText(keptAt, language))] : [];
  return [...inAFile, ...here].join(language === "zh-CN" ? "，" : ", ");
}

function NameField({ name, texts, onRename }: { readonly name: string; readonly texts: FileTexts; readonly onRename: (name: string) => void }) {
  const [typed, setTyped] = useState(name);
  const styles = useStyles();
  return (
    <Input
      size="small"
      appearance="underline"
      className={styles.name}
      aria-label={texts.name}
      placeholder={texts.untitled}
      maxLength={120}
      value={typed}
      onChange={(_, { value }) => setTyped(value)}
      onBlur={() => onRename(typed.trim())}
      onKeyDown={({ key, currentTarget }) => {
        if (key === "Escape") setTyped(name);
        if (key === "Enter") currentTarget.blur();
      }}
    />
  );
}

function useTheme() {
  return themes[useSyncExternalStore(systemTheme.onTheme, systemTheme.theme)];
}

/** Ctrl+S and Ctrl+O, also while the grid has the keyboard. */
function useShortcuts(file: WorkbookFile): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const act = { s: () => file.save("same"), o: () => file.openFile() }[event.key.toLowerCase()];
      if (!act || !file.state.ready) return;
      event.preventDefault();
      event.stopPropagation();
      void act();
    };
    addEventListener("keydown", pressed, { capture: true });
    return () => removeEventListener("keydown", pressed, { capture: true });
  }, [file]);
}

/** Asks before the page is left with what no file holds, and keeps it whatever the answer is. */
function useGuard(file: WorkbookFile): void {
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      file.leave();
      if (file.state.unsaved) event.preventDefault();
    };
    const gone = () => file.leave();
    const hidden = () => void (document.visibilityState === "hidden" && file.flush());
    addEventListener("beforeunload", leaving);
    addEventListener("pagehide", gone);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      removeEventListener("beforeunload", leaving);
      removeEventListener("pagehide", gone);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, [file]);
}

/** Puts the bar into its place on the page. */
export function mountFileBar(container: HTMLElement, messages: HTMLElement, file: WorkbookFile, language: Language): { setLanguage(language: Language): void } {
  const root = createRoot(container);
  const setLanguage = (chosen: Language) => root.render(<FileBar file={file} language={chosen} messages={messages} />);
  setLanguage(language);
  return { setLanguage };
}
