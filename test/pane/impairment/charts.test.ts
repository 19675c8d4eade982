import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import { drawn, scaleOf } from "../../../src/pane/impairment/chart/scale.ts";
import { waterfall } from "../../../src/pane/impairment/chart/waterfall.ts";
import { complete } from "../../workflows/impairment/finding-cases.ts";

describe("the axis of a chart", () => {
  it("has zero and every figure on it", () => {
    const scale = scaleOf([new Decimal(30), new Decimal(-10)]);
    expect([scale.at(new Decimal(-10)), scale.at(new Decimal(0)), scale.at(new Decimal(30))]).toEqual([0, drawn / 4, drawn]);
  });

  it("has a length where every figure is zero", () => {
    expect(scaleOf([new Decimal(0)]).at(new Decimal(0))).toBe(0);
  });
});

describe("the bridge of a value", () => {
  it("begins every bar where the one before it ended, and ends in value in use and headroom", () => {
    const { book, short } = complete();
    const { bridge, valueInUse, headroom } = book.evaluated(short);
    const bars = waterfall(bridge);
    const value = bars.findIndex(({ entry }) => entry.kind === "value-in-use");
    expect(bars[value - 1]?.end.toString()).toBe(valueInUse?.reported.toString());
    expect(bars.at(-2)?.end.toString()).toBe(bars.at(-1)?.entry.value.toString());
    bars.slice(0, value).forEach(({ start }, index) => expect(start.toString()).toBe(index === 0 ? "0" : bars[index - 1]?.end.toString()));
    expect(headroom?.lt(0)).toBe(true);
  });
});
