import { Decimal } from "../core/decimal.ts";
import type { PrintedDocument } from "../reading/printed-document.ts";
import { type Break, type Suspicion, suspicions, tiesOf } from "./break.ts";
import { likePrinted } from "./digits.ts";
import { approximation, exactValue, type Expression, figuresIn } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { FigureRef, Finding, Tail } from "./finding.ts";
import type { Grid } from "./grid.ts";
import { jointSlips } from "./joint-slips.ts";
import { named, type Surroundings } from "./naming.ts";
import type { Prose } from "./prose/quantities.ts";
import { redundantPart } from "./redundant.ts";
import { type Family, type Instance } from "./relation.ts";
import { solvedFor } from "./solve.ts";

const mostFrom = 12;
/** Differences whose cause is seen without the relation holding anywhere else. */
const speaking: ReadonlySet<Finding["difference"]> = new Set(["digit-slip", "transposition", "missing-row", "duplicate", "stale", "swapped", "unit-slip", "sign"]);
/** Differences that show on one total alone. */
const telling: ReadonlySet<Finding["difference"]> = new Set(["digit-slip", "transposition", "unit-slip"]);
const slight = 0.005;
/** A relation that only the figures speak for may simply take its operand from another column in that row. */
const saidSo = 10;
/** An amount added from rounded amounts may be off by so many of its last units: that is how totals are meant. */
const mostUnits = 5;

/** The differences as findings, those that matter most first. */
export function findingsOf(document: PrintedDocument, grids: readonly Grid[], proses: readonly Prose[], used: readonly Family[], breaks: readonly Break[], doubtful: readonly Break[]): Finding[] {
  const all = [...grids.flatMap(({ figures }) => figures.flat().flatMap((figure) => figure ?? [])), ...proses.flatMap(({ quantities }) => quantities.map(({ figure }) => figure))];
  const byText = new Map<string, Figure[]>();
  for (const figure of all) byText.set(figure.text, [...(byText.get(figure.text) ?? []), figure]);
  const around: Surroundings = { grids, byText, footed: footedIn(used), holds: holdingIn(used) };
  const ties = tiesOf(used, echoes(all, grids));
  const refer = (figure: Figure) => referenceTo(figure, grids, document);
  const plugs = pluggedIn(used);
  const asked = breaks.filter(({ instance }) => !isPlug(instance, plugs));
  const slips = jointSlips(asked, used, grids);
  const joint = slips.map(({ suspect, breaks: own, difference, other }): Suspicion => ({ suspect, breaks: own, slip: { difference, other } }));
  const settled = new Set(slips.flatMap((slip) => slip.breaks));
  const sure = [...joint, ...suspicions(asked.filter((each) => !settled.has(each)), ties, grids)]
    .map((suspicion) => findingOf(suspicion, around, refer))
    .filter(({ finding, words, joint: several }) => several || finding.difference !== "column-shift" || finding.figure.cell === undefined || words >= saidSo)
    .filter(({ finding, units }) => finding.difference !== "rounded-intermediate" || finding.figure.text.includes("%") || units > mostUnits);
  const known = new Set(sure.flatMap(({ figures }) => figures.map(({ id }) => id)));
  const guessed = suspicions(doubtful.filter(({ instance }) => !known.has(instance.printed.id)), ties, grids)
    .map((suspicion) => findingOf(suspicion, around, refer))
    .filter(({ finding, off }) => telling.has(finding.difference) || off < slight)
    .map((found) => ({ ...found, finding: { ...found.finding, confidence: "medium" as const } }));
  return [...sure, ...guessed]
    .sort((a, b) => Number(b.off >= slight) - Number(a.off >= slight) || Number(b.finding.confidence === "high") - Number(a.finding.confidence === "high") || lineOf(a.finding) - lineOf(b.finding))
    .map(({ finding }) => finding);
}

/** Relations that hold with less say too little of their figures. */
const leastBits = 6;
const echoed = 6;

/** Figures of many digits that other tables and sentences print too: their digits are no slip. */
function echoes(all: readonly Figure[], grids: readonly Grid[]): Figure[] {
  const places = new Map<string, Set<string>>();
  const key = ({ value }: Figure) => String(value);
  const telling = all.filter(({ text, kind }) => kind === "amount" && text.replace(/\D/g, "").length >= echoed);
  for (const figure of telling) {
    const { cell, words } = figure;
    if (cell && grids[cell.table]?.rows[cell.row]?.kind !== "item") continue;
    places.set(key(figure), (places.get(key(figure)) ?? new Set()).add(cell ? `t${cell.table}` : `p${words?.paragraph}`));
  }
  return telling.filter((figure) => (places.get(key(figure))?.size ?? 0) > 1);
}

const lineOf = ({ figure }: Finding) => figure.places[0]?.line ?? 0;

function findingOf({ suspect: pointed, breaks, slip }: Suspicion, around: Surroundings, refer: (figure: Figure) => FigureRef): { finding: Finding; off: number; units: number; words: number; joint: boolean; figures: Figure[] } {
  // The relation that ties the figure down most closely says best what it should be.
  const best = [...breaks].sort((a, b) => b.instance.bits - a.instance.bits || b.held - a.held)[0];
  if (!best) throw new RangeError("a suspicion without a break");
  const { instance } = best;
  const extra = slip ? undefined : redundantPart(instance);
  const suspect = extra?.part ?? pointed;
  const expected = slip?.other.printed.value ?? (extra ? new Decimal(0) : (solvedFor(instance, suspect) ?? suspect.printed.value));
  const { difference, other } = slip ?? (extra ? { difference: "duplicate" as const, other: extra.twin } : named(suspect, expected, best, breaks.filter((each) => each !== best), around));
  const inputs = figuresIn(instance.expression);
  return {
    finding: {
      difference,
      rule: instance.rule,
      confidence: best.held >= 3 || (best.held >= 1 && best.family.words >= 12) || (best.held >= 2 && speaking.has(difference)) ? "high" : "medium",
      figure: refer(suspect),
      expected: extra ? "" : twoPrints(instance) && suspect !== instance.printed ? instance.printed.text : likePrinted(expected, instance.rule === "bound" ? finer(suspect) : suspect),
      result: suspect === instance.printed ? undefined : refer(instance.printed),
      from: inputs.filter((figure) => figure !== suspect).slice(0, mostFrom).map(refer),
      other: other && refer(other),
      held: best.held,
      also: [...new Set(breaks.filter((each) => each !== best).map((each) => each.instance.rule))],
    },
    off: expected.isZero() ? 1 : expected.minus(suspect.printed.value).div(expected).abs().toNumber(),
    units: suspect.printed.unit.isZero() ? Infinity : expected.minus(suspect.printed.value).div(suspect.printed.unit).abs().toNumber(),
    words: best.family.words,
    joint: slip !== undefined,
    figures: [instance.printed, ...inputs],
  };
}

/** What lies just beyond a round bound needs more digits than the bound to be told from it. */
const finer = (figure: Figure): Figure => ({ ...figure, printed: { ...figure.printed, unit: figure.printed.unit.div(100) } });

const twoPrints = ({ rule }: Instance) => rule === "claim" || rule === "same-figure" || rule === "trend" || rule === "comparison";

/** Shares whose total their printed parts reach to the digit. */
function pluggedIn(used: readonly Family[]): Set<number> {
  const plugged = new Set<number>();
  for (const { rule, instances } of used) {
    if (rule !== "sum") continue;
    for (const { holds, printed, expression } of instances) {
      if (holds && printed.kind === "rate" && printed.value === 1 && adds(printed, expression)) for (const { id } of figuresIn(expression)) plugged.add(id);
    }
  }
  return plugged;
}

/** A share put right in its last digit so that the column adds to 100% exactly: a tail that was placed, no error. */
function isPlug({ rule, printed, expression }: Instance, plugs: ReadonlySet<number>): boolean {
  if (rule !== "share" || !plugs.has(printed.id)) return false;
  return exactValue(expression).value.minus(printed.printed.value).abs().lt(printed.printed.unit.times("1.5"));
}

/** Whether printed parts add to a printed total to the digit. */
function adds(printed: Figure, expression: Expression): boolean {
  return Math.abs((approximation(expression)?.value ?? Infinity) - printed.value) <= 1e-9 * Math.max(1, Math.abs(printed.value)) && exactValue(expression).value.eq(printed.printed.value);
}

/** Totals that their printed parts reach to the digit. */
function footedIn(used: readonly Family[]): Set<number> {
  const footed = new Set<number>();
  for (const { rule, instances } of used) {
    if (rule !== "sum") continue;
    for (const { holds, printed, expression } of instances) if (holds && adds(printed, expression)) footed.add(printed.id);
  }
  return footed;
}

/** Whether a figure takes part in a relation that holds without another figure in it. */
function holdingIn(used: readonly Family[]): Surroundings["holds"] {
  let byFigure: Map<number, ReadonlySet<number>[]> | undefined;
  const indexed = () => {
    const index = new Map<number, ReadonlySet<number>[]>();
    for (const { holds, bits, printed, expression } of used.flatMap(({ instances }) => instances)) {
      if (!holds || bits < leastBits) continue;
      const ids = new Set([printed, ...figuresIn(expression)].map(({ id }) => id));
      for (const id of ids) index.set(id, [...(index.get(id) ?? []), ids]);
    }
    return index;
  };
  return (figure, apart) => ((byFigure ??= indexed()).get(figure.id) ?? []).some((ids) => !ids.has(apart.id));
}

/** A figure by what it says, where it stands, and its names. */
function referenceTo(figure: Figure, grids: readonly Grid[], document: PrintedDocument): FigureRef {
  const { text, places, cell, words } = figure;
  const grid = cell && grids[cell.table];
  if (grid && cell) {
    const [row, column] = [grid.rows[cell.row], grid.columns[cell.column]];
    return { text, places, cell, name: [row?.group === row?.label ? "" : row?.group, row?.text, column?.text].filter(Boolean).join(" · ") };
  }
  const paragraph = words && document.paragraphs[words.paragraph]?.text;
  return { text, places, cell: undefined, name: paragraph && words ? nameBefore(paragraph.slice(0, words.start)) : "" };
}

/** The words a figure in a sentence belongs to: the last clause before it that is more than figures and their joints. */
function nameBefore(text: string): string {
  const clauses = text.split(/[，。；：:;、（）()]/).map((clause) => clause.replace(/(?:分别|依次)?(?:为|是)?\s*$/, "").trim());
  return clauses.findLast((clause) => (clause.replace(/[\d.,%]+\s*(?:亿元|万元|元|倍|次|吨|个百分点)?/g, "").match(/\p{Script=Han}/gu) ?? []).length >= 3)?.slice(-40) ?? "";
}

/** Results that print rounding alone sets apart from what their figures make. */
export function tailsOf(document: PrintedDocument, grids: readonly Grid[], _proses: readonly Prose[], used: readonly Family[]): Tail[] {
  const seen = new Set<number>();
  return used.flatMap(({ instances }) =>
    instances.flatMap((instance): Tail[] => {
      if (!instance.holds || instance.bits < 3 || seen.has(instance.printed.id) || !isTail(instance)) return [];
      seen.add(instance.printed.id);
      return [{ figure: referenceTo(instance.printed, grids, document), expected: likePrinted(exactValue(instance.expression).value, instance.printed), rule: instance.rule }];
    }),
  );
}

function isTail({ printed, expression }: Instance): boolean {
  const { value, unit } = printed.printed;
  if (unit.isZero()) return false;
  // Doubles tell unless the value lies on the very edge of what prints as the figure.
  const off = Math.abs((approximation(expression)?.value ?? printed.value) - printed.value) / ((printed.high - printed.low) / 2);
  if (Math.abs(off - 1) > 1e-6) return off > 1;
  return !exactValue(expression).value.div(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).eq(value.div(unit));
}
