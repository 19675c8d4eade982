import { catalogue } from "../functions/catalogue.ts";
import type { WorksheetFunction } from "../functions/define.ts";
import { locales } from "../locales/locale.ts";
import type { Language } from "../locales/texts.ts";

/** One function as Excel reads it from functions.json. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly type: "any";
    readonly dimensionality: "matrix";
    readonly optional?: true;
  }[];
  readonly result: { readonly type: "any"; readonly dimensionality: "scalar" | "matrix" };
}

export interface MetadataFile {
  /** Errors in arguments reach the function, which returns them or names their cell. */
  readonly allowErrorForDataTypeAny: true;
  /** Formatted numbers and other rich values reach it too, instead of an error before the call. */
  readonly allowCustomDataForDataTypeAny: true;
  readonly functions: readonly FunctionMetadata[];
}

/**
 * What Excel is told of the functions in one language. Only descriptions differ between languages: a
 * translated name would be lost on the way from an API call to the cell.
 */
export function functionMetadata(language: Language): MetadataFile {
  const texts = locales[language].functions;
  return {
    allowErrorForDataTypeAny: true,
    allowCustomDataForDataTypeAny: true,
    functions: catalogue.map((fn) => described(fn, texts[fn.id])),
  };
}

function described({ id, parameters, returns }: WorksheetFunction, { summary, parameters: named }: { readonly summary: string; readonly parameters: object }): FunctionMetadata {
  const descriptions = new Map<string, string>(Object.entries(named));
  return {
    id,
    name: id,
    description: summary,
    parameters: Object.entries(parameters).map(([name, { optional }]) => ({
      name,
      description: descriptions.get(name) ?? "",
      // Anything, as a block: only so do blanks, texts and errors arrive as they stand in the cells.
      type: "any",
      dimensionality: "matrix",
      ...(optional ? { optional: true as const } : {}),
    })),
    result: { type: "any", dimensionality: returns },
  };
}
