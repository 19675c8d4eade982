import { type CaseMap, gives, tie } from "./case-formula.ts";
import { percents } from "./published-case.ts";

/** Ageing, migration, loss rates and loss allowances as printed. */
export const creditLossCases: CaseMap = {
  "c001-054": (c) => [gives([["2008.97"], ["132.18"], ["-"], ["-"]], "OK", ["ECL.PROVISION", c.inputs("balance"), percents(c.inputs("rate_pct")), undefined, 2]), tie("TIE.SUM", "OK", c.printed("balance_total"), c.inputs("balance"))],
  "c001-055": (c) => [gives([[c.printed("provision", "lt1")], ["-"], ["-"], ["-"]], "OK", ["ECL.PROVISION", c.inputs("balance"), percents(c.inputs("rate_pct")), undefined, 2])],
  "c001-056": (c) => [
    gives(c.prints("provision"), "OK", ["ECL.PROVISION", c.inputs("balance"), percents(c.inputs("rate_pct")), undefined, 2]),
    tie("TIE.SUM", "TAIL", c.printed("provision_total"), c.prints("provision")),
    tie("TIE.SUM", "OK", c.printed("balance_total"), c.inputs("balance")),
    tie("TIE.RATIO", "OK", percents(c.prints("share_pct")), c.inputs("balance"), c.printed("balance_total")),
  ],
  "002b-M19-deminimis": (c) => [
    // 0.03 is printed to two decimals, so the theoretical figure may be anything from 67.4 to 94.3 yuan.
    tie("TIE.PRODUCT", "TAIL", c.printed("理论最大坏账准备(元)"), c.input("余额(万元)"), c.input("率"), 0.0001),
    gives("-", "OK", ["ECL.PROVISION", c.input("余额(万元)"), c.input("率"), 6, 2, 0.01]),
  ],
  "002b-M20-chain-2024": (c) => {
    const of = (side: "inputs" | "expected", column: string, name: string) => [1, 2, 3, 4, 5].map((bucket) => c.text(side, `${column}${bucket} ${name}`));
    const migration = of("expected", "D", "迁徙率");
    const rates = of("expected", "E", "预期信用损失率");
    const [m1 = "", m2 = "", m3 = "", m4 = ""] = migration;
    return [
      gives([migration], "OK", ["ECL.RECOVERYMIGRATION", [of("inputs", "A", "历史回收率")], c.input("B1 前瞻性调整系数")]),
      tie("TIE.ROLL", "OK", [of("expected", "C", "预期回收率").slice(0, 4)], [of("inputs", "A", "历史回收率").slice(0, 4)], "-", [of("inputs", "B", "前瞻性调整系数").slice(0, 4)]),
      // The chain of printed migration rates, step by step: two decimals in, twelve out.
      tie("TIE.PRODUCT", "TAIL", [[rates[0], rates[1]]], [[m1, m2]], rates[2]),
      tie("TIE.PRODUCT", "TAIL", rates[2], m3, rates[3]),
      tie("TIE.SUM", "TAIL", rates[3], m4),
    ];
  },
  "002b-M20-backsolve-2024": (c) => {
    const [e1, e2, e3, e4] = ["E1", "E2", "E3", "E4"].map((rate) => c.input(rate));
    return [
      tie("TIE.RATIO", "OK", [[c.printed("D1 迁徙率")], [c.printed("D2 迁徙率")], [c.printed("D3 迁徙率")]], [[e1], [e2], [e3]], [[e3], [e3], [e4]]),
      tie("TIE.SUM", "OK", [[c.printed("D4 迁徙率")], [c.printed("B 前瞻性调整系数")]], [[e4], [e4]]),
    ];
  },
  "002b-M20-provision-2024-rounded": (c) => [
    gives(c.names("inputs").map((bucket) => [c.printed(bucket, "坏账准备")]), "OK", ["ECL.PROVISION", c.names("inputs").map((bucket) => [c.input(bucket, "余额")]), c.names("inputs").map((bucket) => [c.input(bucket, "E")]), 6, 2]),
    gives(c.printed("合计"), "OK", ["ECL.TABLE", c.names("inputs").map((bucket) => [bucket]), c.names("inputs").map((bucket) => [c.input(bucket, "余额")]), c.names("inputs").map((bucket) => [c.input(bucket, "E")]), 6, 2], { of: (table) => [[table.at(-1)?.[3] ?? ""]] }),
  ],
  "002b-M20-provision-2024-unrounded": (c) => [
    gives(c.printed("合计"), "BREAK", ["ECL.TABLE", c.names("inputs").map((bucket) => [bucket]), c.names("inputs").map((bucket) => [c.input(bucket, "余额")]), c.names("inputs").map((bucket) => [c.input(bucket, "E")]), undefined, 2], { of: (table) => [[table.at(-1)?.[3] ?? ""]] }),
  ],
  "002b-M20-rate-display-2024": (c) => [gives([c.list("expected")], "OK", ["ECL.RATES", [c.names("inputs").map((bucket) => c.input(bucket, "E"))], [[1, 2, 3, 4, 5]], undefined, 6])],
};
