import type { Language } from "../locales/texts.ts";
import type { Workbook } from "../workbook/port.ts";

/** What a workbook remembers for everyone who opens it. */
export interface Settings {
  /** The language of headers and words in results: never the host's, or opening a file elsewhere would change its values. */
  readonly resultLanguage: Language;
}

export const defaultSettings: Settings = { resultLanguage: "zh-CN" };

const key = "settings";

/** What was saved, read with distrust: a file may come from anywhere. */
export function settingsOf(saved: unknown): Settings {
  if (typeof saved !== "object" || saved === null || !("resultLanguage" in saved)) return defaultSettings;
  return { resultLanguage: saved.resultLanguage === "en-US" ? "en-US" : "zh-CN" };
}

export async function loadSettings(workbook: Workbook): Promise<Settings> {
  return settingsOf(await workbook.loadState(key));
}

export async function saveSettings(workbook: Workbook, settings: Settings): Promise<void> {
  await workbook.saveState(key, settings);
}
