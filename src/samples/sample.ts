import type { SheetPlan } from "../workbook/port.ts";
import { impairment2024to2025 } from "./impairment-2024-2025.ts";
import { incomeApproach } from "./income-approach.ts";
import { inventory2025 } from "./inventory-2025.ts";
import { lossRate2024 } from "./loss-rate-2024.ts";
import { margin2025 } from "./margin-2025.ts";
import { marginAnalysis } from "./margin-analysis.ts";
import { projectEvaluation } from "./project-evaluation.ts";

/** A sample workbook as data: inputs, our formulas, the printed figures beside them, and ties. */
export interface Sample {
  /** Locales name it; links and tests go by it. */
  readonly id: SampleId;
  /** Where its figures are printed. */
  readonly source: string;
  sheets(): readonly SheetPlan[];
}

export type SampleId = "loss-rate-2024" | "impairment-2024-2025" | "margin-2025" | "margin-analysis" | "project-evaluation" | "inventory-2025" | "income-approach";

/** Every sample, in the order the Home room shows them. */
export const samples: readonly Sample[] = [lossRate2024, impairment2024to2025, margin2025, marginAnalysis, projectEvaluation, inventory2025, incomeApproach];
