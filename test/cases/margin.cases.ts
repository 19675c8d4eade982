import { Decimal } from "../../src/core/decimal.ts";
import { type CaseMap, gives, tie } from "./case-formula.ts";
import type { PublishedCase } from "./published-case.ts";

/** 6.96 or "23.85 个百分点" as the fraction a function answers with. */
const points = (printed: string) => `${printed.replace(/\s*个百分点$/, "")}%`;

/** Where a filing prints gross profit, the cost a function asks for: exact, since both have two decimals. */
const costOf = (revenue: string, grossProfit: string) => new Decimal(revenue.replaceAll(",", "")).minus(grossProfit.replaceAll(",", "")).toNumber();

const figuresOf = (cells: readonly (readonly (string | number | boolean)[])[]) => cells.slice(1).map((row) => row.slice(1));

function profitTable(published: PublishedCase, rows: readonly string[]) {
  const figures = rows.map((row) => published.list("inputs", "rows", row));
  const pick = (column: number) => figures.map((row) => row[column] ?? "");
  const costs = (column: number) => figures.map((row) => costOf(row[column] ?? "", row[column + 1] ?? ""));
  return { revenue1: pick(0), cost1: costs(0), revenue0: pick(2), cost0: costs(2) };
}

/** Margins, their changes and sensitivities, capacities, and the confirmation and cover ratios as printed. */
export const marginCases: CaseMap = {
  "003-01": (published) => {
    const revenue = published.list("inputs", "营业收入");
    const cost = published.list("inputs", "营业毛利").map((profit, index) => costOf(revenue[index] ?? "", profit));
    return [gives([published.list("expected")], "OK", ["MARGIN.RATE", [revenue], [cost]])];
  },
  "003-02": (published) => {
    const revenue = published.list("inputs", "营业收入");
    const cost = published.list("inputs", "营业毛利").map((profit, index) => costOf(revenue[index] ?? "", profit));
    const change = (current: number, prior: number) => ["MARGIN.CHANGE", [[revenue[current]]], [[cost[current]]], [[revenue[prior]]], [[cost[prior]]]] as const;
    return [
      gives(points(`-${published.text("expected", "2024年同比下降(个百分点)")}`), "OK", change(1, 2)),
      gives(points(published.text("expected", "2025年1-9月同比增长(个百分点)")), "OK", change(0, 1)),
    ];
  },
  "003-12": (published) => {
    const [revenue, profit] = [published.list("inputs", "营业收入"), published.list("inputs", "毛利")];
    const cost = profit.map((figure, index) => costOf(revenue[index] ?? "", figure));
    // The list keeps the order of the years as numbers: 2023 before 2024.
    const years = published.names("inputs", "营业收入");
    const [now, then] = [years.indexOf("2024"), years.indexOf("2023")];
    const expected = points(`-${published.text("expected", "同比下降(个百分点)")}`);
    return [gives(expected, "OK", ["MARGIN.CHANGE", [[revenue[now]]], [[cost[now]]], [[revenue[then]]], [[cost[then]]]])];
  },
  "003-13": (published) => {
    const [revenue, cost] = [published.list("inputs", "rows", "营业收入"), published.list("inputs", "rows", "营业成本")];
    const margins = published.list("expected", "毛利率");
    const idle = (actual: number) => costOf(cost[actual] ?? "", cost[actual + 1] ?? "");
    return [
      gives([margins], "OK", ["MARGIN.RATE", [revenue], [cost]]),
      gives(margins[1] ?? "", "OK", ["MARGIN.PROFORMA", [[revenue[0]]], [[cost[0]]], [[idle(0)]]]),
      gives(margins[3] ?? "", "OK", ["MARGIN.PROFORMA", [[revenue[2]]], [[cost[2]]], [[idle(2)]]]),
    ];
  },
  "003-24": (published) => {
    const names = published.names("inputs", "rows");
    const margins = names.map((name) => published.list("expected", "毛利率", name));
    const all = profitTable(published, names);
    const products = profitTable(published, ["玻璃纤维及制品", "风电叶片", "锂电池隔膜", "其他"]);
    const column = (values: readonly unknown[]) => values.map((value) => [value]);
    return [
      gives(margins.map(([current = ""]) => [current]), "OK", ["MARGIN.RATE", column(all.revenue1), column(all.cost1)]),
      gives(margins.map(([, prior = ""]) => [prior]), "OK", ["MARGIN.RATE", column(all.revenue0), column(all.cost0)]),
      // The one contribution that survives in print, line 34: separators −3.29 points; the total is that of 003-02.
      gives(
        [["-3.29%"], ["-6.96%"]],
        "OK",
        ["MARGIN.BRIDGE", column(products.revenue0), column(products.cost0), column(products.revenue1), column(products.cost1)],
        { of: (cells) => [3, 5].map((row) => [cells[row]?.at(-1) ?? ""]) },
      ),
    ];
  },
  "003-30": (published) => {
    const rows = ["收入", "成本", "原材料"].map((row) => [published.list("inputs", "rows", row)]);
    const expected = ["上涨5%", "上涨10%"].flatMap((shock) => ["成本变动", "毛利变动", "毛利率变动"].map((measure) => published.list("expected", shock, measure)));
    return [
      gives(expected, "OK", ["MARGIN.SENSITIVITY", ...rows, [published.list("inputs", "shocks")]], { of: figuresOf }),
      gives([published.list("expected", "毛利率")], "OK", ["MARGIN.RATE", rows[0], rows[1]]),
    ];
  },
  "004-04": (published) => {
    const quarters = published.names("inputs", "营业收入");
    const [revenue, cost, margins] = (["营业收入", "营业成本"] as const).map((row) => quarters.map((quarter) => published.list("inputs", row, quarter))).concat([quarters.map((quarter) => published.list("expected", "毛利率", quarter))]);
    return [gives(margins ?? [], "OK", ["MARGIN.RATE", revenue, cost])];
  },
  C02: (published) => {
    const periods = ["2025年1-5月", "2024年度", "2023年度"];
    const [price, cost] = ["单价", "成本"].map((row) => [periods.map((period) => published.text("inputs", `${row}|${period}`))]);
    const [[, price1, price0] = []] = price ?? [];
    const [[, cost1, cost0] = []] = cost ?? [];
    return [
      gives([periods.map((period) => published.text("expected", `毛利率|${period}`))], "OK", ["MARGIN.RATE", price, cost]),
      gives(points(published.text("expected", "2024较2023变动")), "OK", ["MARGIN.CHANGE", [[price1]], [[cost1]], [[price0]], [[cost0]]]),
    ];
  },
  C07: (published) => {
    // Quantities and the price of power are printed too short: they are what cost ÷ the other factor gives, and print as they should.
    const inputs = [
      { name: "氧化铝", known: "单价", found: "数量" },
      { name: "阳极炭块", known: "单价", found: "数量" },
      { name: "电力", known: "数量", found: "单价" },
    ] as const;
    const cell = (name: string, row: string, year: string) => published.text("inputs", `${name}耗用${row}|${year}`);
    const amounts = (row: string, year: string) => inputs.map(({ name }) => [cell(name, row, year)]);
    const factors = (year: string) =>
      inputs.map(({ name, known }) => {
        const factor = new Decimal(cell(name, known, year).replaceAll(",", ""));
        const other = new Decimal(cell(name, "成本", year).replaceAll(",", "")).div(factor);
        return known === "单价" ? { quantity: other.toNumber(), price: factor.toNumber() } : { quantity: factor.toNumber(), price: other.toNumber() };
      });
    const column = (year: string, factor: "quantity" | "price") => factors(year).map((found) => [found[factor]]);
    const years = ["2025年1-5月", "2024年度", "2023年度"];
    return [
      ...years.map((year) =>
        tie("TIE.RATIO", "OK", inputs.map(({ name, found }) => [published.text("expected", `${name}耗用${found}|${year}`)]), amounts("成本", year), inputs.map(({ name, known }) => [cell(name, known, year)])),
      ),
      gives(
        [...inputs.map(({ name }) => [published.text("expected", `${name}耗用成本|变动`)]), [published.text("expected", "小计|变动")]],
        "OK",
        ["MARGIN.UNITCOST", column("2023年度", "quantity"), column("2023年度", "price"), column("2024年度", "quantity"), column("2024年度", "price")],
        { of: (cells) => cells.slice(1).map((row) => row.slice(-1)) },
      ),
    ];
  },
  C20: (published) =>
    ["电解铝", "氧化铝", "深加工"].map((product) => {
      const figure = (row: string, year: string) => [[published.text("inputs", `${product}|${row}|${year}`)]];
      const effects = ["MARGIN.PRICECOST", figure("单价", "2023"), figure("成本", "2023"), figure("单价", "2024"), figure("成本", "2024")] as const;
      // Only the sum of the two effects is printed.
      return gives(points(published.text("expected", `${product}|价格影响+成本影响`)), "OK", effects, { of: ([[price = 0, cost = 0] = []]) => [[Number(price) + Number(cost)]] });
    }),
  "c001-110": (published) => {
    const plants = ["c2018", "锦旗", "索通齐力", "山东"].map((plant) => published.text("inputs", plant));
    // The first was in service before; 锦旗 joined in January 2019 (lines 2568 and 2674).
    const starts = ["2018-01", "2019-01", `2019-${published.text("inputs", "start_qili_month")}`, `2019-${published.text("inputs", "start_sd_month")}`];
    return [gives(published.text("expected", "c2019"), "OK", ["PROJECT.CAPACITY", [plants], [starts], [["2019"]]])];
  },
  "c001-111": (published) => {
    const plants = ["c2018", "锦旗", "索通齐力", "山东", "索通云铝"].map((plant) => published.text("inputs", plant));
    // 索通云铝 starts at the end of 2020 and counts from 2021 on, as the filing has it.
    const starts = ["2018-01", "2019-01", "2019-05", "2019-08", "2021-01"];
    return (["2020", "2021"] as const).map((year) => gives(published.text("expected", `c${year}`), "OK", ["PROJECT.CAPACITY", [plants], [starts], [[year]]]));
  },
  "002b-M10-icr": (published) => {
    const [profit, interest] = [published.column("inputs", "利润总额"), published.column("inputs", "利息")];
    const none = interest.map(() => [0]);
    return [gives(published.column("expected"), "OK", ["FUND.COVER", profit, interest, none], { of: (cells) => cells.map((row) => [row[1] ?? ""]) })];
  },
  G23: (published) => {
    const periods = ["2025年1-5月", "2024年", "2023年"];
    const row = (letter: string) => [periods.map((period) => published.text("D" === letter ? "expected" : "inputs", `${letter}|${period}`))];
    const printed = ["C", "E", "G", "I", "J", "K", "M", "N", "O"];
    return [
      gives(
        printed.map((letter) => periods.map((period) => published.text("expected", `${letter}|${period}`))),
        "OK",
        ["CONFIRM.COVERAGE", row("A"), row("B"), row("D"), row("F"), row("H"), row("L")],
        { of: (cells) => printed.map((letter) => cells["ABCDEFGHIJKLMNO".indexOf(letter) + 1]?.slice(1) ?? []) },
      ),
    ];
  },
  "002b-M01-bank": (published) => {
    const row = (letter: string) => [published.list("inputs", letter)];
    const none = [published.list("inputs", "A").map(() => 0)];
    return [
      gives([published.list("expected", "C"), published.list("expected", "E")], "OK", ["CONFIRM.COVERAGE", row("A"), row("B"), row("D"), none, none, none], {
        of: (cells) => [3, 5].map((at) => cells[at]?.slice(1) ?? []),
      }),
    ];
  },
};
