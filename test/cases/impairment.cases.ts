import { type CaseMap, gives, tie } from "./case-formula.ts";
import type { PublishedCase } from "./published-case.ts";

/** A unit whose value in use exceeds its carrying amount: recoverable amount as printed, and no loss. */
const sound = (published: PublishedCase, measure: string) => [
  gives(published.printed("可收回金额"), "OK", ["IMPAIR.RECOVERABLE", [[published.input(measure)]]]),
  gives("0.00", "OK", ["IMPAIR.LOSS", [[published.input("账面价值")]], [[published.input(measure)]]]),
];

/** What is left of a building or a cell that will be shut down: years left of its life, as years used. */
const newness = (life: string, left: string, printed: string) => gives(printed, "OK", ["IMPAIR.NEWNESS", [[life]], [[Number(life) - Number(left)]]]);

const area = "117,921.16";
// 65 kg a square metre over the area, in tonnes, unrounded as the filing uses it.
const steel = "7,664.8754";
// 121.54 and 74.84 tonnes a cell, times the printed factor of 1.05 and 45 cells.
const metals = [["5,742.765"], ["3,536.19"]];
const metalPrices = [["2,500.00"], ["17,684.50"]];

/** Impairment tests and the recoverable amounts behind them, as printed in filings 002 and 004. */
export const impairmentCases: CaseMap = {
  "004-33": (published) => sound(published, "预计未来现金流量现值"),
  "004-36": (published) => [tie("TIE.SUM", "BREAK", [[published.input("账面价值 (result table 621)")]], [[published.input("账面价值 (text 616)")]])],
  "004-38": (published) => sound(published, "现值"),
  "004-41": (published) => {
    const [carrying, value, fairValue, costs] = ["账面价值", "VIU", "公允价值(收益法)", "处置费用"].map((name) => [[published.input(name)]]);
    return [
      tie("TIE.SUM", "OK", [[published.printed("FVLCD")]], [[fairValue?.[0]?.[0]], [`-${costs?.[0]?.[0]}`]]),
      gives(published.printed("可收回金额"), "OK", ["IMPAIR.RECOVERABLE", value, [[published.printed("FVLCD")]]]),
      gives(published.printed("减值金额"), "OK", ["IMPAIR.LOSS", carrying, value, [[published.printed("FVLCD")]]]),
    ];
  },
  "004-44": (published) => {
    const rows = published.names("inputs", "rows").map((name) => published.list("inputs", "rows", name));
    const [carrying, recoverable] = [0, 1].map((column) => rows.map((row) => [row[column]]));
    const losses = published.prints("减值额");
    const [totalCarrying, totalRecoverable, totalLoss] = published.list("expected", "合计");
    return [
      // Both amounts of a row are rounded to 0.01, so their difference may be off by that much.
      gives(losses, "TAIL", ["IMPAIR.LOSS", carrying, undefined, recoverable], { tail: 1 }),
      tie("TIE.SUM", "TAIL", [[totalCarrying]], carrying),
      tie("TIE.SUM", "OK", [[totalRecoverable]], recoverable),
      tie("TIE.SUM", "OK", [[totalLoss]], losses),
    ];
  },
  A10: (published) => [tie("TIE.PRODUCT", "OK", [[published.printed("单方造价(元/㎡)")]], [[published.input("造价指标(元/㎡)")]], [["112.0%"]])],
  A11: (published) => [
    newness(published.input("经济耐用年限"), published.input("剩余使用年限"), published.printed("成新率")),
    // 2,800 × 117,921.16 is 330,179,248 exactly.
    tie("TIE.PRODUCT", "OK", [[published.printed("在用价值(元)")]], [["330,179,248.00"]], [["4%"]]),
  ],
  A12: (published) => [
    tie("TIE.PRODUCT", "OK", [[published.printed("用钢量(吨)")]], [[published.input("含钢量(kg/㎡)")]], [[area]], 1000),
    tie("TIE.PRODUCT", "TAIL", [[published.printed("可回收废钢量(吨)")]], [[published.printed("用钢量(吨)")]], [[published.input("拆除回收率")]]),
  ],
  A13: (published) => [gives(published.printed("不含税价(元/吨)"), "OK", ["IMPAIR.SCRAP", 1, [[published.input("含税价")]], undefined, "13%", 0])],
  A14: (published) => [gives(published.printed("残余价值(元)"), "OK", ["IMPAIR.SCRAP", steel, [[published.input("不含税价(取整)")]], published.input("拆除回收率")])],
  A15: (published) => [gives(published.printed("现值(元)"), "OK", ["IMPAIR.SCRAP", 1, [[published.input("残余价值")]], undefined, undefined, undefined, published.input("折现率"), 2])],
  A16: (published) => [
    tie("TIE.SUM", "OK", [[published.printed("公允价值(元)")]], [[published.input("在用价值")], [published.input("残余价值现值")]]),
    gives(published.printed("可收回金额(元)"), "OK", ["IMPAIR.RECOVERABLE", undefined, [[published.printed("公允价值(元)")]]]),
  ],
  A17: (published) => {
    const scrap = ["IMPAIR.SCRAP", steel, published.input("含税废钢价(元/吨)"), published.input("拆除回收率"), "13%", 0] as const;
    return [
      gives(published.printed("残余价值(元)"), "OK", scrap),
      gives(published.printed("残余价值现值(元)"), "OK", [...scrap, published.input("折现率"), published.input("折现年限")]),
      tie("TIE.SUM", "OK", [[published.printed("可收回金额(元)")]], [[published.printed("在用价值(元)")], [published.printed("残余价值现值(元)")]]),
    ];
  },
  A20: (published) => [
    newness(published.input("经济耐用年限"), published.input("剩余使用年限"), published.printed("成新率")),
    // 3,107,111.92 × 45 is 139,820,036.40 exactly.
    tie("TIE.PRODUCT", "OK", [[published.printed("在用价值(元)")]], [["139,820,036.40"]], [[published.printed("成新率")]]),
  ],
  A21: (published) => [gives(published.printed("残余价值(元)"), "OK", ["IMPAIR.SCRAP", metals, metalPrices])],
  // The residual value is printed to 0.01, of which 0.005 × 1.031^−0.5 may tip the last digit.
  A22: (published) => [gives(published.printed("现值(元)"), "TAIL", ["IMPAIR.SCRAP", 1, [[published.input("残余价值")]], undefined, undefined, undefined, published.input("折现率"), published.input("折现年限")], { tail: 1 })],
  // 13% VAT contained in the fair value and 12% of surtaxes on it: one tier of 0.13 × 1.12 ÷ 1.13.
  A24: (published) => [gives(published.printed("处置费用(元)"), "OK", ["IMPAIR.TIERFEE", [[published.input("公允价值")]], 0, (0.13 * 1.12) / 1.13])],
  A26: (published) => [
    newness(published.input("经济耐用年限"), published.input("剩余使用年限"), "2.5%"),
    gives(published.printed("残值现值(元)"), "OK", ["IMPAIR.SCRAP", metals, metalPrices, undefined, undefined, undefined, published.input("折现率"), published.input("折现年限")]),
    tie("TIE.SUM", "TAIL", [[published.printed("公允价值(元)")]], [[published.printed("在用价值(元)")], [published.printed("残值现值(元)")]]),
    tie("TIE.SUM", "OK", [[published.printed("可收回金额(元)")]], [[published.printed("公允价值(元)")], [`-${published.printed("处置费用(元)")}`]]),
  ],
};
