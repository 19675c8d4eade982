import { describe, expect, it } from "vitest";
import { checked } from "../../src/check/checked.ts";
import { readText } from "../../src/reading/text.ts";
import { randomFrom } from "./planted-rate.ts";

const names = ["铝合金", "氧化铝", "电解铝", "阳极炭块", "蒸汽", "贸易", "加工服务", "境外", "境内"];
const years = [2025, 2024, 2023];

interface Said {
  readonly text: string;
  /** The rates and points in it, each of which a slip would make wrong. */
  readonly results: readonly string[];
}

/** A table of true amounts in 元, printed in 万元 and with shares, and sentences that compute from what is not rounded. */
function documentOf(random: () => number): { readonly table: string; readonly said: readonly Said[] } {
  const rows = [...names].sort(() => random() - 0.5).slice(0, 3 + Math.floor(random() * 3));
  const truth = rows.map(() => {
    const first = 1e7 * 10 ** (2 * random()) * (1 + random());
    return [first, first * (0.7 + 0.7 * random()), first * (0.6 + 0.9 * random())].map((value) => Math.round(100 * value) / 100);
  });
  const totals = years.map((_, at) => truth.reduce((sum, own) => sum + (own[at] ?? 0), 0));
  const amount = (value: number) => (value / 1e4).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const percent = (value: number) => `${(100 * value).toFixed(2)}%`;
  const of = (row: number, at: number) => truth[row]?.[at] ?? 0;
  const share = (row: number, at: number) => of(row, at) / (totals[at] ?? 1);
  const table = [
    "报告期内，公司营业收入构成如下：", "", "单位：万元", `项目\t${years.map((year) => `${year}年度\t`).join("\t")}`, `\t${years.map(() => "金额\t占比").join("\t")}`,
    ...rows.map((name, row) => `${name}\t${years.map((_, at) => `${amount(of(row, at))}\t${percent(share(row, at))}`).join("\t")}`),
    `合计\t${totals.map((total) => `${amount(total)}\t100.00%`).join("\t")}`,
  ].join("\n");
  const said = rows.map((name, row): Said => {
    const at = Math.floor(random() * 2);
    const other = (row + 1) % rows.length;
    const [year, before] = [years[at], years[at + 1]];
    const grown = (one: number) => of(one, at) / of(one, at + 1) - 1;
    const way = (value: number) => (value < 0 ? "下降" : "增长");
    const [rate, rateOther, points] = [percent(Math.abs(grown(row))), percent(Math.abs(grown(other))), `${Math.abs(100 * (share(row, at) - share(row, at + 1))).toFixed(2)}个百分点`];
    const [now, then] = [percent(share(row, at)), percent(share(row, at + 1))];
    switch (Math.floor(random() * 5)) {
      case 0:
        return { text: `${year}年度，${name}收入为${(of(row, at) / 1e8).toFixed(2)}亿元，较上年${way(grown(row))}${rate}，占营业收入的比例为${now}。`, results: [rate, now] };
      case 1:
        return { text: `${year}年度，${name}收入较${before}年度${way(grown(row))}${rate}，其中${rows[other]}收入${way(grown(other))}${rateOther}。`, results: [rate, rateOther] };
      case 2:
        return { text: `${name}收入占比由${before}年的${then}变动至${year}年的${now}，${share(row, at) < share(row, at + 1) ? "下降" : "上升"}${points}。`, results: [then, now] };
      case 3:
        return { text: `报告期各期，${name}收入占比分别为${[2, 1, 0].map((each) => percent(share(row, each))).join("、")}。`, results: [1, 0].map((each) => percent(share(row, each))) };
      default:
        return { text: `${year}年度，${name}和${rows[other]}收入占比分别为${now}和${percent(share(other, at))}，${name}收入较上年${way(grown(row))}${rate}。`, results: [rate] };
    }
  });
  return { table, said };
}

const written = ({ table, said }: ReturnType<typeof documentOf>) => `${table}\n\n${said.map(({ text }) => text).join("\n\n")}\n`;

/** Two neighbouring digits of a rate exchanged. */
function slipped(rate: string): string | undefined {
  const at = [...rate].findIndex((digit, place) => /\d/.test(digit) && /\d/.test(rate[place + 1] ?? "") && digit !== rate[place + 1] && !(place === 0 && rate[1] === "0"));
  return at === -1 ? undefined : rate.slice(0, at) + (rate[at + 1] ?? "") + (rate[at] ?? "") + rate.slice(at + 2);
}

describe("sentences that compute from true values", () => {
  it("are never found wrong: 400 documents", { timeout: 120_000 }, async () => {
    for (let seed = 0; seed < 400; seed += 1) {
      const document = written(documentOf(randomFrom(seed)));
      const { findings } = await checked(readText(document));
      expect(findings.map(({ figure, expected, rule }) => `${rule}: ${figure.text} (${figure.name}) for ${expected} in ${document}`)).toEqual([]);
    }
  });

  it("are found in nine of ten where two digits of a rate are exchanged", { timeout: 120_000 }, async () => {
    let [planted, found] = [0, 0];
    for (let seed = 0; seed < 200; seed += 1) {
      const document = documentOf(randomFrom(seed));
      const [said] = document.said;
      const right = said?.results[seed % said.results.length];
      const wrong = right && slipped(right);
      if (!said || !right || !wrong || said.text.split(right).length !== 2) continue;
      planted += 1;
      const { findings } = await checked(readText(written(document).replace(said.text, said.text.replace(right, wrong))));
      if (findings.some(({ figure }) => figure.cell === undefined && figure.text === wrong)) found += 1;
    }
    expect(planted).toBeGreaterThan(150);
    expect(found / planted).toBeGreaterThan(0.9);
  });
});
