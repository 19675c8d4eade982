import type { TruthTable } from "./truth-tables.ts";

type Random = () => number;
type Line = readonly string[];

const names = ["氧化铝", "电解铝", "铝合金锭", "深加工产品", "阳极炭块", "液碱", "块煤", "蒸汽", "铝矾土", "备品备件", "周转材料", "委托加工物资", "发出商品", "在产品", "库存商品", "原材料"];
const years = ["2025 年 1-5 月", "2024 年度", "2023 年度", "2022 年度"];

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const across = (rows: readonly (readonly number[])[], column: number) => total(rows.map((row) => row[column] ?? 0));
const percent = (value: number) => `${printed(value * 100).replaceAll(",", "")}%`;

/** A value rounded half away from zero; what rounds to nil has no sign. */
function printed(value: number, decimals = 2): string {
  const digits = (Math.round(Math.abs(value) * 10 ** decimals) / 10 ** decimals).toFixed(decimals);
  const [whole = "", fraction] = digits.split(".");
  return `${value < 0 && Number(digits) !== 0 ? "-" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** Tables of truths as filings make them hard to read: the random numbers determine all of it. */
function makers(random: Random) {
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const one = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;
  const some = (count: number) => names.map((name) => ({ name, at: random() })).sort((a, b) => a.at - b.at).slice(0, count).map(({ name }) => name);
  const amount = (least: number, most: number) => (1 + 9 * random()) * 10 ** whole(least, most);
  const three = (least: number, most: number) => [0, 1, 2].map(() => amount(least, most));
  const nil = (value: number) => (value === 0 ? "-" : printed(value));

  /** A total of thirty customers, most of it tail. */
  const tails = (): Line[] => {
    const decimals = whole(0, 2);
    const rows = Array.from({ length: whole(12, 30) }, () => [amount(0, 2), amount(0, 2)]);
    const cells = (values: readonly number[]) => values.flatMap((value, year) => [printed(value, decimals), percent(value / across(rows, year))]);
    return [["客户", "2025 年末余额", "占比", "2024 年末余额", "占比"], ...rows.map((row, at) => [`客户${at + 1}公司`, ...cells(row)]), ["合计", ...cells([across(rows, 0), across(rows, 1)])]];
  };

  /** 其中 below some items, sometimes with a second part that does not say so. */
  const parts = (): Line[] => {
    const items = some(whole(2, 5)).map((name) => ({ name, values: three(2, 4) }));
    const below = (values: readonly number[]): Line[] => {
      if (random() < 0.4) return [];
      const [share, all, more] = [[random(), random(), random()], random() < 0.5, random() < 0.5];
      const first = [`其中：${one(["国内", "山东地区", "单项计提", "一年以内"])}`, ...values.map((value, at) => printed(value * (share[at] ?? 0)))];
      return more ? [first, [one(["国外", "云南地区", "组合计提"]), ...values.map((value, at) => printed(value * (1 - (share[at] ?? 0)) * (all ? 1 : random())))]] : [first];
    };
    return [["项目", "2025 年 5 月 31 日", "2024 年 12 月 31 日", "2023 年 12 月 31 日"], ...items.flatMap(({ name, values }) => [[name, ...values.map((value) => printed(value))], ...below(values)]), ["合计", ...[0, 1, 2].map((year) => printed(across(items.map(({ values }) => values), year)))]];
  };

  /** A statement with losses, and gains that may be losses. */
  const statement = (): Line[] => {
    const count = whole(2, 4);
    const year = <T>(of: (at: number) => T) => Array.from({ length: count }, (_, at) => of(at));
    const [revenue, costs, gains] = [year(() => amount(5, 5)), ["营业成本", "税金及附加", "销售费用", "管理费用", "财务费用"], ["其他收益", "投资收益", "资产减值损失"]];
    const taken = costs.map((_, at) => year(() => (at === 0 ? amount(5, 5) : (random() < 0.3 ? -1 : 1) * amount(0, 3))));
    const added = gains.map(() => year(() => (random() < 0.3 ? -1 : 1) * amount(0, 3)));
    const profit = revenue.map((value, at) => value - across(taken, at) + across(added, at));
    const tax = profit.map((value) => Math.max(0, value) / 4);
    const row = (label: string, values: readonly number[]) => [label, ...values.map((value) => printed(value))];
    return [["项目", ...years.slice(0, count)], row("营业收入", revenue), ...costs.map((label, at) => row(label, taken[at] ?? [])), ...gains.map((label, at) => row(label, added[at] ?? [])), row("营业利润", profit), row("减：所得税费用", tax), row("净利润", profit.map((value, at) => value - (tax[at] ?? 0))), ["净利率", ...profit.map((value, at) => percent((value - (tax[at] ?? 0)) / (revenue[at] ?? 1)))]];
  };

  /** Peers of which some did not say. */
  const absent = (): Line[] => {
    const rows = Array.from({ length: whole(4, 8) }, () => [0, 1, 2].map(() => (random() < 0.2 ? undefined : random() * 0.6 - 0.1)));
    const given = (year: number) => rows.flatMap((row) => row[year] ?? []).sort((a, b) => a - b);
    const middle = (sorted: readonly number[]) => ((sorted[Math.floor(sorted.length / 2)] ?? 0) + (sorted[Math.ceil(sorted.length / 2) - 1] ?? 0)) / 2;
    const foot = [0, 1, 2].every((year) => given(year).length > 1) ? [["平均值", ...[0, 1, 2].map((year) => percent(total(given(year)) / given(year).length))], ["中位数", ...[0, 1, 2].map((year) => percent(middle(given(year))))]] : [];
    return [["公司名称", "2025 年度", "2024 年度", "2023 年度"], ...rows.map((row, at) => [`可比公司${"甲乙丙丁戊己庚辛"[at]}`, ...row.map((value) => (value === undefined ? one(["-", "/", "不适用", "未披露"]) : percent(value)))]), ...foot, ["发行人", ...[0, 1, 2].map(() => percent(random() / 2))]];
  };

  /** Amounts, shares and changes under two rows of heads. */
  const changes = (): Line[] => {
    const rows = some(whole(3, 7)).map((name) => ({ name, values: [amount(1, 5), amount(1, 5)] }));
    const all = [0, 1].map((year) => across(rows.map(({ values }) => values), year));
    const cells = ([now = 0, before = 0]: readonly number[]) => [printed(now), percent(now / (all[0] ?? 1)), printed(before), percent(before / (all[1] ?? 1)), printed(now - before), percent(now / before - 1)];
    return [["产品", "2025 年度", "", "2024 年度", "", "变动情况", ""], ["", "金额", "占比", "金额", "占比", "变动额", "变动比例"], ...rows.map(({ name, values }) => [name, ...cells(values)]), ["合计", ...cells(all)]];
  };

  /** 吨 × 元/吨 = 万元, whole tons, with cost and margin. */
  const prices = (): Line[] => {
    const rows = some(whole(2, 5)).map((name) => ({ name, tons: whole(10, 99_999) + random(), price: amount(2, 4), part: 0.6 + random() / 2 })).map(({ name, tons, price, part }) => ({ name, values: [tons, (tons * price) / 1e4, (tons * price * part) / 1e4] }));
    const cells = ([tons = 0, revenue = 0, cost = 0]: readonly number[]) => [printed(tons, 0), printed((revenue * 1e4) / tons), printed(revenue), printed(cost), printed(revenue - cost), percent(1 - cost / revenue)];
    return [["产品", "销量（吨）", "单价（元/吨）", "收入（万元）", "成本（万元）", "毛利（万元）", "毛利率"], ...rows.map(({ name, values }) => [name, ...cells(values)]), ["合计", ...cells([0, 1, 2].map((column) => across(rows.map(({ values }) => values), column)))]];
  };

  /** Provisions carried forward, nil as a dash. */
  const rolls = (): Line[] => {
    const rows = some(whole(2, 6)).map((name) => {
      const [opening, more] = [amount(0, 3), random() < 0.3 ? 0 : amount(0, 2)];
      const [back, gone] = [random() < 0.5 ? 0 : opening * random() * 0.3, random() < 0.6 ? 0 : opening * random() * 0.2];
      return { name, values: [opening, more, back, gone, opening + more - back - gone] };
    });
    return [["项目", "期初余额", "本期计提", "本期转回", "本期核销", "期末余额"], ...rows.map(({ name, values }) => [name, ...values.map(nil)]), ["合计", ...[0, 1, 2, 3, 4].map((column) => nil(across(rows.map(({ values }) => values), column)))]];
  };

  /** The five largest, as shares of a whole that is printed nowhere. */
  const ranks = (): Line[] => {
    const all = amount(6, 6);
    const rows = Array.from({ length: 5 }, () => all * random() * 0.1).sort((a, b) => b - a);
    return [["序号", "客户名称", "销售金额", "占营业收入比例"], ...rows.map((value, at) => [String(at + 1), `客户${"ABCDE"[at]}`, printed(value), percent(value / all)]), ["合计", "", printed(total(rows)), percent(total(rows) / all)]];
  };

  /** The same amounts in 元 and in 万元. */
  const units = (): Line[] => {
    const rows = some(whole(3, 5)).map((name) => ({ name, values: [amount(5, 8), amount(5, 8)] }));
    const cells = (values: readonly number[]) => [...values.map((value) => printed(value)), ...values.map((value) => printed(value / 1e4))];
    return [["项目", "2025 年度（元）", "2024 年度（元）", "2025 年度（万元）", "2024 年度（万元）"], ...rows.map(({ name, values }) => [name, ...cells(values)]), ["合计", ...cells([0, 1].map((year) => across(rows.map(({ values }) => values), year)))]];
  };

  /** Years down the side, each growth against the row above. */
  const downward = (): Line[] => {
    let [output, price] = [amount(2, 2), amount(3, 3)];
    const rows = Array.from({ length: whole(5, 8) }, (_, at): Line => {
      const [more, dearer] = [output * (0.7 + 0.6 * random()), price * (0.7 + 0.6 * random())];
      const sold = more * (0.8 + 0.3 * random());
      const row = [`${2018 + at} 年`, printed(more), at === 0 ? "-" : percent(more / output - 1), printed(sold), percent(sold / more), printed(dearer), at === 0 ? "-" : percent(dearer / price - 1)];
      [output, price] = [more, dearer];
      return row;
    });
    return [["年度", "产量（万吨）", "同比增长", "销量（万吨）", "产销率", "均价（元/吨）", "同比"], ...rows];
  };

  /** Groups with a label filled down, subtotals, and shares of the grand total. */
  const groups = (): Line[] => {
    const all = ["华东", "华北", "西南"].slice(0, whole(2, 3)).map((region) => ({ region, rows: some(whole(1, 4)).map((name) => ({ name, values: [amount(1, 4), amount(1, 4)] })) }));
    const sums = (rows: readonly { readonly values: readonly number[] }[]) => [0, 1].map((year) => across(rows.map(({ values }) => values), year));
    const grand = sums(all.flatMap(({ rows }) => rows));
    const cells = (values: readonly number[]) => values.flatMap((value, year) => [printed(value), percent(value / (grand[year] ?? 1))]);
    return [["地区", "类别", "2025 年度", "占比", "2024 年度", "占比"], ...all.flatMap(({ region, rows }) => [...rows.map(({ name, values }, at) => [at === 0 ? region : "", name, ...cells(values)]), ["", "小计", ...cells(sums(rows))]]), ["合计", "", ...cells(grand)]];
  };

  return { tails, parts, statement, absent, changes, prices, rolls, ranks, units, downward, groups };
}

export function awkwardTable(random: Random): TruthTable {
  const made = makers(random);
  const kinds = Object.keys(made) as (keyof typeof made)[];
  const kind = kinds[Math.floor(random() * kinds.length)] ?? "tails";
  return { kind, lines: made[kind]().map((cells) => cells.join("\t")) };
}
