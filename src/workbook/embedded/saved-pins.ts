import type { NamedRange } from "hucre";
import { blockOnSheet, type CellBlock, fixedOnSheet, type RangeAddress } from "../address.ts";
import { isPinName } from "../pin-name.ts";
import type { IWorkbookData } from "./engine.ts";

export interface PinnedBlock extends CellBlock {
  readonly sheetId: string;
}

/** Pinned blocks by their names; null for one whose cells have all been deleted. */
export type Pins = ReadonlyMap<string, PinnedBlock | null>;

/** Where they stand in a snapshot. */
export const pinsResource = "SHEET_HEADROOM_PINS_PLUGIN";

export const savedPins = (pins: Pins): string => (pins.size === 0 ? "" : JSON.stringify([...pins]));

// Written by savedPins, and by nothing else.
export const pinsIn = (data: string): Pins => new Map(data === "" ? [] : (JSON.parse(data) as [string, PinnedBlock | null][]));

type Resources = NonNullable<IWorkbookData["resources"]>;

/** The hidden names of a file that follow blocks, for the snapshot, with those that its sheets follow for themselves; ids of sheets by their names. */
export function pinsOfFile(names: readonly NamedRange[], sheetIds: ReadonlyMap<string, string>, inner: Pins = new Map()): Resources {
  const pins = names.flatMap(({ name, range }) => (isPinName(name) ? [[name, pinnedBlock(range, sheetIds)] as const] : []));
  const all: Pins = new Map([...pins, ...inner]);
  return all.size === 0 ? [] : [{ name: pinsResource, data: savedPins(all) }];
}

/** Where a snapshot's pinned blocks lie. */
export function placeOfPin({ resources, sheets }: Pick<IWorkbookData, "resources" | "sheets">): (name: string) => RangeAddress | null {
  const pins = pinsIn(resources?.find(({ name }) => name === pinsResource)?.data ?? "");
  return (name) => {
    const { sheetId = "", ...block } = pins.get(name) ?? {};
    const sheet = sheets[sheetId]?.name;
    return sheet === undefined || !("row" in block) ? null : { sheet, ...block };
  };
}

/** A snapshot's pinned blocks as names for the file; names of sheets by their ids. */
export function pinsForFile({ resources }: Pick<IWorkbookData, "resources">, sheetNames: ReadonlyMap<string, string>): NamedRange[] {
  const data = resources?.find(({ name }) => name === pinsResource)?.data ?? "";
  return [...pinsIn(data)].filter(([name]) => isPinName(name)).map(([name, pinned]) => {
    const sheet = pinned ? sheetNames.get(pinned.sheetId) : undefined;
    return { name, range: pinned && sheet !== undefined ? fixedOnSheet({ sheet, ...pinned }) : "#REF!" };
  });
}

function pinnedBlock(range: string, sheetIds: ReadonlyMap<string, string>): PinnedBlock | null {
  const { sheet = "", ...block } = blockOnSheet(range) ?? {};
  const sheetId = sheetIds.get(sheet);
  return sheetId === undefined || !("row" in block) ? null : { sheetId, ...block };
}
