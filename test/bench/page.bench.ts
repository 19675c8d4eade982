import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { browser } from "../../src/build/programs.mjs";
import { catalogue } from "../../src/functions/catalogue.ts";
import { Sheet } from "../browser/support/sheet.ts";
import { type Visit, visit } from "../browser/support/visit.ts";

export const name = "The page: what it weighs and how soon it answers";
export const drivesPage = true;

declare global {
  interface Window {
    benchTimes: Record<string, number>;
  }
}

const rounds = 5;
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
const milliseconds = (time: number) => `${Math.round(time)} ms`;
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const gzipped = (files: string[]) => files.reduce((total, file) => total + gzipSync(readFileSync(join("dist", file)), { level: 9 }).length, 0);

/** Times in the page itself, from its navigation on, so that the driver's own pace does not count. */
const stopwatch = () => {
  const times: Record<string, number> = {};
  window.benchTimes = times;
  const look = () => {
    if (!times["pane"] && document.querySelector("#pane [role=tab]")) times["pane"] = performance.now();
    if (!times["grid"] && document.querySelector("#grid canvas") && !document.querySelector("#loading")?.hasChildNodes()) times["grid"] = performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

async function opened(visitor: Visit): Promise<Record<string, number>> {
  await visitor.page.goto(visitor.address);
  await visitor.page.waitForFunction(() => "grid" in window.benchTimes);
  return visitor.page.evaluate(() => window.benchTimes);
}

type Question = { readonly room: string } | { readonly search: string; readonly finds: string; readonly leaves: string };

/** From a click or a keystroke in the page to the frame after its answer stands there. */
async function answered(page: Page, question: Question): Promise<number> {
  return page.evaluate((asked) => {
    const pane = document.querySelector("#pane");
    const field = pane?.querySelector<HTMLInputElement>("input") ?? null;
    const start = performance.now();
    let isAnswered: () => boolean;
    if ("room" in asked) {
      const tab = [...(pane?.querySelectorAll<HTMLElement>("[role=tab]") ?? [])].find(({ textContent }) => textContent === asked.room);
      tab?.click();
      isAnswered = () => pane?.querySelector("input") !== null;
    } else {
      // Sets the text as typing does, so that React hears of it.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, asked.search);
      field?.dispatchEvent(new Event("input", { bubbles: true }));
      isAnswered = () => pane?.textContent?.includes(asked.finds) === true && !pane.textContent.includes(asked.leaves);
    }
    return new Promise<number>((resolve) => {
      const look = () => (isAnswered() ? resolve(performance.now() - start) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });
  }, question);
}

export async function run(): Promise<string> {
  process.env["CHROMIUM"] ??= browser();
  const cold: number[] = [];
  const warm: number[] = [];
  const search: number[] = [];
  const room: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const visitor = await visit();
    await visitor.context.addInitScript(stopwatch);
    cold.push((await opened(visitor))["grid"] ?? NaN);
    warm.push((await opened(visitor))["pane"] ?? NaN);
    await new Sheet(visitor.page).ready();
    room.push(await answered(visitor.page, { room: "Functions" }));
    search.push(await answered(visitor.page, { search: "迁徙", finds: "ECL.RATES", leaves: "DCF.VALUE" }));
    await visitor.end();
  }
  const page = readFileSync("dist/index.html", "utf8");
  const first = [...page.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, file = ""]) => file);
  const lazy = readdirSync("dist").filter((file) => /\.(js|css)$/.test(file) && !first.includes(file) && !/^(functions|taskpane)\b/.test(file));
  return [
    `Medians of ${rounds} visits with a fresh profile each; ${catalogue.length} functions in the catalogue.`,
    "",
    "| what | measured | wanted |",
    "|---|---|---|",
    `| \`functions.js\`, gzip | ${kilobytes(gzipped(["functions.js"]))} | 60 KB with the whole catalogue |`,
    `| page and pane before the grid, gzip | ${kilobytes(gzipped(first))} | |`,
    `| the rest, loaded when needed, gzip | ${kilobytes(gzipped(lazy))} | |`,
    `| pane interactive, warm cache | ${milliseconds(median(warm))} | 1,500 ms |`,
    `| grid there, cold | ${milliseconds(median(cold))} | 4,000 ms |`,
    `| search answered | ${milliseconds(median(search))} | 50 ms |`,
    `| room switched | ${milliseconds(median(room))} | 100 ms |`,
  ].join("\n");
}
