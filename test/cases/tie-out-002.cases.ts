import { type CaseMap, gives, judged, tie } from "./case-formula.ts";
import { beside, type PublishedCase } from "./published-case.ts";

type Path = readonly (string | number)[];

/** A factor without print rounding: a number with more digits than anything printed, set by `digits`. */
const exactly = [[0, 0, 12]];

/** One figure of each of several items, as a column. */
const each = (c: PublishedCase, items: readonly string[], figure: string, side: "inputs" | "expected" = "inputs") => items.map((item) => [c.text(side, item, figure)]);

/** A ratio in every period: printed, numerator and denominator stand under the same periods. */
const ratios = (c: PublishedCase, printed: Path, numerator: Path, denominator: Path) => [c.prints(...printed), c.inputs(...numerator), c.inputs(...denominator)] as const;

/** The items of a table of the inputs, without its totals and bases. */
const itemsOf = (c: PublishedCase, figure: string) => c.names("inputs").filter((item) => {
  const value = c.value("inputs", item);
  return typeof value === "object" && figure in value;
});

/** 减少 25.71 万元 is −25.71: what READ.NUMBER finds in the words of a change. */
const wordsOfChange = (c: PublishedCase) => {
  const amount = (item: string) => c.printed(item, "变化");
  const after = (item: string) => c.input(item, "交易后");
  const before = (item: string) => c.input(item, "交易前");
  const rates = ["资产总计", "负债总计", "归母权益", "营业收入"];
  const multiples = ["流动比率", "速动比率", "利息保障倍数"];
  const plain = (text: string) => text.replace(/^(?:增加|提升|上升) /, "").replace(/ (?:万元|元\/股)$/, "").replace(/ 个百分点$/, "%").replace(/^降低 /, "-");
  return [
    tie("TIE.CHANGE", "OK", rates.map((item) => [amount(item)]), rates.map((item) => [after(item)]), rates.map((item) => [before(item)])),
    tie("TIE.CHANGE", "OK", multiples.map((item) => [plain(amount(item))]), multiples.map((item) => [after(item)]), multiples.map((item) => [before(item)])),
    tie("TIE.ROLL", "OK", ["归母净利润", "EBITDA", "基本每股收益", "加权平均净资产收益率"].map((item) => [plain(amount(item))]), ["归母净利润", "EBITDA", "基本每股收益", "加权平均净资产收益率"].map((item) => [after(item)]), "-", ["归母净利润", "EBITDA", "基本每股收益", "加权平均净资产收益率"].map((item) => [before(item)])),
    tie("TIE.RATIO", "OK", [[c.printed("资产负债率", "交易前")], [c.printed("资产负债率", "交易后")]], c.inputs("负债总计"), c.inputs("资产总计")),
  ];
};

const topDebtors = (c: PublishedCase, withCollection: boolean) => {
  const debtors = itemsOf(c, "余额");
  const total = c.input("应收账款余额合计");
  return [
    tie("TIE.RATIO", "OK", each(c, debtors, "占比", "expected"), each(c, debtors, "余额"), total),
    tie("TIE.SUM", "OK", c.printed("合计", "余额"), each(c, debtors, "余额")),
    tie("TIE.RATIO", "OK", c.printed("合计", "占比"), c.printed("合计", "余额"), total),
    ...(withCollection ? [tie("TIE.RATIO", "OK", c.printed("合计", "期后回款率"), debtors.reduce((sum, item) => sum + Number(c.input(item, "期后回款").replaceAll(",", "")), 0), c.printed("合计", "余额"))] : []),
  ];
};

const peerTable = (c: PublishedCase, companies: readonly string[], column: string) => [companies.map((company) => c.input(company, column))];

const peerStatistics = (c: PublishedCase, median: string, dash?: string) => {
  const companies = c.names("inputs");
  return c.names("expected", "平均值").flatMap((column) => [
    gives(c.printed("平均值", column), "OK", ["PEER.STAT", peerTable(c, companies, column), "mean", undefined, dash], { tail: 1 }),
    gives(c.printed(median, column), "OK", ["PEER.STAT", peerTable(c, companies, column), "median", undefined, dash], { tail: 1 }),
  ]);
};

const inventory = (c: PublishedCase) => {
  const items = itemsOf(c, "跌价准备");
  return [
    tie("TIE.ROLL", "OK", each(c, items, "账面价值", "expected"), each(c, items, "账面余额"), "-", each(c, items, "跌价准备")),
    tie("TIE.RATIO", "OK", each(c, items, "余额占比", "expected"), each(c, items, "账面余额"), c.printed("合计", "账面余额")),
    tie("TIE.SUM", "OK", c.printed("合计", "账面余额"), each(c, items, "账面余额")),
    tie("TIE.SUM", "OK", c.printed("合计", "跌价准备"), each(c, items, "跌价准备")),
    tie("TIE.RATIO", "OK", c.printed("综合计提比例"), c.printed("合计", "跌价准备"), c.printed("合计", "账面余额")),
  ];
};

const progress = (c: PublishedCase) => {
  const projects = itemsOf(c, "预算");
  return [tie("TIE.RATIO", "OK", each(c, projects, "累计投入占预算", "expected"), each(c, projects, "累计投入"), each(c, projects, "预算"))];
};

const projectRoll = (c: PublishedCase) => {
  const projects = itemsOf(c, "期初累计");
  return [tie("TIE.ROLL", "OK", each(c, projects, "期末余额", "expected"), each(c, projects, "期初余额"), each(c, projects, "期末累计"), beside(each(c, projects, "期初累计"), each(c, projects, "当期转固")))];
};

const volumes = (c: PublishedCase, base: string) => {
  const rows = itemsOf(c, "单价");
  return [
    tie("TIE.PRODUCT", "OK", each(c, rows, "金额"), each(c, rows, "数量"), each(c, rows, "单价")),
    tie("TIE.RATIO", "OK", each(c, rows, "占比", "expected"), each(c, rows, "金额"), c.input(base)),
  ];
};

/** Subtotal margins: Σ amount × margin over Σ amount, the shares taken from the amounts as they are. */
const weightedMargins = (c: PublishedCase) =>
  c.names("expected").map((subtotal) => {
    const rows = itemsOf(c, "毛利率").filter((row) => row.startsWith(`${subtotal.split("·")[0]}·`));
    const amounts = rows.map((row) => Number(c.input(row, "金额").replaceAll(",", "")));
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    return tie("TIE.WEIGHTED", "OK", c.printed(subtotal), [amounts.map((amount) => amount / total)], [rows.map((row) => c.input(row, "毛利率"))]);
  });

/** 市场价 ÷ 关联价 − 1. */
const deviations = (c: PublishedCase) => [tie("TIE.CHANGE", "OK", c.prints(), each(c, c.names("inputs"), "市场价"), each(c, c.names("inputs"), "关联价"))];

const annualised = (c: PublishedCase, amount: Path) => c.list("inputs", ...amount).map((figure, index) => [(Number(figure.replaceAll(",", "")) * 12) / Number(c.list("inputs", "months")[index])]);

/** Filing 002, from line 2590: coverage, debt, receivables, inventory, construction, related parties. */
export const tieOutCases002: CaseMap = {
  "002b-M02-customers": (c) => [tie("TIE.RATIO", "OK", ...ratios(c, ["ratio"], ["visited"], ["base"]))],
  "002b-M02-suppliers": (c) => [tie("TIE.RATIO", "OK", ...ratios(c, ["ratio"], ["visited"], ["base"]))],
  "002b-M02-x-purchase-base": (c) => [tie("TIE.SUM", "BREAK", c.prints("visit_table"), c.inputs("confirm_table"))],
  "002b-M03-inventory": (c) => [tie("TIE.RATIO", "OK", ...ratios(c, ["C"], ["B"], ["A"]))],
  "002b-M03-CIP": (c) => [tie("TIE.RATIO", "OK", ...ratios(c, ["C"], ["B"], ["A"]))],
  "002b-M04-debt-sum": (c) => [tie("TIE.SUM", "OK", c.prints("合计"), beside(...c.names("inputs").map((line) => c.inputs(line))))],
  "002b-M04-shortloan-rev": (c) => [tie("TIE.RATIO", "OK", c.prints("ratio"), c.inputs("短期借款"), annualised(c, ["revenue"]))],
  "002b-M04-growth-ok": (c) => [tie("TIE.CHANGE", "OK", c.printed("growth"), c.input("2024"), c.input("2023"))],
  "002b-M04-ltpay": (c) => [tie("TIE.SUM", "OK", c.prints("合计"), beside(...c.names("inputs").map((line) => c.inputs(line))))],
  "002b-M05-weighted-debt": (c) => {
    const lines = ["短期借款", "长期借款", "其他应付款", "长期应付款", "租赁负债"];
    return [
      tie("TIE.SUM", "TAIL", c.prints("加权平均有息负债规模"), beside(...lines.map((line) => c.inputs(line)))),
      tie("TIE.RATIO", "OK", c.prints("占营业收入"), c.prints("加权平均有息负债规模"), annualised(c, ["revenue"])),
      tie("TIE.CHANGE", "OK", lines.map((line) => [c.printed("变动比例", line)]), each(c, lines, "2024"), each(c, lines, "2023")),
    ];
  },
  "002b-M06-2024": (c) => {
    const loans = c.names("inputs");
    return [tie("TIE.ROLL", "TAIL", each(c, loans, "期末", "expected"), each(c, loans, "期初"), each(c, loans, "拆入"), each(c, loans, "偿还"))];
  },
  "002b-M06-x-continuity": (c) => [tie("TIE.SUM", "OK", c.prints("2024期初"), c.names("expected", "2024期初").map((loan) => [c.input("2023期末", loan)]))],
  "002b-M07-current-account": (c) => [
    tie("TIE.ROLL", "OK", c.printed("2023年末"), c.input("2023年初"), c.input("2023", "收取"), [[c.input("2023", "归还拆借"), c.input("2023", "减资款")]]),
    tie("TIE.ROLL", "TAIL", c.printed("2024年末"), c.printed("2023年末"), c.input("2024", "收取"), [[c.input("2024", "归还拆借"), c.input("2024", "减资款")]]),
  ],
  "002b-M09-payout": (c) => [tie("TIE.RATIO", "OK", c.printed("payout"), c.input("利润分配(亿元)"), 67.56 + 181.53 + 75.41)],
  "002b-M11-maturing-debt": (c) => [tie("TIE.SUM", "TAIL", c.printed("合计"), c.inputs()), tie("TIE.SUM", "TAIL", c.printed("一年内到期的非流动负债"), c.inputs().slice(1))],
  "002b-M11-available-cash": (c) => [tie("TIE.ROLL", "OK", c.printed("可用资金(亿元)"), c.input("货币资金(亿元)"), "-", c.input("受限资金(亿元)"))],
  "002b-M11-coverage": (c) => [gives(c.printed("一年内到期有息负债(亿元)"), "OK", ["READ.UNIT", c.input("一年内到期有息负债(万元)"), "万元", "亿元"])],
  "002b-M12-2025M5": (c) => judged("OK OK TAIL OK", wordsOfChange(c)),
  "002b-M12-2024": (c) => judged("OK OK OK OK", wordsOfChange(c)),
  "002b-M13-all-2025": (c) => judged("OK TAIL OK", topDebtors(c, false)),
  "002b-M13-all-2024": (c) => judged("OK TAIL OK", topDebtors(c, false)),
  "002b-M14-main-2024": (c) => judged("OK OK OK OK", topDebtors(c, true)),
  "002b-M14-main-2023": (c) => judged("OK OK OK OK", topDebtors(c, true)),
  "002b-M15-aging": (c) => {
    const buckets = c.names("expected", "占比");
    return [
      tie("TIE.SUM", "TAIL", c.prints("账面余额"), beside(...buckets.map((bucket) => c.inputs(bucket)))),
      ...buckets.map((bucket) => tie("TIE.RATIO", "OK", c.prints("占比", bucket), c.inputs(bucket), c.prints("账面余额"))),
    ];
  },
  "002b-M16-2025": (c) => judged("OK TAIL OK OK OK OK OK OK", peerStatistics(c, "中位值")),
  "002b-M17-2025": (c) => judged("TAIL OK OK OK TAIL", provisionByMethod(c)),
  "002b-M17-2023": (c) => provisionByMethod(c),
  "002b-M17-x-individual": (c) => {
    const buckets = c.names("inputs", "全部");
    return [tie("TIE.ROLL", "TAIL", c.prints("单项"), "-", beside(...buckets.map((bucket) => c.inputs("全部", bucket))), beside(...buckets.map((bucket) => c.inputs("组合", bucket))))];
  },
  "002b-M18-2025": (c) => judged("TAIL OK OK OK", provisionByBucket(c)),
  "002b-M18-2024": (c) => provisionByBucket(c),
  "002b-M19-deep-2025": (c) => judged("BREAK TAIL OK", provisionAtRates(c)),
  "002b-M19-deep-2023": (c) => provisionAtRates(c),
  "002b-M19-rollup-2023": (c) => {
    const buckets = c.names("expected");
    // 0.18 and nothing are printed to give 0.17: no true values print so, though the gap is one unit.
    return (["余额", "坏账"] as const).map((figure) => tie("TIE.SUM", figure === "坏账" ? "BREAK" : "OK", each(c, buckets, figure, "expected"), beside(buckets.map((bucket) => [c.input("电解铝氧化铝", bucket, figure)]), buckets.map((bucket) => [c.input("深加工", bucket, figure)]))));
  },
  "002b-M22-target-rates": (c) => [
    tie("TIE.RATIO", "OK", c.printed("2024", "深加工", "2-3年"), c.input("deep24 2-3y坏账"), c.input("deep24 2-3y")),
    tie("TIE.RATIO", "OK", c.printed("2024", "电解铝氧化铝", "1-2年"), c.input("main24 1-2y坏账"), c.input("main24 1-2y")),
  ],
  "002b-M21-fwd-equals-E4": (c) => [tie("TIE.SUM", "OK", c.prints("前瞻性系数"), c.inputs("2-3年损失率"))],
  "002b-M23-growth": (c) => [
    tie("TIE.ROLL", "OK", c.printed("余额增加"), c.input("余额2024"), "-", c.input("余额2023")),
    tie("TIE.CHANGE", "OK", c.printed("余额增幅"), c.input("余额2024"), c.input("余额2023")),
    tie("TIE.CHANGE", "OK", `-${c.printed("坏账降幅")}`, c.input("坏账2024"), c.input("坏账2023")),
    gives([[`减少 ${c.printed("坏账减少")} 万元`]], "OK", ["CHANGE.TEXT", c.input("坏账2024"), c.input("坏账2023"), "amount", undefined, undefined, "万元"]),
    tie("TIE.ROLL", "OK", c.printed("3个月以内坏账减少"), c.input("3个月以内坏账2023"), "-", c.input("3个月以内坏账2024")),
  ],
  "002b-M24-peers": (c) => judged("OK OK OK OK OK OK", peerStatistics(c, "中位数")),
  "002b-M25-ar-rev": (c) => c.names("inputs").map((year) => tie("TIE.RATIO", "OK", c.prints(year), c.names("inputs", year).map((company) => [c.input(year, company, "应收账款余额")]), c.names("inputs", year).map((company) => [c.input(year, company, "营业收入")]))),
  "002b-M25-mix": (c) => c.names("inputs").map((year) => tie("TIE.RATIO", "OK", c.prints(year), c.names("inputs", year).map((company) => [c.input(year, company, "深加工收入")]), c.names("inputs", year).map((company) => [c.input(year, company, "营业收入")]))),
  "002b-M24-seg-deep": (c) => [tie("TIE.RATIO", "OK", c.prints(), annualised(c, ["收入"]), c.inputs("平均余额"))],
  "002b-M24-turnover-2025": (c) => turnoverOf(c, "营业收入", 5),
  "002b-M24-turnover-2024": (c) => judged("BREAK", turnoverOf(c, "营业收入", 12)),
  "002b-M24-turnover-2024-q": (c) => turnoverOf(c, "营业收入", 12),
  "002b-M27-2025": (c) => judged("TAIL OK OK OK OK", inventory(c)),
  "002b-M27-2024": (c) => judged("OK OK OK OK OK", inventory(c)),
  "002b-M27-2023": (c) => judged("OK OK OK OK OK", inventory(c)),
  "002b-M28-aging": (c) => {
    const ages = c.names("inputs");
    return [tie("TIE.SUM", "TAIL", c.prints("账面余额"), beside(...ages.map((age) => c.inputs(age)))), ...["3个月以内", "2-3年"].map((age) => tie("TIE.RATIO", age === "2-3年" ? "BREAK" : "OK", c.prints("占比", age), c.inputs(age), c.prints("账面余额")))];
  },
  "002b-M30-peers-dash-blank": (c) => judged("OK OK OK OK OK OK", peerStatistics(c, "中位数")),
  "002b-M30-peers-dash-zero": (c) => [gives(c.printed("平均值", "2024"), "BREAK", ["PEER.STAT", peerTable(c, c.names("inputs"), "2024"), "mean", undefined, "zero"]), gives(c.printed("平均值", "2023"), "BREAK", ["PEER.STAT", peerTable(c, c.names("inputs"), "2023"), "mean", undefined, "zero"])],
  "002b-M31-2023": (c) => ["云铝股份", "中国铝业"].map((company) => tie("TIE.WEIGHTED", company === "中国铝业" ? "BREAK" : "OK", c.printed(company), [c.names("inputs", company).map((kind) => c.input(company, kind, "占比"))], [c.names("inputs", company).map((kind) => c.input(company, kind, "比例"))])),
  "002b-M31-2023-fix": (c) => [tie("TIE.WEIGHTED", "OK", c.printed("中国铝业"), [c.names("inputs").map((kind) => c.input(kind, "占比"))], [c.names("inputs").map((kind) => c.input(kind, "比例"))])],
  "002b-M33-turnover-2024": (c) => [tie("TIE.RATIO", "OK", c.printed("次/年"), c.input("营业成本"), (3_225_627.68 + 3_240_176.24) / 2)],
  "002b-M33-turnover-exraw-2024": (c) => [tie("TIE.RATIO", "OK", c.printed("次/年"), c.input("营业成本"), (3_225_627.68 + 3_240_176.24 - 2_033_985.95 - 2_156_766.33) / 2)],
  "002b-M33-turnover-2025": (c) => [gives(c.printed("次/年"), "OK", ["ECL.TURNOVER", 6_483_172.7 * 0.8109, c.input("期初存货"), c.input("期末存货"), c.input("months")], firstCell)],
  "002b-M33-turnover-exraw-2025": (c) => [gives(c.printed("次/年"), "BREAK", ["ECL.TURNOVER", 6_483_172.7 * 0.8109, 3_225_627.68 - 2_033_985.95, 3_230_971.51 - 2_135_105.34, c.input("months")], firstCell)],
  "002b-M34-2024": (c) => judged("OK", progress(c)),
  "002b-M34-2025": (c) => judged("OK", progress(c)),
  "002b-M35-2024": (c) => judged("BREAK", projectRoll(c)),
  "002b-M35-2025": (c) => judged("TAIL", projectRoll(c)),
  "002b-M37-transfer-share": (c) => [tie("TIE.RATIO", "OK", c.prints(), each(c, c.names("inputs"), "项目"), each(c, c.names("inputs"), "合计"))],
  "002b-M38-al-peers": (c) => unitCost(c),
  "002b-M38-alumina-peers": (c) => unitCost(c),
  "002b-M38-alumina-own": (c) => [tie("TIE.RATIO", "OK", [[c.printed("追加前")], [c.printed("追加后")]], [[c.input("追加前(万元)")], [c.input("追加后(万元)")]], c.input("产能(万吨)"))],
  "002b-M39-vat": (c) => [tie("TIE.SUM", "TAIL", c.prints("待认证"), beside(c.inputs("合并抵销"), c.inputs("其他原因"))), tie("TIE.SUM", "TAIL", c.prints("合计"), beside(c.inputs("待抵扣"), c.prints("待认证")))],
  "002b-M39-vat-implied": (c) => c.names("expected").map((period) => tie("TIE.IMPLIED", "OK", [[c.input("合并抵销", period)], [c.input("其他原因", period)]], [[c.input("合并抵销占比", period)], [c.printed(period)]])),
  "002b-M42-total-asset": (c) => judged("OK TAIL OK OK OK TAIL", peerStatistics(c, "中位数")),
  "002b-M42-fixed-asset": (c) => judged("OK OK OK OK TAIL TAIL", peerStatistics(c, "中位数")),
  "002b-M41-cover": (c) => [tie("TIE.RATIO", "OK", c.printed("月均氧化铝产量"), c.input("氧化铝产量1-5月"), 5, [[0, 0, 12]])],
  "002b-M43-sales-2023": (c) => {
    const ingots = itemsOf(c, "单价").filter((row) => row.startsWith("铝合金锭·"));
    const figure = (row: string, name: string) => Number(c.input(row, name).replaceAll(",", ""));
    const [amount, quantity] = [ingots.reduce((sum, row) => sum + figure(row, "金额"), 0), ingots.reduce((sum, row) => sum + figure(row, "金额") / figure(row, "单价"), 0)];
    return judged("TAIL OK BREAK", [...volumes(c, "营业收入"), tie("TIE.RATIO", "OK", c.printed("铝合金锭·小计", "单价"), amount, quantity)]);
  },
  "002b-M43-purch-2024": (c) => judged("TAIL OK", volumes(c, "营业成本")),
  "002b-M43-purch-2023": (c) => judged("BREAK OK", volumes(c, "营业成本")),
  "002b-M43-margin-2025": (c) => judged("OK OK OK", weightedMargins(c)),
  "002b-M43-margin-2024": (c) => judged("OK OK OK", weightedMargins(c)),
  "002b-M43-margin-2023": (c) => judged("OK OK TAIL", weightedMargins(c)),
  "002b-M54-rp-totals": (c) => c.names("expected", "合计(万元)").map((year) => tie("TIE.PRODUCT", year === "2024" ? "TAIL" : "BREAK", c.printed("合计(万元)", year), Number(c.input("经常性(亿元)", year)) + Number(c.input("偶发性(亿元)", year)), 10_000, undefined, [[2, 2, 12]])),
  "002b-M54-rp-purch-total": (c) => [tie("TIE.RATIO", "OK", c.prints(), c.inputs("金额"), c.inputs("营业成本"))],
  "002b-M44-sales-2023": (c) => judged("OK", deviations(c)),
  "002b-M44-purch-2024": (c) => judged("OK", deviations(c)),
  "002b-M46-actual": (c) => [tie("TIE.PRODUCT", "OK", c.prints("折算"), c.inputs("实际"), c.names("inputs", "卡数").map((year) => [5000 / Number(c.input("卡数", year).replaceAll(",", ""))]), undefined, exactly), tie("TIE.CHANGE", "OK", c.list("expected", "差异率").map((gap) => [`-${gap}`]), c.prints("折算"), c.input("基准"))],
  "002b-M48-discount": (c) => [tie("TIE.CHANGE", "TAIL", [[`-${c.printed("南山智尚下限")}`], [`-${c.printed("南山智尚上限")}`]], c.input("关联电价"), [[c.input("市场下限")], [c.input("市场上限")]]), tie("TIE.ROLL", "OK", [[c.printed("博汇下限")], [c.printed("博汇上限")]], "100%", "-", [[c.input("博汇上限系数")], [c.input("博汇下限系数")]])],
  "002b-M50-land": (c) => [tie("TIE.PRODUCT", "TAIL", c.input("转让价(万元)"), c.input("面积(平方米)"), c.printed("元/平方米"), 10_000)],
  "002b-M51-office": (c) => [tie("TIE.PRODUCT", "TAIL", c.input("年租金(万元)"), c.input("面积(㎡)"), c.printed("元/㎡/年"), 10_000)],
  "002b-M51-land-10pct-other-basis": (c) => [tie("TIE.CHANGE", "BREAK", c.printed("差异率上限检验"), c.input("第三方"), c.input("关联"))],
  "002b-M55-question-2": (c) => [tie("TIE.SUM", "BREAK", c.prints(), c.inputs())],
  "002b-M55-prose-loans": (c) => [tie("TIE.PRODUCT", "OK", c.prints(), c.inputs(), 1, 10_000, exactly)],
  "002b-M57-cost-2025": (c) => [tie("TIE.IMPLIED", "OK", each(c, c.names("inputs"), "金额"), each(c, c.names("inputs"), "占比"))],
  "002b-M51-land-rent-drop": (c) => [tie("TIE.PRODUCT", "TAIL", "1,301.48", c.input("购入面积(㎡)"), c.input("单价(元/㎡/年)"), 10_000)],
  "002b-M51-prorata": (c) => [tie("TIE.PRODUCT", "OK", c.prints(), each(c, c.names("inputs"), "2024"), 5, 12, exactly)],
  "002b-M51-prorata-flag": (c) => [tie("TIE.PRODUCT", "BREAK", c.prints(), each(c, c.names("inputs"), "2024"), 5, 12, exactly)],
  "002b-M55-prose-ratios": (c) => c.names("expected").map((ratio) => tie("TIE.SUM", "OK", c.prints(ratio), c.inputs(ratio))),
  "002b-M44-bauxite-prose": (c) => ["市场", "关联"].map((price) => tie("TIE.SUM", "OK", c.prints(price), c.inputs(price))),
};

function provisionByMethod(c: PublishedCase) {
  const methods = ["单项", "组合"];
  return [
    tie("TIE.SUM", "OK", c.printed("合计", "余额"), each(c, methods, "余额")),
    tie("TIE.SUM", "OK", c.printed("合计", "坏账"), each(c, methods, "坏账")),
    tie("TIE.RATIO", "OK", each(c, methods, "占比", "expected"), each(c, methods, "余额"), c.printed("合计", "余额")),
    tie("TIE.RATIO", "OK", each(c, methods, "计提比例", "expected"), each(c, methods, "坏账"), each(c, methods, "余额")),
    tie("TIE.ROLL", "OK", each(c, methods, "账面价值", "expected"), each(c, methods, "余额"), "-", each(c, methods, "坏账")),
  ];
}

function provisionByBucket(c: PublishedCase) {
  const buckets = itemsOf(c, "余额");
  const standing = buckets.filter((bucket) => c.input(bucket, "余额") !== "-" && c.input(bucket, "坏账") !== "-");
  return [
    tie("TIE.SUM", "OK", c.printed("合计", "余额"), each(c, buckets, "余额")),
    tie("TIE.SUM", "OK", c.printed("合计", "坏账"), each(c, buckets, "坏账")),
    tie("TIE.RATIO", "OK", each(c, buckets, "占比", "expected"), each(c, buckets, "余额"), c.printed("合计", "余额")),
    tie("TIE.RATIO", "OK", each(c, standing, "计提比例", "expected"), each(c, standing, "坏账"), each(c, standing, "余额")),
  ];
}

function provisionAtRates(c: PublishedCase) {
  const buckets = itemsOf(c, "预期信用损失率");
  return [
    tie("TIE.PRODUCT", "OK", each(c, buckets, "坏账准备", "expected"), each(c, buckets, "余额"), each(c, buckets, "预期信用损失率")),
    tie("TIE.SUM", "OK", c.printed("合计", "坏账准备"), each(c, buckets, "坏账准备", "expected")),
    tie("TIE.RATIO", "OK", each(c, buckets, "占比", "expected"), each(c, buckets, "余额"), c.printed("合计", "余额")),
  ];
}

function turnoverOf(c: PublishedCase, revenue: string, months: number) {
  return [gives(c.printed("周转率"), "OK", ["ECL.TURNOVER", c.input(revenue), c.input("期初余额"), c.input("期末余额"), months], firstCell)];
}

const firstCell = { of: (cells: readonly (readonly (string | number | boolean)[])[]) => [[cells[0]?.[0] ?? ""]] };

function unitCost(c: PublishedCase) {
  const projects = c.names("inputs");
  return [
    tie("TIE.RATIO", "OK", projects.map((project) => [c.printed(project)]), each(c, projects, "投资(万元)"), each(c, projects, "产能(万吨)")),
    gives(c.printed("平均"), "OK", ["PEER.STAT", [projects.map((project) => c.printed(project))]]),
  ];
}
