import type { FunctionTexts } from "../texts.ts";

export const confirmation = {
  "CONFIRM.COVERAGE": {
    summary: "函证核查表：按披露格式列示 A 至 O 十五行及全部比例。",
    parameters: {
      book: "A：账面金额，每期一个。",
      sent: "B：发函金额。",
      replied: "D：回函金额。",
      matched: "F：回函相符直接确认金额。",
      reconciled: "H：回函不符经调节后确认金额。",
      alternative: "L：未回函替代测试金额。",
    },
    returns: "十五行的表格，每期一列。",
    example: "三期营业收入函证情况。",
    keywords: ["函证", "回函", "替代测试", "核查比例", "发函比例"],
  },
} satisfies Partial<FunctionTexts>;
