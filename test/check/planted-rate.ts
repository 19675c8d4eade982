import { checked } from "../../src/check/checked.ts";
import type { Finding, FigureRef } from "../../src/check/finding.ts";
import { type Grid, gridOf } from "../../src/check/grid.ts";
import { sidesOf } from "../../src/reading/sides.ts";
import { readText } from "../../src/reading/text.ts";
import { type Misprint, misprints, plantable, type PlantKind, plantKinds } from "./plants.ts";

/** A text in which a figure of a table was made wrong. */
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
  /** How it is called by the finding that points at it, or by the first where none does. */
  readonly called: Finding["difference"] | undefined;
  /** How many findings it makes. */
  readonly findings: number;
}

/** What each kind may fairly be called: a figure taken from another year is stale as well as shifted. */
const names: Readonly<Record<PlantKind, readonly Finding["difference"][]>> = {
  "digit-slip": ["digit-slip"],
  transposition: ["transposition"],
  "column-shift": ["column-shift", "duplicate", "swapped", "stale"],
  stale: ["stale", "duplicate", "column-shift"],
  "unit-slip": ["unit-slip"],
  sign: ["sign"],
  duplicate: ["duplicate"],
  "missing-row": ["missing-row", "duplicate"],
  swapped: ["swapped"],
  "row-shift": ["column-shift"],
  random: ["unexplained", "two-versions"],
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
    const wrong = kind && chosen ? misprints(kind, chosen.figure, chosen.grid, grids, random).filter(({ figure, now }) => now !== figure.text) : [];
    const [place] = chosen?.figure.places ?? [];
    const [only] = wrong;
    if (!kind || !chosen || !place || !only) continue;
    const first = Math.max(0, Math.floor((place.line - 1) / around) * around - around);
    const window = lines.slice(first, first + 3 * around);
    const line = place.line - first;
    const known = clean.get(first) ?? cleanRun(window.join("\n"));
    clean.set(first, known);
    const planted = window.map((each, at) => misprinted(each, first + at + 1, wrong)).join("\n");
    const plant: Plant = { kind, line: place.line, start: place.start, was: chosen.figure.text, now: only.now, text: planted };
    outcomes.push(outcomeOf(plant, wrong, first, line, (await checked(readText(planted))).findings, await known));
  }
  return outcomes;
}

function gridsOf(text: string): Grid[] {
  return readText(text).tables.flatMap(sidesOf).map((table, index) => gridOf(table, index, "", index * 100_000));
}

async function cleanRun(text: string) {
  const { findings, coverage } = await checked(readText(text));
  return { keys: new Set(findings.map(keyOf)), leftOut: new Set(coverage.leftOut.map(({ line }) => line)) };
}

const keyOf = ({ figure: { text, places } }: Finding) => `${places[0]?.line} ${places[0]?.start} ${text}`;

function outcomeOf(plant: Plant, wrong: readonly Misprint[], first: number, line: number, findings: readonly Finding[], clean: { keys: ReadonlySet<string>; leftOut: ReadonlySet<number> }): PlantOutcome {
  const isPlant = (ref: FigureRef) => wrong.some(({ figure, now }) => ref.text === now && ref.places.some((place) => place.line === (figure.places[0]?.line ?? 0) - first));
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
    called: (own.find(({ difference }) => names[plant.kind].includes(difference)) ?? own[0] ?? fresh[0])?.difference,
    findings: fresh.length,
  };
}

const bare = (text: string) => text.replace(/[^\d.-]/g, "");

/** A line with what goes wrong in it, from its end so that places stay where they are. */
function misprinted(line: string, number: number, wrong: readonly Misprint[]): string {
  return wrong
    .flatMap(({ figure: { places }, now }) => places.filter((place) => place.line === number).map((place) => ({ place, now })))
    .sort((a, b) => b.place.start - a.place.start)
    .reduce((text, { place, now }) => written(text, place, now), line);
}

/** The line with another text at a place, the spaces beside it given up or filled so that its columns stay where they are. */
function written(line: string, { start, end }: { start: number; end: number }, now: string): string {
  const more = now.length - (end - start);
  const before = line.slice(0, start);
  if (more <= 0) return before + " ".repeat(-more) + now + line.slice(end);
  const spare = Math.min(more, Math.max(0, / *$/.exec(before)?.[0].length ?? 0) - 2);
  return (spare > 0 ? before.slice(0, -spare) : before) + now + line.slice(end);
}

