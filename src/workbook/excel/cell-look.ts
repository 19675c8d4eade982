/** All of a cell's look that a plan may change. */
export const lookOptions: Excel.CellPropertiesLoadOptions = {
  format: {
    font: { bold: true, italic: true, size: true, color: true },
    fill: { color: true, pattern: true },
    borders: { color: true, style: true, weight: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
  },
};

type Looks = readonly (readonly Excel.CellProperties[])[];

/** Gives cells the looks that Excel has told of them. */
export function putLooksBack(range: Excel.Range, looks: Looks): void {
  range.setCellProperties(looks.map((line) => line.map(settable)));
  // Excel tells white for no fill at all, which would hide the grid.
  looks.forEach((line, r) => line.forEach(({ format }, c) => isEmpty(format?.fill) && range.getCell(r, c).format.fill.clear()));
}

const isEmpty = (fill: Excel.CellPropertiesFill | undefined) => fill?.pattern === "None" || fill?.color === "";

function settable({ format = {} }: Excel.CellProperties): Excel.SettableCellProperties {
  const { fill, borders, ...rest } = format;
  return { format: { ...rest, ...(fill && !isEmpty(fill) && { fill }), ...(borders && { borders: settableBorders(borders) }) } };
}

/** A line that is none is given nothing but that: Excel draws one that is given a colour or a weight. */
function settableBorders(borders: Excel.CellBorderCollection): Excel.CellBorderCollection {
  return Object.fromEntries(Object.entries(borders).map(([side, line]: [string, Excel.CellBorder]) => [side, line.style === "None" ? { style: "None" as const } : line]));
}
