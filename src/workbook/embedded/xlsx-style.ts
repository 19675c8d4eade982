import type { CellStyle, Color } from "hucre";
import { resolveThemeColor } from "hucre/xlsx";
import type { IStyleData } from "./engine.ts";
import { codeOf, lineOf } from "./xlsx-line.ts";

type Style = IStyleData;
// The engine's optional fields may also be void.
type Absent = void | null | undefined;
type Borders = Exclude<Style["bd"], Absent>;
type BorderLine = Exclude<Borders["t"], Absent>;
type Alignment = NonNullable<CellStyle["alignment"]>;
type Border = NonNullable<CellStyle["border"]>;
type Font = NonNullable<CellStyle["font"]>;

/** What the whole file says of its cells' looks. */
export interface Looks {
  readonly themeColors: readonly string[];
  readonly font: DefaultFont;
  /** The format behind a mark that stands for it while the file is read. */
  readonly format: (mark: string) => string | undefined;
}

// The engine's numbers for what the file says in words.
const horizontal = { left: 1, center: 2, right: 3, justify: 4, distributed: 6 } as const;
const vertical = { top: 1, center: 2, bottom: 3 } as const;
const wrapped = 3;
const double = 10;
const raised = { subscript: 2, superscript: 3 } as const;
const indentStep = 10;

/** A style of the file in the engine's terms, and whether something of it has no counterpart there. */
export function engineStyle(style: CellStyle, looks: Looks): { style: Style; whole: boolean } {
  const { font, fill, border, alignment, numFmt } = style;
  const format = numFmt === undefined ? undefined : looks.format(numFmt);
  const background = fill?.type === "pattern" ? (fill.fgColor ?? fill.bgColor) : fill?.stops[0]?.color;
  const backgroundColor = fill?.type === "pattern" && fill.pattern === "none" ? undefined : rgb(background, looks);
  const sides = border && engineBorder(border, looks);
  return {
    style: {
      ...(font && engineFont(font, looks)),
      ...(backgroundColor && { bg: { rgb: backgroundColor } }),
      ...(sides && Object.keys(sides).length > 0 && { bd: sides }),
      ...(alignment && engineAlignment(alignment)),
      ...(format !== undefined && format !== "General" && { n: { pattern: format } }),
    },
    whole:
      (fill === undefined || (fill.type === "pattern" && (fill.pattern === "solid" || fill.pattern === "none"))) &&
      !/Accounting/.test(String(font?.underline ?? "")) &&
      !(alignment?.shrinkToFit === true) &&
      !/fill|centerContinuous/.test(alignment?.horizontal ?? "") &&
      !/justify|distributed/.test(alignment?.vertical ?? ""),
  };
}

/** The engine's style of a font, also of one run of a text. */
export function engineFont(font: Font, looks: Looks): Style {
  const color = rgb(font.color, looks);
  return {
    ...(font.name && font.name !== looks.font.name && { ff: font.name }),
    ...(font.size !== undefined && font.size !== looks.font.size && { fs: font.size }),
    ...(font.bold && { bl: 1 }),
    ...(font.italic && { it: 1 }),
    ...(font.underline && { ul: { s: 1, ...(/double/.test(String(font.underline)) && { t: double }) } }),
    ...(font.strikethrough && { st: { s: 1 } }),
    ...(color && { cl: { rgb: color } }),
    ...(font.vertAlign && { va: raised[font.vertAlign] }),
  };
}

function engineBorder(border: Border, looks: Looks): Borders {
  const side = (of: Border["top"]): BorderLine | undefined => of && { s: codeOf(of.style), cl: { rgb: rgb(of.color, looks) ?? "#000000" } };
  const [t, r, b, l, diagonal] = [side(border.top), side(border.right), side(border.bottom), side(border.left), side(border.diagonal)];
  return {
    ...(t && { t }),
    ...(r && { r }),
    ...(b && { b }),
    ...(l && { l }),
    ...(diagonal && border.diagonalDown && { tl_br: diagonal }),
    ...(diagonal && border.diagonalUp && { bl_tr: diagonal }),
  };
}

function engineAlignment({ horizontal: across, vertical: down, wrapText, textRotation, indent }: Alignment): Style {
  const ht = across && across in horizontal ? horizontal[across as keyof typeof horizontal] : across === "centerContinuous" ? horizontal.center : undefined;
  const vt = down && down in vertical ? vertical[down as keyof typeof vertical] : undefined;
  return {
    ...(ht && { ht }),
    ...(vt && { vt }),
    ...(wrapText && { tb: wrapped }),
    ...(textRotation && { tr: textRotation === 255 ? { a: 0, v: 1 } : { a: textRotation <= 90 ? -textRotation : textRotation - 90 } }),
    ...(indent && { pd: across === "right" ? { r: indent * indentStep } : { l: indent * indentStep } }),
  };
}

// A file counts its theme colours light before dark, the theme lists them dark before light.
const themeOrder = [1, 0, 3, 2];

function rgb(color: Color | undefined, { themeColors }: Looks): string | undefined {
  if (!color) return undefined;
  if (color.rgb) return `#${color.rgb.slice(-6).toLowerCase()}`;
  if (color.theme !== undefined) return `#${resolveThemeColor([...themeColors], themeOrder[color.theme] ?? color.theme, color.tint).toLowerCase()}`;
  return color.indexed === undefined ? undefined : indexed(color.indexed);
}

const palette = [
  "000000ffffffff000000ff000000ffffff00ff00ff00ffff",
  "000000ffffffff000000ff000000ffffff00ff00ff00ffff",
  "800000008000000080808000800080008080c0c0c0808080",
  "9999ff993366ffffccccffff660066ff80800066ccccccff",
  "000080ff00ffffff0000ffff8000808000000080800000ff",
  "00ccffccffffccffccffff9999ccffff99cccc99ffffcc99",
  "3366ff33cccc99cc00ffcc00ff9900ff6600666699969696",
  "003366339966003300333300993300993366333399333333",
].join("");

/** A colour of the fixed palette of old files; 64 and above are the system's own and are left to the default. */
function indexed(index: number): string | undefined {
  return index < 64 ? `#${palette.slice(index * 6, index * 6 + 6)}` : undefined;
}

/** A tab's colour. */
export const tabColor = (color: Color | undefined, looks: Looks) => rgb(color, looks);

/** The font that cells have where nothing else is said. */
export interface DefaultFont {
  readonly name: string;
  readonly size: number;
}

/** The engine's style in the file's terms. */
export function fileStyle(style: Style, font: DefaultFont): CellStyle {
  const { bg, bd, n } = style;
  const written = fileFont(style, font);
  const fill = fileColor(bg?.rgb);
  const alignment = fileAlignment(style);
  const border = bd && fileBorder(bd);
  return {
    ...(written && { font: written }),
    ...(fill && { fill: { type: "pattern", pattern: "solid", fgColor: fill } }),
    ...(border && { border }),
    ...(alignment && { alignment }),
    ...(n?.pattern && n.pattern !== "General" && { numFmt: n.pattern }),
  };
}

/** The font of a cell or of a run of its text; undefined where it is the default one. */
export function fileFont({ ff, fs, bl, it, ul, st, cl, va }: Style, font: DefaultFont): Font | undefined {
  const color = fileColor(cl?.rgb);
  const own: Font = {
    ...(bl && { bold: true }),
    ...(it && { italic: true }),
    ...(ul?.s && { underline: ul.t === double ? "double" : true }),
    ...(st?.s && { strikethrough: true }),
    ...(color && { color }),
    ...((va === raised.subscript || va === raised.superscript) && { vertAlign: va === raised.subscript ? "subscript" : "superscript" }),
  };
  const plain = (ff ?? font.name) === font.name && (fs ?? font.size) === font.size && Object.keys(own).length === 0;
  return plain ? undefined : { ...own, name: ff ?? font.name, size: fs ?? font.size };
}

function fileBorder(bd: Borders): Border | undefined {
  const side = (of: BorderLine | Absent): Border["top"] => {
    const line = of && lineOf(of.s);
    const color = fileColor(of?.cl.rgb);
    return line ? { style: line, ...(color && { color }) } : undefined;
  };
  const [top, right, bottom, left, down, up] = [side(bd.t), side(bd.r), side(bd.b), side(bd.l), side(bd.tl_br), side(bd.bl_tr)];
  const diagonal = down ?? up;
  const border: Border = {
    ...(top && { top }),
    ...(right && { right }),
    ...(bottom && { bottom }),
    ...(left && { left }),
    ...(diagonal && { diagonal }),
    ...(down && { diagonalDown: true }),
    ...(up && { diagonalUp: true }),
  };
  return Object.keys(border).length > 0 ? border : undefined;
}

const wordOf = <W extends string>(codes: Readonly<Record<W, number>>, code: number | Absent) =>
  (Object.keys(codes) as W[]).find((word) => codes[word] === code);

function fileAlignment({ ht, vt, tb, tr, pd }: Style): Alignment | undefined {
  const across = wordOf(horizontal, ht === 5 ? horizontal.justify : ht);
  const down = wordOf(vertical, vt);
  const angle = tr?.a ?? 0;
  const indent = Math.round(Math.max(pd?.l ?? 0, pd?.r ?? 0) / indentStep);
  const alignment: Alignment = {
    ...(across && { horizontal: across }),
    ...(down && { vertical: down }),
    ...(tb === wrapped && { wrapText: true }),
    ...(tr?.v ? { textRotation: 255 } : angle !== 0 && { textRotation: angle < 0 ? -angle : 90 + angle }),
    ...(indent > 0 && { indent }),
  };
  return Object.keys(alignment).length > 0 ? alignment : undefined;
}

/** A colour the engine keeps as #rgb, #rrggbb, rgb(…) or rgba(…). */
export function fileColor(text: string | Absent): Color | undefined {
  const hex = /^#([0-9a-f]{6})/i.exec(text ?? "")?.[1] ?? /^#([0-9a-f]{3})$/i.exec(text ?? "")?.[1]?.replace(/./g, "$&$&");
  if (hex) return { rgb: hex.toUpperCase() };
  const [, ...parts] = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/i.exec(text ?? "") ?? [];
  return parts.length === 3 ? { rgb: parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("").toUpperCase() } : undefined;
}
