import type { NamedRange } from "hucre";
import type { IWorkbookData } from "./engine.ts";
import type { IsBlockName } from "./xlsx-array.ts";
import { storedFormula, typedFormula } from "./xlsx-formula.ts";
import { cellOf, tokensOf } from "../formula-tokens.ts";

/** Where the engine keeps defined names in its snapshot, and what it writes for one that holds in every sheet. */
const resource = "SHEET_DEFINED_NAME_PLUGIN";
const everywhere = "AllDefaultWorkbook";

/** A defined name as the engine saves it. */
interface SavedName {
  readonly id: string;
  readonly name: string;
  readonly formulaOrRefString: string;
  readonly comment?: string;
  readonly localSheetId?: string;
  readonly hidden?: boolean;
}

type Resources = NonNullable<IWorkbookData["resources"]>;

/** The file's names for the engine. Sheets of local names by their id in the snapshot. */
export function engineNames(names: readonly NamedRange[], sheetIds: ReadonlyMap<string, string>): Resources {
  if (names.length === 0) return [];
  const saved = names.map(({ name, range, scope, comment }, index): SavedName => {
    const typed = typedFormula(range);
    return {
      id: `name-${index + 1}`,
      name,
      formulaOrRefString: isReference(typed) ? typed : `=${typed}`,
      localSheetId: (scope === undefined ? undefined : sheetIds.get(scope)) ?? everywhere,
      ...(comment && { comment }),
    };
  });
  return [{ name: resource, data: JSON.stringify(Object.fromEntries(saved.map((name) => [name.id, name]))) }];
}

/** The snapshot's names for the file. */
export function fileNames({ resources }: Pick<IWorkbookData, "resources">, sheetNames: ReadonlyMap<string, string>): NamedRange[] {
  const isBlockName = blockNames(savedNames(resources).map(({ name, formulaOrRefString }) => ({ name, range: formulaOrRefString })));
  return savedNames(resources).map(({ name, formulaOrRefString, localSheetId = everywhere, comment }) => {
    const scope = localSheetId === everywhere ? undefined : sheetNames.get(localSheetId);
    return {
      name,
      range: storedFormula(formulaOrRefString.replace(/^=/, ""), isBlockName).text,
      ...(scope !== undefined && { scope }),
      ...(comment && { comment }),
    };
  });
}

/** The names the engine has saved, as ranges. */
export const savedRanges = ({ resources }: Pick<IWorkbookData, "resources">): NamedRange[] =>
  savedNames(resources).map(({ name, formulaOrRefString }) => ({ name, range: formulaOrRefString }));

function savedNames(resources: Resources | undefined): SavedName[] {
  const data = resources?.find(({ name }) => name === resource)?.data;
  if (!data) return [];
  const names: unknown = JSON.parse(data);
  return typeof names === "object" && names !== null ? Object.values(names).filter(isSavedName) : [];
}

function isSavedName(value: unknown): value is SavedName {
  return typeof value === "object" && value !== null && "name" in value && typeof value.name === "string" && "formulaOrRefString" in value && typeof value.formulaOrRefString === "string";
}

/** Whether the text is nothing but cells: Sheet1!$A$1:$B$2, or several of them. */
export function isReference(text: string): boolean {
  const tokens = tokensOf(text);
  return tokens.every(({ kind, text: piece }) => kind === "word" || kind === "quoted-sheet" || kind === "number" || (kind === "sign" && /[!:,]/.test(piece))) && tokens.some(({ text: piece }) => piece === "!");
}

/** Tells names of one cell from names of more, or of a formula. */
export function blockNames(names: readonly NamedRange[]): IsBlockName {
  const single = new Map(names.map(({ name, range }) => [name.toUpperCase(), isSingle(range.replace(/^=/, ""))]));
  return (name) => single.get(name.toUpperCase()) === false;
}

function isSingle(text: string): boolean {
  const tokens = tokensOf(text);
  const last = tokens.at(-1);
  if (tokens.some(({ kind, text: piece }) => kind === "sign" && /[:{(,#]/.test(piece))) return false;
  return last !== undefined && (last.kind === "number" || last.kind === "text" || cellOf(last.text) !== undefined);
}
