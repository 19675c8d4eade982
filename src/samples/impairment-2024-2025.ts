import { year2024 } from "./impairment-2024.ts";
import { year2025 } from "./impairment-2025.ts";
import type { Sample } from "./sample.ts";

/** The impairment tests of three molybdenum units in two years, from the reply to an exchange's inquiry. */
export const impairment2024to2025: Sample = {
  id: "impairment-2024-2025",
  source: "filing 004, lines 536–546, 608–652, 654–898",
  sheets: () => [year2024(), year2025()],
};
