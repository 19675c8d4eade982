import type { SheetPlan } from "../workbook/port.ts";
import type { Sample } from "./sample.ts";
import { amount, calculated, grid, header, input, label, line, sourceNote, percent, printed, SheetDraft, section, spilled, subtitle, tie, title } from "./sheet.ts";

const filing = "公开文件 001（索通发展 公开发行可转换公司债券反馈意见回复，2019）";
const oneDecimal = "#,##0.0";
const tieHeaders = [header("勾稽", "Tie"), header("差异", "Difference"), header("容差", "Tolerance")];
/** Two years of building and fifteen of output: an assumption, not in the filing. */
const building = 2;
const years = 17;

function evaluationSheet(): SheetPlan {
  const wide = 8;
  const sheet = new SheetDraft({ name: "项目评价 Project", columnWidths: [34, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 10] });
  sheet.row(title("云南索通云铝 600kt/a 预焙阳极项目：财务评价"));
  sheet.row(subtitle("Carbon anodes, 600,000 tonnes a year: evaluation of the project"));
  sheet.row(
    sourceNote(
      `来源：${filing}，第 2275–2283、2725–2789 行。文件披露达产年平均数和评价结果，未披露各年现金流量：建设两年各半、生产十五年、直线折旧、残值率 5% 为本表假设，因此内部收益率、净现值和回收期与披露值不能勾稽，仅并列。`,
      "Source: filing 001, lines 2275–2283 and 2725–2789. Averages of full output and the results are printed, the yearly flows are not: two years of building in equal halves, fifteen of output, straight-line depreciation and 5% salvage are our assumptions. Rate, value and payback therefore cannot be tied and only stand beside the print.",
      wide,
    ),
  );
  sheet.gap();

  sheet.row(header("万元", "10,000 yuan"), header("披露", "Printed"), header("行", "Line"));
  const given = (chinese: string, english: string, text: string, at: number) => sheet.row(label(chinese, english), printed(text), line(at))[1];
  const revenue = given("营业收入（达产年平均）", "Revenue", "181,034.5", 2725);
  const profit = given("利润总额", "Profit before tax", "20,361.4", 2726);
  const net = given("净利润", "Net profit", "15,271.1", 2727);
  const production = given("生产成本", "Production cost", "152,264.5", 2785);
  given("管理费用", "Administrative expenses", "3,623.7", 2786);
  given("财务费用", "Finance cost", "2,491.5", 2787);
  const selling = given("营业费用", "Selling expenses", "1,500.0", 2788);
  const totalCost = given("总成本费用", "Total cost", "159,879.7", 2789);
  const capital = given("资本金：建设投资", "Equity, building", "64,388.6", 2277);
  given("资本金：流动资金", "Equity, working capital", "9,725.3", 2278);
  given("债务：建设投资", "Debt, building", "106,877.1", 2280);
  given("债务：建设期利息", "Debt, interest while building", "4,293.8", 2281);
  const lastSource = given("债务：流动资金", "Debt, working capital", "22,692.4", 2282);
  const funds = given("资金筹措合计", "Funds in all", "207,977.2", 2283);
  sheet.gap();

  sheet.row(section("假设（本表）· Assumptions, ours"));
  const assumed = (chinese: string, english: string, value: number, format: string) => sheet.row(label(chinese, english), input(value, format))[1];
  // The building cost is 64,388.6 + 106,877.1, working capital 9,725.3 + 22,692.4, the surtax what profit leaves of revenue less total cost.
  const build = assumed("建设投资", "Building cost", 171265.7, oneDecimal);
  const working = assumed("流动资金", "Working capital", 32417.7, oneDecimal);
  const income = assumed("营业收入", "Revenue", 181034.5, oneDecimal);
  const costs = assumed("总成本费用（不含财务费用）", "Total cost without finance cost", 157388.2, oneDecimal);
  const surtax = assumed("税金及附加", "Surtaxes", 793.4, oneDecimal);
  const salvageRate = assumed("残值率", "Salvage rate", 0.05, "0%");
  const taxRate = assumed("所得税税率", "Income tax rate", 0.25, "0%");
  const rate = assumed("基准折现率", "Discount rate", 0.1, "0%");
  const [, depreciation] = sheet.row(label("年折旧", "Depreciation a year"), calculated(`=${build}*(1-${salvageRate})/${years - building}`, oneDecimal));
  const [, salvage] = sheet.row(label("期末残值", "Salvage"), calculated(`=${build}*${salvageRate}`, oneDecimal));
  sheet.gap();

  sheet.row(section("各年现金流量与评价结果 · Yearly flows and results"));
  sheet.row(
    ...[header("年份", "Year"), header("建设投资", "Capex"), header("流动资金", "Working capital"), header("营业收入", "Revenue"), header("经营成本", "Cash cost"), header("折旧", "Depreciation"), header("税金及附加", "Surtax")],
    header("经营成本及税金", "Cash cost and surtax"),
  );
  const upcoming = sheet.upcoming(0, years, 8);
  const [plan] = sheet.row(
    grid(
      ...Array.from({ length: years }, (_, year) => {
        const running = year >= building;
        const formula = (text: string) => calculated(text, oneDecimal);
        return [
          label(String(year + 1)),
          formula(running ? "=0" : `=${build.fixed}/${building}`),
          formula(year === building ? `=${working.fixed}` : "=0"),
          formula(running ? `=${income.fixed}` : "=0"),
          formula(running ? `=${costs.fixed}-${depreciation.fixed}` : "=0"),
          formula(running ? `=${depreciation.fixed}` : "=0"),
          formula(running ? `=${surtax.fixed}` : "=0"),
          formula(`=${upcoming.cell(year, 4)}+${upcoming.cell(year, 6)}`),
        ];
      }),
    ),
  );
  sheet.gap();
  const column = (index: number) => plan.part(0, index, years, 1);
  const [results] = sheet.row(
    spilled(`=HEADROOM.PROJECT.EVALUATE(${column(1)},${column(3)},${column(4)},${column(5)},${taxRate},${rate},${salvage},${column(2)},${column(6)})`, {
      rows: years + 5,
      columns: 5,
      headed: 2,
      formats: [undefined, oneDecimal],
    }),
  );
  sheet.gap();
  sheet.row(header("所得税后", "After tax"), header("本表", "Ours"), header("披露", "Printed"), header("行", "Line"));
  sheet.row(label("财务内部收益率", "Internal rate of return"), calculated(`=${results.cell(years + 1, 4)}`, percent), printed("11.6%"), line(2728));
  sheet.row(label("财务净现值", "Net present value"), calculated(`=${results.cell(years + 2, 4)}`, oneDecimal), printed("19,167.6"), line(2730));
  sheet.row(label("投资回收期（年）", "Payback, years"), calculated(`=${results.cell(years + 3, 4)}`, "0.0"), printed("8.7"), line(2731));
  sheet.gap();

  sheet.row(section("敏感性分析（不含流动资金与残值）· Sensitivity, without working capital and salvage"));
  const [, changes] = sheet.row(label("变动幅度", "Changes"), grid([-0.1, -0.05, 0.05, 0.1].map((value) => input(value, "0%"))));
  sheet.row(
    spilled(`=HEADROOM.PROJECT.SENSITIVITY(${column(1)},${column(3)},${column(7)},${column(5)},${taxRate},${changes},${rate})`, {
      rows: 14,
      columns: 6,
      headed: 2,
      formats: [undefined, "0%", oneDecimal, percent, "0.00", percent],
    }),
  );
  sheet.gap();
  sheet.row(section("盈亏平衡：万吨、占产能 · Break-even, 10,000 tonnes and share of capacity"));
  sheet.row(header("假设（本表）", "Assumptions, ours"), header("固定成本", "Fixed cost"), header("单价", "Price"), header("单位变动成本", "Variable cost"), header("产能", "Capacity"));
  const [, fixedCost, price, variableCost, capacity] = sheet.row(label("万元、元/吨、万吨", "10,000 yuan, yuan a tonne, 10,000 tonnes"), input(25000, oneDecimal), input(3017.24, amount), input(2240, amount), input(60, "0"));
  sheet.row(label("盈亏平衡产量、产能占比", "Break-even output, share of capacity"), spilled(`=HEADROOM.PROJECT.BEP(${fixedCost},${price},${variableCost},0,${capacity})`, { rows: 1, columns: 2, formats: ["0.00", percent] }));
  sheet.gap();

  sheet.row(section("勾稽 · Ties"));
  sheet.row(header("项目", "Item"), ...tieHeaders, header("行", "Line"));
  sheet.row(label("营业收入 = 3,500 × 60 ÷ 1.16", "Revenue = price × capacity ÷ 1.16"), tie(`=HEADROOM.TIE.PRODUCT(${revenue},3500,60,1.16,6)`), line(2725, 2741));
  sheet.row(label("总成本费用", "Total cost"), tie(`=HEADROOM.TIE.SUM(${totalCost},${production.to(selling)})`), line(2789));
  sheet.row(label("净利润 = 利润总额 × 75%", "Net profit = profit × 75%"), tie(`=HEADROOM.TIE.PRODUCT(${net},${profit},0.75,1,6)`), line(2727));
  sheet.row(label("资金筹措合计", "Funds in all"), tie(`=HEADROOM.TIE.SUM(${funds},${capital.to(lastSource)})`), line(2283));
  return sheet.plan();
}

export const projectEvaluation: Sample = {
  id: "project-evaluation",
  source: "filing 001, lines 2275–2283 and 2725–2789",
  sheets: () => [evaluationSheet()],
};
