import { describe, expect, it } from "vitest";
import { settingsOf } from "../../src/pane/settings.ts";

describe("the settings of a workbook", () => {
  it("are those that were saved", () => {
    expect(settingsOf({ resultLanguage: "en-US" })).toEqual({ resultLanguage: "en-US" });
  });

  it.each([null, undefined, "en-US", 3, [], {}, { resultLanguage: "fr-FR" }, { resultLanguage: null }])("are the defaults where %j was saved", (saved) => {
    expect(settingsOf(saved)).toEqual({ resultLanguage: "zh-CN" });
  });
});
