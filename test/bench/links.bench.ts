import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import type { CDPSession, Page } from "playwright-core";
import { browser } from "../../src/build/programs.mjs";
import { Sheet } from "../browser/support/sheet.ts";
import { type Visit, visit } from "../browser/support/visit.ts";
import { requestSizes } from "./excel-requests.ts";
import { largeCells, largeTable } from "./large-table.ts";
import { longestOnProcessor } from "./main-thread.ts";
import { type Pulse, pulseOf, withPulse } from "./page-pulse.ts";

export const name = "Links: a table of 200,000 rows in the built-in workbook";
export const drivesPage = true;

const rows = 200_000;
const milliseconds = (time: number) => `${Math.round(time).toLocaleString("en-US")} ms`;
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

interface Felt extends Pulse {
  readonly what: string;
  /** The longest task in time of the processor. */
  readonly processor: number;
}

interface Stopped {
  readonly what: string;
  /** From the click to the word that it was heard, and to the end. */
  readonly heard: number;
  readonly over: number;
}

/** The Links room with its sources on a disk. */
class LargeSources {
  readonly felt: Felt[] = [];
  readonly stopped: Stopped[] = [];
  private readonly page: Page;
  private readonly cdp: CDPSession;
  private readonly room;
  private readonly folder: string;

  constructor(page: Page, cdp: CDPSession, folder: string) {
    this.page = page;
    this.cdp = cdp;
    this.room = page.locator("#headroom-room-links");
    this.folder = folder;
  }

  press = (name: string) => this.page.getByRole("button", { name, exact: true }).click();

  async hand(button: string, file: string): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.press(button)]);
    await chooser.setFiles(join(this.folder, file));
  }

  async newLink(): Promise<void> {
    await this.page.getByRole("tab", { name: "Links" }).click();
    await this.press("New link");
    await this.page.getByRole("radio", { name: "A file" }).click();
  }

  isRead = () => this.room.getByText(/rows × 6 columns/).first().waitFor();
  heading = (name: string) => this.page.getByRole("heading", { name }).waitFor();

  async feel(what: string, act: () => Promise<unknown>): Promise<void> {
    let pulse: Pulse | undefined;
    const processor = await longestOnProcessor(this.cdp, async () => {
      await pulseOf(this.page);
      await act();
      pulse = await pulseOf(this.page);
    });
    if (pulse) this.felt.push({ what, processor, ...pulse });
  }

  /** Starts something, and presses Stop once the bar has come so far. */
  async stop(what: string, share: number, start: () => Promise<unknown>): Promise<void> {
    await start();
    await this.page.waitForFunction((least) => Number(document.querySelector("#headroom-room-links [role=progressbar]")?.getAttribute("aria-valuenow") ?? 0) >= least, share, { polling: 20 });
    const times = await this.page.evaluate(() => {
      const words = () => document.querySelector("#headroom-room-links [role=progressbar]")?.getAttribute("aria-label");
      const begun = performance.now();
      [...document.querySelectorAll("#headroom-room-links button")].find(({ textContent }) => textContent === "Stop")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      return new Promise<{ heard: number; over: number }>((resolve) => {
        let heard: number | undefined;
        const look = () => {
          const now = words();
          if (heard === undefined && !/^(Reading|Comparing|Writing)/.test(now ?? "")) heard = performance.now() - begun;
          if (now === undefined) resolve({ heard: heard ?? NaN, over: performance.now() - begun });
          else setTimeout(look, 1);
        };
        look();
      });
    });
    this.stopped.push({ what, ...times });
  }
}

/** Megabytes of the page's objects, once what nothing refers to has been collected. */
async function heap(cdp: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round++) await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  return (metrics.find(({ name: metric }) => metric === "JSHeapUsedSize")?.value ?? NaN) / 1e6;
}

/** A parse of the same text by papaparse alone, in a page of the same browser. */
async function bareParse(visitor: Visit, csv: string): Promise<number> {
  const page = await visitor.context.newPage();
  await page.evaluate(readFileSync("node_modules/papaparse/papaparse.min.js", "utf8"));
  const times = await page.evaluate((text) => {
    const { parse } = Reflect.get(window, "Papa") as { parse(text: string, options: object): { data: unknown[] } };
    return Array.from({ length: 5 }, () => {
      const begun = performance.now();
      if (parse(text, { delimiter: "," }).data.length < 2) throw new Error("nothing was parsed");
      return performance.now() - begun;
    });
  }, csv);
  await page.close();
  return median(times);
}

export async function run(): Promise<string> {
  process.env["CHROMIUM"] ??= browser();
  const folder = mkdtempSync(join(tmpdir(), "headroom-links-"));
  mkdirSync(join(folder, "next"));
  const csv = largeTable(rows);
  writeFileSync(join(folder, "ledger.csv"), csv);
  writeFileSync(join(folder, "next/ledger.csv"), largeTable(rows, 100));
  writeFileSync(join(folder, "ledger.xlsx"), await writeXlsx({ sheets: [{ name: "ledger", rows: largeCells(rows) }] }));
  const requests = await requestSizes(largeTable(rows / 10));
  const visitor = await visit();
  const { page } = visitor;
  page.setDefaultTimeout(240_000);
  await page.addInitScript(withPulse);
  await page.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
  await page.goto(visitor.address);
  await new Sheet(page).ready();
  const cdp = await visitor.context.newCDPSession(page);
  await cdp.send("HeapProfiler.enable");
  await cdp.send("Performance.enable");
  const source = new LargeSources(page, cdp, folder);
  const { feel, hand, heading, isRead, press, stop } = { feel: source.feel.bind(source), hand: source.hand.bind(source), heading: source.heading, isRead: source.isRead, press: source.press, stop: source.stop.bind(source) };
  const bare = [await bareParse(visitor, csv)];

  await source.newLink();
  await stop("reading the CSV, at a third", 0.33, () => hand("Choose a file…", "ledger.csv"));
  const empty = await heap(cdp);
  await feel("read the CSV", async () => {
    await hand("Choose a file…", "ledger.csv");
    await isRead();
  });
  await stop("the first writing, at two thirds", 0.66, () => press("Write and link"));
  await feel("write it for the first time", async () => {
    await press("Write and link");
    await page.getByText(/^Linked: /).first().waitFor();
  });
  await feel("keep it on the machine", () => page.waitForTimeout(6_000));
  const before = await heap(cdp);
  await press("Refresh ledger");
  await hand("Choose ledger.csv…", "next/ledger.csv");
  await page.getByText("Chosen: ledger.csv").waitFor();
  await stop("planning a refresh, at half", 0.5, () => press("Show what would change"));
  await press("Refresh ledger");
  await hand("Choose ledger.csv…", "next/ledger.csv");
  await page.getByText("Chosen: ledger.csv").waitFor();
  await feel("read it again, and plan: 1% of the rows changed", async () => {
    await press("Show what would change");
    await heading("What the refresh would change");
  });
  await feel("write the refresh, and compare results", async () => {
    await press("Write");
    await heading("What the refresh did");
  });
  await page.locator("#headroom-room-links").getByRole("button", { name: "Close" }).click();
  await page.getByRole("tab", { name: "Home" }).click();
  await page.getByRole("tab", { name: "Links" }).click();
  await page.waitForTimeout(3_000);
  const after = await heap(cdp);
  await page.reload();
  await new Sheet(page).ready();
  await page.waitForTimeout(4_000);
  await feel("a cell typed, and all that follows from it", async () => {
    await new Sheet(page).type("K3", "1");
    await page.waitForTimeout(3_000);
  });
  await press("New");
  await page.waitForTimeout(4_000);
  const gone = await heap(cdp);

  await source.newLink();
  await feel("the sheets of an .xlsx", async () => {
    await hand("Choose a file…", "ledger.xlsx");
    await page.getByRole("button", { name: "Read", exact: true }).waitFor();
  });
  await stop("reading the .xlsx, at a third", 0.33, () => press("Read"));
  await feel("read a sheet of the .xlsx", async () => {
    await press("Read");
    await isRead();
  });
  bare.push(await bareParse(visitor, csv));
  const { errors } = visitor;
  await visitor.end();
  rmSync(folder, { recursive: true });
  if (errors.length > 0) throw new Error(errors.join("\n"));

  const parse = median(bare);
  const linking = source.felt.slice(0, 2).reduce((sum, { time }) => sum + time, 0);
  return [
    `${rows.toLocaleString("en-US")} rows × 6 columns (texts, dates, amounts, whole numbers, percentages), ${(Buffer.byteLength(csv) / 1e6).toFixed(1)} MB of CSV, through the page as a person would: built, served, in Chromium.`,
    "Wanted: no task of the main thread over 200 ms, progress and Stop answered within 300 ms, read and written within 90 s.",
    "",
    `Read and written for the first time: **${milliseconds(linking)}**, ${(linking / parse).toFixed(1)} times a bare parse of the same text by papaparse in the same browser (${milliseconds(parse)}).`,
    "",
    "| step | time | longest task, of the processor's time | by the clock | tasks over 200 ms by the clock | longest time without a word of progress |",
    "|---|---|---|---|---|---|",
    ...source.felt.map(({ what, time, processor, block, blocks, still }) => `| ${what} | ${milliseconds(time)} | ${processor === 0 ? "under 20 ms" : milliseconds(processor)} | ${milliseconds(block)} | ${blocks.length} | ${still === 0 ? "" : milliseconds(still)} |`),
    "",
    `Where other programs are at work, the clock counts them too: the processor's time is the page's own. ${(loadavg()[0] ?? NaN).toFixed(1)} programs wanted one of ${cpus().length} processors on average in the last minute. Steps of waiting include the pauses of the measurement: 6 s for keeping, 3 s after typing.`,
    "",
    "| Stop is pressed while | heard | over, and all as before |",
    "|---|---|---|",
    ...source.stopped.map(({ what, heard, over }) => `| ${what} | ${milliseconds(heard)} | ${milliseconds(over)} |`),
    "",
    "| objects of the page, garbage collected | MB |",
    "|---|---|",
    ...([["an empty workbook", empty], ["with the table written", before], ["after a refresh, its report closed", after], ["after New", gone]] as const).map(([what, size]) => `| ${what} | ${size.toFixed(0)} |`),
    "",
    `Through the Excel adapter (the double of the tests, ${(rows / 10).toLocaleString("en-US")} rows: every strip has as many cells): ${requests.length} requests, the largest with ${(Math.max(...requests) / 1e6).toFixed(2)} MB of values and number formats; Excel on the web takes 5 MB. Nothing ran in real Excel.`,
  ].join("\n");
}
