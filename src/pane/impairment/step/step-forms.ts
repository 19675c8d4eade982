import type { ComponentType } from "react";
import { type StepName, steps } from "../../../workflows/impairment/step.ts";
import { AllocationStep } from "./allocation-step.tsx";
import { BackTestStep } from "./back-test-step.tsx";
import { ClausesStep } from "./clauses-step.tsx";
import { FairValueStep } from "./fair-value-step.tsx";
import { ForecastStep } from "./forecast-step.tsx";
import { FrameStep } from "./frame-step.tsx";
import { IndicatorsStep } from "./indicators-step.tsx";
import { MethodsStep } from "./methods-step.tsx";
import { RateStep } from "./rate-step.tsx";
import { ReportStep } from "./report-step.tsx";
import { ResultStep } from "./result-step.tsx";
import { SensitivityStep } from "./sensitivity-step.tsx";
import { UnitsStep } from "./units-step.tsx";

/** The form of every step the room shows. */
export const stepForms: Readonly<Partial<Record<StepName, ComponentType>>> = {
  frame: FrameStep,
  indicators: IndicatorsStep,
  units: UnitsStep,
  methods: MethodsStep,
  forecast: ForecastStep,
  rate: RateStep,
  "fair-value": FairValueStep,
  result: ResultStep,
  allocation: AllocationStep,
  sensitivity: SensitivityStep,
  "back-test": BackTestStep,
  clauses: ClausesStep,
  report: ReportStep,
};

export const shownSteps: readonly StepName[] = steps.filter((step) => stepForms[step] !== undefined);

/** Steps that are gone through unit by unit. */
export const byUnit: readonly StepName[] = ["methods", "forecast", "rate", "fair-value", "result", "allocation", "sensitivity", "back-test"];
