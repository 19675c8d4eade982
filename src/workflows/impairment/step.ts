/** The steps of a test in their order; a person may move freely between them. */
export const steps = [
  "frame",
  "indicators",
  "units",
  "methods",
  "forecast",
  "rate",
  "fair-value",
  "result",
  "allocation",
  "sensitivity",
  "back-test",
  "clauses",
  "report",
] as const;

export type StepName = (typeof steps)[number];
