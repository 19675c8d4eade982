import { describe, expect, it } from "vitest";
import { checkOf, foundIn } from "../support/found-in.ts";

const sentences: readonly (readonly [string, string, string])[] = [
  ["Revenue increased by 9.4% to RMB 1,245.6 million (2023: RMB 1,138.9 million).", "9.4%", "9.8%"],
  ["Gross margin was 21.3%, down 0.9 percentage points from 22.2%.", "0.9 percentage points", "0.7 percentage points"],
  ["Cost of sales rose from RMB 886.1 million to RMB 980.3 million, an increase of 10.6%.", "10.6%", "10.9%"],
  ["Administrative expenses fell to HK$45.2 million from HK$48.9 million, a decrease of 7.6%.", "7.6%", "6.7%"],
  ["Gearing decreased from 45.2% to 43.1%, down by 2.1 percentage points.", "2.1 percentage points", "1.2 percentage points"],
  ["Gross profit amounted to US$265.3 million (2023: US$252.8 million), an increase of 4.9%.", "4.9%", "9.4%"],
  ["Net profit grew from RMB 1.21 billion in 2023 to RMB 1,398.4 million in 2024, representing an increase of 15.6%.", "15.6%", "16.5%"],
  ["Inventories declined by RMB 12.4 million to RMB 88.1 million (2023: RMB 100.5 million).", "12.4 million", "14.2 million"],
];

describe("an English sentence that computes itself", () => {
  it.each(sentences)("takes part in full: %s", async (sentence) => {
    const { findings, coverage } = await checkOf(sentence);
    expect(findings).toEqual([]);
    expect(coverage).toMatchObject({ figures: 3, checked: 3 });
  });

  it.each(sentences)("is found where its change is wrong: %s", async (sentence, right, wrong) => {
    expect(await foundIn(sentence.replace(right, wrong))).toEqual([expect.stringMatching(new RegExp(`: ${wrong} → ${right}$`))]);
  });

  it.each([
    "Revenue rose from RMB 886.1 million to RMB 980.3 million, and selling expenses increased by 20.4%.",
    "Revenue rose from RMB 886.1 million in 2022 to RMB 980.3 million in 2024, up 3.2% on 2023.",
    "Revenue was RMB 980.3 million. Margins fell by 3.2% from 22.2%.",
    "Revenue rose to US$120.0 million from US$100.0 million, up 15.0% at constant exchange rates.",
    "Revenue grew from RMB 100.0 million in 2022 to RMB 144.0 million in 2024, up 20.0% a year.",
    "Revenue was RMB 120.0 million compared with US$16.0 million in 2023, an increase of 5.0%.",
    "Revenue rose to about RMB 980.3 million from RMB 886.1 million, an increase of 12.0%.",
  ])("is left alone where its figures are of several things or bases: %s", async (sentence) => {
    expect(await foundIn(sentence)).toEqual([]);
  });
});
