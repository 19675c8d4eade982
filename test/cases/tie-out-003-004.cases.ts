import { type CaseMap, gives, judged, tie } from "./case-formula.ts";
import { percents, type PublishedCase } from "./published-case.ts";

const exactly = [[0, 0, 12]];

/** Growth of every row of a table over the column to its right, newest period first. */
const growthRows = (c: PublishedCase) => c.names("expected", "rows").map((row) => {
  const printed = c.list("expected", "rows", row);
  const figures = c.list("inputs", "rows", row);
  const from = figures.length - printed.length - 1;
  return tie("TIE.CHANGE", "OK", [printed], [figures.slice(from, from + printed.length)], [figures.slice(from + 1, from + 1 + printed.length)]);
});

const meanOfColumns = (c: PublishedCase, printed: readonly string[], isLeftOut: (figure: string) => boolean = () => false) => {
  const rows = c.names("inputs", "rows").map((company) => c.list("inputs", "rows", company));
  return printed.flatMap((mean, column) => {
    const values = rows.map((row) => row[column] ?? "/");
    return mean === "/" ? [] : [gives(mean, "OK", ["PEER.STAT", [values], "mean", [values.map(isLeftOut)]], { tail: 1 })];
  });
};

const shares = (c: PublishedCase, numerator: string, denominator: string) => [tie("TIE.RATIO", "OK", [c.list("expected", "占比")], [c.list("inputs", "rows", numerator)], [c.list("inputs", "rows", denominator)])];

const crossFoot = (c: PublishedCase) => [tie("TIE.SUM", "OK", [c.list("expected", "合计 by month")], c.names("inputs", "rows").map((row) => c.list("inputs", "rows", row)))];

const quarters = (c: PublishedCase) => [
  tie("TIE.SUM", "OK", c.prints("小计"), c.names("inputs", "rows").map((quarter) => c.list("inputs", "rows", quarter).slice(0, 2))),
  tie("TIE.SUM", "OK", c.printed("合计"), c.prints("小计")),
];

/** What READ.NUMBER finds, as text: a number, both ends of a range, or the error of what is none. */
const parsedCells = (c: PublishedCase) =>
  c.list("inputs", "cells").map((cell, index) => {
    const kind = c.text("expected", "parsed", index, 0);
    if (kind === "na") return gives([["#N/A"]], "OK", ["READ.NUMBER", [[cell], ["0"]]], { of: (cells) => cells.slice(0, 1) });
    if (kind === "text") return gives([["#VALUE!"]], "OK", ["READ.NUMBER", [[cell], ["0"]]], { of: (cells) => cells.slice(0, 1) });
    if (kind === "range") return gives([c.list("expected", "parsed", index, 1)], "OK", ["READ.NUMBER", cell]);
    const value = kind === "num+unit" ? c.text("expected", "parsed", index, 1, 0) : c.text("expected", "parsed", index, 1);
    return gives(kind === "pp" ? `${value}%` : value, "OK", ["READ.NUMBER", cell]);
  });

/** Filings 003 and 004: growth, peers, sums, shares, and the reading of cells. */
export const tieOutCases003: CaseMap = {
  "003-05": (c) => judged("OK OK", growthRows(c)),
  "003-07": (c) => judged("TAIL TAIL", growthRows(c)),
  "003-08": (c) => judged("TAIL", growthRows(c)),
  "003-09": (c) => judged("TAIL", growthRows(c)),
  "003-14": (c) => judged("OK OK OK OK", meanOfColumns(c, c.list("expected", "可比公司均值"))),
  // Negative figures are left out of the mean, as the filing says under its table.
  "003-15": (c) => judged("OK OK OK", meanOfColumns(c, c.list("expected", "可比公司均值"), (figure) => figure.startsWith("-"))),
  "003-16": (c) => judged("OK OK OK OK", meanOfColumns(c, c.list("expected", "可比公司均值"))),
  "003-17": (c) => {
    const row = (name: string) => [c.list("inputs", "rows", name)];
    const printed = (name: string) => [c.list("expected", name)];
    return [
      tie("TIE.ROLL", "TAIL", printed("营业利润④"), row("营业毛利①"), row("其他③"), row("期间费用②")),
      tie("TIE.ROLL", "TAIL", printed("利润总额⑥"), printed("营业利润④"), row("营业外收支⑤"), "-"),
      tie("TIE.ROLL", "OK", printed("净利润⑧"), printed("利润总额⑥"), "-", row("所得税费用⑦")),
    ];
  },
  "003-18": (c) => judged("OK OK OK OK OK OK OK OK", growthRows(c)),
  "003-20": (c) => [
    tie("TIE.ROLL", "TAIL", c.input("2025年1-9月", "营业利润④"), c.input("2025年1-9月", "营业毛利①"), c.input("2025年1-9月", "其他③"), c.input("2025年1-9月", "期间费用②")),
    tie("TIE.ROLL", "OK", c.input("2025年1-9月", "利润总额⑥"), c.input("2025年1-9月", "营业利润④"), c.input("2025年1-9月", "营业外收支⑤"), "-"),
    tie("TIE.ROLL", "OK", c.input("2025年1-9月", "净利润⑧"), c.input("2025年1-9月", "利润总额⑥"), "-", c.input("2025年1-9月", "所得税费用⑦")),
  ],
  "003-23": (c) => [tie("TIE.ROLL", "TAIL", c.prints(), c.names("inputs").map((line) => [c.input(line, 1)]), "-", c.names("inputs").map((line) => [c.input(line, 0)]))],
  "003-25": (c) => {
    const companies = c.names("expected", "rows");
    const figures = (year: number) => companies.map((company) => [c.input("rows", company, year)]);
    const [first, ...others] = companies;
    return [
      gives(c.printed("rows", first ?? "", 0), "OK", ["CHANGE.RATE", c.input("rows", first ?? "", 1), c.input("rows", first ?? "", 2), "label"]),
      tie("TIE.CHANGE", "OK", others.map((company) => [c.printed("rows", company, 0)]), figures(1).slice(1), figures(2).slice(1)),
      tie("TIE.CHANGE", "OK", companies.map((company) => [c.printed("rows", company, 1)]), figures(2), figures(3)),
    ];
  },
  "003-27": (c) => judged("OK", shares(c, "原材料", "营业成本")),
  "003-28": (c) => judged("OK", shares(c, "原材料", "营业成本")),
  "003-35": (c) => [tie("TIE.RATIO", "OK", c.printed("占比"), c.input("中国"), c.input("全球"))],
  "003-37": (c) => [tie("TIE.CHANGE", "BREAK", [["-60%"], ["-60%"]], [[c.input("陆上", 1)], [c.input("海上", 1)]], [[c.input("陆上", 0)], [c.input("海上", 0)]])],
  "003-40": (c) => [tie("TIE.SUM", "TAIL", [c.list("expected", "合计")], c.names("inputs", "rows").map((project) => c.list("inputs", "rows", project)))],
  "003-42": (c) => [0, 2, 4, 6].map((column) => {
    const projects = c.names("inputs", "rows");
    return tie("TIE.IMPLIED", "OK", projects.map((project) => [c.input("rows", project, column)]), projects.map((project) => [c.input("rows", project, column + 1)]));
  }),
  "003-44": (c) => [tie("TIE.SUM", "OK", c.printed("合计"), c.inputs().slice(0, 6)), tie("TIE.RATIO", "OK", c.printed("占比"), c.printed("合计"), c.input("合并报表归母净资产"))],
  "003-46": (c) => [tie("TIE.SUM", "OK", c.printed("合计"), c.inputs("items"))],
  "003-47": (c) => [tie("TIE.SUM", "OK", c.printed("合计"), c.inputs("items"))],
  "003-48": (c) => [
    tie("TIE.SUM", "OK", c.printed("合营小计"), c.inputs("合营企业")),
    tie("TIE.SUM", "TAIL", c.printed("联营小计"), c.inputs("联营企业")),
    tie("TIE.SUM", "OK", c.printed("合计"), [[c.printed("合营小计"), c.printed("联营小计")]]),
  ],
  "003-49": (c) => [
    tie("TIE.SUM", "OK", c.printed("合计"), c.names("inputs").map((fund) => [c.input(fund, 0)])),
    tie("TIE.SUM", "OK", c.printed("属于财务性投资"), c.names("inputs").slice(1).map((fund) => [c.input(fund, 0)])),
  ],
  "003-51": (c) => [
    tie("TIE.SUM", "OK", c.printed("合计"), [[c.input("中建材航空", "收购"), c.input("中建材航空", "增资"), c.input("新疆风电国创", "投资本金")]]),
    tie("TIE.PRODUCT", "OK", c.printed("新疆出资"), c.input("新疆风电国创", "注册资本"), c.input("新疆风电国创", "持股比例")),
  ],
  "003-56": (c) => [tie("TIE.CHANGE", "OK", `-${c.printed("累计价格下降幅度")}`, 0.97 ** 7, 1, [[0, 10, 10]])],
  "003-57": (c) => [tie("TIE.PRODUCT", "OK", c.prints("年化"), c.inputs("T+2 达产率"), 12, 6, exactly)],
  "003-59": (c) => [0, 1].map((column) => gives(c.printed("平均值", column), "OK", ["PEER.STAT", [c.names("inputs").map((peer) => c.input(peer, column))]])),
  "003-67": (c) => c.names("inputs").map((figure) => {
    const [first = "", ...others] = c.list("inputs", figure).map((cell) => cell.replace(/ \(.*/, ""));
    return tie("TIE.SUM", "OK", others.map((other) => [other]), others.map(() => [first]));
  }),
  "003-68": (c) => judged("OK OK OK OK OK OK OK OK", parsedCells(c)),
  "003-71": (c) => [tie("TIE.RATIO", "OK", "0.05%", c.input("财务性投资"), c.input("归母净资产"))],
  "004-02": (c) => judged("OK OK", quarters(c)),
  "004-03": (c) => judged("TAIL TAIL", quarters(c)),
  "004-06": (c) => [
    gives(c.printed("收入(亿元)"), "BREAK", ["READ.UNIT", c.input("impairment table", "营业收入(万元)"), "万元", "亿元"]),
    gives(c.printed("综合毛利率"), "BREAK", ["MARGIN.RATE", c.input("impairment table", "营业收入(万元)"), c.input("impairment table", "营业成本(万元)")]),
  ],
  "004-19": (c) => ["钼精矿", "钼铁"].flatMap((product) => [tie("TIE.CHANGE", "OK", [[c.printed("2024", product)], [c.printed("2025", product)]], [[c.input(product, "2024")], [c.input(product, "2025")]], [[c.input(product, "2023")], [c.input(product, "2024")]])]),
  "004-22": (c) => [
    tie("TIE.CHANGE", "TAIL", percents(c.prints("营业收入比上年增减(%)")), c.inputs("营业收入(亿元)").slice(1), c.inputs("营业收入(亿元)").slice(0, 2)),
    tie("TIE.ROLL", "OK", c.prints("毛利率比上年增减(个百分点)"), c.inputs("毛利率(%)").slice(1), "-", c.inputs("毛利率(%)").slice(0, 2)),
  ],
  "004-23": (c) => [tie("TIE.SUM", "OK", c.printed("合计"), c.inputs())],
  "004-24": (c) => [gives([c.list("expected", "综合毛利率")], "OK", ["MARGIN.RATE", [c.list("inputs", "营业收入")], [c.list("inputs", "营业成本")]])],
  "004-25": (c) => [tie("TIE.RATIO", "BREAK", [c.list("expected", "率")], [c.list("inputs", "税金及附加")], [c.list("inputs", "营业收入")])],
  "004-28": (c) => [tie("TIE.RATIO", "OK", [c.list("expected", "率")], [c.list("inputs", "研发费用")], [c.list("inputs", "营业收入")])],
  "004-29": (c) => [tie("TIE.SUM", "OK", c.printed("折现率"), c.inputs())],
  "004-30": (c) => [tie("TIE.SUM", "OK", c.printed("折现率"), c.inputs())],
  "004-45": (c) => [tie("TIE.SUM", "OK", c.printed("合计"), c.inputs())],
  "004-48": (c) => [tie("TIE.CHANGE", "TAIL", c.printed("增长"), c.input("2025"), c.input("2024"))],
  "004-50": (c) => [tie("TIE.PRODUCT", "BREAK", c.printed("其他业务收入(亿元)"), 8900.76 + 4706.17, 1, 10_000, [[2, 2, 12]])],
  "004-51": (c) => [tie("TIE.PRODUCT", "BREAK", c.printed("在途物资(亿元)"), 49_865.48, 1, 10_000, [[2, 2, 12]])],
  "004-53": (c) => [tie("TIE.SUM", "OK", c.printed("合计"), c.inputs()), gives(c.printed("亿元"), "OK", ["READ.UNIT", c.printed("合计"), "万元", "亿元"])],
  "004-54": (c) => judged("TAIL", crossFoot(c)),
  "004-55": (c) => judged("TAIL", crossFoot(c)),
  "004-56": (c) => judged("TAIL TAIL", [...crossFoot(c), tie("TIE.SUM", "TAIL", c.names("inputs", "rows").map((row) => [c.printed("合计 by class", row)]), c.names("inputs", "rows").map((row) => c.list("inputs", "rows", row)))]),
  "004-59": (c) => [tie("TIE.CHANGE", "OK", c.printed("涨幅"), c.input("期末"), c.input("期初"))],
  "004-61": (c) => [tie("TIE.SUM", "OK", "10", c.inputs())],
  "004-62": (c) => [tie("TIE.ROLL", "OK", c.printed("新增"), c.input("现产能"), "-", c.input("原产能"))],
  "004-67": (c) => judged("OK OK OK OK OK OK OK OK OK OK OK OK", parsedCells(c)),
};
