import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/functions/catalogue.ts";
import type { AnyFunction } from "../../src/calls/call-answer.ts";
import { paneTexts, workbookSentence } from "../../src/locales/pane-texts.ts";
import { samples } from "../../src/samples/sample.ts";

const functions: readonly AnyFunction[] = catalogue;
const kinds = [...new Set(functions.flatMap(({ parameters }) => Object.values(parameters).map(({ kind }) => kind)))];

describe.each(Object.entries(paneTexts))("the pane in %s", (language, texts) => {
  it.each(kinds)("says what an argument of kind %s expects", (kind) => {
    expect(texts.kinds[kind]).toBeTruthy();
  });

  it("titles every sample", () => {
    for (const { id } of samples) expect(texts.samples[id].title).toBeTruthy();
  });

  it("names the sheet and what to do where the workbook refuses", () => {
    const sentence = workbookSentence({ code: "sheet-protected", sheet: "减值" }, texts);
    expect(sentence).toContain("减值");
    expect(sentence).toMatch(language === "zh-CN" ? /请.*。$/ : /Unprotect.*\.$/);
  });
});
