import { useEffect, useState } from "react";
import type { RangeAddress } from "../../workbook/address.ts";
import type { Workbook } from "../../workbook/port.ts";
import { useTask } from "../pane-context.ts";
import { usedBlock } from "./sheet-cells.ts";

/** The sheet that is shown and the selected block, each as far as it is in use. */
export interface SheetPlace {
  readonly name: string;
  readonly sheet: RangeAddress | undefined;
  readonly selection: RangeAddress | undefined;
}

/** Where the person is in the workbook, kept up to date for as long as the room is shown. */
export function useSheetPlace(workbook: Workbook | undefined, edition: number, shown: boolean): SheetPlace | undefined {
  const [place, setPlace] = useState<SheetPlace>();
  const run = useTask();
  useEffect(() => {
    if (!shown || !workbook) return undefined;
    let left = false;
    const read = () =>
      run(async () => {
        const selected = await workbook.selection();
        const [sheet, selection] = await Promise.all([usedBlock(workbook, { sheet: selected.sheet }), usedBlock(workbook, selected)]);
        if (!left) setPlace({ name: selected.sheet, sheet, selection });
      });
    read();
    const unsubscribe = workbook.onSelected(read);
    return () => {
      left = true;
      unsubscribe();
    };
  }, [workbook, edition, shown, run]);
  return place;
}
