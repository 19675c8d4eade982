import fc from "fast-check";
import { expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import { datedInternalRates } from "../../../src/core/discounting/internal-rate.ts";
import { NO_RATE, ratesOfSets, SOLVED, UNSOLVED } from "../../../src/core/kernel/internal-rate.ts";

const solved = (flows: readonly number[], times: readonly number[], unitsPerYear: number) => {
  const { rates, states } = ratesOfSets({ offsets: Int32Array.of(0, flows.length), flows: Float64Array.from(flows), times: Int32Array.from(times) }, unitsPerYear);
  return { rate: rates[0], state: states[0] };
};

it("gives the nearest double that exact arithmetic proves, or leaves the set to it", () => {
  const outlay = fc.integer({ min: 1, max: 5_000_000 });
  const returns = fc.array(fc.record({ flow: fc.integer({ min: 1, max: 1_000_000 }), gap: fc.integer({ min: 1, max: 700 }) }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(outlay, returns, (paid, received) => {
      const times = received.reduce<number[]>((days, { gap }) => [...days, (days.at(-1) ?? 0) + gap], [0]);
      const flows = [-paid, ...received.map(({ flow }) => flow)];
      const { rate, state } = solved(flows, times, 365);
      const exact = datedInternalRates(flows.map((flow) => new Decimal(flow)), times).roots[0]?.rate.toNumber();
      if (state === SOLVED) expect(rate).toBe(exact);
      else expect([state, rate]).toEqual([UNSOLVED, 0]);
    }),
    { numRuns: 150 },
  );
});

it("says that there is none, and leaves several changes of sign and unordered times to the general solver", () => {
  expect(solved([1, 2], [0, 1], 1).state).toBe(NO_RATE);
  expect(solved([-100, 240, -144], [0, 1, 2], 1).state).toBe(UNSOLVED);
  expect(solved([-100, 110], [5, 1], 1).state).toBe(UNSOLVED);
  expect(solved([-100, 110], [0, 1], 1)).toEqual({ rate: 0.1, state: SOLVED });
});
