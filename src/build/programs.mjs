import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const windowsFolders = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].filter(Boolean);

/** Where the programs stand that the tests drive, most wanted first; names without a folder are looked for in PATH. */
const places = {
  browser: {
    win32: ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe", "Chromium/Application/chrome.exe"].flatMap((file) => windowsFolders.map((folder) => join(folder, file))),
    darwin: ["Google Chrome", "Microsoft Edge", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    linux: ["google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable", "chromium", "chromium-browser"],
  },
  office: {
    win32: windowsFolders.map((folder) => join(folder, "LibreOffice/program/soffice.exe")),
    darwin: ["/Applications/LibreOffice.app/Contents/MacOS/soffice"],
    linux: ["soffice", "libreoffice"],
  },
};

function found(program) {
  const wanted = program === "browser" ? [process.env.CHROMIUM] : [process.env.SOFFICE];
  const candidates = [...wanted.filter(Boolean), ...(places[program][process.platform] ?? places[program].linux)];
  const folders = (process.env.PATH ?? "").split(delimiter);
  return candidates.flatMap((name) => (/[\\/]/.test(name) ? [name] : folders.map((folder) => join(folder, name)))).find((file) => existsSync(file));
}

const isDebianRoot = () => process.platform === "linux" && process.getuid() === 0 && existsSync("/etc/debian_version");

function installedFromDebian(packages) {
  console.log(`Installing ${packages.join(", ")} from Debian …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit", env: environment });
  return spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { stdio: ["ignore", "ignore", "inherit"], env: environment }).status === 0;
}

/** The browser that runs the journeys; root on Debian gets one installed, with a font for Chinese. */
export function browser() {
  if (!found("browser") && isDebianRoot()) installedFromDebian(["chromium", "fonts-noto-cjk"]);
  else if (isDebianRoot() && !hasChineseFont()) installedFromDebian(["fonts-noto-cjk"]);
  const file = found("browser");
  if (!file) throw new Error("No browser was found to run the journeys in: install Google Chrome, Microsoft Edge or Chromium, or set CHROMIUM to the program's path.");
  return file;
}

/** LibreOffice, which opens what we save; undefined where it is not on the machine. */
export function libreOffice() {
  if (!found("office") && isDebianRoot()) installedFromDebian(["libreoffice-calc-nogui"]);
  return found("office");
}

function hasChineseFont() {
  try {
    return execFileSync("fc-list", [":lang=zh-cn"], { encoding: "utf8" }).trim() !== "";
  } catch {
    return false;
  }
}
