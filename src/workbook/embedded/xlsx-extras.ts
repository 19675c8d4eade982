import type { Sheet } from "hucre";
import type { Loss } from "../file.ts";
import { newInnerName } from "../pin-name.ts";
import type { PinnedBlock } from "./saved-pins.ts";
import { type Extras, type Follow, keptCharts, titleRows } from "./sheet-extras.ts";
import { type FoundChart, ourCharts } from "./xlsx-chart-open.ts";
import { type Parts, type SheetPart, textOf } from "./xlsx-parts.ts";

/** What the sheets of a file hold beside their cells, as far as it is kept. */
export class FileExtras {
  /** The blocks that the sheets follow for it. */
  readonly pins = new Map<string, PinnedBlock>();
  private readonly charts: ReadonlyMap<string, readonly FoundChart[]>;
  private readonly fromHere: boolean;

  constructor(parts: Parts, sheets: readonly SheetPart[]) {
    this.charts = new Map(sheets.map((sheet) => [sheet.name, ourCharts(parts, sheet)]));
    this.fromHere = textOf(parts, "docProps/app.xml").includes("<Application>Headroom<");
  }

  /** What a sheet holds; the ids of all sheets by their names. */
  of({ name, pageSetup }: Sheet, sheetIds: ReadonlyMap<string, string>): Extras {
    const follow: Follow = ({ sheet = name, row, column, rows, columns }) => {
      const pin = newInnerName();
      this.pins.set(pin, { sheetId: sheetIds.get(sheet) ?? "", row, column, rows, columns });
      return pin;
    };
    const [, first, last] = /^\$?(\d+):\$?(\d+)$/.exec(pageSetup?.printTitlesRow ?? "") ?? [];
    const charts = this.charts.get(name)?.map(({ chart }) => chart) ?? [];
    return {
      ...keptCharts(charts, follow),
      ...(first !== undefined && last !== undefined && titleRows({ row: Number(first) - 1, rows: Number(last) - Number(first) + 1 }, follow)),
    };
  }

  /** The parts that hold the charts that are kept. */
  get chartParts(): ReadonlySet<string> {
    return new Set([...this.charts.values()].flat().map(({ path }) => path));
  }

  /** Another program may have given our charts looks that they have not here. */
  losses(): Loss[] {
    const sheets = [...this.charts].flatMap(([name, charts]) => (charts.length > 0 ? [name] : []));
    return this.fromHere || sheets.length === 0 ? [] : [{ code: "chart-looks", sheets }];
  }
}
