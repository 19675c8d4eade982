import type { FunctionTexts } from "../texts.ts";
import { creditLoss } from "./credit-loss.ts";
import { discounting } from "./discounting.ts";
import { impairment } from "./impairment.ts";
import { margin } from "./margin.ts";
import { tieOut } from "./tie-out.ts";

export const functionTexts: FunctionTexts = { ...creditLoss, ...discounting, ...impairment, ...margin, ...tieOut };
