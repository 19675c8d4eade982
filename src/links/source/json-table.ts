import type { RawCell } from "./column-values.ts";
import { sourceTable } from "./raw-table.ts";
import { Slices, type ReadingRun } from "./slices.ts";
import { SourceRefusal, type SourceTable } from "./source-table.ts";

/**
 * Reads a JSON text that holds a list: of objects, whose keys are the columns in the order they first come up, or of lists, the
 * first of which is the header. An object with a single list in it stands for that list.
 */
export async function jsonTable(text: string, run: ReadingRun = {}): Promise<SourceTable> {
  const slices = new Slices(run);
  const list = listIn(parsed(text));
  if (list === undefined) throw new SourceRefusal({ code: "json-no-table" });
  if (list.length === 0) throw new SourceRefusal({ code: "source-empty" });
  const objects = list.filter(isRecord);
  const lists = list.filter(isList);
  if (objects.length < list.length && lists.length < list.length) throw new SourceRefusal({ code: "json-no-table" });
  const isObjects = objects.length > 0;
  const names = isObjects ? [...new Set(objects.flatMap((element) => Object.keys(element)))] : (lists[0] ?? []).map((name) => String(name ?? ""));
  const rows = isObjects
    ? await slices.map(objects, (element) => names.map((name) => rawCell(element[name])))
    : await slices.map(lists.slice(1), (element) => names.map((_, column) => rawCell(element[column])));
  const uneven = lists.flatMap((element, row) => (element.length === names.length ? [] : [row + 1]));
  const faults = uneven.length > 0 ? [{ code: "rows-uneven", lines: uneven.slice(0, 100), count: uneven.length, expected: names.length } as const] : [];
  return sourceTable({ names, rows, placeOf: (row) => ({ element: row + (isObjects ? 1 : 2) }), faults }, slices);
}

function parsed(text: string): unknown {
  for (const candidate of [withLongNumbersAsText(text), text]) {
    try {
      return JSON.parse(candidate);
    } catch {
      continue;
    }
  }
  throw new SourceRefusal({ code: "json-no-table" });
}

/** Whole numbers with more digits than a double holds would be read as others. */
const withLongNumbersAsText = (text: string) => text.replace(/([[:,]\s*)(-?\d{16,})(?=\s*[,}\]])/g, '$1"$2"');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function listIn(value: unknown): readonly unknown[] | undefined {
  if (isList(value)) return value;
  const lists = isRecord(value) ? Object.values(value).filter(isList) : [];
  return lists.length === 1 ? lists[0] : undefined;
}

/** A value as it is to stand; what is no value of a cell stands as its JSON text. */
function rawCell(value: unknown): RawCell {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") return value;
  return JSON.stringify(value);
}
