import { eclRates, eclRecoveryMigration } from "./credit-loss/loss-rates.ts";
import { marginSensitivity } from "./margin/sensitivity.ts";

/** Every worksheet function, in the order the function room shows them. Hosts, metadata, pane and tests are readings of this list. */
export const catalogue = [
  eclRecoveryMigration,
  eclRates,
  marginSensitivity,
] as const;

export type Catalogued = (typeof catalogue)[number];
export type FunctionId = Catalogued["id"];
