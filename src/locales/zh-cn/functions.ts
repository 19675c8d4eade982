import type { FunctionTexts } from "../texts.ts";
import { creditLoss } from "./credit-loss.ts";
import { margin } from "./margin.ts";

export const functionTexts: FunctionTexts = { ...creditLoss, ...margin };
