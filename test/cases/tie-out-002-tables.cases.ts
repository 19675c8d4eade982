import { type CaseMap, gives, judged, tie } from "./case-formula.ts";
import { beside, type PublishedCase } from "./published-case.ts";

type Side = "inputs" | "expected";

/** Rows of a flat table, "row|figure": those that have the figure, without the totals. */
const rowsWith = (c: PublishedCase, figure: string, side: Side = "inputs") =>
  c.names(side).filter((name) => name.endsWith(`|${figure}`) && !/合计|小计|平均|中位/.test(name)).map((name) => name.slice(0, -figure.length - 1));

/** One figure of each row, as a column. */
const of = (c: PublishedCase, rows: readonly string[], figure: string, side: Side = "inputs") => rows.map((row) => [c.text(side, `${row}|${figure}`)]);

const total = (c: PublishedCase, row: string, figure: string, items: readonly string[]) => tie("TIE.SUM", "OK", c.printed(`${row}|${figure}`), of(c, items, figure));

/** Cost less depreciation and allowance, and the allowance as a share of cost. */
const impairedAssets = (c: PublishedCase, withRate: boolean) => {
  const rows = rowsWith(c, "账面价值", "expected");
  const rated = rowsWith(c, "减值计提比例", "expected");
  return [
    tie("TIE.ROLL", "OK", of(c, rows, "账面价值", "expected"), of(c, rows, "账面原值"), "-", beside(of(c, rows, "累计折旧"), of(c, rows, "减值准备"))),
    ...(withRate ? [tie("TIE.RATIO", "OK", of(c, rated, "减值计提比例", "expected"), of(c, rated, "减值准备"), of(c, rated, "账面原值"))] : []),
  ];
};

/** Five largest customers or suppliers: price = amount ÷ quantity, and the totals. */
const largest = (c: PublishedCase) => {
  const rows = rowsWith(c, "数量");
  return [
    tie("TIE.RATIO", "OK", of(c, rows, "单价", "expected"), of(c, rows, "金额"), of(c, rows, "数量")),
    total(c, "合计", "金额", rows),
    total(c, "合计", "数量", rows),
    tie("TIE.RATIO", "OK", c.printed("合计|单价"), c.printed("合计|金额"), c.printed("合计|数量")),
  ];
};

const largestSuppliers = (c: PublishedCase) => {
  const rows = rowsWith(c, "市场均价");
  return [...largest(c), tie("TIE.CHANGE", "OK", of(c, rows, "差异率", "expected"), of(c, rows, "单价", "expected"), of(c, rows, "市场均价"))];
};

/** A customer's price against that of producers, and the difference of margins in points. */
const traderGaps = (c: PublishedCase) => {
  const rows = rowsWith(c, "售价");
  return [
    tie("TIE.CHANGE", "OK", of(c, rows, "差异率", "expected"), of(c, rows, "售价"), of(c, rows, "生产型售价")),
    tie("TIE.ROLL", "OK", of(c, rows, "差异", "expected").map(([gap = ""]) => [gap.replace(/ ?个百分点$/, "%")]), of(c, rows, "毛利率"), "-", of(c, rows, "生产型毛利率")),
  ];
};

const yearly = (c: PublishedCase, printed: string, numerator: string, denominator: string) => {
  const years = c.names("expected").filter((name) => name.startsWith(`${printed}|`)).map((name) => name.slice(printed.length + 1));
  return tie("TIE.RATIO", "OK", years.map((year) => [c.printed(`${printed}|${year}`)]), years.map((year) => [c.input(`${numerator}|${year}`)]), years.map((year) => [c.input(`${denominator}|${year}`)]));
};

/** Expense ratio of each peer, and the plain mean of the ratios. */
const peerRatios = (c: PublishedCase) => {
  const periods = [...new Set(c.names("inputs").map((name) => name.split("|")[2] ?? ""))];
  return periods.flatMap((period) => {
    const companies = c.names("inputs").filter((name) => name.endsWith(`|费用|${period}`)).map((name) => name.split("|")[0] ?? "");
    const peers = companies.filter((company) => company !== "标的公司");
    const column = (figure: string, side: Side = "inputs") => companies.map((company) => [c.text(side, `${company}|${figure}|${period}`)]);
    const rates = peers.map((company) => c.printed(`${company}|费用率|${period}`));
    return [
      tie("TIE.RATIO", "OK", column("费用率", "expected"), column("费用"), column("收入")),
      gives(c.printed(`平均值|费用|${period}`), "OK", ["PEER.STAT", [peers.map((company) => c.input(`${company}|费用|${period}`))]], { tail: 1 }),
      // The mean of printed ratios may miss the mean of true ones by a unit.
      gives(c.printed(`平均值|费用率|${period}`), "OK", ["PEER.STAT", [rates]], { tail: 1 }),
    ];
  });
};

const same = (c: PublishedCase) => [tie("TIE.SUM", "OK", c.prints(), c.inputs())];

const overlap = (c: PublishedCase) => (["采购金额", "销售金额"] as const).map((figure) => total(c, "小计", figure, rowsWith(c, figure)));

const shareOfTotal = (c: PublishedCase, suffix: string, totalRow: string, share = "占比") =>
  [...new Set(c.names("inputs").map((name) => name.split("|")[1] ?? ""))].flatMap((period) => {
    const rows = rowsWith(c, period).filter((row) => c.names("expected").includes(`${row}${share}|${period}`));
    return [tie("TIE.RATIO", "OK", rows.map((row) => [c.printed(`${row}${share}|${period}`)]), of(c, rows, period), c.printed(`${totalRow}${suffix}|${period}`))];
  });

/** Filing 002, to line 2600: impaired assets, regions, customers, suppliers, peers, by-products. */
export const tieOutCases002Tables: CaseMap = {
  A01: (c) => judged("OK OK OK OK", ["2025-05-31余额", "2025年1-5月计提", "2024年末余额", "2024年计提"].map((figure) => total(c, "合计", figure, rowsWith(c, figure)))),
  A03: (c) => judged("TAIL", [tie("TIE.ROLL", "OK", c.printed("期末(2025-05-31)"), c.input("期初(2024年末)"), c.input("本期计提(2025年1-5月)"), c.input("处置转出减值准备(2025年1-5月)"))]),
  A04: (c) => judged("TAIL OK", impairedAssets(c, true)),
  A05: (c) => judged("TAIL OK", impairedAssets(c, true)),
  A06: (c) => judged("OK", impairedAssets(c, false)),
  A07: (c) => judged("OK", [tie("TIE.RATIO", "OK", c.prints(), c.inputs().slice(0, 2), c.input("合计"))]),
  A09: (c) => judged("OK OK", [tie("TIE.SUM", "OK", c.prints().slice(0, 3), c.inputs()), tie("TIE.SUM", "OK", c.printed("汇总表|合计"), c.inputs())]),
  A27: (c) => {
    const rows = rowsWith(c, "残余价值");
    return judged("OK OK TAIL", [
      tie("TIE.RATIO", "OK", of(c, rows, "减值计提比例", "expected"), of(c, rows, "减值准备"), of(c, rows, "账面原值")),
      tie("TIE.RATIO", "OK", of(c, rows, "残值率", "expected"), of(c, rows, "残余价值"), of(c, rows, "账面原值")),
      tie("TIE.ROLL", "OK", of(c, rows, "账面价值", "expected"), of(c, rows, "账面原值"), "-", beside(of(c, rows, "累计折旧"), of(c, rows, "减值准备"))),
    ]);
  },
  B03: (c) => judged("OK OK TAIL OK OK OK", ["2025", "2024", "2023"].flatMap((year) => {
    const regions = rowsWith(c, `${year}金额`);
    return [total(c, "合计", `${year}金额`, regions), tie("TIE.RATIO", "OK", of(c, regions, `${year}占比`, "expected"), of(c, regions, `${year}金额`), c.printed(`合计|${year}金额`))];
  })),
  B05: (c) => judged("OK", [tie("TIE.RATIO", "OK", c.prints(), [[c.input("2024外销")], [c.input("2027外销")]], c.input("需求"))]),
  B09: (c) => judged("OK OK", [
    tie("TIE.PRODUCT", "OK", [[c.printed("2024需求")], [c.printed("2027需求")]], [[c.input("2024产能")], [c.input("2027产能")]], c.input("单耗")),
    tie("TIE.RATIO", "OK", [[c.printed("2024占比")], [c.printed("2027占比")]], [[c.printed("2024需求")], [c.printed("2027需求")]], c.input("供给")),
  ]),
  B12: (c) => judged("OK OK OK OK", ["2024", "2023"].flatMap((year) => [
    tie("TIE.RATIO", "OK", c.printed(`占发电量|${year}`), c.input(`云南地区电解铝生产耗电量|${year}`), c.input(`云南地区发电量|${year}`)),
    tie("TIE.RATIO", "OK", c.printed(`占工业用电|${year}`), c.input(`云南地区电解铝生产耗电量|${year}`), c.input(`云南地区工业用电量|${year}`)),
  ])),
  B16: (c) => judged("OK", [tie("TIE.RATIO", "OK", c.printed("占比"), c.input("资本性支出"), c.input("2024经营活动现金流净额(line 3076)"))]),
  C04: (c) => judged("OK OK", [tie("TIE.ROLL", "OK", c.printed("变动额"), c.input("本期"), "-", c.input("上期")), tie("TIE.CHANGE", "OK", c.printed("变动率"), c.input("本期"), c.input("上期"))]),
  C05: (c) => judged("OK OK", [tie("TIE.ROLL", "OK", c.printed("减少额"), c.input("上期"), "-", c.input("本期")), tie("TIE.CHANGE", "OK", `-${c.printed("下降率")}`, c.input("本期"), c.input("上期"))]),
  C06: (c) => judged("OK", [tie("TIE.CHANGE", "OK", c.prints(), [[c.input("全球2024")], [c.input("中国2024")]], [["7,014"], ["4,284"]])]),
  C09: (c) => {
    const periods = ["2025年1-5月", "2024年度", "2023年度"];
    const column = (figure: string) => periods.map((period) => [c.input(`${figure}|${period}`)]);
    const words = { of: (cells: readonly (readonly (string | number | boolean)[])[]) => cells };
    return judged("TAIL OK OK", [
      tie("TIE.ROLL", "OK", periods.map((period) => [c.printed(`C加工费|${period}`)]), column("A"), "-", column("B")),
      gives([[c.printed("A变动").replace("上升", "同比增长")], [c.printed("B变动").replace("上升", "同比增长")]], "OK", ["CHANGE.TEXT", [[c.input("A|2024年度")], [c.input("B|2024年度")]], [[c.input("A|2023年度")], [c.input("B|2023年度")]]], words),
      gives("-21.38%", "OK", ["READ.NUMBER", c.printed("C变动")]),
    ]);
  },
  C10: (c) => judged("OK OK", ["电解铝", "氧化铝"].map((product) => yearly(c, `${product}比率`, `${product}销售`, `${product}市场`))),
  C12: (c) => judged("OK", [tie("TIE.RATIO", "OK", of(c, rowsWith(c, "耗用单价"), "比率", "expected"), of(c, rowsWith(c, "耗用单价"), "耗用单价"), of(c, rowsWith(c, "耗用单价"), "采购单价"))]),
  D01: (c) => judged("OK OK OK OK TAIL OK OK OK OK", peerRatios(c)),
  D03: (c) => judged("OK OK TAIL OK OK OK OK OK OK", peerRatios(c)),
  D04: (c) => judged("OK OK OK OK OK OK", c.names("expected").map((name) => {
    const [measure = "", , period = ""] = name.split("|");
    return gives(c.printed(name), "OK", ["PEER.STAT", [c.names("inputs").filter((figure) => figure.startsWith(`${measure}|`) && figure.endsWith(`|${period}`)).map((figure) => c.input(figure))]], { tail: 1 });
  })),
  D10: (c) => {
    const companies = ["焦作万方", "云铝股份", "天山铝业", "中国铝业", "标的公司"];
    return judged("BREAK OK", [
      tie("TIE.RATIO", "OK", companies.map((company) => [c.printed(`${company}|净利率|2025H1`)]), companies.map((company) => [c.input(`${company}|净利润亿|2025H1`)]), companies.map((company) => [Number(c.input(`${company}|收入万|2025H1`).replaceAll(",", "")) / 10_000])),
      gives(c.printed("平均|净利润|2025H1"), "OK", ["PEER.STAT", [companies.slice(0, 4).map((company) => c.input(`${company}|净利润亿|2025H1`))]], { tail: 1 }),
    ]);
  },
  D11: (c) => judged("BREAK OK", [tie("TIE.CHANGE", "OK", c.printed("问询函增幅"), c.input("2024"), c.input("2023")), tie("TIE.CHANGE", "OK", c.printed("回复增幅"), c.input("2024"), c.input("2023"))]),
  D13: (c) => {
    const roll = (printed: string, item: string) => tie("TIE.ROLL", "OK", c.printed(printed), c.input(`${item}24`), "-", c.input(`${item}23`));
    return judged("OK TAIL OK TAIL OK OK OK OK", [
      roll("营收增加", "营收"),
      roll("成本增加", "成本"),
      roll("期间费用增加", "期间费用"),
      roll("净利增加", "净利"),
      tie("TIE.ROLL", "OK", c.printed("毛利增加"), c.printed("营收增加"), "-", c.printed("成本增加")),
      tie("TIE.CHANGE", "OK", c.printed("期间费用增幅"), c.input("期间费用24"), c.input("期间费用23")),
      tie("TIE.CHANGE", "OK", c.printed("净利增幅"), c.input("净利24"), c.input("净利23")),
      tie("TIE.RATIO", "OK", c.printed("期间费用率24"), c.input("期间费用24"), c.input("营收24")),
    ]);
  },
  E02: (c) => judged("TAIL OK TAIL TAIL", largest(c)),
  E03: (c) => judged("TAIL OK OK TAIL", largest(c)),
  E05: (c) => judged("TAIL TAIL OK TAIL OK", [...largest(c), tie("TIE.RATIO", "OK", of(c, rowsWith(c, "数量"), "占比", "expected"), of(c, rowsWith(c, "数量"), "金额"), c.input("产品收入合计"))]),
  E06: (c) => judged("TAIL OK TAIL TAIL OK", [...largest(c), tie("TIE.RATIO", "OK", of(c, rowsWith(c, "数量"), "占比", "expected"), of(c, rowsWith(c, "数量"), "金额"), c.input("产品收入合计"))]),
  E09: (c) => judged("TAIL TAIL OK TAIL", largest(c)),
  E11: (c) => {
    const traders = (year: string) => rowsWith(c, year).filter((row) => !/收入/.test(row));
    return judged("OK OK TAIL", ["2025", "2024", "2023"].map((year) => tie("TIE.SUM", "OK", c.printed(`合计|${year}`), of(c, traders(year), year))));
  },
  E13: (c) => judged("OK OK", traderGaps(c)),
  E15: (c) => judged("OK OK", traderGaps(c)),
  E17: (c) => judged("OK OK", traderGaps(c)),
  E18: (c) => judged("OK OK", traderGaps(c)),
  E19: (c) => judged("OK OK OK OK", ["2025", "2024"].flatMap((year) => [
    tie("TIE.SUM", "OK", c.printed(`总计|${year}`), [[c.input(`主要贸易商客户|${year}`), c.printed(`其他贸易商客户|${year}`)]]),
    tie("TIE.RATIO", "OK", c.printed(`主要贸易商客户占比|${year}`), c.input(`主要贸易商客户|${year}`), c.printed(`总计|${year}`)),
  ])),
  E20: (c) => judged("TAIL BREAK", [tie("TIE.RATIO", "OK", c.input("单价(元/吨)"), c.input("金额(万元)"), c.input("数量(万吨)")), tie("TIE.PRODUCT", "OK", "2.63", c.input("数量(万吨)"), 0.0001, undefined, [[0, 0, 12]])]),
  E22: (c) => judged("OK", same(c)),
  E23: (c) => judged("OK", same(c)),
  E24: (c) => judged("OK", same(c)),
  F01: (c) => {
    const prices = c.names("expected").filter((name) => /^(SMB-GTS|力拓集团)\|单价/.test(name)).map((name) => name.split("|"));
    return judged("OK", [tie("TIE.RATIO", "OK", prices.map(([who, , year]) => [c.printed(`${who}|单价|${year}`)]), prices.map(([who, , year]) => [c.input(`${who}|金额|${year}`)]), prices.map(([who, , year]) => [c.input(`${who}|数量|${year}`)]))]);
  },
  F04: (c) => judged("TAIL OK TAIL TAIL OK", largestSuppliers(c)),
  F07: (c) => judged("TAIL TAIL TAIL TAIL OK", largestSuppliers(c)),
  F10: (c) => judged("OK OK", [tie("TIE.RATIO", "OK", of(c, rowsWith(c, "数量"), "单价", "expected"), of(c, rowsWith(c, "数量"), "金额").map(([amount = ""]) => [Number(amount.replaceAll(",", "")) / 10_000]), of(c, rowsWith(c, "数量"), "数量")), total(c, "合计", "数量", rowsWith(c, "数量"))]),
  F13: (c) => judged("OK", [tie("TIE.WEIGHTED", "OK", c.printed("2025年1-5月均价"), [[1 / 5, 4 / 5]], [[c.input("旧价"), c.input("新价")]], [[2, 12, 2]])]),
  F16: (c) => judged("BREAK", [gives(["10%"].map((limit) => [limit]), "OK", ["PEER.STAT", c.inputs(), "max"])]),
  G01: (c) => judged("OK OK TAIL OK TAIL OK", ["2025年1-5月", "2024年", "2023年"].flatMap((period) => [
    tie("TIE.PRODUCT", "OK", [[c.printed(`云南耗用|${period}`)], [c.printed(`山东耗用|${period}`)]], [[c.input(`云南产量|${period}`)], [c.input(`山东电解铝产量|${period}`)]], c.input("单吨耗用")),
    tie("TIE.SUM", "OK", c.printed(`山东外销+耗用|${period}`), [[c.input(`山东外销|${period}`), c.printed(`山东耗用|${period}`)]]),
  ])),
  G02: (c) => {
    const periods = ["2025年1-5月", "2024年", "2023年"];
    const inputs = (figure: string) => periods.map((period) => [c.input(`${figure}|${period}`)]);
    const printed = (figure: string) => periods.map((period) => [c.printed(`${figure}|${period}`)]);
    return judged("OK OK", [tie("TIE.SUM", "OK", printed("小计"), beside(inputs("出厂价"), inputs("运费"))), tie("TIE.ROLL", "OK", printed("价差"), inputs("云南采购价"), "-", printed("小计"))]);
  },
  G04: (c) => judged("OK OK OK OK", shareOfTotal(c, "", "合计")),
  G06: (c) => judged("OK OK", overlap(c)),
  G10: (c) => judged("TAIL TAIL", overlap(c)),
  G13: (c) => judged("TAIL OK", [...["2025"].map((year) => total(c, "合计", year, rowsWith(c, year))), ...["2025"].map((year) => tie("TIE.RATIO", "OK", rowsWith(c, year).map((row) => [c.printed(`${row}占比|${year}`)]), of(c, rowsWith(c, year), year), c.printed(`合计|${year}`)))]),
  G14: (c) => judged("OK OK TAIL", [
    tie("TIE.RATIO", "OK", ["2023", "2024", "2025"].map((year) => [c.printed(`占比${year}`)]), ["2023", "2024", "2025"].map((year) => [c.input(`其他${year}`)]), ["2023", "2024", "2025"].map((year) => [c.input(`营收${year}`)])),
    tie("TIE.ROLL", "OK", c.printed("增加额"), c.input("其他2024"), "-", c.input("其他2023")),
    tie("TIE.ROLL", "OK", c.printed("贸易收益增加"), c.input("贸易收益24"), "-", c.input("贸易收益23")),
  ]),
  G16: (c) => judged("OK", [yearly(c, "比例", "销量", "产量")]),
  G17: (c) => judged("OK", [yearly(c, "比例", "销量", "产量")]),
  G18: (c) => judged("OK", [yearly(c, "比例", "销量", "产量")]),
  G24: (c) => judged("BREAK", same(c)),
};
