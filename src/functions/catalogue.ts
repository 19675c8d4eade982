import { changeRate } from "./change/growth.ts";
import { changeText } from "./change/text.ts";
import { confirmCoverage } from "./confirmation/coverage.ts";
import { eclAttribution, eclCompare } from "./credit-loss/comparison.ts";
import { eclForward, eclForwardFit, eclOverlay, eclScenarios } from "./credit-loss/forward-looking.ts";
import { eclGeneral, eclStage, eclTerm } from "./credit-loss/general-approach.ts";
import { eclSpecific, eclTurnover } from "./credit-loss/individual.ts";
import { eclRates, eclRecoveryMigration } from "./credit-loss/loss-rates.ts";
import { eclMigration, eclMigrationTable } from "./credit-loss/migration.ts";
import { eclProvision, eclTable } from "./credit-loss/provision.ts";
import { dcfBreakEven, dcfPreTaxRate, dcfWaccIterate } from "./discounting/break-even.ts";
import { dcfCapm, dcfFcff, dcfRelever, dcfUnlever, dcfWacc } from "./discounting/cost-of-capital.ts";
import { dcfIrr, dcfRoots, dcfXirr } from "./discounting/internal-rate.ts";
import { dcfMirr, dcfPayback } from "./discounting/measures.ts";
import { dcfExpected, dcfNpv, dcfTerminal, dcfXnpv } from "./discounting/present-value.ts";
import { dcfSensitivity } from "./discounting/sensitivity.ts";
import { dcfSimulate } from "./discounting/simulation.ts";
import { dcfTable, dcfValue } from "./discounting/valuation.ts";
import { fundBorrowingCost } from "./funding/borrowing-cost.ts";
import { fundRules } from "./funding/issue-rules.ts";
import { fundCover, fundGap } from "./funding/liquidity.ts";
import { fundWorkingCapital } from "./funding/working-capital.ts";
import { impairAllocate } from "./impairment/allocation.ts";
import { impairLoss, impairTable } from "./impairment/assessment.ts";
import { impairBackTest } from "./impairment/back-test.ts";
import { impairBreakEven } from "./impairment/break-even.ts";
import { impairCorporate } from "./impairment/corporate-assets.ts";
import { impairTierFee } from "./impairment/disposal-cost.ts";
import { impairGoodwill } from "./impairment/goodwill.ts";
import { impairHeadroom, impairRecoverable, impairReversal } from "./impairment/recoverable.ts";
import { impairNewness, impairObsolescence, impairScrap } from "./impairment/replacement-cost.ts";
import { impairSensitivity } from "./impairment/sensitivity.ts";
import { impairViu } from "./impairment/value-in-use.ts";
import { nrvContract, nrvGoods, nrvMaterial } from "./inventory/realisable-value.ts";
import { nrvProvision, nrvTable } from "./inventory/write-down.ts";
import { marginBreakEven, marginGrid, marginPassThrough } from "./margin/break-even.ts";
import { marginBridgeTable } from "./margin/bridge.ts";
import { marginChain, marginPriceCost, marginUnitCost } from "./margin/factor-effects.ts";
import { marginChange, marginContribution, marginProforma, marginRate } from "./margin/gross-margin.ts";
import { marginPvm } from "./margin/price-volume-mix.ts";
import { marginSensitivity } from "./margin/sensitivity.ts";
import { marginLag, marginSpread } from "./margin/spread.ts";
import { peerRange, peerStat } from "./peer/statistic.ts";
import { pricingFairValue, pricingTable } from "./pricing/provisional-price.ts";
import { projectEvaluate } from "./project/evaluation.ts";
import { projectBep, projectCapacity } from "./project/output.ts";
import { projectSensitivity } from "./project/sensitivity.ts";
import { tieBase, tieImplied } from "./tie-out/implied.ts";
import { tieChange, tieRoll, tieWeighted } from "./tie-out/movements.ts";
import { readNumber } from "./tie-out/read-number.ts";
import { readUnit } from "./tie-out/read-unit.ts";
import { tieProduct, tieRatio, tieSum } from "./tie-out/sums.ts";
import { eclAging, eclAgingFifo } from "./credit-loss/ageing.ts";

/** Every worksheet function, in the order the function room shows them. Hosts, metadata, pane and tests are readings of this list. */
export const catalogue = [
  eclAging,
  eclAgingFifo,
  eclMigration,
  eclMigrationTable,
  eclRecoveryMigration,
  eclRates,
  eclForward,
  eclForwardFit,
  eclOverlay,
  eclScenarios,
  eclProvision,
  eclTable,
  eclSpecific,
  eclCompare,
  eclStage,
  eclTerm,
  eclGeneral,
  eclAttribution,
  eclTurnover,
  dcfNpv,
  dcfXnpv,
  dcfIrr,
  dcfXirr,
  dcfRoots,
  dcfMirr,
  dcfTerminal,
  dcfValue,
  dcfTable,
  dcfExpected,
  dcfFcff,
  dcfCapm,
  dcfRelever,
  dcfUnlever,
  dcfWacc,
  dcfWaccIterate,
  dcfPreTaxRate,
  dcfPayback,
  dcfBreakEven,
  dcfSensitivity,
  dcfSimulate,
  impairViu,
  impairRecoverable,
  impairLoss,
  impairHeadroom,
  impairTable,
  impairAllocate,
  impairGoodwill,
  impairCorporate,
  impairReversal,
  impairBreakEven,
  impairSensitivity,
  impairNewness,
  impairObsolescence,
  impairScrap,
  impairTierFee,
  impairBackTest,
  marginRate,
  marginChange,
  marginSensitivity,
  marginGrid,
  marginBreakEven,
  marginPassThrough,
  marginContribution,
  marginBridgeTable,
  marginPvm,
  marginPriceCost,
  marginChain,
  marginUnitCost,
  marginSpread,
  marginLag,
  marginProforma,
  nrvGoods,
  nrvMaterial,
  nrvContract,
  nrvProvision,
  nrvTable,
  pricingFairValue,
  pricingTable,
  projectEvaluate,
  projectBep,
  projectSensitivity,
  projectCapacity,
  fundWorkingCapital,
  fundGap,
  fundCover,
  fundBorrowingCost,
  fundRules,
  confirmCoverage,
  tieSum,
  tieRatio,
  tieChange,
  tieProduct,
  tieRoll,
  tieWeighted,
  tieImplied,
  tieBase,
  changeRate,
  changeText,
  peerStat,
  peerRange,
  readNumber,
  readUnit,
] as const;

export type Catalogued = (typeof catalogue)[number];
export type FunctionId = Catalogued["id"];
