import type { RangeAddress } from "../../../workbook/address.ts";
import type { CellContent } from "../../../workbook/port.ts";
import type { RowKind } from "../../../workflows/impairment/state.ts";

/** A row of figures under a name, found in a selected table. */
export interface FoundRow {
  readonly name: string;
  readonly kind: RowKind;
  readonly range: RangeAddress;
}

/** What the names of rows in forecasts say of their kind, the more particular first. */
const kindsByName: readonly (readonly [RegExp, RowKind])[] = [
  [/所得税|income tax/i, "income-tax"],
  [/利息|借款|融资|筹资|interest|borrowing|financ/i, "financing"],
  [/重组|restructur/i, "restructuring"],
  [/扩产|扩建|技改|改良|enhanc|expan/i, "enhancing-capex"],
  [/净流量|净现金|net (cash )?flow/i, "net-flow"],
  [/营运资[金本]|working capital/i, "working-capital"],
  [/折旧|摊销|depreciation|amorti[sz]ation/i, "depreciation"],
  [/资本性支出|更新|capital expenditure|capex/i, "maintenance-capex"],
  [/税金及附加|附加税|surcharge|surtax/i, "surtax"],
  [/成本|cost of sales|cost of goods|costs?$/i, "cost"],
  [/费用|expense/i, "expense"],
  [/收入|revenue|sales/i, "revenue"],
  [/支出|流出|outflow|payment/i, "other-outflow"],
];

export function kindByName(name: string): RowKind {
  return kindsByName.find(([pattern]) => pattern.test(name))?.[1] ?? "other-inflow";
}

/** The rows of a block that begin with a name and go on with figures; a heading of years is none. */
export function rowsInBlock(range: RangeAddress, contents: readonly (readonly CellContent[])[]): readonly FoundRow[] {
  return contents.flatMap((cells, index): FoundRow[] => {
    const [first, ...rest] = cells;
    const name = typeof first?.value === "string" ? first.value.trim() : "";
    const figures = rest.map(({ value }) => value);
    if (name === "" || !figures.some((value) => typeof value === "number") || isYears(figures)) return [];
    return [{ name, kind: kindByName(name), range: { sheet: range.sheet, row: range.row + index, column: range.column + 1, rows: 1, columns: range.columns - 1 } }];
  });
}

/** Whether figures are years one after the other. */
function isYears(values: readonly CellContent["value"][]): boolean {
  return values.length > 1 && values.every((value, index) => typeof value === "number" && value >= 1900 && value <= 2200 && (index === 0 || value === Number(values[index - 1]) + 1));
}
