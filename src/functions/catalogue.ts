import { eclRates, eclRecoveryMigration } from "./credit-loss/loss-rates.ts";
import { dcfTable, dcfValue } from "./discounting/valuation.ts";
import { impairLoss, impairTable } from "./impairment/assessment.ts";
import { marginSensitivity } from "./margin/sensitivity.ts";

/** Every worksheet function, in the order the function room shows them. Hosts, metadata, pane and tests are readings of this list. */
export const catalogue = [
  eclRecoveryMigration,
  eclRates,
  dcfValue,
  dcfTable,
  impairLoss,
  impairTable,
  marginSensitivity,
] as const;

export type Catalogued = (typeof catalogue)[number];
export type FunctionId = Catalogued["id"];
