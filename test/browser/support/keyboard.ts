import type { Page } from "playwright-core";

/** A person at the keyboard, who hears what has the focus and presses Tab until it is the right thing. */
export class Keyboard {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** What a screen reader calls the focused element. */
  async focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const own = element?.getAttribute("aria-label");
      const label = element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement ? element.labels?.[0]?.textContent : undefined;
      return (own ?? label ?? element?.textContent ?? "").trim();
    });
  }

  /** Presses Tab until something is focused whose name begins so. */
  async tabTo(name: string | RegExp, presses = 90): Promise<void> {
    const heard: string[] = [];
    for (let press = 0; press < presses; press++) {
      await this.page.keyboard.press("Tab");
      const now = await this.focused();
      heard.push(now);
      if (typeof name === "string" ? now.startsWith(name) : name.test(now)) return;
    }
    throw new Error(`Tab does not lead to ${String(name)} but to: ${heard.join(" | ")}`);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Goes to a field and types into it. */
  async fill(name: string | RegExp, text: string): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.insertText(text);
  }

  /** Goes to a button or link and presses it. */
  async enter(name: string | RegExp): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.press("Enter");
  }
}
