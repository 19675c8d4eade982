import { describe, expect, it } from "vitest";
import { type IgnoredFinding, ignoredOf, noneIgnored, withIgnored, withoutIgnored } from "../../src/check/ignored.ts";
import { WorkbookRefusal } from "../../src/workbook/port.ts";

const entry: IgnoredFinding = { content: '["sum","合计","1"]', figure: "64,382.90", expected: "64,832.90", name: "合计 · 2024年末", reason: "按重述后口径", on: "2026-11-22" };

const refusal = (document: unknown) => {
  try {
    return ignoredOf(document);
  } catch (error) {
    return error instanceof WorkbookRefusal ? error.issue.code : error;
  }
};

describe("the ignored findings of a workbook", () => {
  it("are none where nothing was saved", () => {
    expect(ignoredOf(null)).toEqual(noneIgnored);
  });

  it("come back as they were saved", () => {
    const saved: unknown = JSON.parse(JSON.stringify(withIgnored(noneIgnored, entry)));
    expect(ignoredOf(saved)).toEqual({ version: 1, ignored: [entry] });
  });

  it("keep one entry a finding, with the latest reason", () => {
    const again = { ...entry, reason: "已更正" };
    expect(withIgnored(withIgnored(noneIgnored, entry), again).ignored).toEqual([again]);
  });

  it("are taken off the list by what they say", () => {
    expect(withoutIgnored(withIgnored(noneIgnored, entry), entry.content)).toEqual(noneIgnored);
  });

  it.each<[string, unknown, string]>([
    ["of a newer version", { version: 2, ignored: [], more: true }, "state-newer"],
    ["with a part of another kind", { version: 1, ignored: [{ ...entry, reason: 7 }] }, "state-unreadable"],
    ["that are no document", "text", "state-unreadable"],
    ["with a part too many", { version: 1, ignored: [], extra: 1 }, "state-unreadable"],
  ])("%s are refused, and stay as they are", (_, document, code) => {
    expect(refusal(document)).toBe(code);
  });
});
