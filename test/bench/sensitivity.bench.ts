import { Decimal } from "../../src/core/decimal.ts";
import { valuation } from "../../src/core/discounting/valuation.ts";
import { added, lowPart, multiplied, pairsOfCells } from "../../src/core/kernel/double-double.ts";
import { exactCell } from "../../src/core/kernel/exact-cell.ts";
import { type GridColumns, type GridRows, nearestGrid, roundedGrid, rowValues } from "../../src/core/kernel/value-grid.ts";
import { compared, shown, uniformStream } from "./compare.ts";

export const name = "Sensitivity grid, 100 × 100 over 20 years";

const SIZE = 100;
const uniform = uniformStream(7);
const flows = Float64Array.from({ length: 20 }, () => Math.round((50 + 100 * uniform()) * 1e8) / 100);
const rates = Float64Array.from({ length: SIZE }, (_, index) => Math.round((0.06 + index * 0.0009) * 1e6) / 1e6);
const growths = Float64Array.from({ length: SIZE }, (_, index) => Math.round((-0.01 + index * 0.0004) * 1e6) / 1e6);

/** One Horner pass a cell in plain doubles, rounded to cents as one writes it. */
function plainHorner(): Float64Array {
  const values = new Float64Array(SIZE * SIZE);
  for (let row = 0, cell = 0; row < SIZE; row++) {
    for (let column = 0; column < SIZE; column++, cell++) {
      const rate = rates[row] as number;
      const growth = growths[column] as number;
      const v = 1 / (1 + rate);
      const last = flows[flows.length - 1] as number;
      let sum = (last * (1 + growth)) / (rate - growth);
      for (let index = flows.length - 1; index >= 0; index--) sum = (sum + (flows[index] as number)) * v;
      values[cell] = Math.round(sum * 100) / 100;
    }
  }
  return values;
}

function grid(): { rows: GridRows; columns: GridColumns } {
  const ratePairs = pairsOfCells(rates);
  const flowPairs = pairsOfCells(flows);
  const growthPairs = pairsOfCells(growths);
  const { present, size, lastFactor, error } = rowValues(flowPairs, ratePairs, "end");
  const slope = { high: new Float64Array(SIZE), low: new Float64Array(SIZE) };
  const factor = { high: new Float64Array(SIZE), low: new Float64Array(SIZE) };
  for (let index = 0; index < SIZE; index++) {
    slope.high[index] = multiplied(lastFactor.high[index] as number, lastFactor.low[index] as number, flowPairs.high[19] as number, flowPairs.low[19] as number);
    slope.low[index] = lowPart();
    factor.high[index] = added(1, 0, growthPairs.high[index] as number, growthPairs.low[index] as number);
    factor.low[index] = lowPart();
  }
  return {
    rows: { offset: present, offsetError: size.map((value) => value * error), slope, slopeError: error, rates: ratePairs },
    columns: { factor, growths: growthPairs, perpetual: true },
  };
}

const decimals = [...flows].map((flow) => new Decimal(String(flow)));

function exact(cell: number, digits: number | undefined): number {
  const rate = new Decimal(String(rates[Math.floor(cell / SIZE)]));
  const growth = new Decimal(String(growths[cell % SIZE]));
  const flow = (decimals[19] ?? new Decimal(0)).times(growth.plus(1));
  return exactCell({ flows: decimals, rate, timing: "end", perpetuity: { flow, growth }, scale: new Decimal(1), recovery: new Decimal(0), constant: new Decimal(0) }, digits).toNumber();
}

/** The grid with its undecided cells redone in exact fractions, as the function does it. */
function finished(digits: number | undefined): { values: Float64Array; undecided: number } {
  const { rows, columns } = grid();
  const { values, undecided } = digits === undefined ? nearestGrid(rows, columns) : roundedGrid(rows, columns, digits);
  for (const cell of undecided) values[cell] = exact(cell, digits);
  return { values, undecided: undecided.length };
}

export async function run(): Promise<string> {
  const measured = compared({ "plain Horner, doubles": plainHorner, "digits = 2, exact": () => finished(2), "nearest doubles": () => finished(undefined) }, 15, 60);
  const oracle = Array.from({ length: SIZE * SIZE }, (_, cell) => ({ cents: exact(cell, 2), nearest: exact(cell, undefined) }));
  // The oracle itself against decimals of 50 digits, on a tenth of the cells.
  const astray = oracle.filter(({ cents }, cell) => {
    if (cell % 10 !== 0) return false;
    const plain = valuation({ flows: decimals, rate: new Decimal(String(rates[Math.floor(cell / SIZE)])), growth: new Decimal(String(growths[cell % SIZE])) }).total;
    return plain.toDecimalPlaces(2).toNumber() !== cents;
  }).length;
  const [cents, nearest] = [finished(2), finished(undefined)];
  const wrong = (values: Float64Array, key: "cents" | "nearest") => oracle.filter((cell, index) => cell[key] !== values[index]).length;
  const faults = [`${wrong(plainHorner(), "cents")} cells of 10,000 misrounded`, `${wrong(cents.values, "cents")} misrounded; ${cents.undecided} redone in exact fractions`, `${wrong(nearest.values, "nearest")} not the nearest; ${nearest.undecided} redone in exact fractions`];
  const rows = measured.map(({ job, milliseconds, ratio }, index) => `| ${job} | ${shown(milliseconds)} ms | ${shown(ratio)} | ${faults[index]} |`);
  return ["| method | time | ratio to plain Horner | cells |", "|---|---|---|---|", ...rows, "", `Oracle: exact fractions; ${astray} of 1,000 of its cells differ from decimals of 50 digits.`].join("\n");
}
