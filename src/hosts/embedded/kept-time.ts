import type { Language } from "../../locales/texts.ts";

/** When a workbook was kept: the time of a moment of today, else its day too. */
export function timeText(moment: number, language: Language): string {
  const date = new Date(moment);
  const today = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(language, { hour: "2-digit", minute: "2-digit", hour12: false, ...(!today && { year: "numeric", month: "long", day: "numeric" }) });
}
