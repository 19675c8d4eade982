import type { Align, CellStyle } from "./port.ts";

/** How a cell looks, in terms that every host has. Colours are #RRGGBB; what is absent is left as the sheet has it. */
export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: Align;
  readonly borderTop?: BorderLine;
  readonly borderBottom?: BorderLine;
  readonly borderColor?: string;
}

export type BorderLine = "thin" | "double";

const ink = "#1f2328";
const pale = "#57606a";
const rule = "#8c959f";

/**
 * The looks of workpapers: typed figures are blue on pale yellow, computed ones black, printed ones brown.
 * A check is neutral, for its look cannot follow what it says: green would lie beside a BREAK.
 */
export const looks: Readonly<Record<CellStyle, Look>> = {
  title: { bold: true, size: 14, color: "#0b3d66" },
  section: { bold: true, size: 12, color: "#0b3d66" },
  note: { color: pale, size: 10 },
  header: { bold: true, color: ink, fill: "#dbe7f3", align: "center", borderBottom: "thin", borderColor: rule },
  label: { color: ink },
  input: { color: "#0000c8", fill: "#fffbe0", align: "right" },
  formula: { color: "#000000" },
  printed: { color: "#7a4a00", fill: "#f6efe6", align: "right" },
  total: { bold: true, color: "#000000", borderTop: "thin", borderBottom: "double", borderColor: rule },
  check: { color: ink, fill: "#eef1f4" },
};

/** The width of a column in pixels: seven a character and five of margin, as Excel draws its default font. */
export function pixelsOf(characters: number): number {
  return Math.round(characters * 7 + 5);
}
