import type { Page } from "playwright-core";
import { expect } from "vitest";

/** The grid as a person without eyes on it uses it: by keyboard, the name box, and what the live region says. */
export class Sheet {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits until the grid has taken the place of the loading sentence. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() => document.querySelector("#loading")?.hasChildNodes() === false);
  }

  /** Goes to a cell by its name. */
  async goTo(cell: string): Promise<void> {
    const box = this.page.locator("#sheet input[type=text]").last();
    await box.click();
    await box.fill(cell);
    await this.page.keyboard.press("Enter");
    // The keyboard is back in the grid, or what is typed next would go into the box.
    await this.page.waitForFunction(
      (address) => document.activeElement?.matches("#sheet input[type=text]") === false && new RegExp(`^${address}[,，]`).test(document.querySelector("#said")?.textContent ?? ""),
      cell,
    );
  }

  /** What the live region says of a cell, without its address. */
  async said(cell: string): Promise<string> {
    await this.goTo(cell);
    return (await this.saidNow()).replace(/^[A-Z]+\d+[,，]\s*/, "");
  }

  async saidNow(): Promise<string> {
    return (await this.page.locator("#said").textContent()) ?? "";
  }

  /** Types into a cell and leaves it with Enter, as a person does. */
  async type(cell: string, text: string): Promise<void> {
    await this.goTo(cell);
    await this.page.keyboard.type(text, { delay: 15 });
    await this.page.keyboard.press("Enter");
    // The grid goes on to the next cell when it has taken what was typed.
    await this.page.waitForFunction((address) => !new RegExp(`^${address}[,，]`).test(document.querySelector("#said")?.textContent ?? ""), cell);
  }

  /** Pastes from the clipboard, from a cell on. */
  async paste(cell: string, text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.goTo(cell);
    await this.page.keyboard.press("Control+v");
  }

  /** Expects what a cell says, giving the calculation the time it needs. */
  async expectSaid(cell: string, expected: RegExp): Promise<void> {
    await expect.poll(() => this.said(cell)).toMatch(expected);
  }

  /** Shows another sheet by its tab. */
  async show(name: string): Promise<void> {
    await this.page.locator("#pane").getByRole("button", { name, exact: true }).or(this.page.locator("#pane").getByRole("link", { name, exact: true })).first().click();
  }
}

/** Opens one of the samples from the Home room and waits until it stands. */
export async function openSample(page: Page, button: string | RegExp): Promise<void> {
  await page.getByRole("tab", { name: /^(Home|首页)$/ }).click();
  await page.getByRole("button", { name: button }).click();
  await page.getByText(/^(Sample opened|已打开示例)/).first().waitFor();
}
