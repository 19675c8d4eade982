import { describe, expect, it } from "vitest";
import { checkOf } from "../support/found-in.ts";

async function foundIn(...lines: readonly string[]): Promise<string[]> {
  const { findings } = await checkOf(...lines);
  return findings.map(({ figure, difference, expected, other }) => `${difference}: ${figure.text} → ${expected}${other ? ` (${other.text})` : ""}`);
}

const years = "项目 | 2025 年度 | 2024 年度 | 2023 年度";

describe("planted errors are found and named", () => {
  it("a digit slip in an item, where the totals of its row's other years hold", async () => {
    expect(await foundIn("单位：万元", years, "原材料 | 2,135,105.34 | 2,033,985.95 | 2,156,766.33", "在产品 | 895,336.38 | 951,604.36 | 884,815.87", "库存商品 | 185,846.05 | 225,823.52 | 186,667.17", "合计 | 3,216,287.77 | 3,211,413.83 | 3,228,249.87")).toEqual([
      "digit-slip: 3,228,249.87 → 3,228,249.37",
    ]);
  });

  it("two neighbouring digits exchanged in a total", async () => {
    expect(await foundIn("单位：万元", years, "短期借款 | 2,081,599.85 | 1,977,791.55 | 1,678,284.08", "长期借款 | 821,922.98 | 695,179.58 | 311,291.48", "合计 | 2,903,522.83 | 2,672,971.13 | 1,989,755.56")).toEqual(["transposition: 1,989,755.56 → 1,989,575.56"]);
  });

  it("a wrong sign among changes", async () => {
    expect(
      await foundIn("产品 | 2025 年度收入 | 2024 年度收入 | 变动比例", "氧化铝 | 5,345.36 | 5,124.70 | 4.31%", "阳极炭块 | 1,871.64 | 1,662.34 | 12.59%", "电力 | 6,333.04 | 6,483.80 | 2.33%", "液碱 | 180.16 | 169.01 | 6.60%", "蒸汽 | 355.98 | 381.47 | -6.68%"),
    ).toEqual(["sign: 2.33% → -2.33%"]);
  });

  it("an amount in another unit", async () => {
    expect(
      await foundIn("单位：万元", "项目 | 期初余额 | 本期增加 | 本期减少 | 期末余额", "厂房 | 10,571.18 | 19,248.82 | 5,310.20 | 24,509.80", "设备 | 30,412.65 | 2,030.11 | 1,204.16 | 312,386,000.00", "车辆 | 885.06 | 101.14 | 66.20 | 920.00", "其他 | 412.30 | 36.70 | 28.55 | 420.45"),
    ).toEqual(["unit-slip: 312,386,000.00 → 31,238.60"]);
  });

  it("a rate copied into the row of another item", async () => {
    expect(
      await foundIn(
        "项目 | 甲公司 |  | 乙公司 | ", " | 余额占比 | 计提比例 | 余额占比 | 计提比例", "原材料 | 21.43% | 6.36% | 28.55% | 0.52%", "在产品 | 51.43% | 0.32% | 50.81% | 0.57%", "库存商品 | 23.77% | 1.08% | 20.64% | 1.30%", "周转材料 | 0.70% | 11.59% | - | -", "备品备件 | 2.67% | 11.59% | - | -", "合计 | 100.00% | 2.09% | 100.00% | 0.71%",
        "", "项目 | 甲公司 |  | 乙公司 | ", " | 余额占比 | 计提比例 | 余额占比 | 计提比例", "原材料 | 39.40% | 1.50% | 34.47% | 0.97%", "在产品 | 58.49% | 2.94% | 51.50% | 2.11%", "库存商品 | 2.11% | 2.61% | 14.03% | 0.94%", "合计 | 100.00% | 2.37% | 100.00% | 1.55%",
      ),
    ).toEqual(["duplicate: 11.59% →  (11.59%)"]);
  });

  it("a total left standing from the year before", async () => {
    const table = (year: string, rows: readonly string[]) => [`${year} 年度关联销售情况如下：`, "", "单位：万元", "客户 | 金额 | 占营业收入比例", ...rows, ""];
    expect(
      await foundIn(
        ...table("2025", ["甲公司 | 88,958.91 | 1.37%", "乙公司 | 19,483.02 | 0.30%", "丙公司 | 5,093.12 | 0.08%", "合计 | 266,970.34 | 1.75%"]),
        ...table("2024", ["甲公司 | 211,660.98 | 1.42%", "乙公司 | 45,715.35 | 0.31%", "丙公司 | 9,594.01 | 0.06%", "合计 | 266,970.34 | 1.79%"]),
        ...table("2023", ["甲公司 | 183,120.15 | 1.42%", "乙公司 | 39,396.34 | 0.31%", "丙公司 | 6,173.82 | 0.05%", "合计 | 228,690.31 | 1.77%"]),
      ),
    ).toEqual(["stale: 266,970.34 → 113,535.05 (266,970.34)"]);
  });

  it("a list of a sentence in the order of the table", async () => {
    expect(
      await foundIn("单位：万元", years, "净利润 | 754,065.20 | 1,814,437.25 | 674,745.67", "经营活动现金流量净额 | 1,075,185.49 | 2,542,735.36 | 1,097,367.31", "", "2023 年、2024 年和 2025 年，经营活动现金流量净额分别为 107.52 亿元、254.27 亿元和 109.74 亿元。"),
    ).toEqual(["swapped: 107.52 亿元 → 109.74 亿元"]);
  });

  it("a mean that repeats the median below it", async () => {
    expect(
      await foundIn(
        "毛利率比较情况如下：", "", "公司名称 | 2025 年度 | 2024 年度 | 2023 年度", "甲公司 | 19.35% | 11.01% | 10.15%", "乙公司 | 15.02% | 13.24% | 17.85%", "丙公司 | 23.55% | 22.36% | 20.78%", "丁公司 | 13.40% | 10.31% | 13.20%", "平均值 | 17.83% | 14.23% | 15.50%", "中位数 | 17.19% | 12.13% | 15.53%",
        "", "同行业毛利率平均值分别为 15.50%、14.23%和 17.19%。",
      ),
    ).toEqual(["column-shift: 17.19% → 17.83% (17.19%)"]);
  });

  it("a total without one of its rows", async () => {
    expect(await foundIn("单位：万元", years, "原材料 | 2,135,105.34 | 2,033,985.95 | 2,156,766.33", "在产品 | 895,336.38 | 951,604.36 | 884,815.87", "库存商品 | 185,846.05 | 225,823.52 | 186,667.17", "合计 | 3,216,287.77 | 3,211,413.83 | 3,041,582.20")).toEqual([
      "missing-row: 3,041,582.20 → 3,228,249.37 (186,667.17)",
    ]);
  });

  const segments = (may: string, year: string) => [
    "按坏账计提方法分类如下：", "", "单位：万元", "种类 | 2025 年 5 月 31 日 | 2024 年 12 月 31 日 | 2023 年 12 月 31 日", "按单项计提 | 538.56 | 233.53 | 141.90", "按组合计提 | 313,672.03 | 348,300.76 | 315,958.40", "合计 | 314,210.59 | 348,534.29 | 316,100.30", "",
    "分板块的账面余额如下：", "", "单位：万元", years.replace("2025 年度", "2025 年 5 月 31 日").replaceAll("年度", "年 12 月 31 日"), "电解铝应收账款余额 | 235,956.77 | 290,332.85 | 261,180.03", "深加工应收账款余额 | 77,715.26 | 57,967.91 | 54,778.37", "",
    "分板块的周转率如下：", "", "单位：万元", "项目 | 2025 年 1-5 月 | 2024 年", `电解铝应收账款平均余额 | ${may} | ${year}`, "深加工应收账款平均余额 | 67,841.59 | 56,373.14",
  ];

  it("a mean of balances that takes in an item of another table", async () => {
    expect(await foundIn(...segments("263,144.81", "275,756.44"))).toEqual([]);
    expect(await foundIn(...segments("263,414.08", "275,756.44"))).toEqual(["missing-row: 263,414.08 → 263,144.81 (538.56)"]);
    expect(await foundIn(...segments("263,452.17", "275,756.44"))).toEqual(["unexplained: 263,452.17 → 263,144.81"]);
  });

  it("a growth that another table prints beside the same figures", async () => {
    const balances = ["单位：万元", "项目 | 2025 年末 | 2024 年末 | 2023 年末 | 2024 年末相对 2023 年末变动比例", "有息负债余额 | 3,689,674.77 | 3,663,836.69 | 3,011,742.78 | 21.65%", "利息费用 | 170,582.82 | 160,189.45 | 174,186.61 | -8.04%", ""];
    expect(await foundIn(...balances, "2024 年末公司有息负债余额同比增长 21.65%。")).toEqual([]);
    expect(await foundIn(...balances, "2024 年末公司有息负债余额同比增长 21.34%。")).toEqual(["two-versions: 21.34% → 21.65% (21.65%)"]);
  });

  it("two rows with each other's figures, as one", async () => {
    const table = (first: string, second: string) => ["单位：万元", "产品 | 2024 年度收入 | 2024 年度成本 | 2024 年度毛利率", "氧化铝 | 5,345.36 | 4,124.70 | 22.84%", `阳极炭块 | ${first} | 1,432.34 | 23.47%`, `电力 | ${second} | 4,483.80 | 29.20%`, "液碱 | 980.16 | 769.01 | 21.54%", "蒸汽 | 355.98 | 281.47 | 20.93%"];
    expect(await foundIn(...table("1,871.64", "6,333.04"))).toEqual([]);
    expect(await foundIn(...table("6,333.04", "1,871.64"))).toEqual(["swapped: 6,333.04 → 1,871.64 (1,871.64)"]);
  });

  it("a row moved by a column, as one", async () => {
    const years = "项目 | 2018 年度 | 2019 年度 | 2020 年度 | 2021 年度 | 2022 年度";
    const table = (fuel: string) => ["单位：元/吨", years, "1、生坯成本 | 2,952.00 | 2,624.00 | 2,624.00 | 2,624.00 | 2,624.00", "2、焙烧成本 | 173.24 | 177.45 | 180.71 | 184.07 | 187.53", "（1）材料 | 49.21 | 49.90 | 50.62 | 51.38 | 52.18", "①填充料 | 35.45 | 34.73 | 34.69 | 34.65 | 35.45", "②其他材料 | 13.76 | 15.17 | 15.93 | 16.73 | 16.73", `（2）燃料及动力 | ${fuel}`, "①天然气 | 109.50 | 112.71 | 114.96 | 117.26 | 119.61", "②电力 | 13.24 | 13.51 | 13.78 | 14.05 | 14.33", "③水费 | 1.29 | 1.33 | 1.35 | 1.38 | 1.41", "成本合计 | 3,125.24 | 2,801.45 | 2,804.71 | 2,808.07 | 2,811.53"];
    expect(await foundIn(...table("124.03 | 127.55 | 130.09 | 132.69 | 135.35"))).toEqual([]);
    expect(await foundIn(...table("124.03 | 130.09 | 132.69 | 132.69 | 135.35"))).toEqual(["column-shift: 132.69 → 130.09 (130.09)"]);
  });

  it("a growth over the wrong base", async () => {
    expect(
      await foundIn("产品 | 2025 年度收入 | 2024 年度收入 | 增长率", "氧化铝 | 5,345.36 | 5,124.70 | 4.31%", "阳极炭块 | 1,871.64 | 1,662.34 | 11.18%", "电力 | 6,333.04 | 6,483.80 | -2.33%", "液碱 | 180.16 | 169.01 | 6.60%", "蒸汽 | 355.98 | 381.47 | -6.68%"),
    ).toEqual(["wrong-base: 11.18% → 12.59%"]);
  });

  it("a share added from rounded shares", async () => {
    expect(
      await foundIn(
        "单位：万元", "账龄 | 2023 年 12 月 31 日 | ", " | 金额 | 占比", "1 年以内 | 113,380.36 | 35.86%", "1-2 年 | 48,476.44 | 15.33%", "2-3 年 | 26,609.21 | 8.42%", "3-4 年 | 25,397.05 | 8.03%", "4-5 年 | 21,302.65 | 6.74%", "小计 | 235,165.72 | 74.38%", "5 年以上 | 81,026.21 | 25.63%", "合计 | 316,191.93 | 100.00%",
      ),
    ).toEqual(["rounded-intermediate: 74.38% → 74.37%"]);
  });

  it("two versions of one figure", async () => {
    expect(
      await foundIn(
        "函证情况如下：", "", "单位：万元", years, "采购总金额 | 4,946,207.39 | 11,077,081.57 | 10,396,847.72", "发函金额 | 4,055,583.02 | 10,381,755.86 | 9,827,920.08", "",
        "走访情况如下：", "", "单位：万元", years, "采购总金额 | 4,947,056.69 | 11,077,081.57 | 10,396,847.72", "走访金额 | 4,026,941.35 | 8,694,397.39 | 8,203,874.14",
      ),
    ).toEqual(["two-versions: 4,947,056.69 → 4,946,207.39"]);
  });

  it("a rule printed in the head that does not hold, for no reason to be seen", async () => {
    expect(await foundIn("单位：万元", years, "应收账款余额（A） | 314,210.58 | 348,534.29 | 316,191.93", "发函金额（B） | 227,383.81 | 338,951.10 | 307,093.33", "发函比例（C=B/A） | 72.37% | 97.25% | 88.41%")).toEqual(["unexplained: 88.41% → 97.12%"]);
  });

  const costs = ["单位：元/吨", "项目 | 2023 年度 | 2022 年度 | 2021 年度", "1、原料成本 | 2,624.00 | 2,952.00 | 2,928.26", "2、加工成本 | 351.39 | 341.93 | 298.59"];
  const parts = ["（1）材料 | 52.18 | 51.38 | 48.11", "①填充料 | 35.45 | 35.45 | 35.63", "②其他材料 | 16.73 | 15.93 | 12.48"];
  const rest = ["（3）折旧费 | 77.09 | 77.12 | 74.55", "（4）人工成本 | 86.77 | 80.74 | 56.48"];
  const energy = (cells: string) => [...costs, ...parts, `（2）燃料及动力 | ${cells}`, "①天然气 | 119.61 | 117.26 | 106.43", "②电力 | 15.74 | 15.43 | 13.02", ...rest, "成本合计 | 2,975.39 | 3,293.93 | 3,226.85"];

  it("a digit slip in an item that numbered rows add to and that adds to another", async () => {
    expect(await foundIn(...energy("135.35 | 132.69 | 119.45"))).toEqual([]);
    expect(await foundIn(...energy("135.35 | 132.99 | 119.45"))).toEqual(["digit-slip: 132.99 → 132.69"]);
  });

  it("an item of a statement whose result is what is left of revenue", async () => {
    const statement = (tax: string) => ["单位：万元", years, "一、营业收入 | 61,658.23 | 52,359.45 | 52,883.04", "减：营业成本 | 57,549.39 | 49,192.78 | 49,812.54", `税金及附加 | ${tax} | 308.67 | 310.38`, "管理费用 | 583.96 | 585.15 | 607.11", "财务费用 | 237.11 | 235.30 | 235.39", "二、营业利润 | 2,925.76 | 2,037.55 | 1,917.62"];
    expect(await foundIn(...statement("362.01"))).toEqual([]);
    expect(await foundIn(...statement("326.01"))).toEqual(["transposition: 326.01 → 362.01"]);
  });

  it("a total, though another table with the same heads adds its rows otherwise", async () => {
    const shown = ["单位：万元", years, "主营业务收入 | 58,565.44 | 49,582.81 | 50,078.64", "产品销售收入 | 58,565.44 | 49,582.81 | 50,078.64", "其他业务收入 | 3,092.79 | 2,776.64 | 2,804.40", "残料销售收入 | 3,092.79 | 2,776.64 | 2,804.40", "合计 | 61,658.23 | 52,359.45 | 52,883.04", ""];
    const interest = (fees: string) => ["财务费用预测如下：", "", "单位：万元", years, "利息支出 | 225.26 | 225.26 | 225.26", "利息收入 | -6.36 | -5.43 | -5.50", `手续费 | 1.26 | 1.08 | ${fees}`, "合计 | 220.16 | 220.91 | 220.85"];
    expect(await foundIn(...shown, ...interest("1.09"))).toEqual([]);
    expect(await foundIn(...shown, ...interest("14.54"))).toHaveLength(1);
  });

  it("liabilities that do not leave the equity, at book and as valued", async () => {
    const sentence = (liabilities: string) => `评估前账面资产总计 12,077.42 万元，评估值 24,756.29 万元，评估增值 12,678.87 万元，增值率 104.98%；账面负债总计 ${liabilities} 万元，评估值 ${liabilities} 万元；账面净资产-101.44 万元，评估值 12,577.43 万元，评估增值 12,678.87 万元，增值率 12,498.89%。`;
    expect(await foundIn(sentence("12,178.86"))).toEqual([]);
    expect(await foundIn(sentence("12,178.42"))).toEqual(["unexplained: 12,178.42 万元 → 12,178.86 万元", "unexplained: 12,178.42 万元 → 12,178.86 万元"]);
  });

  it("a total that a sentence gives before its parts", async () => {
    const sentence = (total: string) => `本次交易共计支付 ${total} 元，其中收购股权支付 24,340,470 元，增资支付 114,680,000 元。`;
    expect(await foundIn(sentence("139,020,470"))).toEqual([]);
    expect(await foundIn(sentence("139,200,470"))).toEqual(["transposition: 139,200,470 元 → 139,020,470 元"]);
  });

  it("a share in a list, of a whole that a table prints", async () => {
    const text = (share: string) => ["利润表主要项目如下：", "", "单位：万元", years, "营业收入 | 364,512.20 | 334,120.45 | 310,874.67", "营业成本 | 301,205.77 | 281,004.12 | 262,118.90", "", `2023 年度、2024 年度和 2025 年度，关联销售金额分别为 21,330.15 万元、24,871.02 万元和 30,114.60 万元，占营业收入的比例分别为 6.86%、${share}和 8.26%。`];
    expect(await foundIn(...text("7.44%"))).toEqual([]);
    expect(await foundIn(...text("4.74%"))).toEqual(["transposition: 4.74% → 7.44%"]);
  });

  it("one margin of two, where the head says what it is", async () => {
    expect(await foundIn("产品 | 营业收入 | 营业成本 | 毛利率", "氧化铝 | 5,345.36 | 4,124.70 | 22.84%", "阳极炭块 | 1,871.64 | 1,662.34 | 11.81%")).toEqual(["transposition: 11.81% → 11.18%"]);
  });

  it("one equity of two", async () => {
    expect(await foundIn("单位：万元", "项目 | 2025 年末 | 2024 年末", "资产总计 | 27,369.37 | 25,925.70", "负债合计 | 14,139.33 | 15,659.89", "所有者权益合计 | 13,230.04 | 10,256.81")).toEqual(["transposition: 10,256.81 → 10,265.81"]);
  });
});

describe("a ledger in which many figures are wrong", () => {
  it("has each of 120 wrong balances among 600 told, without every run of rows between two of them being weighed", async () => {
    const rows = Array.from({ length: 600 }, (_, at) => {
      const [opening, added, paid] = [100_000 + 7919 * at, 5_000 + 613 * at, 3_000 + 409 * at];
      return `客户 ${at} | ${opening} | ${added} | ${paid} | ${opening + added - paid + (at % 5 === 0 ? 911 + 17 * at : 0)}`;
    });
    expect(await foundIn("单位：元", "客户 | 期初余额 | 本期增加 | 本期减少 | 期末余额", ...rows)).toHaveLength(120);
  });
});

describe("what is no error", () => {
  it.each<[string, readonly string[]]>([
    ["tails of totals", ["单位：万元", years, "甲 | 0.33 | 0.33 | 1.67", "乙 | 0.33 | 0.33 | 1.67", "丙 | 0.33 | 0.33 | 1.67", "合计 | 1.00 | 1.00 | 5.00"]],
    ["points from unrounded margins", ["项目 | 2025 年度 | 2024 年度 | 变动", "毛利率 | 17.02% | 19.68% | 减少 2.65 个百分点", "净利率 | 13.46% | 16.38% | 减少 2.91 个百分点"]],
    ["growth over a loss on its size", ["项目 | 交易前 | 交易后 | 增长率", "资产总计 | 302,278.26 | 11,560,600.10 | 3724.49%", "负债总计 | 116,604.13 | 6,345,762.32 | 5342.14%", "营业收入 | 123,942.18 | 6,504,785.95 | 5148.24%", "利息保障倍数 | -9.33 | 15.24 | 263.34%"]],
    ["an average price beside sums", ["产品 | 数量（万吨） | 单价（元/吨） | 金额（万元）", "甲 | 4.97 | 17,890.76 | 88,958.91", "乙 | 1.09 | 17,857.95 | 19,483.02", "丙 | 0.28 | 17,890.15 | 5,093.12", "合计 | 6.35 | 17,885.10 | 113,535.04"]],
    ["an interim turnover brought to a year", ["项目 | 2025 年 1-5 月 | 2024 年 | 2023 年", "收入 | 499,312.98 | 1,107,342.89 | 804,959.22", "平均余额 | 67,841.59 | 56,373.14 | 47,639.30", "周转率 | 17.66 | 19.64 | 16.90"]],
    ["a month, a quarter and the beginning of a year beside years", ["产品 | 2025 年度 | 2024 年度 | 2023 年度", "氧化铝价格 | 3,502.56 | 2,933.15 | 2,610.40", "电解铝价格 | 17,890.76 | 16,857.95 | 15,890.15", "", "2025 年 12 月，氧化铝价格为 3,210.00，同比上涨 12.00%。2025 年四季度，氧化铝价格同比上涨 13.00%。2025 年初，电解铝价格为 16,321.00。"]],
    ["a mean without those not given", ["公司 | 2025 年末 | 2024 年末 | 2023 年末", "甲 | 0.00% | 1.78% | -", "乙 | 0.44% | 1.55% | 0.18%", "丙 | 0.00% | - | -", "丁 | 2.25% | 1.75% | 2.09%", "平均值 | 0.67% | 1.69% | 1.14%", "中位数 | 0.22% | 1.75% | 1.14%"]],
  ])("%s", async (_what, lines) => {
    expect(await foundIn(...lines)).toEqual([]);
  });
});
