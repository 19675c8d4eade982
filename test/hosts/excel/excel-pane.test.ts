import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { excelPane } from "../../../src/hosts/excel/excel-pane.ts";
import { isDark } from "../../../src/hosts/excel/office-theme.ts";
import { sentences } from "../../../src/locales/en-us/sentences.ts";
import { withShortCodes } from "../../../src/locales/short-code.ts";
import { OfficeDouble } from "../../support/office-double.ts";
import { personAt } from "../../support/office-person.ts";

const english = withShortCodes(sentences);

let office: OfficeDouble;
let commands: Map<string, (event: { completed(): void }) => void>;
let startups: string[];
let kept: Map<string, string>;
let systemLooks = "";
const speak = vi.fn((_spoken: object, _english: object) => false);

/** The globals of Office.js inside Excel with menus in a language, in a theme. */
function inExcel({ host = "Excel", displayLanguage = "en-US", background = "#FFFFFF" }: { host?: string | null; displayLanguage?: string; background?: string } = {}) {
  vi.stubGlobal("Office", {
    onReady: () => Promise.resolve({ host }),
    HostType: { Excel: "Excel" },
    StartupBehavior: { load: "Load" },
    context: { displayLanguage, officeTheme: { bodyBackgroundColor: background } },
    actions: { associate: (name: string, command: () => void) => commands.set(name, command) },
    addin: {
      setStartupBehavior: (behaviour: string) => {
        startups.push(behaviour);
        return Promise.resolve();
      },
    },
  });
}

beforeEach(() => {
  office = new OfficeDouble();
  for (const [name, value] of Object.entries(office.globals)) vi.stubGlobal(name, value);
  commands = new Map();
  startups = [];
  kept = new Map();
  systemLooks = "";
  vi.stubGlobal("localStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) });
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: query === systemLooks, addEventListener: () => undefined, removeEventListener: () => undefined }));
  speak.mockReset().mockReturnValue(false);
  vi.stubGlobal("headroomSpeak", speak);
});
afterEach(() => vi.unstubAllGlobals());

describe("the language of the pane in Excel", () => {
  it.each([
    ["zh-CN", "zh-CN"],
    ["zh-TW", "zh-CN"],
    ["en-GB", "en-US"],
    ["de-DE", "en-US"],
  ])("follows menus in %s as %s, and so do the sentences of functions", async (displayLanguage, language) => {
    inExcel({ displayLanguage });
    expect((await excelPane()).language).toBe(language);
    expect(speak.mock.calls).toEqual([[{ sentences: language }, english]]);
  });

  it("is the one that was chosen before, whatever Excel speaks", async () => {
    inExcel({ displayLanguage: "en-US" });
    (await excelPane()).onLanguage("zh-CN");
    expect(speak).toHaveBeenLastCalledWith({ sentences: "zh-CN" }, english);
    expect((await excelPane()).language).toBe("zh-CN");
  });

  it("holds for the time being where nothing can be kept", async () => {
    inExcel({ displayLanguage: "zh-CN" });
    const refuse = () => {
      throw new DOMException("no storage", "SecurityError");
    };
    vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
    const pane = await excelPane();
    expect(pane.language).toBe("zh-CN");
    expect(() => pane.onLanguage("en-US")).not.toThrow();
  });
});

describe("the language of results", () => {
  it("is told to the functions, and cells are calculated again only where they would differ", async () => {
    inExcel();
    const pane = await excelPane();
    pane.onResultLanguage("zh-CN");
    speak.mockReturnValue(true);
    pane.onResultLanguage("en-US");
    expect(speak).toHaveBeenLastCalledWith({ results: "en-US" }, english);
    await vi.waitFor(() => expect(office.calculations).toEqual(["Full"]));
  });
});

describe("a workbook in Excel", () => {
  it("is asked to load the add-in from the first thing written on, and not before", async () => {
    inExcel();
    const workbook = await (await excelPane()).workbook;
    await workbook.sheets();
    expect(startups).toEqual([]);
    await workbook.writeFormula({ sheet: "Sheet1", row: 0, column: 0, rows: 1, columns: 1 }, "=SUM(1,2)");
    await workbook.write({ sheets: [{ name: "ECL", columnWidths: [], rows: [] }] });
    expect(startups).toEqual(["Load"]);
  });

  it("has its formulas repaired from the ribbon, which hears of the end even where that fails", async () => {
    inExcel();
    await excelPane();
    const person = personAt(office);
    await person.types("Sheet1", "A1", "=_xldudf_HEADROOM_ECL_RATES(A2)");
    office.book.functions.set("HEADROOM.ECL.RATES", () => [[1]]);
    const completed = vi.fn();
    commands.get("repairFormulas")?.({ completed });
    await vi.waitFor(() => expect(completed).toHaveBeenCalledTimes(1));
    expect(office.book.sheets[0]?.cells.get("A1")?.formula).toBe("=HEADROOM.ECL.RATES(A2)");
    const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    office.editing = true;
    commands.get("repairFormulas")?.({ completed });
    await vi.waitFor(() => expect(completed).toHaveBeenCalledTimes(2));
    expect(warned).toHaveBeenCalledOnce();
  });
});

describe("the ribbon's command to refresh all links", () => {
  it("shows the pane and asks it, be it open already or only about to stand, and tells Excel that it is done", async () => {
    inExcel();
    const shown = vi.fn(() => Promise.resolve());
    Office.addin.showAsTaskpane = shown;
    const pane = await excelPane();
    const [completed, asked] = [vi.fn(), vi.fn()];
    commands.get("refreshLinks")?.({ completed });
    await vi.waitFor(() => expect(completed).toHaveBeenCalledTimes(1));
    expect(shown).toHaveBeenCalledTimes(1);
    const leave = pane.onRefreshAll?.(asked);
    expect(asked).toHaveBeenCalledTimes(1);
    commands.get("refreshLinks")?.({ completed });
    await vi.waitFor(() => expect(completed).toHaveBeenCalledTimes(2));
    expect(asked).toHaveBeenCalledTimes(2);
    leave?.();
  });
});

describe("a page without Excel around it", () => {
  it.each([
    ["in a browser, where Office.js finds no host", () => inExcel({ host: null })],
    ["in another program of Office", () => inExcel({ host: "Word" })],
    ["where Office.js could not be loaded", () => undefined],
  ])("opens %s, and says that Excel is missing", async (_, around) => {
    around();
    vi.stubGlobal("navigator", { language: "zh-CN" });
    const pane = await excelPane();
    expect(pane.language).toBe("zh-CN");
    await expect(pane.workbook).rejects.toMatchObject({ issue: { code: "host-missing" } });
    expect(commands.size).toBe(0);
  });
});

describe("the looks of the pane", () => {
  it.each([
    ["light in a white Excel", "#FFFFFF", "", "light"],
    ["dark in a black Excel", "#262626", "", "dark"],
    ["dark where Excel tells no colour and the system is dark", "", "(prefers-color-scheme: dark)", "dark"],
    ["light in a white Excel on a dark system", "#FFFFFF", "(prefers-color-scheme: dark)", "light"],
    ["of high contrast where the system has it", "#FFFFFF", "(forced-colors: active)", "high-contrast"],
  ])("are %s", async (_, background, system, theme) => {
    inExcel({ background });
    systemLooks = system;
    expect((await excelPane()).theme()).toBe(theme);
  });

  it("weigh green before red before blue", () => {
    expect(["#00ff00", "#ff0000", "#0000ff", "#808080", "#7f7f7f"].map(isDark)).toEqual([false, true, true, false, true]);
  });
});
