import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { impairmentRoomTexts } from "../../../src/locales/impairment-room-texts.ts";
import { impairmentTexts } from "../../../src/locales/impairment-texts.ts";
import { paneTexts } from "../../../src/locales/pane-texts.ts";
import type { Language } from "../../../src/locales/texts.ts";
import { drawn } from "../../../src/pane/impairment/chart/scale.ts";
import { type StepName, steps } from "../../../src/workflows/impairment/step.ts";
import { Sheet } from "./sheet.ts";

/** A row of a chart as it is drawn: its texts, and the figures its bars and its mark stand for on their axis. */
export interface DrawnRow {
  readonly label: string;
  readonly figure: string;
  readonly bars: readonly (readonly [from: number, to: number])[];
  readonly points: readonly number[];
  readonly mark: number | undefined;
}

/** The impairment room of a page, in one language. */
export class ImpairmentRoom {
  readonly page: Page;
  readonly language: Language;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.language = language;
  }

  get room(): Locator {
    return this.page.locator("#headroom-room-impairment");
  }

  get texts() {
    return impairmentRoomTexts[this.language];
  }

  get words() {
    return impairmentTexts[this.language];
  }

  /** On a page too narrow for both, the pane takes the place of the grid. */
  async showPane(): Promise<void> {
    const views = this.page.locator("#views").getByRole("button").last();
    if (await views.isVisible()) await views.click();
  }

  async enter(): Promise<void> {
    await this.showPane();
    await this.page.getByRole("tab", { name: paneTexts[this.language].rooms.impairment, exact: true }).click();
  }

  /** Goes to the page and opens the test of 2025, filled in. */
  async arrive(address: string): Promise<void> {
    await this.page.goto(address);
    await new Sheet(this.page).ready();
    await this.openSample("impairment-test-2025");
  }

  /** Opens a sample with a test from Home, and the test with it. */
  async openSample(sample: "impairment-test-2025" | "impairment-test-2024"): Promise<void> {
    await this.showPane();
    const texts = paneTexts[this.language];
    await this.page.locator("#headroom-tab-home").click();
    await this.page.getByRole("button", { name: texts.home.openSample(texts.samples[sample].title) }).click();
    await this.page.getByText(/^(Sample opened|已打开示例)/).first().waitFor({ state: "attached" });
    await this.enter();
    await this.room.getByRole("navigation").waitFor();
  }

  stepButton(step: StepName): Locator {
    return this.room.getByRole("navigation").getByRole("button").nth(steps.indexOf(step));
  }

  /** Goes to a step by the bar of steps, and waits until its page stands. */
  async show(step: StepName): Promise<void> {
    await this.stepButton(step).click();
    await this.room.getByRole("heading", { name: this.words.steps[step], level: 3, exact: true }).waitFor();
  }

  async showUnit(name: string): Promise<void> {
    const choice = this.room.getByLabel(this.texts.units.choice, { exact: true });
    const value = await choice.locator("option").filter({ hasText: name }).first().getAttribute("value");
    await choice.selectOption(value);
  }

  chart(name: "bridge" | "tornado" | "back-test" | "map"): Locator {
    return this.room.locator(`[data-chart="${name}"]`);
  }

  /** What is drawn, read back from the geometry alone. */
  async drawnRows(name: "bridge" | "tornado" | "back-test"): Promise<readonly DrawnRow[]> {
    const rows = await this.chart(name).locator("tbody tr").evaluateAll((found) =>
      found.map((row) => {
        const svg = row.querySelector("svg");
        const number = (element: Element | null, attribute: string) => Number(element?.getAttribute(attribute) ?? Number.NaN);
        const parts = (part: string) => [...row.querySelectorAll(`[data-part="${part}"]`)];
        return {
          label: row.querySelector("th")?.textContent ?? "",
          figure: row.querySelector("td:last-child")?.textContent ?? "",
          axis: [number(svg, "data-from"), number(svg, "data-to")] as const,
          bars: parts("bar").map((bar) => [number(bar, "x"), number(bar, "x") + number(bar, "width")] as const),
          points: parts("point").map((point) => number(point, "x1")),
          marks: parts("mark").map((mark) => number(mark, "x1")),
        };
      }),
    );
    return rows.map(({ label, figure, axis: [from, to], bars, points, marks }) => {
      const at = (x: number) => from + (x / drawn) * (to - from);
      return { label, figure, bars: bars.map(([start, end]) => [at(start), at(end)] as const), points: points.map(at), mark: marks[0] === undefined ? undefined : at(marks[0]) };
    });
  }
}

/** A drawn figure is a double on an axis of a thousand units: it is the figure but for the last digits of a double. */
export function expectDrawn(shown: number | undefined, expected: number | undefined, axis: number): void {
  expect(shown).toBeDefined();
  expect(Math.abs((shown ?? Number.NaN) - (expected ?? Number.NaN))).toBeLessThanOrEqual(Math.abs(axis) * 1e-9);
}
