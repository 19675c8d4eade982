import { eclRates, eclRecoveryMigration } from "./credit-loss/loss-rates.ts";
import { eclProvision, eclTable } from "./credit-loss/provision.ts";
import { dcfTable, dcfValue } from "./discounting/valuation.ts";
import { impairLoss, impairTable } from "./impairment/assessment.ts";
import { marginSensitivity } from "./margin/sensitivity.ts";
import { readNumber } from "./tie-out/read-number.ts";
import { tieProduct, tieRatio, tieSum } from "./tie-out/sums.ts";

/** Every worksheet function, in the order the function room shows them. Hosts, metadata, pane and tests are readings of this list. */
export const catalogue = [
  eclRecoveryMigration,
  eclRates,
  eclProvision,
  eclTable,
  dcfValue,
  dcfTable,
  impairLoss,
  impairTable,
  marginSensitivity,
  tieSum,
  tieRatio,
  tieProduct,
  readNumber,
] as const;

export type Catalogued = (typeof catalogue)[number];
export type FunctionId = Catalogued["id"];
