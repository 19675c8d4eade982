import { writeXlsx } from "hucre/xlsx";
import type { Page } from "playwright-core";
import { vi } from "vitest";
import type { SourceKind } from "../../links/refresh-cases.ts";
import type { LinksRoom } from "./links-room.ts";
import type { Sheet } from "./sheet.ts";

export type Rows = readonly (readonly (string | number)[])[];

export const dataOrigin = "https://data.example.com";
const sourceSheet = "源";
export const delimited = (rows: Rows, mark: string) => `${rows.map((row) => row.join(mark)).join("\n")}\n`;

/** A source as a person keeps it up: it is made to say something, linked, and read again. Rows begin with the header. */
export class LinkedSource {
  readonly kind: SourceKind;
  private readonly room: LinksRoom;
  private readonly sheet: Sheet;
  private said: Rows = [];
  private reachable = true;

  constructor(kind: SourceKind, room: LinksRoom, sheet: Sheet) {
    this.kind = kind;
    this.room = room;
    this.sheet = sheet;
  }

  /** Readies the page: an origin that answers, or a workbook with the source in it. */
  async prepare(): Promise<void> {
    const { page } = this.room;
    if (this.kind === "address") {
      await page.context().route(`${dataOrigin}/**`, (route) =>
        this.reachable ? route.fulfill({ headers: { "content-type": "text/csv", "access-control-allow-origin": "*" }, body: delimited(this.said, ",") }) : route.abort("connectionrefused"),
      );
    }
    if (this.kind === "range" || this.kind === "named") {
      const named = [{ name: "往来来源", range: `${sourceSheet}!$A$1:$C$5` }];
      const bytes = await writeXlsx({ sheets: [{ name: sourceSheet, rows: [["空"]] }], ...(this.kind === "named" && { namedRanges: named }) });
      await this.room.hand("Open…", "余额.xlsx", bytes);
      await sheetTab(page, sourceSheet).waitFor();
    }
  }

  /** What the source says from now on. */
  async says(rows: Rows): Promise<void> {
    this.said = rows;
    if (this.kind !== "range" && this.kind !== "named") return;
    const { page } = this.room;
    await showSheet(page, sourceSheet);
    const blank = Array.from({ length: 5 - rows.length }, () => rows[0]?.map(() => "") ?? []);
    if (blank.length > 0) {
      await this.sheet.goTo("A5");
      await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("Delete");
    }
    await this.sheet.paste("A1", delimited([...rows, ...blank], "\t").trimEnd());
    const last = rows.at(-1) ?? [];
    // Also before the tests, where vitest has no expect.poll.
    await vi.waitUntil(async () => (await this.sheet.said(`C${rows.length}`)).startsWith(String(last.at(-1))), { timeout: 60_000, interval: 100 });
  }

  /** The source is there no longer, and can be brought back. */
  async vanishes(): Promise<() => Promise<void>> {
    if (this.kind === "address") {
      this.reachable = false;
      return () => Promise.resolve(void (this.reachable = true));
    }
    return deletedSheet(this.room.page, this.sheet, sourceSheet);
  }

  /** Fills in the form of a new link until the table has been read. */
  async link(name: string): Promise<void> {
    const { page } = this.room;
    await this.room.startLink({ range: "This workbook", named: "This workbook", csv: "A file", tsv: "A file", xlsx: "A file", paste: "Paste a table", address: "A web address" }[this.kind]);
    switch (this.kind) {
      case "range":
        await page.getByRole("textbox", { name: "Range" }).fill(`${sourceSheet}!A1:C5`);
        await page.getByRole("button", { name: "Read" }).click();
        break;
      case "named":
        await page.getByRole("combobox").selectOption("往来来源");
        await page.getByRole("button", { name: "Read" }).click();
        break;
      case "address":
        await page.getByRole("textbox", { name: "Address" }).fill(`${dataOrigin}/balances.csv`);
        await page.getByRole("button", { name: "Read" }).click();
        break;
      case "paste":
        await this.room.paste("Paste here", delimited(this.said, "\t"));
        break;
      case "xlsx":
        await this.room.hand("Choose a file…", ...(await this.file()));
        await page.getByRole("button", { name: "Read" }).click();
        break;
      default:
        await this.room.hand("Choose a file…", ...(await this.file()));
    }
    await this.room.writeLink(name);
  }

  /** Asks for the refresh of a link and supplies what is asked for, until the plan or the reason against it is shown. */
  async refresh(name: string, cut = false): Promise<void> {
    const { page } = this.room;
    await page.getByRole("button", { name: `Refresh ${name}`, exact: true }).click();
    if (this.isFile()) await this.room.hand(/^Choose 余额\./, ...(await this.file(cut)));
    if (this.kind === "paste") await this.room.paste(/^Paste the new table for/, delimited(this.said, "\t"));
    if (this.isFile() || this.kind === "paste") await page.getByRole("button", { name: "Show what would change" }).click();
    await this.room.planned();
  }

  isFile(): boolean {
    return this.kind === "csv" || this.kind === "tsv" || this.kind === "xlsx";
  }

  private async file(cut = false): Promise<[string, string | Uint8Array]> {
    const name = `余额.${this.kind}`;
    if (this.kind === "xlsx") return [name, await writeXlsx({ sheets: [{ name: "往来", rows: this.said.map((row) => [...row]) }] })];
    const text = delimited(this.said, this.kind === "tsv" ? "\t" : ",");
    return [name, cut ? text.slice(0, -6) : text];
  }
}

export const sheetTab = (page: Page, name: string) => page.locator("#sheet [data-id]").filter({ has: page.getByText(name, { exact: true }) });

/** Shows a sheet by its tab, unless it is shown: a click on that within a third of a second of the last one begins its renaming. */
export async function showSheet(page: Page, name: string): Promise<void> {
  const tab = sheetTab(page, name);
  if ((await tab.getAttribute("aria-selected")) === "true") return;
  await tab.click();
  await tab.and(page.locator("[aria-selected=true]")).waitFor();
}

/** Deletes a sheet by the menu of its tab; what is returned takes it back. */
export async function deletedSheet(page: Page, sheet: Sheet, name: string): Promise<() => Promise<void>> {
  await showSheet(page, name);
  await sheetTab(page, name).click({ button: "right" });
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("button", { name: "OK", exact: true }).click();
  await sheetTab(page, name).waitFor({ state: "detached" });
  return async () => {
    await sheet.goTo("C9");
    await page.keyboard.press("Control+z");
    await sheetTab(page, name).waitFor();
  };
}
