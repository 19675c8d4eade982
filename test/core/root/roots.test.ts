import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import { chosenRate, datedInternalRates, internalRates } from "../../../src/core/discounting/internal-rate.ts";
import { rootsOf, type RootSet } from "../../../src/core/root/roots.ts";
import { flaws, type TimedFlow, valueAt } from "./certificate.ts";

const Wide = Decimal.clone({ precision: 120 });

const years = (flows: readonly number[]): TimedFlow[] => flows.map((flow, time) => ({ flow, time: new Decimal(time) }));
const days = (flows: readonly number[], dates: readonly number[]): TimedFlow[] =>
  flows.map((flow, index) => ({ flow, time: new Decimal((dates[index] ?? 0) - Math.min(...dates)).div(365) }));
const irr = (flows: readonly number[]) => internalRates(flows.map((flow) => new Decimal(flow)));
const xirr = (flows: readonly number[], dates: readonly number[]) => datedInternalRates(flows.map((flow) => new Decimal(flow)), dates);
const rates = ({ roots }: RootSet) => roots.map(({ rate }) => rate.toNumber());

/** Flows whose rates of return are these, in percent: the product of (100 + rate − 100 × growth factor) by hand. */
function flowsWith(...percents: readonly number[]): number[] {
  return percents.reduce<number[]>((flows, percent) => [...flows, 0].map((flow, index) => -100 * flow + (100 + percent) * (flows[index - 1] ?? 0)), [1]);
}

describe("yearly flows: every rate above −100%", () => {
  it.each([
    ["one", [-100, 60, 60], [0.1306623862918075]],
    ["at a rate of exactly zero", [-100, 50, 50], [0]],
    ["two", flowsWith(10, 40), [0.1, 0.4]],
    ["three", flowsWith(10, 20, 30), [0.1, 0.2, 0.3]],
    ["five that crowd together", flowsWith(0, 5, 10, 20, 30), [0, 0.05, 0.1, 0.2, 0.3]],
    ["−99.99%", [-10000, 1], [-0.9999]],
    ["+1,000,000%", [-1, 10001], [10000]],
    ["leading zeros", [0, 0, -100, 121], [0.21]],
    ["a first flow of 1e15", [-1e15, 6e14, 6e14], [0.1306623862918075]],
    ["flows of 1e-6", [-1e-6, 6e-7, 6e-7], [0.1306623862918075]],
    ["a zero between flows", [-100, 0, 121], [0.1]],
    ["negative, where spreadsheets leave the domain", [-1000, 100, 100, 100, 100], [-0.287052559958]],
  ])("%s", (_, flows, expected) => {
    const found = irr(flows);
    expect(rates(found).map((rate) => rate.toPrecision(13))).toEqual(expected.map((rate) => rate.toPrecision(13)));
    expect(flaws(years(flows), found)).toEqual([]);
    expect(found.clusters).toEqual([]);
  });

  it("none, proved by signs: all flows of one sign", () => {
    expect(irr([100, 20])).toMatchObject({ roots: [], proof: "no-sign-change" });
    expect(irr([-5, 0, -3])).toMatchObject({ roots: [], proof: "no-sign-change" });
  });

  it("none, proved by excluding every interval: two and four changes of sign", () => {
    expect(irr([100, -200, 150])).toMatchObject({ roots: [], proof: "isolation", signChanges: 2 });
    expect(irr([10, -12, 20, -15, 8])).toMatchObject({ roots: [], proof: "isolation", signChanges: 4 });
  });

  it("a double rate of 20%, which touches zero without crossing it, exactly", () => {
    const found = irr([-100, 240, -144]);
    expect(found).toMatchObject({ proof: "square-free", clusters: [] });
    expect(found.roots.map(({ rate, multiplicity }) => [rate.toString(), multiplicity])).toEqual([["0.2", 2]]);
    expect(flaws(years([-100, 240, -144]), found)).toEqual([]);
  });

  it("a double and a simple rate beside each other", () => {
    const flows = flowsWith(10, 10, 40);
    const found = irr(flows);
    expect(found.roots.map(({ rate, multiplicity }) => [rate.toFixed(12), multiplicity])).toEqual([["0.100000000000", 2], ["0.400000000000", 1]]);
    expect(flaws(years(flows), found)).toEqual([]);
  });

  it("two rates a millionth of a percent apart are told from a double one", () => {
    const near = rootsOf([
      { coefficient: new Decimal("-100"), time: new Decimal(0) },
      { coefficient: new Decimal("240.0000000000001"), time: new Decimal(1) },
      { coefficient: new Decimal("-144"), time: new Decimal(2) },
    ]);
    expect(near.roots.map(({ multiplicity }) => multiplicity)).toEqual([1, 1]);
    expect(near.proof).toBe("isolation");
  });

  it("360 monthly flows, one rate", () => {
    const flows = [-100_000, ...Array.from({ length: 360 }, () => 599.55)];
    const found = irr(flows);
    expect(rates(found).map((rate) => rate.toFixed(12))).toEqual(["0.004999993193"]);
    expect(found.proof).toBe("one-sign-change");
  });

  it("40 changes of sign", () => {
    const flows = Array.from({ length: 41 }, (_, index) => (index % 2 ? 110 : -100));
    const found = irr(flows);
    expect(found).toMatchObject({ signChanges: 40, proof: "isolation" });
    expect(found.roots).toHaveLength(2);
    expect(flaws(years(flows), found)).toEqual([]);
  });

  it("refuses flows that are all zero, since every rate solves them", () => {
    expect(() => irr([0, 0])).toThrow("every-rate-solves");
  });
});

describe("dated flows: every rate above −100%", () => {
  it.each([
    ["Excel's own example", [-10000, 2750, 4250, 3250, 2750], [39448, 39508, 39751, 39859, 39904], [0.3733625335188315]],
    ["the shape on which spreadsheets print 2.98E-09: nearly all lost in a year", [-1000, 5], [44561, 44926], [-0.995]],
    ["the same with flows in between", [-10000, 1000, 500, 500], [44561, 44600, 44700, 44926], undefined],
    ["a month, all but a hundredth lost", [-1000, 10], [44561, 44592], undefined],
    ["unordered dates", [2750, -10000, 3250, 4250, 2750], [39508, 39448, 39859, 39751, 39904], [0.3733625335188315]],
    ["repeated dates", [-6000, -4000, 2750, 2000, 2250, 3250, 2750], [39448, 39448, 39508, 39751, 39751, 39859, 39904], [0.3733625335188315]],
    ["a hundred years", [-1000, 5000], [1000, 37525], undefined],
    ["one day, +10%", [-1000, 1100], [45000, 45001], undefined],
    ["two rates", [-1000, 2500, -1540], [44561, 44926, 45291], [0.1, 0.4]],
  ])("%s", (_, flows, dates, expected) => {
    const found = xirr(flows, dates);
    expect(flaws(days(flows, dates), found)).toEqual([]);
    expect(found.clusters).toEqual([]);
    if (expected) expect(rates(found).map((rate) => rate.toPrecision(14))).toEqual(expected.map((rate) => rate.toPrecision(14)));
    else expect(found.roots).toHaveLength(1);
  });

  it("flows that cancel on one day leave nothing to solve, others no sign change", () => {
    expect(() => xirr([-100, 100], [45000, 45000])).toThrow("every-rate-solves");
    expect(xirr([-100, 150], [45000, 45000])).toMatchObject({ roots: [], proof: "no-sign-change" });
  });

  it("a double rate is proved where the dates have a common step", () => {
    expect(xirr([-100, 240, -144], [44561, 44926, 45291]).roots.map(({ rate, multiplicity }) => [rate.toFixed(15), multiplicity])).toEqual([["0.200000000000000", 2]]);
    expect(xirr([-100, 240, -144], [44561, 44892, 45223]).proof).toBe("square-free");
  });

  it("a cluster that cannot be separated is an interval, with that reason", () => {
    // −(u^301 − 1.1)² × (1 + u): a double rate over 603 days without a common step.
    const spread = rootsOf(
      [
        { coefficient: new Decimal("-1.21"), time: new Decimal(0) },
        { coefficient: new Decimal("2.2"), time: new Decimal("301") },
        { coefficient: new Decimal("-1"), time: new Decimal("602") },
        { coefficient: new Decimal("-1.21"), time: new Decimal(1) },
        { coefficient: new Decimal("2.2"), time: new Decimal("302") },
        { coefficient: new Decimal("-1"), time: new Decimal("603") },
      ],
      1,
      365,
    );
    expect(spread).toMatchObject({ roots: [], proof: "undecided" });
    expect(spread.clusters).toHaveLength(1);
    const [cluster] = spread.clusters;
    expect(cluster?.low.toFixed(9)).toBe(cluster?.high.toFixed(9));
    expect(() => chosenRate(spread, 1)).toThrow("roots-not-separated");
  });
});

describe("every rate that is answered", () => {
  const amounts = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 2, maxLength: 10 });

  it("is proved by a certificate that independent arithmetic confirms", () => {
    fc.assert(
      fc.property(amounts, (flows) => {
        fc.pre(flows.some((flow) => flow !== 0));
        expect(flaws(years(flows), irr(flows))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("is the nearest double: the sign changes between the midpoints to its two neighbours", () => {
    fc.assert(
      fc.property(amounts, (flows) => {
        fc.pre(flows.some((flow) => flow !== 0));
        for (const { rate, multiplicity } of irr(flows).roots) {
          if (multiplicity % 2 === 0 || rate.isZero()) continue;
          const [below, above] = neighbours(rate.toNumber());
          const halfway = (other: number) => exact(other).plus(exact(rate.toNumber())).div(2);
          expect(valueAt(years(flows), halfway(below)).isNegative()).not.toBe(valueAt(years(flows), halfway(above)).isNegative());
        }
      }),
      { numRuns: 60 },
    );
  });

  it("does not change with the unit of money", () => {
    fc.assert(
      fc.property(amounts, (flows) => {
        fc.pre(flows.some((flow) => flow !== 0));
        expect(rates(irr(flows.map((flow) => flow * 10_000)))).toEqual(rates(irr(flows)));
      }),
      { numRuns: 40 },
    );
  });
});

describe("a wrong certificate", () => {
  const flows = years(flowsWith(10, 20, 30));
  const right = irr(flowsWith(10, 20, 30));

  it.each([
    ["one root too few", { ...right, roots: right.roots.slice(1) }],
    ["a rate that is none", { ...right, roots: right.roots.map((root, index) => (index === 1 ? { ...root, rate: root.rate.plus("1e-12") } : root)) }],
    ["a multiplicity that is none", { ...right, roots: right.roots.map((root, index) => (index === 1 ? { ...root, multiplicity: 2 } : root)) }],
    ["none at all", { ...right, roots: [] }],
  ])("is seen through: %s", (_, planted) => {
    expect(flaws(flows, right)).toEqual([]);
    expect(flaws(flows, planted)).not.toEqual([]);
  });
});

/** A double digit by digit, where `new Decimal` takes the shortest decimal that reads as it. */
function exact(value: number): Decimal {
  let [mantissa, halvings] = [value, 0];
  for (; !Number.isInteger(mantissa); halvings++) mantissa *= 2;
  return new Wide(BigInt(mantissa).toString()).div(new Wide(2).pow(halvings));
}

/** The doubles next to a number. */
function neighbours(value: number): [number, number] {
  const bits = new DataView(new ArrayBuffer(8));
  const moved = (step: bigint) => {
    bits.setFloat64(0, value);
    bits.setBigInt64(0, bits.getBigInt64(0) + step);
    return bits.getFloat64(0);
  };
  const [a, b] = [moved(-1n), moved(1n)];
  return a < b ? [a, b] : [b, a];
}
