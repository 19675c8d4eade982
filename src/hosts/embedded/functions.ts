import { answer } from "../../functions/answer.ts";
import { catalogue, type Catalogued } from "../../functions/catalogue.ts";
import { type Argument, type Cell, isCellError } from "../../functions/cell.ts";
import type { WorksheetFunction } from "../../functions/define.ts";
import { locales } from "../../locales/locale.ts";
import type { Language } from "../../locales/texts.ts";
import type { CellIssues } from "../../workbook/embedded/cell-issues.ts";
import { BooleanNumber, FunctionType, type IFunctionInfo, type ILanguagePack } from "../../workbook/embedded/engine.ts";
import type { BoundFunction } from "../../workbook/embedded/worksheet-function.ts";

export interface Binding {
  /** The language of words in results, as saved in the workbook; asked at every call. */
  resultLanguage(): Language;
  readonly issues: CellIssues;
  /** Told of what a function threw although it is no refusal. */
  onFault(error: unknown, name: string): void;
}

const functions: readonly WorksheetFunction[] = catalogue;

/** Every function of the catalogue, bound to the embedded workbook. */
export function boundFunctions({ resultLanguage, issues, onFault }: Binding): BoundFunction[] {
  return functions.map((fn) => {
    const name = typedName(fn.id);
    return {
      name,
      most: Object.keys(fn.parameters).length,
      call(given, caller) {
        const answered = answer(fn, given, (term, language = resultLanguage()) => locales[language].sentences.terms[term]);
        issues.record(caller, answered);
        return answered;
      },
      fault(error, caller) {
        issues.recordFault(caller);
        onFault(error, name);
      },
    };
  });
}

/** What the grid shows while one of our functions is typed. The texts are keys into the language pack, so that they follow the language. */
export function functionHelp(): IFunctionInfo[] {
  return functions.map(({ id, parameters, example }) => ({
    functionName: typedName(id),
    functionType: FunctionType.Financial,
    description: `${packKey}.${keyOf(id)}.description`,
    abstract: `${packKey}.${keyOf(id)}.summary`,
    functionParameter: Object.entries(parameters).map(([name, { optional }], index) => ({
      name,
      detail: `${packKey}.${keyOf(id)}.parameters.${name}`,
      example: constantText(example[index]),
      require: optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: BooleanNumber.FALSE,
    })),
  }));
}

/** The texts of the functions as a part of the engine's language pack. */
export function functionPack(language: Language): ILanguagePack {
  const entries = catalogue.map(({ id }: Catalogued) => {
    const { summary, returns, parameters } = locales[language].functions[id];
    return [keyOf(id), { summary, description: `${summary} ${returns}`, parameters: { ...parameters } }] as const;
  });
  return { [packKey]: Object.fromEntries(entries) };
}

const packKey = "headroom";
const typedName = (id: string) => `HEADROOM.${id}`;
// The engine reads a dot as a step down in the pack; no two ids differ only by dot and underscore.
const keyOf = (id: string) => id.replaceAll(".", "_");

/** An argument as it is typed: {0.1;0.2}, "end". */
export function constantText(argument: Argument): string {
  if (argument === undefined) return "";
  const rows = argument.map((row) => row.map(cellText).join(",")).join(";");
  return argument.length === 1 && argument[0]?.length === 1 ? rows : `{${rows}}`;
}

function cellText(cell: Cell): string {
  if (cell === null) return "0";
  if (isCellError(cell)) return cell.error;
  return typeof cell === "string" ? `"${cell.replaceAll('"', '""')}"` : String(cell).toUpperCase();
}
