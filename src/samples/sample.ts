import type { ResultLanguage } from "../functions/term.ts";
import type { CellBlock } from "../workbook/address.ts";
import type { SheetPlan } from "../workbook/port.ts";
import { impairment2024to2025 } from "./impairment-2024-2025.ts";
import { impairmentTest2024 } from "./impairment-test-2024.ts";
import { impairmentTest2025 } from "./impairment-test-2025.ts";
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
  /** Impairment tests the sample brings along, filled in with links to its sheets, whose sources are told in a language. */
  tests?(language: ResultLanguage): readonly SampleTest[];
}

/** A test as a workbook saves it, whose links name blocks that have no pins before the sheets are written. */
export interface SampleTest {
  readonly document: unknown;
  readonly blocks: Readonly<Record<string, SampleBlock>>;
}

/** A block of a planned sheet. */
export interface SampleBlock extends CellBlock {
  /** The name the sheet is planned with. */
  readonly sheet: string;
}

export type SampleId = "loss-rate-2024" | "impairment-2024-2025" | "impairment-test-2025" | "impairment-test-2024" | "margin-2025" | "margin-analysis" | "project-evaluation" | "inventory-2025" | "income-approach";

/** Every sample, in the order the Home room shows them. */
export const samples: readonly Sample[] = [lossRate2024, impairment2024to2025, impairmentTest2025, impairmentTest2024, margin2025, marginAnalysis, projectEvaluation, inventory2025, incomeApproach];
