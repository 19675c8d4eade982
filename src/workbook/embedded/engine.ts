import {
  CommandType, EDITOR_ACTIVATED, ICommandService, IContextService, type ICellData, type DependencyIdentifier, type IDisposable, type IExecutionOptions,
  type ILanguagePack, type IMutation, type IMutationInfo, type IRange, IResourceLoaderService, IUndoRedoService, IUniverInstanceService, type IWorkbookData, LifecycleService,
  LifecycleStages, LocaleService, LocaleType, LogLevel, type Nullable, ObjectMatrix, type Plugin, type PluginCtor, ThemeService, UndoCommand, Univer,
  UniverInstanceType, type Workbook as Book,
} from "@univerjs/core";
import {
  type BaseFunction, FormulaDataModel, IActiveDirtyManagerService, type IFunctionInfo, SetFormulaCalculationStartMutation, UniverFormulaEnginePlugin,
} from "@univerjs/engine-formula";
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation, SheetsSelectionsService, UniverSheetsPlugin } from "@univerjs/sheets";
import { CalculationMode, FormulaCalculationSessionService, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";

import { findFormulasByRows } from "./formula-cells.ts";
import { letGo, ownSheets } from "./closed-sheets.ts";
import { guardFunctions } from "./guarded-functions.ts";
import { forgetParsedFormulas, keepNamesFresh } from "./parsed-formulas.ts";

// This file, engine-terms.ts and engine-view.ts are the only ones that know the spreadsheet engine by name; the rest of the adapter takes it from here.
export * from "./engine-terms.ts";

export type EngineLanguage = "zh-CN" | "en-US";
export type EngineFunction = [new (name: string) => BaseFunction, string];
export type EnginePlugin = PluginCtor<Plugin> | [PluginCtor<Plugin>, object];

const localeTypes: Readonly<Record<EngineLanguage, LocaleType>> = { "zh-CN": LocaleType.ZH_CN, "en-US": LocaleType.EN_US };

export type CommandListener = (id: string, params: object, options: IExecutionOptions) => void;

/** A step of the undo history; `last` while nothing has been done after it. */
export interface UndoStep {
  last(): boolean;
}

export interface EngineSetup {
  readonly plugins: readonly EnginePlugin[];
  readonly language: EngineLanguage;
  readonly texts: ILanguagePack;
  readonly dark?: boolean;
}

/** What calculates without a page: enough for tests and for nothing to be drawn. */
export function headlessPlugins(functions: EngineFunction[], description: IFunctionInfo[] = []): EnginePlugin[] {
  return [
    [UniverFormulaEnginePlugin, { function: functions }],
    [UniverSheetsPlugin, {}],
    [UniverSheetsFormulaPlugin, { description, initialFormulaComputing: calculation }],
  ];
}

/** A saved spill holds its first cell only, so every formula is calculated when a workbook opens. */
export const calculation = CalculationMode.FORCED;

// The engine starts to calculate 100 ms after the last change, and says so only then. Its timer fires before ours, however late a busy page is.
const debounce = 150;

// The engine keeps parsed formulas for the whole program under the id of the workbook: an id is never used twice.
let opened = 0;

/** The spreadsheet engine with the one workbook that is open in it. */
export class Engine {
  private readonly univer: Univer;
  private readonly listeners = new Set<CommandListener>();
  private subscription: IDisposable | undefined;
  private current: Book | undefined;
  private due: ReturnType<typeof setTimeout> | undefined;

  constructor({ plugins, language, texts, dark = false }: EngineSetup) {
    const locale = localeTypes[language];
    this.univer = new Univer({ locale, locales: { [locale]: texts }, logLevel: LogLevel.WARN, darkMode: dark });
    for (const plugin of plugins) {
      if (Array.isArray(plugin)) this.univer.registerPlugin(plugin[0], plugin[1]);
      else this.univer.registerPlugin(plugin);
    }
  }

  get book(): Book {
    if (!this.current) throw new Error("no workbook is open");
    return this.current;
  }

  /** Opens a workbook in place of the one that is open. */
  open(data: Partial<IWorkbookData>): void {
    const instances = this.service(IUniverInstanceService);
    const closed = this.current?.getSheets() ?? [];
    if (this.current) {
      this.service(IUndoRedoService).clearUndoRedo(this.unitId);
      instances.disposeUnit(this.unitId);
    }
    forgetParsedFormulas(this);
    this.awaitCalculation();
    this.current = this.univer.createUnit<IWorkbookData, Book>(UniverInstanceType.UNIVER_SHEET, { ...data, ...ownSheets(data), id: `book-${++opened}` });
    closed.forEach(letGo);
    instances.focusUnit(this.current.getUnitId());
    if (!this.subscription) {
      guardFunctions(this);
      keepNamesFresh(this);
      findFormulasByRows(this);
    }
    this.subscription ??= this.service(ICommandService).onCommandExecuted((command, options) => {
      if (this.service(IActiveDirtyManagerService).get(command.id)) this.awaitCalculation();
      if (command.id === SetFormulaCalculationStartMutation.id) this.due = void clearTimeout(this.due);
      for (const listener of this.listeners) listener(command.id, command.params ?? {}, options ?? {});
    });
  }

  /** Everything of the workbook as data, spilled cells left out. */
  save(): IWorkbookData {
    return this.service(IResourceLoaderService).saveUnit<IWorkbookData>(this.book.getUnitId()) ?? this.book.getSnapshot();
  }

  get unitId(): string {
    return this.book.getUnitId();
  }

  /** Runs a command; false where the engine refused it. */
  run(id: string, params: object = {}, options: IExecutionOptions = {}): boolean {
    return this.service(ICommandService).syncExecuteCommand<object, boolean>(id, params, options);
  }

  /** Writes cells without telling anyone: nothing is calculated, drawn or remembered for it. */
  writeUnheard(params: ISetRangeValuesMutationParams): boolean {
    return this.univer.__getInjector().invoke(SetRangeValuesMutation.handler, params);
  }

  /** Hears of commands before they are carried out. */
  beforeCommand(listener: (id: string, params: object) => void): void {
    this.service(ICommandService).beforeCommandExecuted(({ id, params }) => listener(id, params ?? {}));
  }

  /** Gives the engine a change of our own, which undo steps may hold. */
  define<P extends object>(id: string, carryOut: (params: P) => boolean): void {
    const mutation: IMutation<P> = { id, type: CommandType.MUTATION, handler: (_, params) => carryOut(params) };
    this.service(ICommandService).registerCommand(mutation);
  }

  /** Whether a command is there: some are only while something is shown. */
  knows(id: string): boolean {
    return this.service(ICommandService).hasCommand(id);
  }

  /** Runs a command that takes its time. */
  runLater(id: string, params: object = {}): Promise<boolean> {
    return this.service(ICommandService).executeCommand<object, boolean>(id, params);
  }

  onCommand(listener: CommandListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What spilled formulas have filled, their own cells included. */
  spilledCells(sheetId: string): ObjectMatrix<Nullable<ICellData>> {
    return new ObjectMatrix(this.service(FormulaDataModel).getArrayFormulaCellData()[this.unitId]?.[sheetId] ?? {});
  }

  /** The blocks that spilled formulas fill, at the place of the formula. */
  spilledBlocks(sheetId: string): ObjectMatrix<IRange> {
    return new ObjectMatrix(this.service(FormulaDataModel).getArrayFormulaRange()[this.unitId]?.[sheetId] ?? {});
  }

  formula(sheetId: string, row: number, column: number): string | null {
    return this.service(FormulaDataModel).getFormulaStringByCell(row, column, sheetId, this.unitId) ?? null;
  }

  /** The selected blocks of the sheet that is shown, the last one made being the active one. */
  selections(): readonly IRange[] {
    return this.service(SheetsSelectionsService).getCurrentSelections().map(({ range }) => range);
  }

  /** Whether a cell is open for typing. */
  editing(): boolean {
    return this.service(IContextService).getContextValue(EDITOR_ACTIVATED);
  }

  /** Makes one undo step of changes that have been run. */
  remember(undoMutations: IMutationInfo[], redoMutations: IMutationInfo[]): UndoStep {
    this.service(IUndoRedoService).pushUndoRedo({ unitID: this.unitId, undoMutations, redoMutations });
    return { last: () => this.lastStep() === undoMutations };
  }

  /** Calls the listener when an undo step has come or gone, with the one that would be undone next. */
  onHistory(listener: (next: object | undefined) => void): void {
    this.service(IUndoRedoService).undoRedoStatus$.subscribe(() => listener(this.lastStep()));
  }

  /** The undo step made last. */
  latest(): UndoStep {
    const mutations = this.lastStep();
    return { last: () => mutations !== undefined && this.lastStep() === mutations };
  }

  undo(): boolean {
    return this.run(UndoCommand.id);
  }

  recalculate(): void {
    this.run(SetFormulaCalculationStartMutation.id, { commands: [], forceCalculation: true }, { onlyLocal: true });
    // Changes that the engine has still to take up make it calculate once more.
    this.awaitCalculation();
  }

  /**
   * Resolves once no calculation is due or under way, when it is told to stop waiting, or when the time is up: whoever reads
   * then sees old figures, so that the time is far longer than any calculation takes, even on a busy machine.
   */
  async calculated(signal?: { readonly aborted: boolean }, limit = 60_000): Promise<void> {
    const end = performance.now() + limit;
    while (performance.now() < end && !signal?.aborted && this.calculating()) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Resolves once the workbook has been drawn for the first time: before that, nothing that moves the view may be run. */
  drawn(): Promise<void> {
    return this.service(LifecycleService).onStage(LifecycleStages.Rendered);
  }

  /** Shows menus and function help in a language; the workbook and its undo steps stay as they are. */
  setLanguage(language: EngineLanguage, texts: ILanguagePack): void {
    this.service(LocaleService).load({ [localeTypes[language]]: texts });
    this.service(LocaleService).setLocale(localeTypes[language]);
  }

  setDark(dark: boolean): void {
    this.service(ThemeService).setDarkMode(dark);
  }

  dispose(): void {
    this.univer.dispose();
  }

  private awaitCalculation(): void {
    clearTimeout(this.due);
    this.due = setTimeout(() => (this.due = undefined), debounce);
  }

  private calculating(): boolean {
    const { started, resultApplied, stopped, completed, resultEmitted } = this.service(FormulaCalculationSessionService).state;
    return this.due !== undefined || (started && !(resultApplied && (stopped || completed || resultEmitted)));
  }

  private lastStep(): IMutationInfo[] | undefined {
    return this.service(IUndoRedoService).pitchTopUndoElement()?.undoMutations;
  }

  /** A part of the engine, by the token the engine knows it by. */
  service<T>(token: DependencyIdentifier<T>): T {
    return this.univer.__getInjector().get(token);
  }
}
