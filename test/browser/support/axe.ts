import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Each language in light and dark, on a wide page and on one of 320 px. */
export const views = [
  { locale: "en-US", theme: "light", width: 1280 },
  { locale: "zh-CN", theme: "dark", width: 1280 },
  { locale: "zh-CN", theme: "light", width: 320 },
  { locale: "en-US", theme: "dark", width: 320 },
] as const;

/**
 * What axe finds with all its rules, nothing being half way: what is serious or critical on our parts of the page, or all it finds on the
 * parts named. docs/decisions/pane-widgets.md gives the reason for each exception.
 */
export async function findings(page: Page, ...parts: readonly string[]): Promise<string[]> {
  await settled(page);
  // There are no frames of other origins, for which axe would open a second page to put its results together in.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] }).exclude("#grid").exclude("[data-tabster-dummy]");
  for (const part of parts) axe.include(part);
  const { violations } = await axe.analyze();
  const grave = violations.filter(({ impact }) => parts.length > 0 || impact === "serious" || impact === "critical");
  return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/**
 * Fluent keeps the rest of the page from screen readers while a dialog is open, and does so, and undoes it, by a timer of a quarter of a
 * second; axe finds fault with what is hidden in between. Waits until the rest is hidden exactly if a dialog is open, and nothing fades.
 */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const dialog = document.querySelector("[aria-modal=true]");
    const rest = [...document.body.children].filter((part) => !part.contains(dialog) && !part.matches("script, style, [data-tabster-dummy]"));
    const fading = document.getAnimations().some(({ playState, effect }) => playState === "running" && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    return !fading && rest.every((part) => (part.getAttribute("aria-hidden") === "true") === (dialog !== null));
  });
}
