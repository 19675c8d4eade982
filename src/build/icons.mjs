import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { browser } from "./programs.mjs";

const assets = join(import.meta.dirname, "../../assets");
const svg = readFileSync(join(assets, "icon.svg"), "utf8");

// The sizes that Office asks for; the pictures are kept beside the drawing they are made from.
const page = await chromium.launch({ executablePath: browser(), args: ["--no-sandbox", "--disable-gpu"] }).then((opened) => opened.newPage());
for (const size of [16, 32, 64, 80]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  writeFileSync(join(assets, `icon-${size}.png`), await page.screenshot({ omitBackground: true }));
}
await page.context().browser().close();
