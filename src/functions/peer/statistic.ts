import { Decimal, decimalOfCell, ZERO } from "../../core/decimal.ts";
import { type Statistic, standing, statistic } from "../../core/peer/statistic.ts";
import { type Place, refuse } from "../../core/refusal.ts";
import { at, type Grid } from "../../core/table.ts";
import { reading } from "../../core/tie-out/printed-number.ts";
import { type Cell, isCellError } from "../cell.ts";
import { block, define, figure } from "../define.ts";
import { cellsOf, choice, defaulted, number, optional, type Parameter, required } from "../parameter.ts";
import { type Step, step } from "../step.ts";
import { word } from "../term.ts";

const positions = { below: "x < min(v)", within: "min(v) ≤ x ≤ max(v)", above: "x > max(v)" } as const;

/** A peer's figure: a number, a dash, or nothing; refused only where it is asked for. */
type PeerFigure = () => Decimal | "dash" | "absent";

export const peerStat = define({
  id: "PEER.STAT",
  family: "peer",
  source: "filing 002, lines 3284–3314 and 3733–3740",
  formula: "mean = Σ(v) ÷ n",
  parameters: {
    values: peerFigures(),
    stat: defaulted(choice("mean", "median", "min", "max", "count"), "mean"),
    exclude: optional(exclusions()),
    dash: defaulted(choice("skip", "zero"), "skip"),
  },
  returns: "scalar",
  example: [[["1.02%", "-", "2.09%", "0.00%", "不适用"]], undefined, undefined, undefined],
  compute({ values, stat, exclude, dash }) {
    if (exclude && shapeOf(exclude) !== shapeOf(values)) {
      refuse({ code: "shapes-differ", parameter: "exclude", given: shapeOf(exclude), other: "values", expected: shapeOf(values) });
    }
    const left = values.flatMap((row, r) => row.filter((_, c) => !exclude || !at(at(exclude, r), c)));
    const available = availableOf(left, dash === "zero");
    const result = statistic(available, stat);
    return figure(result, () => statisticSteps(available, stat, result));
  },
});

export const peerRange = define({
  id: "PEER.RANGE",
  family: "peer",
  source: "filing 002, lines 3491–3519",
  formula: "min(v) ≤ x ≤ max(v)",
  parameters: { value: number(), peers: peerFigures() },
  returns: "matrix",
  example: [[["0.26%"]], [["0.18%", "1.35%", "0.42%", "无余额"]]],
  compute({ value, peers }) {
    const available = availableOf(peers.flat(), false);
    const found = standing(value, available);
    return block([[word(found.position), found.percentile]], () => {
      const peerSymbols = { v: ["peer-figure", available], x: ["own-figure", value] } as const;
      const n = ["count", new Decimal(available.length)] as const;
      const position = step("peer-position", positions[found.position], peerSymbols, word(found.position));
      if (found.position !== "within" || available.length === 1) {
        return [position, step("percentile", found.percentile.toString(), {}, found.percentile)];
      }
      if (found.from.eq(found.to)) {
        return [position, step("percentile", "k ÷ (n − 1)", { k: ["smaller-peers", new Decimal(found.smaller)], n }, found.percentile)];
      }
      const symbols = { k: ["smaller-peers", new Decimal(found.smaller)], x: ["own-figure", value], a: ["peer-below", found.from], b: ["peer-above", found.to], n } as const;
      return [position, step("percentile", "(k − 1 + (x − a) ÷ (b − a)) ÷ (n − 1)", symbols, found.percentile)];
    });
  },
});

function statisticSteps(available: readonly Decimal[], stat: Statistic, result: Decimal): Step[] {
  const v = ["peer-figure", available] as const;
  const n = ["count", new Decimal(available.length)] as const;
  if (stat === "count") return [step("count", "n", { n }, result)];
  if (stat === "mean") return [step("mean", "Σ(v) ÷ n", { v, n }, result)];
  // The median has no formula in the notation of steps but the mean of the two in the middle.
  const sorted = [...available].sort((a, b) => a.comparedTo(b));
  const lower = at(sorted, Math.floor((sorted.length - 1) / 2));
  const upper = at(sorted, Math.floor(sorted.length / 2));
  if (stat === "median") return [step("median", "(a + b) ÷ 2", { a: ["middle-figure", lower], b: ["middle-figure", upper] }, result)];
  const [formula, term] = stat === "min" ? (["a", "smallest"] as const) : (["a", "largest"] as const);
  return [step(term, formula, { a: ["peer-figure", result], v }, result)];
}

function availableOf(figures: readonly PeerFigure[], dashIsZero: boolean): Decimal[] {
  return figures.flatMap((peer) => {
    const found = peer();
    if (found === "absent") return [];
    return found === "dash" ? (dashIsZero ? [ZERO] : []) : [found];
  });
}

const shapeOf = (grid: Grid<unknown>) => `${grid.length} × ${grid[0]?.length ?? 0}`;

function peerFigures(): Parameter<Grid<PeerFigure>> {
  return required("peer-figures", (argument, name) => cellsOf(argument, name, (cell, place) => () => peerFigureIn(cell, place)));
}

function peerFigureIn(cell: Cell, place: Place): Decimal | "dash" | "absent" {
  if (typeof cell === "number" || cell === null) return decimalOfCell(cell ?? 0);
  if (isCellError(cell)) return refuse({ code: "error-in-cell", place, error: cell.error });
  if (typeof cell === "boolean") return refuse({ code: "not-a-number", place, text: cell ? "TRUE" : "FALSE" });
  const read = reading(cell);
  if (read.kind === "dash" || read.kind === "absent") return read.kind;
  if (read.kind === "text") return refuse({ code: "not-a-number", place, text: cell });
  return read.kind === "blank" ? ZERO : read.value;
}

/** TRUE or a text leaves a figure out; FALSE, 0 and a blank cell keep it. */
function exclusions(): Parameter<Grid<boolean>> {
  return required("exclusions", (argument, name) =>
    cellsOf(argument, name, (cell, place) => {
      if (isCellError(cell)) return refuse({ code: "error-in-cell", place, error: cell.error });
      if (typeof cell === "number" && cell !== 0) return refuse({ code: "not-a-mark", place, text: String(cell) });
      return cell === true || (typeof cell === "string" && cell.trim() !== "");
    }),
  );
}
