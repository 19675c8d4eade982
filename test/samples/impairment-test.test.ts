import { describe, expect, it } from "vitest";
import type { Decimal } from "../../src/core/decimal.ts";
import { impairmentTest2024 } from "../../src/samples/impairment-test-2024.ts";
import { impairmentTest2025 } from "../../src/samples/impairment-test-2025.ts";
import type { RangeAddress } from "../../src/workbook/address.ts";
import { bringTest, removeTest } from "../../src/workflows/impairment/brought-test.ts";
import { impairmentTestOf } from "../../src/workflows/impairment/codec.ts";
import { openFindings } from "../../src/workflows/impairment/findings.ts";
import { linksOf } from "../../src/workflows/impairment/input.ts";
import { loadTests } from "../../src/workflows/impairment/saved-tests.ts";
import { evaluatedSample } from "./evaluated-sample.ts";
import { there } from "../workflows/impairment/linked-book.ts";

const text = (value: Decimal | undefined) => value?.toFixed(2);

describe("the sample of 2025", () => {
  const { units, totals, findings } = evaluatedSample(impairmentTest2025);

  it("gives the printed values in use of 22,330.00 and 2,170.00 from its flows, rounded to tens", () => {
    expect(units.map(({ valueInUse }) => text(valueInUse?.reported))).toEqual(["22330.00", "2170.00", undefined]);
    expect(units.map(({ rate }) => rate?.preTax.toString())).toEqual(["0.102", "0.062", undefined]);
  });

  it("gives 1,905.61, nothing and 1,193.96 (1,193.95 from the printed rows, a tail), in total 3,099.57", () => {
    expect(units.map(({ loss }) => text(loss))).toEqual(["1905.61", "0.00", "1193.95"]);
    expect(units.map(({ recognised }) => text(recognised))).toEqual(["1905.61", "0.00", "1193.96"]);
    expect(units.map(({ assessment }) => text(assessment?.recoverable))).toEqual(["22330.00", "2170.00", "959.81"]);
    expect([text(totals.recognised), totals.reportedLoss?.tie.status]).toEqual(["3099.57", "OK"]);
    expect(units.map(({ fairValue }) => text(fairValue?.unrounded))).toEqual(["21960.00", undefined, "959.81"]);
  });

  it("fails no rule and leaves one to be explained: a fair value that is the value in use", () => {
    expect(openFindings({ findings }).map(({ facts, outcome, unit }) => [facts.code, outcome, unit])).toEqual([["fair-value-as-value-in-use", "explain", "u1"]]);
  });

  it("holds the forecast of 2024 against 2025: revenue met, margin missed", () => {
    expect(units[0]?.backTest?.map(({ label, position }) => [label, position])).toEqual([["营业收入", "within"], ["综合毛利率", "below"], ["氧化钼产能利用率", "above"], ["钼铁产能利用率", "above"], ["钒铁产能利用率", "below"]]);
  });
});

describe("the sample of 2024", () => {
  const { units, totals, findings } = evaluatedSample(impairmentTest2024);

  it("gives the printed values in use of 27,730.00 and 2,310.00, and no loss", () => {
    expect(units.map(({ valueInUse }) => text(valueInUse?.reported))).toEqual(["27730.00", "2310.00"]);
    expect([units.map(({ loss }) => text(loss)), text(totals.loss)]).toEqual([["0.00", "0.00"], "0.00"]);
  });

  it("finds the misprint of line 621 and nothing else amiss", () => {
    expect(openFindings({ findings }).map(({ facts }) => facts)).toEqual([
      { code: "reported-tie", name: "reported-carrying", row: null, printed: "26844.05", computed: "25466.11", difference: "1377.94", status: "BREAK", cause: { is: "total-of-units" } },
    ]);
  });
});

describe.each([impairmentTest2025, impairmentTest2024])("the sample $id", (sample) => {
  it("links every place to a block that holds something", () => {
    for (const { document, blocks } of sample.tests?.("zh-CN") ?? []) {
      expect(new Set(linksOf(impairmentTestOf(document)).map(({ link }) => link.pin))).toEqual(new Set(Object.keys(blocks)));
      const names = sample.sheets().map(({ name }) => name);
      expect(Object.values(blocks).filter(({ sheet }) => !names.includes(sheet))).toEqual([]);
    }
  });

  it("tells its sources in the language it is opened in", () => {
    const sources = (language: "zh-CN" | "en-US") => (sample.tests?.(language) ?? []).flatMap(({ document }) => linksOf(impairmentTestOf(document)).map(({ link }) => link.source));
    expect(sources("zh-CN").filter((source) => !/公开文件 004/.test(source) || /[a-z]{2}/.test(source))).toEqual([]);
    expect(sources("en-US").filter((source) => !/filing 004/.test(source) || /\p{Script=Han}/u.test(source))).toEqual([]);
    expect(sources("zh-CN").length).toBeGreaterThan(20);
  });

  it("says of every cash flow that the filing does not print that it is made up", () => {
    const sheet = sample.sheets().find(({ name }) => name.startsWith("现金流量"));
    const rows = sheet?.rows.filter((cells) => cells.some((cell) => cell?.style === "input")) ?? [];
    expect(rows.length).toBeGreaterThan(10);
    for (const cells of rows) expect(cells.at(-1)?.value).toMatch(/示例编制/);
  });
});

describe("a test that came with sheets", () => {
  const documents = new Map<string, unknown>();
  const pins = new Map<string, RangeAddress>();
  const workbook = {
    loadState: (key: string) => Promise.resolve(documents.get(key) ?? null),
    saveState: (key: string, value: unknown) => Promise.resolve(void documents.set(key, JSON.parse(JSON.stringify(value)))),
    pin: (range: RangeAddress) => {
      const name = `_headroom.${pins.size + 1}`;
      pins.set(name, range);
      return Promise.resolve(name);
    },
    unpin: (names: readonly string[]) => Promise.resolve(names.forEach((name) => pins.delete(name))),
  };

  it("pins a block once that fills two places", async () => {
    const link = { pin: "total", source: "", note: "" };
    const document = { ...Object(impairmentTest2025.tests?.("zh-CN")[0]?.document), units: [], links: { "carrying-total": link, "reported-total-loss": link } };
    const id = await bringTest(workbook, { document, blocks: { total: { sheet: "甲", row: 0, column: 0, rows: 1, columns: 1 } } });
    expect(pins.size).toBe(1);
    await removeTest(workbook, id);
    documents.clear();
    expect(pins.size).toBe(0);
  });

  it("is added beside those that are there, pinned where its sheets stand, and taken out again with its pins", async () => {
    const [brought] = impairmentTest2025.tests?.("zh-CN") ?? [];
    const blocks = Object.fromEntries(Object.entries(brought?.blocks ?? {}).map(([name, block]) => [name, { ...block, sheet: `${block.sheet} (2)` }]));
    const first = await bringTest(workbook, { document: brought?.document, blocks });
    const second = await bringTest(workbook, { document: brought?.document, blocks });
    expect([first, second]).toEqual(["t1", "t2"]);
    const state = await loadTests(workbook);
    expect([state.tests.length, state.open]).toEqual([2, "t2"]);
    const { pin } = there(there(state.tests[1]).links["carrying-total"]);
    expect(pins.get(pin)?.sheet).toBe("减值测试 2025 输入 (2)");
    const before = pins.size;
    expect(before).toBe(2 * Object.keys(blocks).length);
    await removeTest(workbook, second);
    expect(pins.size).toBe(before / 2);
    expect((await loadTests(workbook)).tests.map(({ id }) => id)).toEqual(["t1"]);
  });
});
