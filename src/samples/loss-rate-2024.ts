import type { SheetPlan } from "../workbook/port.ts";
import type { Sample } from "./sample.ts";
import { type Bilingual, buckets, chain, dates, type Disclosure } from "./loss-rate-figures.ts";
import { amount, blank, type DraftCell, finePercent, grid, header, input, label, line, note, sourceNote, percent, printed, type Reference, section, SheetDraft, spilled, subtitle, tie, title } from "./sheet.ts";

const filing = "公开文件 002（宏创控股 发行股份购买资产 审核问询函回复，2025）";
const longPercent = "0.0000000000%";
// A loss rate is printed with twelve decimals; eight of them tell a tail from nothing.
const tailPercent = "0.00000000%";
const longAmount = "#,##0.0000";

const tieHeaders = (chinese: string, english: string): DraftCell[] => [header(chinese, english), header("差异", "Difference"), header("容差", "Tolerance")];

function chainSheet(): SheetPlan {
  const sheet = new SheetDraft({ name: "损失率 Loss rates 2024", columnWidths: [13, 8, 10, 10, 10, 10, 17.5, 13.5, 17.5, 12, 12] });
  const wide = 9;
  sheet.row(title("2024 年末电解铝、氧化铝板块预期信用损失率的计算"));
  sheet.row(subtitle("How the loss rates of the primary aluminium and alumina segment at the end of 2024 were made"));
  sheet.row(
    sourceNote(
      `来源：${filing}，第 3472–3479 行。回收率、前瞻性调整系数与迁往账龄段为输入，照印刷文字录入。`,
      "Source: filing 002, lines 3472–3479. Recovery, forward-looking adjustment and the bucket each flows to are inputs, typed as printed.",
      wide,
    ),
  );
  sheet.row(note("一年以内两个账龄段并行迁往 1-2 年，因而 D₂ 不是 E₁ 的因子。", "The two buckets under one year run in parallel into 1–2 years, so D₂ is no factor of E₁.", wide));
  sheet.gap();

  sheet.row(header(""), header("输入 Inputs", undefined, 3), header("披露 As printed", undefined, 3), header("本表公式 Our formulas", undefined, 2), header("披露 Printed"), header(""));
  sheet.row(
    ...[header("账龄", "Ageing"), header("迁往段", "Into"), header("回收率 A", "Recovery"), header("调整 B", "Adjust.")],
    ...[header("预期 C", "Expected"), header("迁徙率 D", "Migration"), header("损失率 E", "Loss rate")],
    ...[header("迁徙率 D", "Migration"), header("损失率 E", "Loss rate"), header("E 四位小数", "4 decimals"), header("行", "Line")],
  );
  const below = (column: number) => sheet.upcoming(column, chain.length);
  const [next, A, B, ourMigration] = [below(1), below(2), below(3), below(7)];
  const [figures, , , table] = sheet.row(
    grid(...chain.map((row) => [label(row.bucket[0], row.bucket[1]), input(row.next), input(row.A), input(row.B), ...[row.C, row.D, row.E].map((text) => printed(text))])),
    spilled(`=HEADROOM.ECL.RECOVERYMIGRATION(${A},${B})`, { rows: chain.length, columns: 1, formats: [percent] }),
    spilled(`=HEADROOM.ECL.RATES(${ourMigration},${next})`, { rows: chain.length, columns: 1, formats: [longPercent] }),
    grid(...chain.map((row) => [printed(row.table)])),
    grid(...chain.map(({ lines }) => [line(...lines)])),
  );
  sheet.row(
    note(
      "A、B 只披露两位小数，本表据此计算，因而损失率与披露相差尾数；以下逐步勾稽，每一步都在披露位数允许的范围内。",
      "A and B are printed with two decimals and ours are made from them, so the loss rates differ in their tails; below, every step is held to what the printed digits allow.",
      wide,
    ),
  );
  sheet.gap();

  sheet.row(section("逐步勾稽 · Every printed step, tied"));
  sheet.row(header("账龄", "Ageing", 3), header("步骤", "Step", 2), ...tieHeaders("勾稽", "Tie"), header("行", "Line"));
  const check = (bucket: Bilingual, step: string, formula: string, format: string, ...lines: number[]) => {
    sheet.row(label(bucket.join(" · "), undefined, 3), label(step, undefined, 2), tie(formula, format), line(...lines));
  };
  const [a, b, c, d, e] = [2, 3, 4, 5, 6];
  // The last bucket's expected recovery is not A − B = −0.08% but nil: there is nothing to subtract from.
  chain.slice(0, -1).forEach(({ bucket, lines: [at] }, i) => {
    check(bucket, `A${i + 1} = B${i + 1} + C${i + 1}`, `=HEADROOM.TIE.SUM(${figures.cell(i, a)},${figures.part(i, b, 1, 2)})`, finePercent, at);
  });
  chain.forEach(({ bucket, lines: [at] }, i) => {
    check(bucket, `C${i + 1} + D${i + 1} = 100%`, `=HEADROOM.TIE.SUM("100.00%",${figures.part(i, c, 1, 2)})`, finePercent, at);
  });
  chain.slice(0, -1).forEach(({ bucket, next: to, lines: [at] }, i) => {
    check(bucket, `E${i + 1} = D${i + 1} × E${to}`, `=HEADROOM.TIE.PRODUCT(${figures.cell(i, e)},${figures.cell(i, d)},${figures.cell(to - 1, e)})`, tailPercent, at);
  });
  check(chain[4].bucket, "E5 = D5", `=HEADROOM.TIE.SUM(${figures.cell(4, e)},${figures.cell(4, d)})`, finePercent, 3479);
  chain.forEach(({ bucket, lines }, i) => {
    check(bucket, `E${i + 1} 四位小数 4 d.p.`, `=HEADROOM.TIE.SUM(${table.cell(i, 0)},${figures.cell(i, e)})`, tailPercent, ...lines);
  });
  return sheet.plan();
}

function provisionSheet(date: string, disclosures: readonly Disclosure[]): SheetPlan {
  const sheet = new SheetDraft({ name: `坏账准备 ${date}`, columnWidths: [13, 17, 13, 12, 13, 13, 12, 12, 13, 10, 12, 8] });
  sheet.row(title(`${date} 按账龄组合计提坏账准备`));
  sheet.row(subtitle(`Loss allowance by ageing bucket, ${date}`));
  sheet.row(
    sourceNote(
      `来源：${filing}，第 3414–3468 行。单位：万元。余额与损失率为输入，照印刷文字录入。`,
      "Source: filing 002, lines 3414–3468. In ten thousand yuan. Balances and rates are inputs, typed as printed.",
      8,
    ),
  );
  const [, , threshold] = sheet.row(
    label("计提阈值"),
    label("Threshold"),
    input(0.01, "0.00"),
    note("损失率按百分数四位小数、金额按两位小数；低于阈值的不计提（3466–3468 行）。", "Rates to four decimals of a percent, amounts to two; nothing is provided under the threshold.", 5),
  );
  for (const disclosure of disclosures) segmentRows(sheet, disclosure, `${threshold}`);
  return sheet.plan();
}

function segmentRows(sheet: SheetDraft, { segment, rows, total, exceptions = {} }: Disclosure, threshold: string): void {
  const count = rows.length;
  const name = (i: number) => (buckets[i] ?? ["", ""]).map((text) => label(text));
  sheet.gap();
  sheet.row(section(segment));
  sheet.row(header("账龄 Ageing", undefined, 2), header("输入 Inputs", undefined, 2), header("本表公式 Our formulas", undefined, 5), header("披露 As printed", undefined, 3));
  const [labels, balances, rates] = [0, 2, 3].map((column) => sheet.upcoming(column, count + 1).part(1, 0, count, 1));
  const [inputs, ours, figures] = sheet.row(
    grid(
      [header("账龄"), header("Ageing"), header("账面余额", "Balance"), header("损失率", "Loss rate")],
      ...rows.map(([balance, , , rate], i) => [...name(i), input(balance), input(rate)]),
      [label("合计"), label("Total"), printed(total[0])],
    ),
    spilled(`=HEADROOM.ECL.TABLE(${labels},${balances},${rates},6,2,${threshold})`, {
      rows: count + 2,
      columns: 5,
      headed: 2,
      totalled: true,
      formats: [undefined, amount, percent, amount, finePercent],
      aligns: ["center", "right"],
    }),
    grid(
      [header("占比", "Share"), header("坏账准备", "Allowance"), header("行", "Line")],
      ...rows.map(([, share, provision, , at]) => [printed(share), printed(provision), line(at)]),
      [printed(total[1]), printed(total[2]), line(total[3])],
    ),
  );
  const balance = (row: number) => inputs.cell(row + 1, 2);
  const share = (row: number) => figures.cell(row + 1, 0);
  const allowance = (row: number) => figures.cell(row + 1, 1);
  sheet.gap();
  sheet.row(header("勾稽事项"), header("What is tied"), ...tieHeaders("占比", "Share"), ...tieHeaders("坏账准备", "Allowance"), header("说明 Note", undefined, 3), header("行", "Line"));
  rows.forEach(([printedBalance, printedShare, , , at], i) => {
    const exception = exceptions[i];
    const shareTie = tie(`=HEADROOM.TIE.RATIO(${share(i)},${balance(i)},${balance(count)})`, finePercent);
    const product = tie(`=HEADROOM.TIE.PRODUCT(${allowance(i)},${balance(i)},${inputs.cell(i + 1, 3)})`, longAmount);
    const exemption = tie(`=HEADROOM.TIE.SUM(${allowance(i)},${ours.cell(i + 1, 3)},2)`, longAmount);
    const allowanceTie = exception === undefined ? product : exception.exempt ? exemption : blank(3);
    sheet.row(
      ...name(i),
      printedShare === "-" ? blank(3) : shareTie,
      printedBalance === "-" ? blank(3) : allowanceTie,
      exception === undefined ? blank(3) : note(...exception.reason, 3),
      line(at),
    );
  });
  const sum = (of: (row: number) => Reference, format: string) => tie(`=HEADROOM.TIE.SUM(${of(count)},${of(0).to(of(count - 1))})`, format);
  sheet.row(label("合计"), label("Total"), sum(share, finePercent), sum(allowance, longAmount), blank(3), line(total[3]));
  sheet.row(label("账面余额合计"), label("Total balance"), sum(balance, amount), blank(6), line(total[3]));
}

export const lossRate2024: Sample = {
  id: "loss-rate-2024",
  source: "filing 002, lines 3414–3479",
  sheets: () => [chainSheet(), ...dates.map(({ date, disclosures }) => provisionSheet(date, disclosures))],
};
