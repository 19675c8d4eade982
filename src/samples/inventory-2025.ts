import type { SheetPlan } from "../workbook/port.ts";
import type { Sample } from "./sample.ts";
import { amount, grid, header, input, label, line, note, sourceNote, printed, SheetDraft, section, spilled, subtitle, title } from "./sheet.ts";

const filing = "公开文件 004（永杉锂业 2025 年年度报告信息披露监管问询函回复）";

/** Lines 1098–1115, twelve months of three classes and their printed total: carrying amount, net realisable value, charge. */
const measures = [
  {
    chinese: "账面价值",
    english: "Carrying amount",
    rows: [
      [11149.98, 13785.32, 17736.61, 14873.57, 12226.98, 12539.06, 22909.78, 15012.91, 14225.58, 14187.88, 14000.2, 63864.08],
      [7761.3, 7184.44, 9555.08, 8135.31, 6355.88, 7236.78, 14881.77, 8946.4, 8454.93, 6358.64, 4797.01, 9586.18],
      [40593.58, 41253.25, 49731.29, 39735.75, 32989.52, 43863.95, 19366.88, 32704.22, 39996.17, 29820.74, 28815.21, 26596.12],
    ],
    totals: ["59,504.87", "62,223.01", "77,022.98", "62,744.63", "51,572.38", "63,639.79", "57,158.43", "56,663.53", "62,676.68", "50,367.27", "47,612.42", "100,046.38"],
  },
  {
    chinese: "可变现净值",
    english: "Net realisable value",
    rows: [
      [10924.75, 14621.91, 17133.03, 14818.81, 10452.09, 13722, 23882.06, 15869.52, 14017.73, 14281.01, 13399.99, 63824.84],
      [7586.64, 7210.18, 8002.81, 6930.97, 7048.13, 5535.78, 14627.75, 9011.97, 8334.61, 6402.89, 4811.62, 10887.49],
      [39861.83, 39542.23, 48698.33, 37540.86, 30808.77, 42482.02, 19827.4, 33859.62, 41945.44, 30376.2, 28470.49, 26429.54],
    ],
    totals: ["58,373.22", "61,374.32", "73,834.17", "59,290.64", "48,308.99", "61,739.80", "58,337.22", "58,741.11", "64,297.77", "51,060.10", "46,682.11", "101,141.87"],
  },
  {
    chinese: "减值计提",
    english: "Charge or reversal",
    rows: [
      [146.67, -73.75, 610.43, -293.92, 1814.21, -1158.04, -68.71, -437.22, 260.17, -13.73, 712.63, 448.95],
      [211.16, 811.02, 1557.21, 1244.49, -576.92, 1701.36, 548.24, 176.85, 158.41, -15.94, 52.49, 10.14],
      [552.47, 526.13, 922.82, 2112.6, 2516.13, 2335.55, 29.86, 254.47, 349.05, -52.09, 707.62, 620.08],
    ],
    totals: ["910.31", "1,263.40", "3,090.46", "3,063.17", "3,753.42", "2,878.86", "509.38", "-5.91", "767.62", "-81.76", "1,472.74", "1,079.16"],
  },
] as const;

const classes = [header("原材料（含在途物资）", "Raw material"), header("在产品", "Work in progress"), header("库存商品（含发出商品）", "Finished goods")];
const tieHeaders = [header("勾稽", "Tie"), header("差异", "Difference"), header("容差", "Tolerance")];
/** The line of the class rows of a month: three blocks of four months, the total three lines below the first class. */
const totalLine = (month: number) => [1101, 1108, 1115][Math.floor(month / 4)] ?? 0;
const yearTotals = ["1,947.67", "5,878.50", "10,874.69", "18,700.85"];

function monthSheet(): SheetPlan {
  const wide = 9;
  const sheet = new SheetDraft({ name: "存货跌价 2025", columnWidths: [12, 15, 15, 15, 15, 10, 11, 11, 10] });
  sheet.row(title("2025 年度存货跌价准备按月计提明细"));
  sheet.row(subtitle("Inventory written down by month, 2025"));
  sheet.row(sourceNote(`来源：${filing}，第 1092–1115 行。单位：万元。减值计提负数为转回。`, "Source: filing 004, lines 1092–1115, in ten thousand yuan. A negative charge is a reversal.", wide));
  sheet.gap();
  const blocks = measures.map(({ chinese, english, rows, totals }) => {
    sheet.row(section(`${chinese} · ${english}`));
    sheet.row(header("月份", "Month"), ...classes, header("合计（披露）", "Total, printed"), ...tieHeaders, header("行", "Line"));
    const figures = sheet.upcoming(1, totals.length, 3);
    const printedTotals = sheet.upcoming(4, totals.length);
    sheet.row(
      grid(...totals.map((total, month) => [label(`${month + 1} 月`), ...rows.map((row) => input(row[month] ?? null, amount)), printed(total)])),
      { ...spilled(`=HEADROOM.TIE.SUM(${printedTotals},${figures},2)`, { rows: totals.length, columns: 3, formats: [undefined, amount], aligns: ["center", "right"] }), style: "check" },
      grid(...totals.map((_, month) => [line(totalLine(month))])),
    );
    sheet.gap();
    return { figures, printedTotals };
  });
  const [book, value, charge] = blocks;
  if (!book || !value || !charge) return sheet.plan();

  sheet.row(section("全年计提合计 · Charges of the year"));
  sheet.row(header("类别", "Class"), header("合计（披露）", "Total, printed"), ...tieHeaders, header("行", "Line"));
  const names = ["原材料", "在产品", "库存商品", "合计"];
  names.forEach((name, index) => {
    const printedTotal = sheet.upcoming(1);
    const parts = index < 3 ? charge.figures.part(0, index, 12, 1) : charge.printedTotals;
    sheet.row(label(name), printed(yearTotals[index] ?? null), tieOf(`=HEADROOM.TIE.SUM(${printedTotal},${parts},2)`), line(1112 + index));
  });
  sheet.gap();

  sheet.row(section("按类别测算的应有跌价准备 · Allowance required, class by class"));
  sheet.row(
    note(
      "文件按单个存货项目计提，只披露类别金额，期初跌价准备和转销未披露；下表按类别比较账面价值与可变现净值，类别内盈亏相抵，因此不等于披露的计提额，也无法勾稽。",
      "Charges are made item by item, and only classes are printed, without opening allowances and what went out with goods sold. Below, each class is compared as a whole, so that gains within it offset losses: it differs from the printed charge and cannot be tied.",
      wide,
    ),
  );
  sheet.row(header("月份", "Month"), ...classes, header("减值计提（披露）", "Charge, printed"));
  sheet.row(
    grid(...measures[0].totals.map((_, month) => [label(`${month + 1} 月`)])),
    spilled(`=HEADROOM.NRV.PROVISION(${book.figures},${value.figures})`, { rows: 12, columns: 3, formats: [amount] }),
    grid(...measures[2].totals.map((total) => [printed(total)])),
  );
  sheet.gap();
  sheet.row(section("12 月末测算表 · The table at the end of December"));
  const labels = sheet.upcoming(0, 3);
  const december = { book: sheet.upcoming(1, 3), value: sheet.upcoming(2, 3) };
  sheet.row(grid(...["原材料（含在途物资）", "在产品", "库存商品（含发出商品）"].map((name, index) => [label(name), input(measures[0].rows[index]?.[11] ?? null, amount), input(measures[1].rows[index]?.[11] ?? null, amount)])));
  sheet.row(spilled(`=HEADROOM.NRV.TABLE(${labels},${december.book},${december.value})`, { rows: 5, columns: 7, headed: 2, totalled: true, formats: [undefined, amount] }));
  return sheet.plan();
}

const tieOf = (formula: string) => ({ ...spilled(formula, { rows: 1, columns: 3, formats: [undefined, amount], aligns: ["center" as const, "right" as const] }), style: "check" as const });

export const inventory2025: Sample = {
  id: "inventory-2025",
  source: "filing 004, lines 1092–1115",
  sheets: () => [monthSheet()],
};
