import type { Figure } from "../../src/check/figure.ts";
import type { Grid } from "../../src/check/grid.ts";

/** Ways in which one printed figure, two of them, or a row of them go wrong; "random" is wrong for no reason that anything printed tells. */
export const plantKinds = ["digit-slip", "transposition", "column-shift", "stale", "unit-slip", "sign", "duplicate", "missing-row", "swapped", "row-shift", "random"] as const;
export type PlantKind = (typeof plantKinds)[number];

/** One figure with what is to be printed in its place. */
export interface Misprint {
  readonly figure: Figure;
  readonly now: string;
}

const digits = (text: string) => text.replace(/\D/g, "");

/** Figures printed in one place with three and more digits. */
export const plantable = ({ text, places, dash }: Figure) => !dash && places.length === 1 && /^-?[\d,]+(?:\.\d+)?%?$/.test(text) && digits(text).replace(/^0+/, "").length >= 3;

/** What goes wrong at a figure when an error of this kind is made there; nothing where it cannot be. */
export function misprints(kind: PlantKind, figure: Figure, grid: Grid, grids: readonly Grid[], random: () => number): readonly Misprint[] {
  const { row = -1, column = -1 } = figure.cell ?? {};
  const one = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)];
  const beside = [-1, 1].flatMap((step) => grid.figures[row + step]?.[column] ?? []).filter((other) => other.kind === figure.kind && plantable(other) && other.text !== figure.text);
  switch (kind) {
    case "swapped": {
      const other = one(beside);
      return other ? [{ figure, now: other.text }, { figure: other, now: figure.text }] : [];
    }
    case "row-shift": {
      const cells = grid.figures[row] ?? [];
      const run = cells.flatMap((cell, at) => (cell && at >= column && plantable(cell) ? [cell] : []));
      return run.length < 3 || run.some(({ kind: own, money }) => own !== figure.kind || money !== figure.money) ? [] : run.flatMap((cell, at) => (run[at + 1] ? [{ figure: cell, now: run[at + 1]?.text ?? "" }] : []));
    }
    case "missing-row": {
      if (grid.rows[row]?.kind !== "total") return [];
      const part = one(grid.figures.slice(0, row).flatMap((cells) => cells[column] ?? []).filter((other) => other.kind === figure.kind && plantable(other)));
      return part ? [{ figure, now: grouped(figure.printed.value.minus(part.printed.value).times(figure.kind === "rate" ? 100 : 1).toFixed(decimals(figure.text))) + (figure.kind === "rate" ? "%" : "") }] : [];
    }
    default: {
      const now = kind === "duplicate" ? one(beside)?.text : wrong(kind, figure, grid, grids, random);
      return now === undefined ? [] : [{ figure, now }];
    }
  }
}

const decimals = (text: string) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
const grouped = (plain: string) => plain.replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+(?!\d))/g, ","));

function wrong(kind: PlantKind, figure: Figure, grid: Grid, grids: readonly Grid[], random: () => number): string | undefined {
  const { text } = figure;
  const one = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)];
  switch (kind) {
    case "digit-slip": {
      const at = one([...text].flatMap((digit, index) => (/\d/.test(digit) ? [index] : [])));
      const digit = one([..."123456789"].filter((other) => at !== undefined && other !== text[at]));
      return at === undefined || digit === undefined ? undefined : text.slice(0, at) + digit + text.slice(at + 1);
    }
    case "transposition": {
      const spots = [...text].flatMap((digit, index) => {
        const next = text[index + 1] === "," || text[index + 1] === "." ? index + 2 : index + 1;
        return /\d/.test(digit) && /\d/.test(text[next] ?? "") && text[next] !== digit && !(text[next] === "0" && !/\d/.test(text[index - 1] ?? "")) ? [[index, next] as const] : [];
      });
      const spot = one(spots);
      return spot && [...text].map((digit, index) => (index === spot[0] ? text[spot[1]] : index === spot[1] ? text[spot[0]] : digit)).join("");
    }
    case "column-shift": {
      const row = grid.figures[figure.cell?.row ?? -1] ?? [];
      const beside = [-2, -1, 1, 2].flatMap((step) => row[(figure.cell?.column ?? 0) + step] ?? []);
      return one(beside.filter((other) => other.kind === figure.kind && plantable(other)))?.text;
    }
    case "stale": {
      const label = (of: Grid, other: Figure) => `${of.rows[other.cell?.row ?? -1]?.group}|${of.rows[other.cell?.row ?? -1]?.label}|${of.columns[other.cell?.column ?? -1]?.label}`;
      const own = label(grid, figure);
      const others = grids.filter((other) => other !== grid && Math.abs(other.index - grid.index) <= 4).flatMap((other) => other.figures.flat().flatMap((candidate) => (candidate && plantable(candidate) && candidate.kind === figure.kind && label(other, candidate) === own ? [candidate] : [])));
      return one(others)?.text;
    }
    case "unit-slip": {
      if (figure.kind !== "amount" || !text.includes(".")) return undefined;
      const moved = (Number(text.replaceAll(",", "")) * (random() < 0.5 ? 10_000 : 0.0001)).toFixed(2);
      const [whole = "", fraction] = moved.split(".");
      return digits(moved).replace(/^0+/, "").length < 3 ? undefined : `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",")}.${fraction}`;
    }
    case "random":
      return [...text].map((digit, at) => (/\d/.test(digit) ? one([...(at === 0 ? "123456789" : "0123456789")]) : digit)).join("");
    case "sign":
      return text.startsWith("-") ? text.slice(1) : `-${text}`;
    default:
      return undefined;
  }
}
