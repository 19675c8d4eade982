import { checked } from "../../src/check/checked.ts";
import type { Finding, FigureRef } from "../../src/check/finding.ts";
import type { Figure } from "../../src/check/figure.ts";
import { type Grid, gridOf } from "../../src/check/grid.ts";
import { sidesOf } from "../../src/reading/sides.ts";
import { readText } from "../../src/reading/text.ts";

/** Ways in which one printed figure goes wrong. */
export const plantKinds = ["digit-slip", "transposition", "column-shift", "stale", "unit-slip", "sign"] as const;
export type PlantKind = (typeof plantKinds)[number];

/** A text in which one figure of a table was made wrong. */
export interface Plant {
  readonly kind: PlantKind;
  readonly line: number;
  readonly start: number;
  readonly was: string;
  readonly now: string;
  readonly text: string;
}

/** What became of a plant: whether anything new was found, whether the finding points at it, says its right value, and names the cause. */
export interface PlantOutcome {
  readonly plant: Plant;
  /** Whether every figure of the line took part in a check before. */
  readonly tied: boolean;
  readonly noticed: boolean;
  readonly pointed: boolean;
  readonly righted: boolean;
  readonly named: boolean;
}

/** What each kind may fairly be called: a figure taken from another year is stale as well as shifted. */
const names: Readonly<Record<PlantKind, readonly Finding["difference"][]>> = {
  "digit-slip": ["digit-slip"],
  transposition: ["transposition"],
  "column-shift": ["column-shift", "duplicate", "swapped", "stale"],
  stale: ["stale", "duplicate", "column-shift"],
  "unit-slip": ["unit-slip"],
  sign: ["sign"],
};

/** Numbers from 0 to 1 that a seed determines (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const around = 200;

/** Plants errors one at a time in the tables of a text and checks the lines around each. The seed determines everything. */
export async function plantedOutcomes(text: string, count: number, seed: number, kinds: readonly PlantKind[] = plantKinds): Promise<PlantOutcome[]> {
  const random = randomFrom(seed);
  const one = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)];
  const lines = text.split("\n");
  const grids = gridsOf(text);
  const figures = grids.flatMap((grid) => grid.figures.flat().flatMap((figure) => (figure && plantable(figure) ? [{ figure, grid }] : [])));
  const clean = new Map<number, Promise<{ keys: ReadonlySet<string>; leftOut: ReadonlySet<number> }>>();
  const outcomes: PlantOutcome[] = [];
  for (let tries = 0; outcomes.length < count && tries < 40 * count; tries += 1) {
    const [kind, chosen] = [kinds[outcomes.length % kinds.length], one(figures)];
    const now = kind && chosen && wrong(kind, chosen.figure, chosen.grid, grids, random);
    const [place] = chosen?.figure.places ?? [];
    if (!kind || !chosen || !place || now === undefined || now === chosen.figure.text) continue;
    const first = Math.max(0, Math.floor((place.line - 1) / around) * around - around);
    const window = lines.slice(first, first + 3 * around);
    const line = place.line - first;
    const known = clean.get(first) ?? cleanRun(window.join("\n"));
    clean.set(first, known);
    const planted = window.map((each, at) => (at === line - 1 ? written(each, place, now) : each)).join("\n");
    const plant: Plant = { kind, line: place.line, start: place.start, was: chosen.figure.text, now, text: planted };
    outcomes.push(outcomeOf(plant, line, (await checked(readText(planted))).findings, await known));
  }
  return outcomes;
}

function gridsOf(text: string): Grid[] {
  return readText(text).tables.flatMap(sidesOf).map((table, index) => gridOf(table, index, "", index * 100_000));
}

const digits = (text: string) => text.replace(/\D/g, "");
const plantable = ({ text, places, dash }: Figure) => !dash && places.length === 1 && /^-?[\d,]+(?:\.\d+)?%?$/.test(text) && digits(text).replace(/^0+/, "").length >= 3;

async function cleanRun(text: string) {
  const { findings, coverage } = await checked(readText(text));
  return { keys: new Set(findings.map(keyOf)), leftOut: new Set(coverage.leftOut.map(({ line }) => line)) };
}

const keyOf = ({ figure: { text, places } }: Finding) => `${places[0]?.line} ${places[0]?.start} ${text}`;

function outcomeOf(plant: Plant, line: number, findings: readonly Finding[], clean: { keys: ReadonlySet<string>; leftOut: ReadonlySet<number> }): PlantOutcome {
  const isPlant = (ref: FigureRef) => ref.text === plant.now && ref.places.some((place) => place.line === line);
  const fresh = findings.filter((finding) => !clean.keys.has(keyOf(finding)));
  const own = fresh.filter(({ figure }) => isPlant(figure));
  const righted = own.filter(({ expected }) => bare(expected) === bare(plant.was));
  return {
    plant,
    tied: !clean.leftOut.has(line),
    noticed: fresh.length > 0,
    pointed: own.length > 0,
    righted: righted.length > 0,
    named: own.some(({ difference }) => names[plant.kind].includes(difference)),
  };
}

const bare = (text: string) => text.replace(/[^\d.-]/g, "");

/** The line with another text at a place, the spaces beside it given up or filled so that its columns stay where they are. */
function written(line: string, { start, end }: { start: number; end: number }, now: string): string {
  const more = now.length - (end - start);
  const before = line.slice(0, start);
  if (more <= 0) return before + " ".repeat(-more) + now + line.slice(end);
  const spare = Math.min(more, Math.max(0, / *$/.exec(before)?.[0].length ?? 0) - 2);
  return (spare > 0 ? before.slice(0, -spare) : before) + now + line.slice(end);
}

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
    case "sign":
      return text.startsWith("-") ? text.slice(1) : `-${text}`;
  }
}
