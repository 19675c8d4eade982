import { sentences } from "../../locales/en-us/sentences.ts";
import { withShortCodes } from "../../locales/short-code.ts";
import type { PaneHost } from "../../pane/pane-host.ts";
import { ExcelWorkbook } from "../../workbook/excel/excel-workbook.ts";
import { recalculated, reenteredFormulas } from "../../workbook/excel/recalculation.ts";
import { type Workbook, WorkbookRefusal } from "../../workbook/port.ts";
import { autoloading } from "./autoload.ts";
import { mendedFormula } from "./formula-repair.ts";
import { officeTheme } from "./office-theme.ts";
import { rememberLanguage, startingLanguage } from "./pane-language.ts";
import { RibbonRequest } from "./ribbon-request.ts";
import type { Spoken } from "./spoken.ts";

/** What the pane needs of Excel, as far as Excel gives it. Where there is no Excel around the page, it opens all the same and says so. */
export async function excelPane(): Promise<Omit<PaneHost, "files" | "allowedOrigins">> {
  const inExcel = typeof Office !== "undefined" && (await Office.onReady()).host === Office.HostType.Excel;
  const refreshAll = new RibbonRequest();
  if (inExcel) {
    Office.actions.associate("repairFormulas", (event: Office.AddinCommands.Event) => void repairFormulas(event));
    Office.actions.associate("refreshLinks", (event: Office.AddinCommands.Event) => void showPane(event, refreshAll));
  }
  const language = startingLanguage(inExcel ? Office.context.displayLanguage : navigator.language);
  speak({ sentences: language });
  const workbook = inExcel ? Promise.resolve(openWorkbook()) : Promise.reject<Workbook>(new WorkbookRefusal({ code: "host-missing" }));
  // The pane shows it, but only once it stands; until then the browser would report it as nobody's.
  workbook.catch(() => undefined);
  return {
    workbook,
    language,
    onLanguage(chosen) {
      rememberLanguage(chosen);
      speak({ sentences: chosen });
    },
    onResultLanguage: (chosen) => speak({ results: chosen }),
    onRefreshAll: (listener) => refreshAll.follow(listener),
    ...officeTheme,
  };
}

function openWorkbook(): Workbook {
  return autoloading(new ExcelWorkbook(), () => Office.addin.setStartupBehavior(Office.StartupBehavior.load));
}

// The build writes codes short in functions.js.
const english = withShortCodes(sentences);

/** Tells the functions what to speak, and has cells calculated again that would now read differently. */
function speak(spoken: Partial<Spoken>): void {
  const differs = globalThis.headroomSpeak?.(spoken, english) ?? false;
  if (differs) void recalculated();
}

/** The ribbon's command. Excel waits for its end, whatever came of it; there is no place to show a sentence. */
async function repairFormulas(event: Office.AddinCommands.Event): Promise<void> {
  try {
    await reenteredFormulas(mendedFormula);
  } catch (error) {
    if (!(error instanceof WorkbookRefusal)) throw error;
    console.warn("Headroom entered no formula again.", error);
  } finally {
    event.completed();
  }
}

/** The ribbon's command to refresh: shows the pane, where the plan is. */
async function showPane(event: Office.AddinCommands.Event, request: RibbonRequest): Promise<void> {
  try {
    request.make();
    await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
}
