import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, isSerial, LAST_SERIAL, monthLength, monthsLater, serialOf, serialOfText } from "../../src/core/day-count.ts";

/** 1970-01-01 is 25569 in Excel and day 0 of the clock of JavaScript, which counts days independently of us. */
const excelEpoch = 25_569;

describe("Excel's serial numbers", () => {
  it.each([
    [1900, 1, 1, 1],
    [1900, 2, 28, 59],
    [1900, 3, 1, 61],
    [1970, 1, 1, 25_569],
    [2000, 2, 29, 36_585],
    [2024, 12, 31, 45_657],
    [9999, 12, 31, LAST_SERIAL],
  ])("%i-%i-%i is %i", (year, month, day, serial) => {
    expect(serialOf({ year, month, day })).toBe(serial);
    expect(dayOf(serial)).toEqual({ year, month, day });
  });

  it("agree with a calendar written by others on every day after February 1900", () => {
    const wrong: number[] = [];
    for (let serial = 61; serial <= LAST_SERIAL; serial += 1) {
      const other = new Date((serial - excelEpoch) * 86_400_000);
      const { year, month, day } = dayOf(serial);
      const same = year === other.getUTCFullYear() && month === other.getUTCMonth() + 1 && day === other.getUTCDate();
      if (!same || serialOf({ year, month, day }) !== serial) wrong.push(serial);
    }
    expect(wrong).toEqual([]);
  });

  it("leave out the day that never was", () => {
    expect(isSerial(60)).toBe(false);
    expect([0, 0.5, -1, LAST_SERIAL + 1].filter(isSerial)).toEqual([]);
    expect([1, 59, 61, 45_657.75, LAST_SERIAL].filter(isSerial)).toHaveLength(5);
  });
});

describe("months later", () => {
  it.each([
    ["30 September + 3 months is 31 December", [2024, 9, 30], 3, [2024, 12, 31]],
    ["31 December + 2 months is the end of February", [2023, 12, 31], 2, [2024, 2, 29]],
    ["30 December + 2 months is cut to February", [2023, 12, 30], 2, [2024, 2, 29]],
    ["28 February of a common year is a month's end", [2023, 2, 28], 12, [2024, 2, 29]],
    ["28 February of a leap year is not", [2024, 2, 28], 12, [2025, 2, 28]],
    ["15 May + 36 months", [2022, 5, 15], 36, [2025, 5, 15]],
  ] as const)("%s", (_, [year, month, day], months, [y, m, d]) => {
    expect(monthsLater({ year, month, day }, months)).toEqual({ year: y, month: m, day: d });
  });

  it("never leave the month they reach", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_000_000 }), fc.integer({ min: 0, max: 600 }), (serial, months) => {
        const from = dayOf(serial);
        const to = monthsLater(from, months);
        expect((to.year - from.year) * 12 + to.month - from.month).toBe(months);
        expect(to.day).toBeLessThanOrEqual(monthLength(to.year, to.month));
      }),
    );
  });
});

describe("dates as filings print them", () => {
  it.each(["2024-12-31", "2024/12/31", "2024.12.31", "2024年12月31日", "2024 年 12 月 31 日", "2024年末", "2024 年 12 月末", "２０２４－１２－３１"])("%s", (text) => {
    expect(serialOfText(text)).toBe(45_657);
  });

  it("keep the length of each month", () => {
    expect(serialOfText("2024年2月末")).toBe(serialOfText("2024-02-29"));
    expect(serialOfText("2025-2-3")).toBe(serialOf({ year: 2025, month: 2, day: 3 }));
  });

  it.each(["2023-02-29", "2024-13-01", "2024-00-10", "2024-1", "2024年", "12/31/2024", "2024-12/31", "1899-12-31", "45657", "", "3 年以上"])("refuse %s", (text) => {
    expect(serialOfText(text)).toBeUndefined();
  });
});
