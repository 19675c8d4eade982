import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { steps } from "../../src/workflows/impairment/step.ts";
import { paneTexts } from "../../src/locales/pane-texts.ts";
import { Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

const views = [
  { locale: "zh-CN", theme: "light", width: 1280, forced: false },
  { locale: "en-US", theme: "dark", width: 1280, forced: false },
  { locale: "zh-CN", theme: "dark", width: 320, forced: false },
  { locale: "en-US", theme: "light", width: 320, forced: true },
] as const;

describe.each(views)("a filled-in impairment test in $locale, $theme, $width px wide, forced colours $forced", ({ locale, theme, width, forced }) => {
  let visitor: Visit;
  const texts = paneTexts[locale];
  const room = () => visitor.page.locator("#headroom-room-impairment");

  beforeAll(async () => {
    visitor = await visit({ locale, theme, width });
    if (forced) await visitor.page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    await visitor.page.goto(visitor.address);
    await new Sheet(visitor.page).ready();
    const showPane = async () => {
      if (width === 320) await visitor.page.locator("#views").getByRole("button").last().click();
    };
    await showPane();
    await visitor.page.getByRole("button", { name: texts.home.openSample(texts.samples["impairment-test-2025"].title) }).click();
    await visitor.page.getByText(/^(Sample opened|已打开示例)/).first().waitFor({ state: "attached", timeout: 30_000 });
    await showPane();
    await visitor.page.getByRole("tab", { name: texts.rooms.impairment, exact: true }).click();
    await room().getByRole("navigation").waitFor();
  });

  afterAll(() => visitor.end());

  it.each(steps.map((step, index) => [step, index] as const))("shows %s without a finding and without sideways scrolling", async (_step, index) => {
    await room().getByRole("navigation").getByRole("button").nth(index).click();
    await room().locator('[aria-current="step"]').filter({ hasText: String(index + 1) }).waitFor();
    const { violations } = await new AxeBuilder({ page: visitor.page }).include("#pane").exclude("[data-tabster-dummy]").analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    expect(await room().evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(false);
  });
});
