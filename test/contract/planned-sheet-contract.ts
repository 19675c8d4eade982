import { beforeEach, describe, expect, it } from "vitest";
import { blockOf, type RangeAddress } from "../../src/workbook/address.ts";
import { type ChartPlan, type MarkKind, type SheetPlan, type Workbook, WorkbookRefusal } from "../../src/workbook/port.ts";

/** What a person sees of sheets and cells in the host itself. */
export interface Seen {
  /** Rows and columns that stay in view. */
  frozen(sheet: string): Promise<readonly number[]>;
  /** The rows each printed page repeats, "$1:$3", and how many pages wide it prints, in which direction. */
  printed(sheet: string): Promise<{ readonly titleRows: string; readonly wide: number; readonly orientation: string }>;
  /** Where a name leads, sheet included; undefined where there is none or it leads nowhere. */
  named(name: string): Promise<string | undefined>;
  charts(sheet: string): Promise<readonly SeenChart[]>;
  /** What a cell is marked as. */
  mark(sheet: string, cell: string): Promise<MarkKind | undefined>;
  /** All that the host would save, but for the marks while they are shown. */
  saved(): Promise<unknown>;
}

export interface SeenChart extends Pick<ChartPlan, "kind" | "title"> {
  readonly categories: string;
  readonly series: readonly { readonly name: string; readonly values: string; readonly hidden: boolean }[];
  readonly place: string;
}

export interface OpenedToSee {
  readonly workbook: Workbook;
  readonly seen: Seen;
  readonly person: {
    insertsRow(sheet: string, before: number): Promise<void>;
    deletesSheet(name: string): Promise<void>;
  };
}

const block = (text: string) => {
  const found = blockOf(text);
  if (!found) throw new Error(`${text} is no block`);
  return found;
};
const on = (sheet: string, text: string): RangeAddress => ({ sheet, ...block(text) });
const refusal = (act: Promise<unknown>) => act.then(() => undefined, (error: unknown) => (error instanceof WorkbookRefusal ? error.issue : error));

const cells: SheetPlan["rows"] = [["期间", "基数", "现值"], ["2026", 0, 1905.61], ["2027", 1905.61, 1193.96]].map((row) => row.map((value) => ({ value })));
const plan = (name: string, more: Partial<SheetPlan> = {}): SheetPlan => ({ name, columnWidths: [12], rows: cells, ...more });

const bridge: ChartPlan = {
  kind: "column-stacked",
  title: "使用价值",
  categories: block("A2:A3"),
  series: [{ name: "基数", values: block("B2:B3"), hidden: true }, { name: "现值", values: block("C2:C3") }],
  place: block("A5:F16"),
};

/** What planned sheets bring beside their cells, and what marks do. Every adapter runs it on a new workbook with "Sheet1" for each test. */
export function plannedSheetContract(open: () => Promise<OpenedToSee>) {
  let host: OpenedToSee;
  beforeEach(async () => {
    host = await open();
  });
  const write = (...sheets: SheetPlan[]) => host.workbook.write({ sheets });

  describe("a planned sheet", () => {
    it("has rows and columns frozen", async () => {
      await write(plan("两者", { frozenRows: 2, frozenColumns: 1 }), plan("行", { frozenRows: 3 }), plan("列", { frozenColumns: 2 }), plan("无"));
      expect(await Promise.all(["两者", "行", "列", "无"].map((name) => host.seen.frozen(name)))).toEqual([[2, 1], [3, 0], [0, 2], [0, 0]]);
    });

    it("prints its title rows on every page, one page wide, in landscape", async () => {
      await write(plan("减值测试", { printTitleRows: 2 }));
      expect(await host.seen.printed("减值测试")).toEqual({ titleRows: "$1:$2", wide: 1, orientation: "landscape" });
    });

    it("has its charts", async () => {
      await write(plan("减值测试", { charts: [bridge, { ...bridge, kind: "line", title: "", series: [...bridge.series, { name: "基数", values: block("B2:B3") }], place: block("A18:F20") }] }));
      expect(await host.seen.charts("减值测试")).toEqual([
        { kind: "column-stacked", title: "使用价值", categories: "A2:A3", series: [{ name: "基数", values: "B2:B3", hidden: true }, { name: "现值", values: "C2:C3", hidden: false }], place: "A5:F16" },
        {
          kind: "line",
          title: "",
          categories: "A2:A3",
          series: [{ name: "基数", values: "B2:B3", hidden: true }, { name: "现值", values: "C2:C3", hidden: false }, { name: "基数", values: "B2:B3", hidden: false }],
          place: "A18:F20",
        },
      ]);
    });

    it("has its blocks named", async () => {
      await write(plan("减值测试", { names: [{ name: "折现率", ...block("B2") }, { name: "现值", ...block("C2:C3") }] }));
      expect([await host.seen.named("折现率"), await host.seen.named("现值")]).toEqual(["减值测试!B2", "减值测试!C2:C3"]);
      expect(await host.workbook.namedRanges()).toContainEqual({ name: "现值", kind: "name", range: on("减值测试", "C2:C3") });
    });

    it("takes the next free name for a block where one is taken, in any case of letters", async () => {
      await write(plan("一", { names: [{ name: "Rate", ...block("B2") }] }));
      await write(plan("二", { names: [{ name: "rate", ...block("B3") }, { name: "RATE", ...block("C3") }] }));
      expect([await host.seen.named("Rate"), await host.seen.named("rate_2"), await host.seen.named("RATE_3")]).toEqual(["一!B2", "二!B3", "二!C3"]);
    });

    it("keeps its names on their cells when rows are inserted above", async () => {
      await write(plan("减值测试", { names: [{ name: "现值", ...block("C2:C3") }] }));
      await host.person.insertsRow("减值测试", 0);
      expect(await host.seen.named("现值")).toBe("减值测试!C3:C4");
    });

    it("is undone with its names", async () => {
      const written = await write(plan("减值测试", { names: [{ name: "折现率", ...block("B2") }], charts: [bridge], printTitleRows: 1 }));
      expect(await written.undo()).toBe(true);
      expect(await host.seen.named("折现率")).toBeUndefined();
      expect(await host.workbook.namedRanges()).toEqual([]);
      const again = await write(plan("减值测试", { names: [{ name: "折现率", ...block("B2") }] }));
      expect(again.sheets).toEqual(["减值测试"]);
      expect(await host.seen.named("折现率")).toBe("减值测试!B2");
    });
  });

  describe("marks on cells", () => {
    const marks = [
      { range: on("减值测试", "B2:C2"), kind: "break" as const },
      { range: on("减值测试", "C3"), kind: "tail" as const },
      { range: on("Sheet1", "A1"), kind: "note" as const },
    ];
    const seen = () => Promise.all([["减值测试", "B2"], ["减值测试", "C2"], ["减值测试", "C3"], ["Sheet1", "A1"], ["减值测试", "A1"]].map(([sheet = "", cell = ""]) => host.seen.mark(sheet, cell)));

    it("show on their cells, and leave them as they are", async () => {
      await write(plan("减值测试"));
      const before = await host.workbook.read(on("减值测试", "A1:C3"));
      await host.workbook.showMarks(marks);
      expect(await seen()).toEqual(["break", "break", "tail", "note", undefined]);
      expect(await host.workbook.read(on("减值测试", "A1:C3"))).toEqual(before);
    });

    it("are replaced by the next ones", async () => {
      await write(plan("减值测试"));
      await host.workbook.showMarks(marks);
      await host.workbook.showMarks([{ range: on("减值测试", "C2:C3"), kind: "note" }]);
      expect(await seen()).toEqual([undefined, "note", "note", undefined, undefined]);
    });

    it("stay on their cells when rows are inserted above", async () => {
      await write(plan("减值测试"));
      await host.workbook.showMarks([{ range: on("减值测试", "B2"), kind: "break" }]);
      await host.person.insertsRow("减值测试", 0);
      expect([await host.seen.mark("减值测试", "B2"), await host.seen.mark("减值测试", "B3")]).toEqual([undefined, "break"]);
    });

    it("go without trace", async () => {
      await write(plan("减值测试", { charts: [bridge] }));
      const before = await host.seen.saved();
      await host.workbook.showMarks(marks);
      await host.workbook.showMarks([]);
      expect(await seen()).toEqual([undefined, undefined, undefined, undefined, undefined]);
      expect(await host.seen.saved()).toEqual(before);
    });

    it("are refused on a sheet that is not there, and those shown stay", async () => {
      await write(plan("减值测试"));
      await host.workbook.showMarks(marks);
      expect(await refusal(host.workbook.showMarks([{ range: on("ECL", "A1"), kind: "note" }]))).toEqual({ code: "sheet-missing", sheet: "ECL" });
      expect(await seen()).toEqual(["break", "break", "tail", "note", undefined]);
    });

    it("are gone with their sheet", async () => {
      await write(plan("减值测试"));
      await host.workbook.showMarks(marks);
      await host.person.deletesSheet("减值测试");
      await host.workbook.showMarks([]);
      expect(await host.seen.mark("Sheet1", "A1")).toBeUndefined();
    });
  });
}
