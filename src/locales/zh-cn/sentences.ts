import type { Place } from "../../core/refusal.ts";
import type { Sentences } from "../texts.ts";

/** 按用户的数法指出位置：balances 第 3 行第 2 列。 */
const where = ({ parameter, row, column, single }: Place) =>
  single ? parameter : `${parameter} 第 ${row + 1} 行第 ${column + 1} 列`;

export const sentences: Sentences = {
  issues: {
    "argument-missing": ({ parameter }) => `缺少参数 ${parameter}：请填入数值或选择区域。`,
    "not-a-number": ({ place, text }) => `${where(place)}：“${text}”不是数字。`,
    "not-available": ({ place, text }) => `${where(place)}：“${text}”表示没有数据，而计算需要该数值。`,
    "error-in-cell": ({ place, error }) => `${where(place)}的单元格是错误值 ${error}，请先更正该单元格。`,
    "not-a-date": ({ place, text }) => `${where(place)}：“${text}”不是日期，请写成 2024-12-31 的形式。`,
    "not-a-label": ({ place, text }) => `${where(place)}：“${text}”不能用作名称。`,
    "unknown-word": ({ place, text, allowed }) => `${where(place)}：不认识“${text}”，可用 ${allowed.map((word) => `"${word}"`).join(" 或 ")}。`,
    "not-a-whole-number": ({ place, value }) => `${where(place)}应为整数，现为 ${value}。`,
    "below-minimum": ({ place, value, minimum }) => `${where(place)}为 ${value}，不得小于 ${minimum}。`,
    "above-maximum": ({ place, value, maximum }) => `${where(place)}为 ${value}，不得大于 ${maximum}。`,
    "not-one-cell": ({ parameter, rows, columns }) => `${parameter} 应为一个单元格，现为 ${rows} 行 × ${columns} 列。`,
    "not-a-vector": ({ parameter, rows, columns }) => `${parameter} 应为一行或一列，现为 ${rows} 行 × ${columns} 列。`,
    "lengths-differ": ({ parameter, given, other, expected }) => `${parameter} 有 ${given} 个值，而 ${other} 有 ${expected} 个，二者个数应当相同。`,
    "shapes-differ": ({ parameter, given, other, expected }) => `${parameter} 为 ${given}，而 ${other} 为 ${expected}，二者行列数应当相同。`,
    "buckets-in-a-loop": ({ bucket }) => `next：从第 ${bucket} 个账龄段出发又回到原处。只有迁往自身的账龄段可以作为终点。`,
    "no-such-bucket": ({ place, value, buckets }) => `${where(place)}：没有第 ${value} 个账龄段，应为 1 到 ${buckets} 的整数。`,
    "zero-base": ({ parameter, index }) => `${parameter}${index === undefined ? "" : ` 第 ${index} 个值`}为零，不能作为除数。`,
    "too-large": () => "结果超出单元格可以容纳的范围。",
  },
  terms: {
    total: "合计",
    difference: "差异",
    rate: "比率",
    item: "项目",
    period: "期间",
    digits: "小数位数",
    "ageing-bucket": "账龄",
    balance: "账面余额",
    share: "占比",
    provision: "坏账准备",
    "loss-rate": "预期信用损失率",
    "migration-rate": "迁徙率",
    "recovery-rate": "回收率",
    "forward-adjustment": "前瞻性调整",
    "terminal-loss": "最终损失率",
    unit: "资产组",
    "carrying-amount": "账面价值",
    "value-in-use": "预计未来现金流量的现值",
    "fair-value-less-costs": "公允价值减去处置费用后的净额",
    "recoverable-amount": "可收回金额",
    impaired: "减值",
    "not-impaired": "未减值",
    "impairment-loss": "减值损失",
  },
};
