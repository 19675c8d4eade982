import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StepName, steps } from "../../src/workflows/impairment/step.ts";
import { findings } from "./support/axe.ts";
import { ImpairmentRoom } from "./support/impairment-room.ts";
import { type Visit, visit } from "./support/visit.ts";

/** Each language in light, dark and forced colours, on a wide page and on one of 320 px. */
const views = [
  { locale: "zh-CN", theme: "light", width: 1280, forced: false },
  { locale: "zh-CN", theme: "dark", width: 320, forced: false },
  { locale: "zh-CN", theme: "light", width: 320, forced: true },
  { locale: "en-US", theme: "light", width: 320, forced: false },
  { locale: "en-US", theme: "dark", width: 1280, forced: false },
  { locale: "en-US", theme: "dark", width: 1280, forced: true },
] as const;

describe.each(views)("a filled-in impairment test in $locale, $theme, $width px wide, forced colours $forced", ({ locale, theme, width, forced }) => {
  let visitor: Visit;
  const wizard = () => new ImpairmentRoom(visitor.page, locale);

  beforeAll(async () => {
    visitor = await visit({ locale, theme, width });
    if (forced) await visitor.page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    await wizard().arrive(visitor.address);
  });

  afterAll(async () => {
    expect(visitor.errors).toEqual([]);
    await visitor.end();
  });

  const hold = async () => {
    const { room } = wizard();
    // What is folded away is looked at too.
    await room.evaluate((element) => element.querySelectorAll("details").forEach((details) => (details.open = true)));
    expect(await findings(visitor.page)).toEqual([]);
    expect(await room.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(false);
    expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)).toBe(false);
  };

  it.each(steps)("shows %s without a finding and without sideways scrolling", async (step: StepName) => {
    await wizard().show(step);
    await expect.poll(() => wizard().stepButton(step).getAttribute("aria-current")).toBe("step");
    await hold();
  });

  it("shows the written workpaper, its conclusion and its disclosure", async () => {
    const { room, texts } = wizard();
    await room.getByRole("button", { name: texts.report.write, exact: true }).click();
    await room.locator("[data-disclosure] table").waitFor({ state: "attached" });
    // What is written is shown, in place of the pane where there is no room for both.
    await wizard().showPane();
    await hold();
  });

  it("shows the list of tests, what starts next year's, and a deleted test", async () => {
    const { room, texts, page } = wizard();
    await room.getByRole("button", { name: texts.list.back }).or(room.getByRole("link", { name: texts.list.back })).first().click();
    await room.getByRole("heading", { name: texts.list.newTitle }).waitFor();
    await hold();
    await room.getByRole("button", { name: new RegExp(`^${texts.list.nextYear}`) }).click();
    await page.getByRole("dialog").waitFor();
    await hold();
    await page.keyboard.press("Escape");
    await room.getByRole("button", { name: new RegExp(`^${texts.list.delete}`) }).click();
    await room.getByRole("button", { name: new RegExp(`^${texts.list.restore}`) }).waitFor();
    await hold();
    await room.getByRole("button", { name: new RegExp(`^${texts.list.forget}`) }).click();
    await page.getByRole("alertdialog").waitFor();
    await hold();
  });
});
