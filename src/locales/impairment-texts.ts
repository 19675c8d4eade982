import type { Lever } from "../workflows/impairment/evaluation.ts";
import type { FindingCode, FindingFacts, Outcome, SlotName } from "../workflows/impairment/finding.ts";
import type { AllocationMode, CostsOf, FairValueMethod, IndicatorName, LikeItem, MeasureChoice, RateSettings, RowKind, Scale, Standard, Use } from "../workflows/impairment/state.ts";
import type { StepName } from "../workflows/impairment/step.ts";
import { impairmentTest as enImpairmentTest } from "./en-us/impairment-test.ts";
import type { Language } from "./texts.ts";
import { impairmentTest as zhImpairmentTest } from "./zh-cn/impairment-test.ts";

/** What one finding says: its rule in a few words, and the sentence, which for a rule that may hold says whether it does. */
export interface FindingText<F> {
  readonly title: string;
  says(facts: F, holds: boolean): string;
}

/** The words of an impairment test: names of what it consists of, and sentences for everything that is found. */
export interface ImpairmentTexts {
  readonly steps: { readonly [S in StepName]: string };
  readonly standards: { readonly [S in Standard]: string };
  /** The paragraph of a standard: 《企业会计准则第 8 号》第十一条. */
  paragraph(standard: Standard, numbers: string): string;
  readonly outcomes: { readonly [O in Outcome]: string };
  readonly slots: { readonly [S in SlotName]: string };
  readonly indicators: { readonly [I in IndicatorName]: string };
  readonly uses: { readonly [U in Use]: string };
  readonly measures: { readonly [M in MeasureChoice]: string };
  readonly like: { readonly [L in LikeItem]: string };
  readonly rowKinds: { readonly [R in RowKind]: string };
  readonly rateSources: { readonly [S in RateSettings["source"]]: string };
  readonly rateBases: { readonly [B in RateSettings["basis"]]: string };
  readonly fairValueMethods: { readonly [M in FairValueMethod]: string };
  /** Whose the costs of disposal are. */
  readonly costsOfTitle: string;
  readonly costsOf: { readonly [C in CostsOf]: string };
  readonly allocations: { readonly [A in AllocationMode]: string };
  readonly levers: { readonly [L in Lever]: string };
  readonly scales: { readonly [S in Scale]: string };
  readonly findings: { readonly [C in FindingCode]: FindingText<Extract<FindingFacts, { code: C }>> };
}

export const impairmentTexts: Readonly<Record<Language, ImpairmentTexts>> = { "zh-CN": zhImpairmentTest, "en-US": enImpairmentTest };

/** The sentence of a finding. */
export function findingSentence(facts: FindingFacts, outcome: Outcome, { findings }: ImpairmentTexts): string {
  // The table has one text a code; the compiler cannot see that code and text belong together.
  const text = findings[facts.code] as FindingText<FindingFacts>;
  return text.says(facts, outcome === "pass");
}
