import { describe, expect, it } from "vitest";
import { neighbours, stepState } from "../../../src/pane/impairment/step-states.ts";
import { unitSlot } from "../../../src/workflows/impairment/slot.ts";
import { steps } from "../../../src/workflows/impairment/step.ts";
import { complete } from "../../workflows/impairment/finding-cases.ts";
import { LinkedBook } from "../../workflows/impairment/linked-book.ts";

describe("how far a step is", () => {
  it("is done where no rule has anything to say", () => {
    const { evaluation } = complete().book;
    for (const step of steps.slice(0, -1)) expect([step, stepState(step, evaluation).kind]).toEqual([step, "done"]);
  });

  it("waits for a workpaper to be written", () => {
    const { book } = complete();
    expect(stepState("report", book.evaluation)).toEqual({ kind: "waiting" });
    book.play({ type: "report-written", report: { at: "2026-01-31T08:00:00.000Z", fingerprint: "", blocks: {} } });
    expect(stepState("report", book.evaluation)).toEqual({ kind: "done" });
  });

  it("waits for units where a step is about them", () => {
    const { evaluation } = new LinkedBook();
    expect(stepState("rate", evaluation)).toEqual({ kind: "waiting" });
    expect(stepState("units", evaluation)).toMatchObject({ kind: "open" });
    expect(stepState("frame", evaluation)).toEqual({ kind: "done" });
  });

  it("counts what is open, of the review what is open and has a paragraph, and then what is explained", () => {
    const { book, short } = complete();
    book.play({ type: "unlinked", slot: unitSlot(short, "disposal-costs") });
    expect(stepState("fair-value", book.evaluation)).toEqual({ kind: "open", count: 1 });
    expect(stepState("clauses", book.evaluation)).toEqual({ kind: "open", count: 1 });
    book.play({ type: "explained", key: `costs-of-disposal:${short}`, text: "整体转让，费用由受让方承担" });
    expect(stepState("fair-value", book.evaluation)).toEqual({ kind: "explained", count: 1 });
    expect(stepState("clauses", book.evaluation)).toEqual({ kind: "explained", count: 1 });
  });

  it("has a step before and after it, but for the ends", () => {
    expect(neighbours("frame")).toEqual({ before: undefined, after: "indicators" });
    expect(neighbours("report")).toEqual({ before: "clauses", after: undefined });
  });
});
