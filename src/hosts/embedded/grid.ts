import type { Language } from "../../locales/texts.ts";
import { CellIssues } from "../../workbook/embedded/cell-issues.ts";
import { EmbeddedWorkbook } from "../../workbook/embedded/embedded-workbook.ts";
import { Engine, type IWorkbookData, SetWorksheetActiveOperation } from "../../workbook/embedded/engine.ts";
import { viewPlugins, viewTexts } from "../../workbook/embedded/engine-view.ts";
import { mendTinyNumbers } from "../../workbook/embedded/tiny-number.ts";
import { engineFunction } from "../../workbook/embedded/worksheet-function.ts";
import { type Announcement, announcement } from "./announcement.ts";
import { boundFunctions, functionHelp, functionPack } from "./functions.ts";
import { leaveSheetsBeforeTheirEnd } from "./sheet-removal.ts";
import { keepSuggestionsFresh } from "./suggestions.ts";

export interface GridSetup {
  readonly container: HTMLElement;
  readonly language: Language;
  readonly dark: boolean;
  /** The workbook to begin with. */
  readonly data: Partial<IWorkbookData>;
  /** The pane has led to cells: the grid comes to the front where only one of both is seen. */
  shown(): void;
  /** What is to be said of the active cell, whenever it is another one or says something else. */
  announce(said: Announcement): void;
}

/** The grid with its workbook: the part of the page that is loaded last. */
export interface Grid {
  readonly engine: Engine;
  readonly workbook: EmbeddedWorkbook;
  setLanguage(language: Language): Promise<void>;
  setResultLanguage(language: Language): void;
  /** Opens another workbook in place of this one. */
  open(data: Partial<IWorkbookData>): void;
  /** The id of the sheet that is shown. */
  shownSheet(): string;
  showSheet(id: string): void;
}

export async function openGrid({ container, data, dark, announce, shown, ...setup }: GridSetup): Promise<Grid> {
  let { language } = setup;
  let resultLanguage: Language = "zh-CN";
  const issues = new CellIssues();
  const functions = boundFunctions({
    resultLanguage: () => resultLanguage,
    issues,
    onFault: (error, name) => console.error(`${name} failed`, error),
  }).map(engineFunction);
  const texts = async (of: Language) => ({ ...(await viewTexts(of)), ...functionPack(of) });
  const engine = new Engine({ plugins: viewPlugins({ container, functions, help: functionHelp() }), language, texts: await texts(language), dark });

  issues.follow(engine);
  let due = 0;
  const say = () => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(() => announce(announcement(engine, issues, language)));
  };
  engine.onCommand((id) => {
    if (/^(sheet\.(mutation|operation\.set-(selections|worksheet-active))|formula\.mutation)/.test(id)) say();
  });
  const open = (opened: Partial<IWorkbookData>) => {
    issues.clear();
    engine.open(opened);
    say();
  };
  open(data);
  await engine.drawn();
  mendTinyNumbers(engine);
  keepSuggestionsFresh(engine, container);
  leaveSheetsBeforeTheirEnd(engine);

  return {
    engine,
    workbook: new EmbeddedWorkbook(engine, shown),
    async setLanguage(chosen) {
      language = chosen;
      engine.setLanguage(chosen, await texts(chosen));
      say();
    },
    setResultLanguage(chosen) {
      if (chosen === resultLanguage) return;
      resultLanguage = chosen;
      engine.recalculate();
    },
    open,
    shownSheet: () => engine.book.getActiveSheet().getSheetId(),
    showSheet: (id) => engine.run(SetWorksheetActiveOperation.id, { unitId: engine.unitId, subUnitId: id }),
  };
}
