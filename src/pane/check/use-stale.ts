import { useEffect, useState } from "react";
import type { RangeAddress } from "../../workbook/address.ts";
import type { Workbook } from "../../workbook/port.ts";
import type { Checked } from "./use-check.ts";

/** Whether cells have changed since they were checked. */
export function useStale(workbook: Workbook | undefined, of: Checked): boolean {
  const [stale, setStale] = useState(false);
  useEffect(() => {
    setStale(false);
    if (!workbook || of.kind !== "cells") return undefined;
    return workbook.onChanged((changed) => {
      if (changed?.some((range) => meet(range, of.block))) setStale(true);
    });
  }, [workbook, of]);
  return stale;
}

function meet(a: RangeAddress, b: RangeAddress): boolean {
  return a.sheet === b.sheet && a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}
