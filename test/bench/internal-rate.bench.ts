import { IRR, XIRR } from "@formulajs/formulajs";
import { xirr as webcarrot } from "@webcarrot/xirr";
import { irr as nodeIrr, xirr as nodeXirr } from "node-irr";
import xirr from "xirr";
import { Decimal } from "../../src/core/decimal.ts";
import { datedInternalRates, internalRates } from "../../src/core/discounting/internal-rate.ts";
import { type FlowSets, ratesOfSets, SOLVED } from "../../src/core/kernel/internal-rate.ts";
import { compared, shown, uniformStream } from "./compare.ts";

export const name = "XIRR and IRR of 10,000 sets";

const SETS = 10_000;
/** Answers of this many of the sets are compared with the exact solver, which takes its time. */
const SAMPLE = 500;
const DAY = 86_400_000;

/** An outlay and returns in order of time; times in days from the first flow, or in years. */
function sets(size: number, gap: (uniform: () => number) => number): Required<FlowSets> {
  const uniform = uniformStream();
  const offsets = Int32Array.from({ length: SETS + 1 }, (_, index) => index * size);
  const flows = new Float64Array(SETS * size);
  const times = new Int32Array(SETS * size);
  for (let set = 0; set < SETS; set++) {
    const paid = Math.round(uniform() * 1e8 + 1e5) / 100;
    // Between three tenths and five times of it come back: rates on both sides of zero.
    const returned = paid * (0.3 + 4.7 * uniform());
    let time = 0;
    for (let index = 0; index < size; index++) {
      flows[set * size + index] = index === 0 ? -paid : Math.round(((returned * (0.4 + 1.2 * uniform())) / size) * 100) / 100;
      times[set * size + index] = time;
      time += gap(uniform);
    }
  }
  return { offsets, flows, times };
}

type Peer = (flows: readonly number[], times: readonly number[]) => unknown;

const dates = (times: readonly number[]) => times.map((day) => new Date(Date.UTC(2015, 0, 1) + day * DAY));

const datedPeers: Readonly<Record<string, Peer>> = {
  xirr: (flows, times) => xirr(dates(times).map((when, index) => ({ amount: flows[index] ?? 0, when }))),
  "node-irr": (flows, times) => {
    const { days, rate } = nodeXirr(dates(times).map((date, index) => ({ amount: flows[index] ?? 0, date })));
    return Number.isNaN(days) ? rate : (1 + rate) ** 365 - 1;
  },
  "@formulajs/formulajs": (flows, times) => XIRR([...flows], dates(times)),
  "@webcarrot/xirr": (flows, times) => webcarrot(dates(times).map((date, index) => ({ amount: flows[index] ?? 0, date }))),
};

const yearlyPeers: Readonly<Record<string, Peer>> = {
  "node-irr": (flows) => nodeIrr([...flows]),
  "@formulajs/formulajs": (flows) => IRR([...flows]),
};

function section(title: string, data: Required<FlowSets>, unitsPerYear: number, peers: Readonly<Record<string, Peer>>): string {
  const size = data.offsets[1] ?? 0;
  const one = (set: number) => [[...data.flows.subarray(set * size, (set + 1) * size)], [...data.times.subarray(set * size, (set + 1) * size)]] as const;
  const all = Array.from({ length: SETS }, (_, set) => one(set));
  const solve = (peer: Peer, asked = all) => asked.map(([flows, times]) => answered(() => peer(flows, times)));
  const samples = all.slice(0, SAMPLE);
  // The kernel takes doubles for what they are: money goes in as cents.
  const cents: FlowSets = { offsets: data.offsets, flows: data.flows.map((flow) => Math.round(flow * 100)), ...(unitsPerYear === 365 ? { times: data.times } : {}) };
  const { rates, states } = ratesOfSets(cents, unitsPerYear);
  const exact = samples.map(([flows, times]) => {
    const own = flows.map((flow) => new Decimal(String(flow)));
    return (unitsPerYear === 365 ? datedInternalRates(own, times) : internalRates(own)).roots[0]?.rate.toNumber() ?? Number.NaN;
  });
  const wrong = (found: readonly number[]) => found.filter((rate, index) => !(Math.abs(rate - (exact[index] ?? 0)) <= 1e-8)).length;
  const unproved = states.filter((state) => state !== SOLVED).length;
  const differing = exact.filter((rate, index) => states[index] === SOLVED && rate !== rates[index]).length;
  const measured = compared({ ours: () => ratesOfSets(cents, unitsPerYear), ...Object.fromEntries(Object.entries(peers).map(([peer, call]) => [peer, () => solve(call)])) });
  const rows = measured.map(({ job, milliseconds, ratio }) => {
    const faults = job === "ours" ? `${differing} of ${SAMPLE} differ from the exact solver in any bit; ${unproved} of ${SETS} left to it` : `${wrong(solve(peers[job] ?? (() => Number.NaN), samples))} of ${SAMPLE} wrong or missing (beyond 1e-8)`;
    return `| ${job} | ${shown(milliseconds)} ms | ${shown(ratio)} | ${faults} |`;
  });
  return [`## ${title}`, "", "| solver | time | ratio to ours | answers |", "|---|---|---|---|", ...rows].join("\n");
}

/** What a cell waits for: every rate to 50 digits, with the proof that there is no other. */
function cells(): string {
  const uniform = uniformStream(7);
  const conventional = (size: number) => Array.from({ length: size }, (_, index) => new Decimal(index === 0 ? -1000 : Math.round((2000 * (0.4 + 1.2 * uniform())) / size)));
  const days = (size: number) => Array.from({ length: size }, (_, index) => index * 91 + Math.floor(uniform() * 60));
  const [short, long, dated, datedLong] = [conventional(21), conventional(361), conventional(24), conventional(120)];
  const [shortDays, longDays] = [days(24), days(120)];
  const measured = compared({
    "DCF.IRR, 20 years": () => internalRates(short),
    "DCF.IRR, 360 months": () => internalRates(long),
    "DCF.XIRR, 24 dates": () => datedInternalRates(dated, shortDays),
    "DCF.XIRR, 120 dates": () => datedInternalRates(datedLong, longDays),
  });
  return ["## One cell", "", "| question | time | ratio |", "|---|---|---|", ...measured.map(({ job, milliseconds, ratio }) => `| ${job} | ${shown(milliseconds)} ms | ${shown(ratio)} |`)].join("\n");
}

function answered(call: () => unknown): number {
  try {
    const found = call();
    return typeof found === "number" ? found : Number.NaN;
  } catch {
    return Number.NaN;
  }
}

export async function run(): Promise<string> {
  const dated = sets(24, (uniform) => 20 + Math.floor(uniform() * 250));
  const yearly = sets(21, () => 1);
  return [
    "Every solver is given all of the sets; each answer of ours is the nearest double, proved by an error bound.",
    section("XIRR, 24 dated flows", dated, 365, datedPeers),
    section("IRR, an outlay and 20 yearly flows", yearly, 1, yearlyPeers),
    cells(),
  ].join("\n\n");
}
