import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { inject } from "vitest";
import { serve } from "../../../src/build/serve.mjs";

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly address: string;
  /** Every address a request went to. */
  readonly requests: readonly string[];
  /** Errors of the page, violations of its policy among them. */
  readonly errors: readonly string[];
  end(): Promise<void>;
}

export interface Visitor {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: "zh-CN" | "en-US";
  readonly theme?: "light" | "dark";
}

/** What the test runner keeps for all visits; a bench visits without one. */
const sharedCache = () => (process.env["VITEST"] === undefined ? [] : [`--disk-cache-dir=${inject("httpCache")}`]);

/** A visitor with a fresh profile, so that a reload finds what was kept and nothing else is there. */
export async function visit({ width = 1280, height = 800, locale = "en-US", theme = "light" }: Visitor = {}): Promise<Visit> {
  const executablePath = process.env["CHROMIUM"];
  if (!executablePath) throw new Error("CHROMIUM names no browser: run `npm test`, which finds one, or set it.");
  const { server, address } = await serve({ port: 4310 });
  const profile = mkdtempSync(join(tmpdir(), "headroom-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width, height },
    locale,
    colorScheme: theme,
    // Otherwise a check may see a colour half way through its fading.
    reducedMotion: "reduce",
    acceptDownloads: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", ...sharedCache()],
  });
  // On a machine with much else to do, what is waited for comes late.
  context.setDefaultTimeout(60_000);
  const requests: string[] = [];
  const errors: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  context.on("weberror", (error) => errors.push(error.error().message));
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    context,
    address,
    requests,
    errors,
    async end() {
      await context.close();
      await new Promise((resolve) => server.close(resolve));
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
