import type { TableRegion, TextLine } from "./text-lines.ts";
export function wordRegions(_lines: readonly TextLine[]): readonly TableRegion[] { return []; }
