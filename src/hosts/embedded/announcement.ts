import { pageTexts } from "../../locales/page-texts.ts";
import { locales } from "../../locales/locale.ts";
import { type Language, sentenceOf } from "../../locales/texts.ts";
import { a1 } from "../../workbook/address.ts";
import { contentOf, fillingFormula } from "../../workbook/embedded/cell-content.ts";
import type { CellIssues } from "../../workbook/embedded/cell-issues.ts";
import type { Engine } from "../../workbook/embedded/engine.ts";

/** What is said of the active cell: the grid is drawn on a canvas and says nothing by itself. */
export interface Announcement {
  readonly address: string;
  /** Address, value and formula. */
  readonly cell: string;
  /** Why the cell shows an error; empty where it shows none. */
  readonly reason: string;
}

export function announcement(engine: Engine, issues: CellIssues, language: Language): Announcement {
  const texts = pageTexts[language];
  const sheet = engine.book.getActiveSheet();
  const { startRow, startColumn } = engine.selections()[0] ?? { startRow: 0, startColumn: 0 };
  const place = { row: startRow || 0, column: startColumn || 0 };
  const address = a1({ ...place, rows: 1, columns: 1 });
  const content = contentOf(engine, sheet, { ...place, rows: 1, columns: 1 })[0]?.[0];
  const shown = sheet.getCell(place.row, place.column)?.v ?? content?.value;
  const words = [address, shown === null || shown === undefined || shown === "" ? texts.blank : String(shown)];
  if (content?.formula) words.push(texts.formula(content.formula));
  return { address, cell: words.join(language === "zh-CN" ? "，" : ", "), reason: reason() };

  function reason(): string {
    const value = content?.value;
    if (typeof value !== "string" || !value.startsWith("#")) return "";
    const filling = fillingFormula(engine, sheet, place.row, place.column);
    if (!filling) return "";
    const issue = issues.of({ sheetId: sheet.getSheetId(), ...filling }, place, value);
    if (issue === "fault") return texts.fault;
    return issue ? sentenceOf(issue, locales[language].sentences) : (texts.errors[value] ?? "");
  }
}
