import type { Language } from "../../locales/texts.ts";

const key = "headroom-language";

/** The language a person chose on this machine, else that of Excel's own menus. */
export function startingLanguage(excelLanguage: string): Language {
  return (chosenLanguage() ?? excelLanguage).startsWith("zh") ? "zh-CN" : "en-US";
}

function chosenLanguage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Excel on the web may keep add-ins from storing anything.
    return null;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Then the choice holds until the pane is closed.
  }
}
