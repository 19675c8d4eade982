import type { FunctionTexts } from "../texts.ts";
import { creditLoss } from "./credit-loss.ts";

export const functionTexts: FunctionTexts = { ...creditLoss };
