import "./taskpane.css";
import type { Language } from "../../locales/texts.ts";
import { mountPane } from "../../pane/mount.tsx";
import { allowedOrigins, BrowserSourceFiles } from "../source-files.ts";
import { excelPane } from "./excel-pane.ts";

const container = document.getElementById("pane");
if (!container) throw new Error("the page has no #pane");

const nameLanguage = (language: Language) => (document.documentElement.lang = language);
const host = await excelPane();
nameLanguage(host.language);
mountPane(container, {
  ...host,
  files: new BrowserSourceFiles(),
  allowedOrigins: allowedOrigins(),
  onLanguage(chosen) {
    nameLanguage(chosen);
    host.onLanguage(chosen);
  },
});
