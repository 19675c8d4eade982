import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import "@univerjs/preset-sheets-core/lib/index.css";
import { calculation, type EngineFunction, type EngineLanguage, type EnginePlugin, type IFunctionInfo, type ILanguagePack } from "./engine.ts";

export interface View {
  readonly container: HTMLElement;
  readonly functions: EngineFunction[];
  /** What is shown while a function is typed. */
  readonly help: IFunctionInfo[];
}

/** The engine with all that a person sees of it. Apart from engine.ts because it needs a page: tests calculate without one. */
export function viewPlugins({ container, functions, help }: View): EnginePlugin[] {
  const { plugins } = UniverSheetsCorePreset({
    container,
    ribbonType: "simple",
    // The page decides where a person begins.
    disableAutoFocus: true,
    // A long text of digits is data here, and needs no warning.
    sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    formula: { function: functions, description: help, initialFormulaComputing: calculation },
  });
  return plugins.map((plugin): EnginePlugin => (Array.isArray(plugin) ? [plugin[0], plugin[1] ?? {}] : plugin));
}

/** The engine's own words; each language is loaded when it is first needed. */
export async function viewTexts(language: EngineLanguage): Promise<ILanguagePack> {
  const { default: texts } = language === "zh-CN" ? await import("@univerjs/preset-sheets-core/locales/zh-CN") : await import("@univerjs/preset-sheets-core/locales/en-US");
  return texts;
}
