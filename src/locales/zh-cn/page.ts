import type { PageTexts } from "../page-texts.ts";

export const page: PageTexts = {
  title: "Headroom 工作簿",
  views: "显示",
  grid: "表格",
  pane: "任务窗格",
  divider: "表格与任务窗格的分隔线，左右方向键调整宽度；F6 在表格、任务窗格与文件栏之间移动",
  loading: "正在加载工作簿……",
  loadingHint: "首次加载约需数秒，右侧的任务窗格已可使用。",
  failed: "工作簿未能加载。",
  failedHint: "请检查网络连接后重试。此前保存在本机的内容不受影响。",
  retry: "重试",
  blank: "空白",
  formula: (formula) => `公式 ${formula}`,
  errors: {
    "#SPILL!": "结果占用的单元格中已有内容。清空这些单元格，或把公式移到别处。",
    "#NAME?": "公式中有无法识别的名称。请检查函数名是否完整，文本是否加了半角双引号。",
    "#REF!": "公式引用的单元格已不存在。",
    "#DIV/0!": "除数为零或为空。",
    "#N/A": "所需数据缺失，或参数过多。请核对参数个数；文本须用半角双引号。",
    "#VALUE!": "公式不完整，或参数的类型不符。",
    "#CYCLE!": "公式直接或间接引用了自身。",
  },
  fault: "函数内部出错，结果不可用。这是程序缺陷，请连同公式和参数反馈。",
};
