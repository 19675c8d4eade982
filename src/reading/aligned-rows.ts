import type { TableRegion, TextLine } from "./text-lines.ts";
export function alignedRegions(_lines: readonly TextLine[]): readonly TableRegion[] { return []; }
