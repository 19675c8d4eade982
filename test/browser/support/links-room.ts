import type { Locator, Page } from "playwright-core";

/** The Links room as a person uses it, in English. */
export class LinksRoom {
  readonly page: Page;
  readonly all: Locator;

  constructor(page: Page) {
    this.page = page;
    this.all = page.locator("#headroom-room-links");
  }

  /** Hands in a file wherever a button asks for one. */
  async hand(button: string | RegExp, name: string, contents: string | Uint8Array): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.page.getByRole("button", { name: button }).click()]);
    await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(contents) });
  }

  /** Pastes from the clipboard into a field. */
  async paste(into: string | RegExp, text: string, html?: string): Promise<void> {
    const types = { "text/plain": text, ...(html === undefined ? {} : { "text/html": html }) };
    await this.page.evaluate((parts) => navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })])))]), types);
    await this.page.getByRole("textbox", { name: into }).click();
    await this.page.keyboard.press("Control+v");
  }

  async startLink(kind: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name: "New link" }).click();
    await this.page.getByRole("radio", { name: kind }).click();
  }

  /** Writes the table that was read to a new sheet of a name, and links it. */
  async writeLink(name: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "Name of the link" }).fill(name);
    await this.page.getByRole("button", { name: "Write and link" }).click();
    await this.page.getByText(`Linked: ${name}`).first().waitFor();
    await this.page.getByRole("button", { name: `Refresh ${name}`, exact: true }).waitFor();
  }

  async write(): Promise<void> {
    await this.page.getByRole("button", { name: "Write", exact: true }).click();
    await this.page.getByRole("heading", { name: "What the refresh did" }).waitFor();
  }

  planned(): Promise<void> {
    return this.page.getByRole("heading", { name: "What the refresh would change" }).waitFor();
  }

  /** Takes the refresh that has just been done back. */
  async takeBack(): Promise<void> {
    await this.page.getByRole("button", { name: /^Undo the refresh of/ }).click();
    await this.page.getByRole("heading", { name: "What the refresh did" }).waitFor({ state: "detached" });
  }
}
