import { Decimal, ONE } from "../decimal.ts";
import { nearestRate } from "../discounting/internal-rate.ts";
import { rateEquation } from "../discounting/rate-equation.ts";
import { endOf } from "../discounting/valuation.ts";
import { refuse } from "../refusal.ts";
import { rootsOf, type RootSet } from "../root/roots.ts";
import { type ValueInUse, valueInUse, type ValueInUseTerms } from "./value-in-use.ts";

export interface HeadroomBreakEven {
  readonly lever: "rate" | "flows";
  readonly found: Decimal;
  readonly valueInUse: ValueInUse;
  /** Value in use less carrying amount at the break-even. */
  readonly residual: Decimal;
  readonly roots?: RootSet;
}

/**
 * The discount rate, or the uniform change of the flows, at which value in use equals the carrying
 * amount (减值临界点): what IAS 36.134(f)(iii) wants disclosed of a key assumption.
 *
 *     rate: value in use (r) = carrying amount; of several rates the one nearest to the present rate
 *     flows: change = (carrying amount + working capital − PV of the recovery) ÷ PV of the flows − 1
 *
 * A change of flows acts on the flows and the perpetuity only, not on working capital or recovery.
 * Refused: no such rate, which is said only where it is proved; flows whose present value is zero.
 */
export function headroomBreakEven(carrying: Decimal, terms: ValueInUseTerms, lever: "rate" | "flows"): HeadroomBreakEven {
  const { baseWorkingCapital = new Decimal(0), recovery = new Decimal(0), growth, terminalFlow } = terms;
  if (lever === "rate") {
    const roots = rootsOf(rateEquation(terms, carrying.plus(baseWorkingCapital), [{ coefficient: recovery, time: endOf(terms) }]));
    const perpetual = growth !== undefined || terminalFlow !== undefined;
    const rate = nearestRate(roots, terms.rate, carrying, (candidate) => !perpetual || candidate.gt(growth ?? 0));
    return { ...reached(carrying, { ...terms, rate }), lever, found: rate, roots };
  }
  const { flows, recoveryPresentValue } = valueInUse(terms);
  if (flows.total.isZero()) refuse({ code: "no-break-even-flows" });
  const change = carrying.plus(baseWorkingCapital).minus(recoveryPresentValue).div(flows.total).minus(1);
  const scale = ONE.plus(change);
  const scaled = { ...terms, flows: terms.flows.map((flow) => flow.times(scale)), terminalFlow: terminalFlow?.times(scale) };
  return { ...reached(carrying, scaled), lever, found: change };
}

function reached(carrying: Decimal, terms: ValueInUseTerms): Pick<HeadroomBreakEven, "valueInUse" | "residual"> {
  const found = valueInUse(terms);
  return { valueInUse: found, residual: found.total.minus(carrying) };
}
