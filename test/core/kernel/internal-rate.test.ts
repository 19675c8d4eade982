import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import { datedInternalRates, internalRates } from "../../../src/core/discounting/internal-rate.ts";
import { NO_RATE, ratesOfSets, SOLVED, UNSOLVED } from "../../../src/core/kernel/internal-rate.ts";

const exactly = (flows: readonly number[]) => flows.map((flow) => new Decimal(flow));

const solved = (flows: readonly number[], unitsPerYear: number, times?: readonly number[]) => {
  const sets = { offsets: Int32Array.of(0, flows.length), flows: Float64Array.from(flows), ...(times ? { times: Int32Array.from(times) } : {}) };
  const { rates, states } = ratesOfSets(sets, unitsPerYear);
  return { rate: rates[0], state: states[0] };
};

const amount = fc.oneof(fc.integer({ min: 1, max: 1_000_000 }), fc.constant(0), fc.integer({ min: 1, max: 2 ** 45 }));
/** Flows with one change of sign, zeros anywhere. */
const conventional = fc
  .tuple(fc.array(amount, { minLength: 1, maxLength: 4 }), fc.array(amount, { minLength: 1, maxLength: 24 }), fc.boolean())
  .filter(([before, after]) => before.some(Boolean) && after.some(Boolean))
  .map(([before, after, lent]) => [...before.map((flow) => (lent ? -flow : flow)), ...after.map((flow) => (lent ? flow : -flow))]);

describe("a set of flows with one change of sign", () => {
  it("has the nearest double that exact arithmetic proves, or is left to it: periods", () => {
    let decided = 0;
    fc.assert(
      fc.property(conventional, (flows) => {
        const { rate, state } = solved(flows, 1);
        if (state === SOLVED) expect(rate).toBe(internalRates(exactly(flows)).roots[0]?.rate.toNumber());
        else expect([state, rate]).toEqual([UNSOLVED, 0]);
        if (state === SOLVED) decided++;
      }),
      { numRuns: 200 },
    );
    // Nearly all are decided; the bound is one that chance does not reach.
    expect(decided).toBeGreaterThan(140);
  });

  it("has the nearest double that exact arithmetic proves, or is left to it: dates", () => {
    let decided = 0;
    fc.assert(
      fc.property(conventional, fc.array(fc.oneof(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 3000 })), { minLength: 28, maxLength: 28 }), (flows, gaps) => {
        const times = flows.map((_, index) => gaps.slice(0, index).reduce((days, gap) => days + gap, 0));
        const { rate, state } = solved(flows, 365, times);
        if (state === SOLVED) expect(rate).toBe(datedInternalRates(exactly(flows), times).roots[0]?.rate.toNumber());
        else expect([state, rate]).toEqual([UNSOLVED, 0]);
        if (state === SOLVED) decided++;
      }),
      { numRuns: 100 },
    );
    expect(decided).toBeGreaterThan(60);
  });

  it.each([
    ["360 months", [-100_000, ...Array.from({ length: 360 }, () => 599.5)]],
    ["−99.99%", [-10_000, 1]],
    ["+1,000,000%", [-1, 10_001]],
    ["a first flow of 1e15", [-1e15, 6e14, 6e14]],
    ["a loss of all but a hundredth", [-5_000, 10, 10, 10, 20]],
  ])("is decided too where it is hard: %s", (_, flows) => {
    expect(solved(flows, 1)).toEqual({ rate: internalRates(exactly(flows)).roots[0]?.rate.toNumber(), state: SOLVED });
  });

  it("has the same rate in any unit of money", () => {
    fc.assert(
      fc.property(conventional, fc.integer({ min: -200, max: 200 }), (flows, power) => {
        expect(solved(flows.map((flow) => flow * 2 ** power), 1)).toEqual(solved(flows, 1));
      }),
    );
  });

  it("has the same rate by periods and by days a period apart", () => {
    fc.assert(
      fc.property(conventional, (flows) => {
        const [days, periods] = [solved(flows, 1, flows.map((_, time) => time)), solved(flows, 1)];
        // One way may leave undecided what the other decides.
        if (days.state === SOLVED && periods.state === SOLVED) expect(days.rate).toBe(periods.rate);
      }),
    );
  });

  it("compounds over the periods of a year", () => {
    // 1% a month is 1.01^12 − 1 a year.
    expect(solved([-100, 101], 12)).toEqual({ rate: new Decimal("1.01").pow(12).minus(1).toNumber(), state: SOLVED });
  });
});

it("says that there is no rate only where no flow has another sign", () => {
  expect(solved([1, 2], 1).state).toBe(NO_RATE);
  expect(solved([0, -1, -2, 0], 365, [0, 1, 5, 6]).state).toBe(NO_RATE);
});

it("leaves to the general solver what doubles do not decide", () => {
  expect(solved([-100, 240, -144], 1).state).toBe(UNSOLVED);
  expect(solved([-100, 240, -144], 1, [0, 1, 2]).state).toBe(UNSOLVED);
  expect(solved([-100, 110], 1, [5, 1]).state).toBe(UNSOLVED);
  expect(solved([-100, 50, 60], 1, [0, 3, 3]).state).toBe(UNSOLVED);
  expect(solved([0, 0], 1).state).toBe(UNSOLVED);
  expect(solved([], 1).state).toBe(UNSOLVED);
  // A day at +1,000%: 11^365 is no double.
  expect(solved([-1, 11], 365, [0, 1]).state).toBe(UNSOLVED);
});
