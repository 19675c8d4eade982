import { Decimal } from "../../core/decimal.ts";
import type { Proof, RootSet } from "../../core/root/roots.ts";
import { step, type Step } from "../step.ts";
import { type Term, word } from "../term.ts";

const proofs: Readonly<Record<Proof, Term>> = {
  "no-sign-change": "proof-no-sign-change",
  "one-sign-change": "proof-one-sign-change",
  isolation: "proof-isolation",
  "square-free": "proof-square-free",
  undecided: "proof-undecided",
};

/** The word for how a count of roots was established. */
export const proofWord = (proof: Proof) => word(proofs[proof]);

/** What else is known of an equation whose answer is one of its roots: the others, how many, and why no more. */
export function rootSteps(set: RootSet, answered: Decimal): Step[] {
  const others = set.roots.filter(({ rate }) => !rate.eq(answered));
  return [...others.map(({ rate }) => step("another-root", "r", { r: ["discount-rate", rate] }, rate)), ...countSteps(set)];
}

/** How many roots there are, and how that was established. */
export function countSteps({ roots, proof }: RootSet): Step[] {
  const count = new Decimal(roots.length);
  const n = ["root-count", count] as const;
  return [step("root-count", "n", { n }, count), step("root-proof", "n", { n }, proofWord(proof))];
}
