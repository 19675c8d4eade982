import { Decimal } from "../../../core/decimal.ts";
import { f, type Formula, joined, type PaperCells, quoted } from "./formula.ts";

/** A sentence whose figures are cells: written into the workpaper as a formula, and said in the pane from the cells as read. */
export type Said = string | ShownFigure | Choice | readonly Said[];

export interface ShownFigure {
  readonly cell: PaperCells;
  /** Decimals of an amount, or of a percentage. */
  readonly decimals: number;
  readonly percent?: boolean;
  /** Shown without its sign. */
  readonly absolute?: boolean;
}

/** One wording or the other, as two cells compare; a number stands for itself. */
export interface Choice {
  readonly left: PaperCells;
  readonly is: ">" | "=" | ">=";
  readonly right: PaperCells | 0;
  readonly then: Said;
  readonly otherwise: Said;
}

/** A sentence with places such as {carrying}, filled. A place nobody fills is a fault of the texts. */
export function filled(template: string, figures: Readonly<Record<string, Said>>): Said {
  return template.split(/\{([a-z]+)\}/i).map((piece, index): Said => {
    if (index % 2 === 0) return piece;
    const figure = figures[piece];
    if (figure === undefined) throw new RangeError(`nothing stands for {${piece}}`);
    return figure;
  });
}

/** The sentence as a formula of the workpaper. */
export function saidFormula(said: Said): Formula {
  if (typeof said === "string") return quoted(said);
  if ("cell" in said) {
    const value = said.absolute ? f`ABS(${said.cell})` : f`${said.cell}`;
    return f`TEXT(${value},"${formatOf(said)}")`;
  }
  if ("left" in said) return f`IF(${said.left}${said.is}${said.right},${saidFormula(said.then)},${saidFormula(said.otherwise)})`;
  const parts = said.filter((part) => part !== "");
  return parts.length === 0 ? quoted("") : joined(parts.map(saidFormula), "&");
}

/** The sentence from the cells as they stand; undefined where one of them holds no figure. */
export function saidText(said: Said, read: (cell: PaperCells) => Decimal | undefined): string | undefined {
  if (typeof said === "string") return said;
  if ("cell" in said) {
    const value = read(said.cell);
    return value && figureText(said, said.absolute ? value.abs() : value);
  }
  if ("left" in said) {
    const [left, right] = [read(said.left), said.right === 0 ? new Decimal(0) : read(said.right)];
    if (!left || !right) return undefined;
    const holds = said.is === ">" ? left.gt(right) : said.is === "=" ? left.eq(right) : left.gte(right);
    return saidText(holds ? said.then : said.otherwise, read);
  }
  const texts = said.map((part) => saidText(part, read));
  return texts.some((text) => text === undefined) ? undefined : texts.join("");
}

function formatOf({ decimals, percent }: ShownFigure): string {
  const fraction = decimals > 0 ? `.${"0".repeat(decimals)}` : "";
  return percent ? `0${fraction}%` : `#,##0${fraction}`;
}

/** As Excel's TEXT writes it. */
function figureText({ decimals, percent }: ShownFigure, value: Decimal): string {
  const written = (percent ? value.times(100) : value).toFixed(Math.max(0, decimals), Decimal.ROUND_HALF_UP);
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(\.\d+)?$/.exec(written) ?? [];
  const minus = sign === "-" && /[1-9]/.test(written) ? "-" : "";
  return percent ? `${minus}${whole}${fraction}%` : `${minus}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction}`;
}
