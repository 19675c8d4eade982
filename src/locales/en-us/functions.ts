import type { FunctionTexts } from "../texts.ts";
import { confirmation } from "./confirmation.ts";
import { creditLoss } from "./credit-loss.ts";
import { discounting } from "./discounting.ts";
import { funding } from "./funding.ts";
import { impairment } from "./impairment.ts";
import { inventory } from "./inventory.ts";
import { margin } from "./margin.ts";
import { pricing } from "./pricing.ts";
import { project } from "./project.ts";
import { tieOut } from "./tie-out.ts";

export const functionTexts: FunctionTexts = { ...creditLoss, ...discounting, ...impairment, ...margin, ...tieOut, ...inventory, ...pricing, ...funding, ...confirmation, ...project };
