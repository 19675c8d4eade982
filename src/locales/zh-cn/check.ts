import type { Finding } from "../../check/finding.ts";
import type { CheckTexts, PlaceWords } from "../check-texts.ts";

const differences: CheckTexts["differences"] = {
  "rounded-intermediate": "以已舍入数计算",
  "wrong-base": "基数有误",
  "digit-slip": "数字误录",
  transposition: "数位颠倒",
  sign: "正负号有误",
  "column-shift": "错行错列",
  duplicate: "重复填列",
  stale: "旧数未更新",
  swapped: "名称或期间对调",
  "missing-row": "漏计或重计",
  "unit-slip": "单位有误",
  "two-versions": "前后不一致",
  unexplained: "原因不明",
};

const rules: CheckTexts["rules"] = {
  sum: "加总",
  difference: "相减",
  product: "相乘",
  quotient: "相除",
  margin: "毛利率＝1－成本÷收入",
  growth: "变动率＝本期÷上期－1",
  "growth-absolute": "变动率＝变动额÷基数绝对值",
  change: "变动＝本期－上期",
  share: "占比＝部分÷整体",
  mean: "算术平均",
  median: "中位数",
  "weighted-average": "加权平均",
  "weighted-price": "平均单价＝金额合计÷数量合计",
  "roll-forward": "期初数±本期变动＝期末数",
  "printed-rule": "表列公式",
  "same-figure": "同一数据前后应一致",
  claim: "正文应与表格一致",
  bound: "不超出正文所述界限",
  approximate: "与正文所述约数相近",
  trend: "与正文所述变动趋势一致",
  comparison: "与正文所述高低一致",
};

const quoted = (figure: Finding["figure"], place: PlaceWords) => `${place(figure)}“${figure.text}”`;

function cause({ difference, figure, other }: Finding, place: PlaceWords): string {
  const that = other ? quoted(other, place) : "";
  switch (difference) {
    case "rounded-intermediate":
      return "系以各项已舍入的数值计算所致，非以原数计算";
    case "wrong-base":
      return "疑为计算基数（分母）选用有误";
    case "digit-slip":
      return "个别数位不符，疑为笔误";
    case "transposition":
      return "相邻两位数字颠倒";
    case "sign":
      return "正负号相反";
    case "column-shift":
      if (other && figure.cell) return `疑为错行错列，此处应填列的数字现列于${that}`;
      return other ? `疑为错行错列，误取${that}` : "疑为错行错列";
    case "duplicate":
      return other ? `与${that}数值相同，疑为重复填列` : "疑为重复填列";
    case "stale":
      return other ? `与${that}数值相同，疑为沿用旧数、未予更新` : "疑为沿用旧数、未予更新";
    case "swapped":
      return other ? `疑与${that}所对应的名称对调` : "数值相符而次序不符，疑为名称或期间对调";
    case "missing-row":
      return other ? `差额恰由${that}形成，疑为漏计或重复计入该项` : "疑为漏计或重复计入某项";
    case "unit-slip":
      return "相差十的整数次幂，疑为单位有误";
    case "two-versions":
      return other ? `另处${that}系以相同数据计算，何者有误须查对原始资料` : "两处何者有误须查对原始资料";
    case "unexplained":
      return "差异原因无法由所列数据判断";
  }
}

export const check: CheckTexts = {
  differences,
  rules,
  confidences: { high: "可信度高", medium: "待核实" },
  sentence: (finding, place) => {
    const { figure, expected, result, from, held, rule } = finding;
    const name = figure.name === "" ? "" : `（${figure.name}）`;
    const inputs = [...(result ? [result] : []), ...from].slice(0, 3).map((input) => quoted(input, place));
    const basis = inputs.length === 0 ? "" : `，依据${inputs.join("、")}${from.length + (result ? 1 : 0) > 3 ? "等" : ""}`;
    const should = expected === "" ? "剔除该数后勾稽相符" : `应为 ${expected}`;
    const elsewhere = held > 0 ? `，而同一关系在其他 ${held} 处成立` : "";
    if (rule === "bound") return `正文以${quoted(result ?? figure, place)}为界限，而${(result ? [figure] : from).map((input) => quoted(input, place)).join("、")}超出该界限；${cause(finding, place)}。`;
    if (rule === "approximate") return `列示约数“${figure.text}”${name}，与${inputs.join("、")}相差过大，非四舍五入所致；${cause(finding, place)}。`;
    if (rule === "trend") return `正文称逐期上升或下降，而${quoted(result ?? figure, place)}较${(result ? [figure] : from).map((input) => quoted(input, place)).join("、")}的变动与该趋势不符；${cause(finding, place)}。`;
    if (rule === "comparison") return `正文称两者有高低之分，而${quoted(result ?? figure, place)}与${(result ? [figure] : from).map((input) => quoted(input, place)).join("、")}的高低与之相反；${cause(finding, place)}。`;
    if (rule === "claim" || rule === "same-figure") return `列示“${figure.text}”${name}，与${inputs.join("、")}所列同一数据不一致${elsewhere}；${cause(finding, place)}。`;
    return `列示“${figure.text}”${name}，按${rules[rule]}重新计算${should}${basis}${elsewhere}；${cause(finding, place)}。`;
  },
  line: (line) => `第 ${line} 行`,
  summary: (findings, tails) => (findings === 0 ? `未发现差异；另有 ${tails} 处为四舍五入尾差，不作差异列示。` : `发现 ${findings} 处差异；另有 ${tails} 处为四舍五入尾差，不作差异列示。`),
  coverage: (checked, figures, percent) => `共识别数据 ${figures} 个，其中 ${checked} 个（${percent}）至少参与一项勾稽。`,
  leftOut: {
    unread: (lines, figures) => `疑似表格但未能辨认列次：${lines} 行，${figures} 个数据`,
    "no-relation": (lines, figures) => `表内未找到可供勾稽的关系：${lines} 行，${figures} 个数据`,
    "not-matched": (lines, figures) => `正文数据未能对应到表格：${lines} 行，${figures} 个数据`,
  },
  listed: "未参与勾稽的行",
  notRead: {
    missing: (file) => `找不到文件 ${file}。`,
    pdf: (file) => `${file} 为 PDF，无法直接读取：请用 Word 打开后另存为 .docx，或复制全文粘贴为 .txt 后再核对。`,
    kind: (file) => `${file} 的格式不受支持：可核对 .txt、.html、.htm 和 .docx 文件。`,
    damaged: (file) => `${file} 已损坏或不是有效的 Word 文档。`,
    empty: (file) => `${file} 中没有可识别的数据。`,
  },
  usage: "用法：npm run check -- 文件 [--json] [--tails] [--left-out] [--language=zh-CN|en-US]",
  progress: (percent) => `正在核对 ${percent}`,
};
