import "./page.css";
import { fileTexts } from "../../locales/file-texts.ts";
import { pageTexts } from "../../locales/page-texts.ts";
import type { Language } from "../../locales/texts.ts";
import { mountPane } from "../../pane/mount.tsx";
import { systemTheme } from "../../pane/system-theme.ts";
import { type Workbook, WorkbookRefusal } from "../../workbook/port.ts";
import { allowedOrigins, BrowserSourceFiles } from "../source-files.ts";
import { mountFileBar } from "./file-bar.tsx";
import { BrowserFilePlace } from "./file-place.ts";
import { keepFocusOutside, moveBetween, regionsOf } from "./focus.ts";
import type { Grid } from "./grid.ts";
import { BrowserKeptWorkbooks } from "./kept-workbook.ts";
import { Layout } from "./layout.ts";
import { remember, remembered } from "./memory.ts";
import { WorkbookFile } from "./workbook-file.ts";

const part = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
};

let language: Language = (remembered("language") ?? navigator.language).startsWith("zh") ? "zh-CN" : "en-US";
let failed = false;
const dark = () => matchMedia("(prefers-color-scheme: dark)").matches;
const layout = new Layout(part("divider"), part("views"));
moveBetween(regionsOf(part("grid"), part("pane"), part("bar")), layout);

const file = new WorkbookFile(new BrowserKeptWorkbooks(), new BrowserFilePlace(), () => fileTexts[language]);
const fileBar = mountFileBar(part("file"), part("messages"), file, language);

const grid: Promise<Grid> = loadGrid();
keepFocusOutside(part("grid"), grid);
const pane = mountPane(part("pane"), {
  workbook: grid.then(({ workbook }): Workbook => workbook),
  language,
  onLanguage(chosen) {
    language = chosen;
    remember("language", chosen);
    nameParts();
    fileBar.setLanguage(chosen);
    void grid.then((opened) => opened.setLanguage(chosen));
  },
  onResultLanguage(chosen) {
    void grid.then((opened) => opened.setResultLanguage(chosen));
  },
  files: new BrowserSourceFiles(),
  allowedOrigins: allowedOrigins(),
  ...systemTheme,
});
nameParts();
systemTheme.onTheme(() => void grid.then(({ engine }) => engine.setDark(dark())));

async function loadGrid(): Promise<Grid> {
  showLoading();
  try {
    const [{ openGrid }, data] = await Promise.all([import(/* webpackChunkName: "grid" */ "./grid.ts"), file.begin()]);
    const opened = await openGrid({
      container: part("grid"),
      language,
      dark: dark(),
      data,
      shown: () => layout.show("grid"),
      announce({ cell, reason }) {
        const said = reason ? [spoken("cell", `${cell} `), spoken("reason", reason)] : [spoken("cell", cell)];
        // The same words put anew would be spoken anew.
        if (part("said").textContent !== said.map((words) => words.textContent).join("")) part("said").replaceChildren(...said);
      },
    });
    part("loading").replaceChildren();
    file.attach({
      ...opened,
      open(other) {
        opened.open(other);
        pane.workbookReplaced();
      },
    });
    return opened;
  } catch (error) {
    console.error(error);
    showFailure();
    throw new WorkbookRefusal({ code: "host-failed", detail: error instanceof Error ? error.name : String(error) });
  }
}

function nameParts(): void {
  const texts = pageTexts[language];
  document.documentElement.lang = language;
  document.title = texts.title;
  layout.name(texts);
  if (part("loading").hasChildNodes() && !failed) showLoading();
}

function showLoading(): void {
  const { loading, loadingHint } = pageTexts[language];
  part("loading").replaceChildren(paragraph(loading), paragraph(loadingHint));
}

function showFailure(): void {
  failed = true;
  const texts = pageTexts[language];
  const retry = document.createElement("button");
  retry.type = "button";
  retry.textContent = texts.retry;
  retry.addEventListener("click", () => location.reload());
  part("loading").replaceChildren(paragraph(texts.failed), paragraph(texts.failedHint), retry);
}

function spoken(kind: "cell" | "reason", text: string): HTMLSpanElement {
  const element = document.createElement("span");
  element.className = kind;
  element.textContent = text;
  return element;
}

function paragraph(text: string): HTMLParagraphElement {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}
