import { beforeAll, describe, expect, it } from "vitest";
import { workpaperTexts } from "../../../../src/locales/workpaper-texts.ts";
import { impairmentTest2025 } from "../../../../src/samples/impairment-test-2025.ts";
import { evaluate } from "../../../../src/workflows/impairment/evaluate.ts";
import { readConclusion } from "../../../../src/workflows/impairment/report/conclusion.ts";
import type { Paper } from "../../../../src/workflows/impairment/report/paper.ts";
import { placed } from "../../../../src/workflows/impairment/report/placement.ts";
import { columns } from "../../../../src/workflows/impairment/report/sheet.ts";
import { workpaper } from "../../../../src/workflows/impairment/report/workpaper.ts";
import { complete } from "../finding-cases.ts";
import { LinkedBook } from "../linked-book.ts";
import { disagreements, expectedFigures } from "./expected-figures.ts";
import { randomBook } from "./random-book.ts";
import { at, type Figures, linkedIn, WrittenBook } from "./written-book.ts";

describe("the native formulas of a workpaper", () => {
  it.each([1, 2, 3, 4, 5, 6])("give the figures of the decimal evaluation, and the conclusion says them: test %i", async (seed) => {
    const book = new WrittenBook();
    book.of(await linkedIn(book, randomBook(seed)));
    await book.write();
    const paper = await book.paper();
    const figures = await book.figures();
    expect(expectedFigures(paper.evaluation).length).toBeGreaterThan(60);
    expect(disagreements(figures, paper.evaluation)).toEqual([]);
    const conclusion = await readConclusion(book.host.workbook, paper);
    const said = paper.test.units.map(({ id }) => figures.text("cover", `${id}.conclusion-en`, "method"));
    expect(conclusion.kind === "agrees" && conclusion.paragraphs["en-US"].slice(0, said.length)).toEqual(said);
  });
});

describe("a sign or an equality that decides", () => {
  it.each([
    ["equal to the last digit, where doubles leave 0.30000000000000004", [0.1, 0.2], 0.3, 0, "否 No"],
    ["short by one unit of the last digit", [0.1, 0.21], 0.3, 0.01, "是 Yes"],
    ["equal among large amounts", [1_234_567.1, 0.2], 1_234_567.3, 0, "否 No"],
    ["short by less than the last digit shows", [10.004], 10, 0, "否 No"],
  ] as const)("is taken on rounded figures: %s", async (_, carrying, value, loss, impaired) => {
    const linked = new LinkedBook();
    const unit = linked.unit("资产组 1");
    linked.play({ type: "forecast-changed", unit, forecast: { basis: "given" } }).figure(unit, "carrying", carrying).figure(unit, "value-in-use", value).figure(unit, "fair-value", 0);
    const book = new WrittenBook();
    book.of(await linkedIn(book, linked));
    await book.write();
    const figures = await book.figures();
    expect([figures.value("result", "u1.loss"), figures.value("result", "u1.impaired")]).toEqual([loss, impaired]);
    expect(disagreements(figures, (await book.paper()).evaluation)).toEqual([]);
  });
});

describe("the charts of a workpaper", () => {
  let figures: Figures;
  let paper: Paper;
  beforeAll(async () => {
    const book = await WrittenBook.ofSample(impairmentTest2025);
    await book.write();
    [figures, paper] = [await book.figures(), await book.paper()];
  });

  it("draw a bridge whose bars are the figures of the evaluation, each beginning where the one before ends", () => {
    for (const { unit, bridge } of paper.evaluation.units.filter(({ bridge: steps }) => steps.length > 0)) {
      const rows = figures.keys("value-in-use").filter((key) => key.startsWith(`${unit.id}.bridge-`));
      expect(rows.map((key) => Number(figures.value("value-in-use", key)).toFixed(6))).toEqual(bridge.map(({ value }) => value.toFixed(6)));
      let reached = 0;
      for (const key of rows) {
        const [after = 0, base = 0, up = 0, down = 0, below = 0, total = 0] = figures.line("value-in-use", key).map(Number);
        if (total !== 0) expect([total, base, up, down, below]).toEqual([after, 0, 0, 0, 0]);
        else {
          const ends = [base + up + down, base + below].toSorted((a, b) => a - b);
          expect(ends.map((end) => end.toFixed(6))).toEqual([Math.min(reached, after), Math.max(reached, after)].map((end) => end.toFixed(6)));
        }
        reached = after;
      }
    }
  });

  it("stand under the rows they show: bridge, tornado, headroom, back-test", () => {
    const sheets = workpaper(paper);
    const { changes } = placed(sheets, new Map(), []);
    const charts = (changes.sheets ?? []).flatMap(({ name, charts: drawn = [], rows }) => drawn.map((chart) => ({ name, kind: chart.kind, title: chart.title, under: chart.place.row > rows.length, first: rows[chart.categories.row]?.[columns.mark]?.value, rows: chart.categories.rows })));
    expect(charts).toEqual([
      { name: "现金流量现值 2025", kind: "column-stacked", title: "资产组 1 价值构成 Make-up of value in use", under: true, first: "u1.bridge-y1", rows: 21 },
      { name: "现金流量现值 2025", kind: "column-stacked", title: "资产组 2 价值构成 Make-up of value in use", under: true, first: "u2.bridge-y1", rows: 18 },
      { name: "敏感性分析 2025", kind: "bar", title: "资产组 1 单项假设变动后的差额（按未舍入的现值） Headroom when one assumption moves (value in use unrounded)", under: true, first: "u1.tornado-revenue", rows: 4 },
      { name: "敏感性分析 2025", kind: "line", title: "资产组 1 不同折现率下的差额 Headroom by discount rate", under: true, first: "u1.map-1", rows: 5 },
      { name: "敏感性分析 2025", kind: "bar", title: "资产组 2 单项假设变动后的差额（按未舍入的现值） Headroom when one assumption moves (value in use unrounded)", under: true, first: "u2.tornado-revenue", rows: 4 },
      { name: "敏感性分析 2025", kind: "line", title: "资产组 2 不同折现率下的差额 Headroom by discount rate", under: true, first: "u2.map-1", rows: 5 },
      { name: "预测回顾 2025", kind: "column", title: "资产组 1 以预测区间中值为 100% Against the middle of the forecast", under: true, first: "u1.range-1", rows: 5 },
    ]);
  });
});

describe("the plan of a workpaper", () => {
  const { book } = complete();
  const paper: Paper = { test: book.test, inputs: book.inputs, evaluation: book.evaluation, texts: workpaperTexts, at };
  const { changes } = placed(workpaper(paper), new Map(), ["测试结果 2025", "数据"]);
  const sheets = changes.sheets ?? [];

  it("freezes and repeats the heads of every sheet, and takes no name that is taken", () => {
    expect(sheets.map(({ frozenRows, printTitleRows, rows }) => [frozenRows, printTitleRows, rows[2]?.[1]?.value])).toEqual(sheets.map(() => [3, 3, "项目"]));
    expect(sheets.map(({ name }) => name)).toEqual(["减值测试底稿 2025", "资产组账面价值 2025", "现金流量现值 2025", "公允价值减处置费用 2025", "测试结果 2025 (2)", "减值损失分摊 2025", "敏感性分析 2025", "预测回顾 2025", "附注披露 2025"]);
    expect(sheets[0]?.rows.flatMap((row) => row.flatMap((cell) => cell?.formula ?? [])).filter((formula) => formula.includes("测试结果 2025'!"))).toEqual([]);
  });

  it("says every head and every series of a chart in both languages, the language of the test first", () => {
    const heads = sheets.flatMap(({ rows }) => rows.slice(3).flatMap((row) => row.flatMap((cell) => (cell?.style === "header" && typeof cell.value === "string" && !cell.value.startsWith("分摊的总部资产") ? [cell.value] : []))));
    const series = sheets.flatMap(({ charts = [] }) => charts.flatMap((chart) => chart.series.map(({ name }) => name))).filter((name) => !name.endsWith("%"));
    expect([heads.length > 20, series.length > 10]).toEqual([true, true]);
    expect([...heads, ...series].filter((text) => !/^[^a-zA-Z]*\p{Script=Han}[^a-zA-Z]*[\n ][A-Z]\P{Script=Han}*$/u.test(text))).toEqual([]);
  });

  it("is written in the manner of its first language: colons and brackets are those of English in an English one", () => {
    const test = { ...book.test, frame: { ...book.test.frame, language: "en-US" as const }, units: book.test.units.map((unit, index) => ({ ...unit, name: `Unit ${index + 1}`, assets: "roasting" })) };
    const english: Paper = { ...paper, test, evaluation: evaluate(test, book.inputs) };
    const texts = workpaper(english).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell, column) => (column === columns.second ? null : cell?.value))));
    // Sources, names and explanations are a person's own words.
    expect(texts.filter((text) => typeof text === "string" && /[：；（]/.test(text) && !/\p{Script=Han}/u.test(text))).toEqual([]);
    expect(texts).toEqual(expect.arrayContaining(["Break-even: discount rate", "Discount rate", "Unit 1: roasting"]));
  });

  it("names the figures of each unit", () => {
    const named = sheets.flatMap(({ names = [], rows }) => names.map(({ name, row, column }) => [name, rows[row]?.[0]?.value, column]));
    expect(named).toEqual([
      ["CGU1_carrying", "u1.carrying", 4], ["CGU2_carrying", `${book.test.units[1]?.id}.carrying`, 4], ["CGU3_carrying", `${book.test.units[2]?.id}.carrying`, 4],
      ["CGU1_rate", "u1.rate", 4], ["CGU1_value_in_use", "u1.value-in-use", 4], ["CGU2_rate", `${book.test.units[1]?.id}.rate`, 4], ["CGU2_value_in_use", `${book.test.units[1]?.id}.value-in-use`, 4],
      ["CGU2_fair_value_less_costs", `${book.test.units[1]?.id}.fair-value-less-costs`, 4], ["CGU3_fair_value_less_costs", `${book.test.units[2]?.id}.fair-value-less-costs`, 4],
      ...["1", "2", "3"].flatMap((unit, index) => [[`CGU${unit}_recoverable`, `${book.test.units[index]?.id}.recoverable`, 4], [`CGU${unit}_loss`, `${book.test.units[index]?.id}.recognised`, 4]]),
      ["Impairment_loss_total", "total-recognised", 4],
    ]);
  });

  it("reads linked blocks alone", () => {
    const linked = [...book.inputs.values()].flatMap((block) => (block ? [block.range] : []));
    const read = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.flatMap((cell) => [...(cell?.formula ?? "").matchAll(/数据!([A-Z]+)(\d+)/g)].map(([, , row1]) => Number(row1) - 1))));
    expect(read.length).toBeGreaterThan(50);
    expect(read.filter((row) => !linked.some((range) => row >= range.row && row < range.row + range.rows))).toEqual([]);
  });
});
