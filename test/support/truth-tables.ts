import { Decimal } from "decimal.js";
import fc from "fast-check";

/** A table of true values, each printed rounded half up on its own, as filings print them. */
export interface TruthTable {
  readonly kind: string;
  readonly lines: readonly string[];
}

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
type Exact = Decimal;

const words = ["氧化铝", "电解铝", "深加工产品", "阳极炭块", "液碱", "块煤", "蒸汽", "铝矾土", "备品备件", "周转材料", "委托加工物资", "发出商品"];

/** A true amount in 万元 with far more digits than are printed. */
const amount = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 6 }), fc.bigInt({ min: 0n, max: 10n ** 14n })).map(([lead, size, tail]) => new Exact(`${lead}.${String(tail).padStart(14, "0")}`).times(new Exact(10).pow(size)));
const rate = fc.integer({ min: -3000, max: 9000 }).chain((part) => fc.integer({ min: 0, max: 99999 }).map((tail) => new Exact(`${part}.${String(tail).padStart(5, "0")}`).div(10000)));

function printed(value: Exact, decimals = 2): string {
  const [whole = "", fraction = ""] = value.toFixed(decimals).split(".");
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",")}${decimals > 0 ? `.${fraction}` : ""}`;
}
const percent = (value: Exact, decimals = 2) => `${value.times(100).toFixed(decimals)}%`;
const sum = (values: readonly Exact[]) => values.reduce((total, value) => total.plus(value), new Exact(0));
const line = (...cells: readonly string[]) => cells.join("\t");
const items = (min: number, max: number) => fc.shuffledSubarray(words, { minLength: min, maxLength: max });

/** Parts of a whole over three years, with their shares, the total last or first. */
const structure = fc.tuple(items(2, 9), fc.boolean(), fc.boolean()).chain(([labels, first, shares]) =>
  fc.array(fc.tuple(amount, amount, amount), { minLength: labels.length, maxLength: labels.length }).map((rows): TruthTable => {
    const years = [0, 1, 2] as const;
    const totals = years.map((year) => sum(rows.map((row) => row[year])));
    const cells = (values: readonly Exact[]) => values.flatMap((value, year) => [printed(value), ...(shares ? [percent(value.div(totals[year] ?? 1))] : [])]);
    const total = line("合计", ...cells(totals));
    const body = rows.map((row, at) => line(labels[at] ?? "", ...cells(row)));
    const head = shares ? [line("项目", "2025 年度", "", "2024 年度", "", "2023 年度", ""), line("", "金额", "占比", "金额", "占比", "金额", "占比")] : [line("项目", "2025 年度", "2024 年度", "2023 年度")];
    return { kind: "structure", lines: [...head, ...(first ? [total, ...body] : [...body, total])] };
  }),
);

/** Subtotals of groups within a grand total. */
const nested = fc.tuple(items(4, 8), fc.integer({ min: 2, max: 3 })).chain(([labels, parts]) =>
  fc.array(fc.tuple(amount, amount), { minLength: labels.length, maxLength: labels.length }).map((rows): TruthTable => {
    const groups = Array.from({ length: parts }, (_, part) => labels.flatMap((label, at) => (at % parts === part ? [{ label, row: rows[at] ?? [new Exact(0), new Exact(0)] }] : [])));
    const cells = (values: readonly (readonly Exact[])[]) => [0, 1].map((year) => printed(sum(values.map((row) => row[year] ?? new Exact(0)))));
    return {
      kind: "nested",
      lines: [line("项目", "2025 年 5 月 31 日", "2024 年 12 月 31 日"), ...groups.flatMap((group) => [...group.map(({ label, row }) => line(label, ...cells([row]))), line("小计", ...cells(group.map(({ row }) => row)))]), line("合计", ...cells(rows))],
    };
  }),
);

/** Revenue, cost, margin, and their growth, from unrounded figures. */
const margins = items(2, 6).chain((labels) =>
  fc.array(fc.tuple(amount, rate, amount, rate), { minLength: labels.length, maxLength: labels.length }).map((rows): TruthTable => ({
    kind: "margins",
    lines: [
      line("产品", "2025 年度营业收入", "2025 年度营业成本", "2025 年度毛利率", "2024 年度营业收入", "收入变动比例"),
      ...rows.map(([revenue, margin, before], at) => line(labels[at] ?? "", printed(revenue), printed(revenue.times(new Exact(1).minus(margin))), percent(margin), printed(before), percent(revenue.div(before).minus(1)))),
    ],
  })),
);

/** Quantity × price = amount, with subtotals and an average price. */
const prices = items(2, 6).chain((labels) =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: 40000 }), amount), { minLength: labels.length, maxLength: labels.length }).map((rows): TruthTable => {
    const quantities = rows.map(([quantity]) => new Exact(quantity).div(137));
    const amounts = rows.map(([, price], at) => price.times(quantities[at] ?? 1));
    return {
      kind: "prices",
      lines: [
        line("产品", "数量（万吨）", "单价（元/吨）", "金额（万元）"),
        ...rows.map(([, price], at) => line(labels[at] ?? "", printed(quantities[at] ?? new Exact(0)), printed(price), printed(amounts[at] ?? new Exact(0)))),
        line("合计", printed(sum(quantities)), printed(sum(amounts).div(sum(quantities))), printed(sum(amounts))),
      ],
    };
  }),
);

/** Opening + additions − disposals = closing. */
const rolls = items(2, 7).chain((labels) =>
  fc.array(fc.tuple(amount, amount, amount), { minLength: labels.length, maxLength: labels.length }).map((rows): TruthTable => {
    const all = rows.map(([opening, added, gone]) => [opening, added, gone, opening.plus(added).minus(gone)]);
    const totals = [0, 1, 2, 3].map((column) => sum(all.map((row) => row[column] ?? new Exact(0))));
    return {
      kind: "rolls",
      lines: [line("项目", "期初余额", "本期增加", "本期减少", "期末余额"), ...all.map((row, at) => line(labels[at] ?? "", ...row.map((value) => printed(value)))), line("合计", ...totals.map((value) => printed(value)))],
    };
  }),
);

/** Balance × loss rate = provision, with the rate of the total. */
const provisions = items(3, 6).chain((labels) =>
  fc.array(fc.tuple(amount, fc.integer({ min: 1, max: 999999 })), { minLength: labels.length, maxLength: labels.length }).map((rows): TruthTable => {
    const losses = rows.map(([balance, part]) => balance.times(part).div(1e6));
    const [balances, loss] = [sum(rows.map(([balance]) => balance)), sum(losses)];
    return {
      kind: "provisions",
      lines: [
        line("账龄", "账面余额", "坏账准备", "计提比例", "账面价值"),
        ...rows.map(([balance, part], at) => line(labels[at] ?? "", printed(balance), printed(losses[at] ?? new Exact(0)), percent(new Exact(part).div(1e6)), printed(balance.minus(losses[at] ?? 0)))),
        line("合计", printed(balances), printed(loss), percent(loss.div(balances)), printed(balances.minus(loss))),
      ],
    };
  }),
);

/** Peers with their mean and median. */
const peers = fc.array(fc.tuple(rate, rate, rate), { minLength: 3, maxLength: 7 }).map((rows): TruthTable => {
  const column = (year: 0 | 1 | 2) => rows.map((row) => row[year]).sort((a, b) => a.comparedTo(b));
  const median = (values: readonly Exact[]) => (values[Math.floor(values.length / 2)] ?? new Exact(0)).plus(values[Math.ceil(values.length / 2) - 1] ?? 0).div(2);
  return {
    kind: "peers",
    lines: [
      line("公司名称", "2025 年度", "2024 年度", "2023 年度"),
      ...rows.map((row, at) => line(`可比公司${"甲乙丙丁戊己庚"[at]}`, ...row.map((value) => percent(value)))),
      line("平均值", ...([0, 1, 2] as const).map((year) => percent(sum(column(year)).div(rows.length)))),
      line("中位数", ...([0, 1, 2] as const).map((year) => percent(median(column(year))))),
    ],
  };
});

/** Rules printed in the heads. */
const lettered = fc.tuple(amount, rate, rate, amount, rate, rate).map(([a, b, d, a0, b0, d0]): TruthTable => {
  const row = (label: string, of: (book: Exact, sent: Exact, back: Exact) => string) => line(label, of(a, b, d), of(a0, b0, d0));
  return {
    kind: "lettered",
    lines: [
      line("项目", "2025 年度", "2024 年度"),
      row("应收账款余额（A）", (book) => printed(book)),
      row("发函金额（B）", (book, sent) => printed(book.times(sent.abs()))),
      row("发函比例（C=B/A）", (_, sent) => percent(sent.abs())),
      row("回函金额（D）", (book, sent, back) => printed(book.times(sent.abs()).times(back.abs()))),
      row("差额（E=B-D）", (book, sent, back) => printed(book.times(sent.abs()).times(new Exact(1).minus(back.abs())))),
    ],
  };
});

export const truthTables: fc.Arbitrary<TruthTable> = fc.oneof(structure, nested, margins, prices, rolls, provisions, peers, lettered);
