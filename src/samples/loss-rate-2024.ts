import type { SheetPlan } from "../workbook/port.ts";
import type { Sample } from "./sample.ts";
import { amount, type DraftCell, grid, header, input, label, note, percent, printed, SheetDraft, spilled, tie, title } from "./sheet.ts";

const filing = "filing 002（宏创控股 发行股份购买资产 审核问询函回复，2025）";
const longPercent = "0.000000000000%";
const ratePercent = "0.0000%";
const width = 12;

const headers = (...texts: string[]): DraftCell[] => texts.map(header);
const tieHeaders = (subject: string) => headers(`${subject} 勾稽 Tie`, "差异 Difference", "容差 Tolerance");
const line = (...lines: (number | string)[]) => label(lines.join(", "));

/** A bucket of the chain as printed: recovery A, adjustment B, expected recovery C, migration D, loss rate E, and E as the table of provisions prints it. */
const chain = [
  { bucket: "1-3 个月 · 1–3 months", next: 3, A: "97.86%", B: "0.08%", C: "97.78%", D: "2.22%", E: "0.000030070275%", table: "0.0000%", lines: [3475, 3425] },
  { bucket: "3 个月-1 年 · 3 months–1 year", next: 3, A: "97.12%", B: "0.08%", C: "97.04%", D: "2.96%", E: "0.000040144333%", table: "0.0000%", lines: [3476, 3426] },
  { bucket: "1-2 年 · 1–2 years", next: 4, A: "98.33%", B: "0.08%", C: "98.25%", D: "1.75%", E: "0.001355768939%", table: "0.0014%", lines: [3477, 3427] },
  { bucket: "2-3 年 · 2–3 years", next: 5, A: "100.00%", B: "0.08%", C: "99.92%", D: "0.08%", E: "0.077380813208%", table: "0.0774%", lines: [3478, 3428] },
  { bucket: "3 年以上 · over 3 years", next: 5, A: "0.00%", B: "0.08%", C: "0.00%", D: "100.00%", E: "100.00%", table: "100.0000%", lines: [3479, 3429] },
] as const;

function chainSheet(): SheetPlan {
  const sheet = new SheetDraft({ name: "损失率 Loss rates 2024", columnWidths: [32, 12, 14, 14, 14, 14, 20, 14, 14, 20, 12] });
  sheet.row(title("2024 年末电解铝、氧化铝板块预期信用损失率的计算 · How the loss rates at the end of 2024 were made"));
  sheet.row(note(`来源 Source: ${filing}，3472–3479 行 lines。回收率、调整系数与迁往账龄段为输入，照印刷文字录入。 Recovery, adjustment and the bucket each flows to are inputs, typed as printed.`, width));
  sheet.row(note("一年以内两个账龄段并行迁往 1-2 年。 The two buckets under one year run in parallel into 1–2 years, so D₂ is no factor of E₁.", width));
  sheet.gap();

  sheet.row(
    ...headers("账龄 Ageing", "迁往第几段 Flows to", "历史回收率 Recovery A", "前瞻性调整系数 Adjustment B"),
    ...headers("披露 预期回收率 Printed C", "披露 迁徙率 Printed D", "披露 损失率 Printed E", "披露 四位小数 Printed, 4 decimals"),
    ...headers("本表 迁徙率 Our migration", "本表 损失率 Our loss rate", "行 Line"),
  );
  const below = (column: number) => sheet.upcoming(column, chain.length);
  const [next, A, B, migration] = [below(1), below(2), below(3), below(8)];
  const [figures] = sheet.row(
    grid(...chain.map((row) => [label(row.bucket), input(row.next), input(row.A), input(row.B), ...[row.C, row.D, row.E, row.table].map((text) => printed(text))])),
    spilled(`=HEADROOM.ECL.RECOVERYMIGRATION(${A},${B})`, { rows: chain.length, columns: 1, formats: [percent] }),
    spilled(`=HEADROOM.ECL.RATES(${migration},${next})`, { rows: chain.length, columns: 1, formats: [longPercent] }),
    grid(...chain.map(({ lines }) => [line(...lines)])),
  );
  sheet.row(
    note(
      "A、B 只披露两位小数，本表据此计算，因而损失率与披露相差尾数；以下逐步勾稽，每一步都在披露位数允许的范围内。 A and B are printed with two decimals and ours are made from them, so the loss rates differ in their tails; below every step is held to what the printed digits allow.",
      width,
    ),
  );
  sheet.gap();

  sheet.row(...headers("账龄 Ageing", "步骤 Step"), ...tieHeaders(""), header("行 Line"));
  const check = (bucket: string, step: string, formula: string, at: number | string) => {
    sheet.row(label(bucket), label(step), tie(formula, longPercent), line(at));
  };
  const [a, b, c, d, e, table] = [2, 3, 4, 5, 6, 7];
  // The last bucket's expected recovery is not A − B = −0.08% but nil: there is nothing to subtract from.
  chain.slice(0, -1).forEach(({ bucket, lines: [at] }, i) => {
    check(bucket, `A${i + 1} = B${i + 1} + C${i + 1}`, `=HEADROOM.TIE.SUM(${figures.cell(i, a)},${figures.part(i, b, 1, 2)})`, at);
  });
  chain.forEach(({ bucket, lines: [at] }, i) => {
    check(bucket, `C${i + 1} + D${i + 1} = 100%`, `=HEADROOM.TIE.SUM("100.00%",${figures.part(i, c, 1, 2)})`, at);
  });
  chain.slice(0, -1).forEach(({ bucket, next: to, lines: [at] }, i) => {
    check(bucket, `E${i + 1} = D${i + 1} × E${to}`, `=HEADROOM.TIE.PRODUCT(${figures.cell(i, e)},${figures.cell(i, d)},${figures.cell(to - 1, e)})`, at);
  });
  check("3 年以上 · over 3 years", "E5 = D5", `=HEADROOM.TIE.SUM(${figures.cell(4, e)},${figures.cell(4, d)})`, 3479);
  chain.forEach(({ bucket, lines }, i) => {
    check(bucket, `E${i + 1} 四位小数 to 4 decimals`, `=HEADROOM.TIE.SUM(${figures.cell(i, table)},${figures.cell(i, e)})`, lines.join(", "));
  });
  return sheet.plan();
}

/** A segment's receivables by ageing at one date, as printed; columns are balance, share, provision, loss rate. */
interface Disclosure {
  readonly segment: string;
  readonly rows: readonly (readonly [balance: string, share: string, provision: string, rate: string, line: number])[];
  readonly total: readonly [balance: string, share: string, provision: string, line: number];
  /** Buckets, counted from 0, whose printed provision is no product of balance and rate, and why. */
  readonly exceptions?: Readonly<Record<number, { readonly reason: string; readonly exempt?: true }>>;
}

const buckets = ["3 个月以内 · within 3 months", "3 个月-1 年 · 3 months–1 year", "1-2 年 · 1–2 years", "2-3 年 · 2–3 years", "3 年以上 · over 3 years"];
const aluminium = "电解铝、氧化铝板块 · Primary aluminium and alumina";
const processing = "深加工板块 · Further processing";

const dates: readonly { readonly date: string; readonly disclosures: readonly Disclosure[] }[] = [
  {
    date: "2024-12-31",
    disclosures: [
      {
        segment: aluminium,
        rows: [
          ["229,447.39", "79.03%", "-", "0.0000%", 3425],
          ["56,481.52", "19.45%", "-", "0.0000%", 3426],
          ["4,403.93", "1.52%", "0.06", "0.0014%", 3427],
          ["-", "-", "-", "0.0774%", 3428],
          ["-", "-", "-", "100.0000%", 3429],
        ],
        total: ["290,332.85", "100.00%", "0.06", 3430],
      },
      {
        segment: processing,
        rows: [
          ["56,719.87", "97.85%", "15.94", "0.0281%", 3451],
          ["475.98", "0.82%", "2.62", "0.5505%", 3452],
          ["-", "-", "-", "26.6710%", 3453],
          ["38.32", "0.07%", "10.22", "26.6710%", 3454],
          ["733.75", "1.27%", "733.75", "100.0000%", 3455],
        ],
        total: ["57,967.92", "100.00%", "762.53", 3456],
      },
    ],
  },
  {
    date: "2025-05-31",
    disclosures: [
      {
        segment: aluminium,
        rows: [
          ["180,821.25", "76.63%", "0.33", "0.0002%", 3417],
          ["55,134.08", "23.37%", "0.11", "0.0002%", 3418],
          ["1.44", "0.00%", "-", "0.0071%", 3419],
          ["-", "-", "-", "0.3512%", 3420],
          ["-", "-", "-", "100.0000%", 3421],
        ],
        total: ["235,956.77", "100.00%", "0.44", 3422],
      },
      {
        segment: processing,
        rows: [
          ["76,979.98", "99.05%", "78.58", "0.1021%", 3443],
          ["7.45", "0.01%", "0.04", "0.6299%", 3444],
          ["0.03", "0.00%", "-", "26.9448%", 3445],
          ["-", "-", "-", "26.9448%", 3446],
          ["727.80", "0.94%", "727.80", "100.0000%", 3447],
        ],
        total: ["77,715.26", "100.00%", "806.43", 3448],
        exceptions: {
          1: { reason: "7.45 × 0.6299% = 0.05，披露为 0.04，无法勾稽；合计 806.43 与 0.05 相符。 Printed 0.04 cannot be tied: the product is 0.05, and so says the printed total." },
          2: { exempt: true, reason: "理论金额 0.0081 万元，低于计提阈值，豁免（3466–3468 行）。 0.0081 is under the materiality threshold and exempt." },
        },
      },
    ],
  },
  {
    date: "2023-12-31",
    disclosures: [
      {
        segment: aluminium,
        rows: [
          ["170,153.71", "65.15%", "0.16", "0.0001%", 3433],
          ["89,273.82", "34.18%", "0.18", "0.0002%", 3435],
          ["1,493.85", "0.57%", "0.06", "0.0043%", 3436],
          ["258.66", "0.10%", "0.57", "0.2192%", 3437],
          ["-", "-", "-", "100.0000%", 3438],
        ],
        total: ["261,180.03", "100.00%", "0.97", 3439],
      },
      {
        segment: processing,
        rows: [
          ["54,005.00", "98.59%", "42.02", "0.0778%", 3459],
          ["-", "-", "-", "0.0588%", 3460],
          ["38.32", "0.07%", "10.27", "26.8128%", 3461],
          ["-", "-", "-", "26.8128%", 3462],
          ["735.05", "1.34%", "735.05", "100.0000%", 3463],
        ],
        total: ["54,778.37", "100.00%", "787.34", 3464],
      },
    ],
  },
];

function provisionSheet(date: string, disclosures: readonly Disclosure[]): SheetPlan {
  const sheet = new SheetDraft({ name: `坏账准备 ${date}`, columnWidths: [34, 14, 14, 14, 14, 14, 34, 14, 10, 14, 14] });
  sheet.row(title(`${date} 按账龄组合计提坏账准备 · Loss allowance by ageing bucket, ${date}`));
  sheet.row(note(`来源 Source: ${filing}，3414–3468 行 lines。单位：万元 in ten thousand yuan。余额与损失率为输入，照印刷文字录入。 Balances and rates are inputs, typed as printed.`, width));
  const [, threshold] = sheet.row(label("计提阈值（万元）· Materiality threshold"), input(0.01, "0.00"), note("损失率按百分数四位小数、金额按两位小数；低于阈值的不计提（3466–3468 行）。 Rates to four decimals of a percent, amounts to two; nothing is provided under the threshold.", 9));
  for (const disclosure of disclosures) segmentRows(sheet, disclosure, `${threshold}`);
  return sheet.plan();
}

function segmentRows(sheet: SheetDraft, { segment, rows, total, exceptions = {} }: Disclosure, threshold: string): void {
  const count = rows.length;
  sheet.gap();
  sheet.row(title(segment));
  const head = ["账龄 Ageing", "账面余额 Balance", "预期信用损失率 Loss rate", "占比 Share", "坏账准备 Allowance", "行 Line"];
  const [labels, balances, rates] = [0, 1, 2].map((column) => sheet.upcoming(column, count + 1).part(1, 0, count, 1));
  const [table, ours] = sheet.row(
    grid(
      headers(...head),
      ...rows.map(([balance, share, provision, rate, at], i) => [label(buckets[i] ?? ""), input(balance), input(rate), printed(share), printed(provision), line(at)]),
      [label("合计 · Total"), printed(total[0]), undefined, printed(total[1]), printed(total[2]), line(total[3])],
    ),
    spilled(`=HEADROOM.ECL.TABLE(${labels},${balances},${rates},6,2,${threshold})`, {
      rows: count + 2,
      columns: 5,
      headed: true,
      totalled: true,
      formats: [undefined, amount, percent, amount, ratePercent],
    }),
  );
  const figures = table.part(1, 0, count + 1, 6);
  sheet.row(header("勾稽 Ties"), ...tieHeaders("占比"), ...tieHeaders("坏账准备"), header("说明 Note"));
  const none = grid([undefined, undefined, undefined]);
  rows.forEach(([balance, share, , , at], i) => {
    const exception = exceptions[i];
    const shareTie = tie(`=HEADROOM.TIE.RATIO(${figures.cell(i, 3)},${figures.cell(i, 1)},${figures.cell(count, 1)})`, ratePercent);
    const product = tie(`=HEADROOM.TIE.PRODUCT(${figures.cell(i, 4)},${figures.cell(i, 1)},${figures.cell(i, 2)})`, ratePercent);
    const exemption = tie(`=HEADROOM.TIE.SUM(${figures.cell(i, 4)},${ours.cell(i + 1, 3)},2)`, ratePercent);
    const provisionTie = exception === undefined ? product : exception.exempt ? exemption : none;
    sheet.row(
      label(`${buckets[i]}（${at}）`),
      share === "-" ? none : shareTie,
      balance === "-" ? none : provisionTie,
      ...(exception === undefined ? [] : [label(exception.reason)]),
    );
  });
  const sum = (column: number) => tie(`=HEADROOM.TIE.SUM(${figures.cell(count, column)},${figures.part(0, column, count, 1)})`, column === 3 ? ratePercent : amount);
  sheet.row(label(`合计 · Total（${total[3]}）`), sum(3), sum(4));
  sheet.row(label(`账面余额合计 · Total balance（${total[3]}）`), sum(1));
}

export const lossRate2024: Sample = {
  id: "loss-rate-2024",
  source: "filing 002, lines 3414–3479",
  sheets: () => [chainSheet(), ...dates.map(({ date, disclosures }) => provisionSheet(date, disclosures))],
};
