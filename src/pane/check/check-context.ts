import { createContext, useContext } from "react";
import type { FigureRef } from "../../check/finding.ts";
import { sheetCellAt } from "../../check/sheet-document.ts";
import { type CheckRoomTexts, checkRoomTexts } from "../../locales/check-room-texts.ts";
import { type CheckTexts, checkTexts } from "../../locales/check-texts.ts";
import { a1, type RangeAddress } from "../../workbook/address.ts";
import { usePane } from "../pane-context.ts";
import type { Checked } from "./use-check.ts";

/** What the findings on show were found in. */
export const CheckedContext = createContext<Checked>({ kind: "text" });

/** The texts of the room, and the words of the findings themselves. */
export function useCheckTexts(): { readonly room: CheckRoomTexts; readonly words: CheckTexts } {
  const { language } = usePane();
  return { room: checkRoomTexts[language], words: checkTexts[language] };
}

/** How a figure's place is named, and the cell to go to where it stands in one. */
export function usePlaces(): { readonly nameOf: (figure: FigureRef) => string; readonly cellOf: (figure: FigureRef) => RangeAddress | undefined } {
  const of = useContext(CheckedContext);
  const { words } = useCheckTexts();
  return { nameOf: (figure) => placeName(of, words, figure), cellOf: (figure) => cellOf(of, figure) };
}

export function cellOf(of: Checked, { places: [place] }: FigureRef): RangeAddress | undefined {
  return of.kind === "cells" && place ? { sheet: of.block.sheet, ...sheetCellAt(place) } : undefined;
}

export function placeName(of: Checked, words: CheckTexts, figure: FigureRef): string {
  const cell = cellOf(of, figure);
  return cell ? a1(cell) : words.line(figure.places[0]?.line ?? 0);
}
