import { strToU8, unzipSync, zipSync } from "fflate";
import { isPinName } from "../pin-name.ts";
import { withChartNames } from "./xlsx-chart.ts";
import { type Parts, textOf } from "./xlsx-parts.ts";

/** What the file says beyond hucre's model. */
export interface Finish {
  /** The size of cells that have none of their own, sheet by sheet: widths in digits, heights in points. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  /** Which sheet is shown, counted from 0. */
  readonly shown: number;
  /** Whether Excel must calculate on opening because a result is missing. */
  readonly recalculate: boolean;
  /** Finishes each chart, in the order of their parts. */
  readonly charts: readonly ((xml: string) => string)[];
}

// Excel's number for its present way to calculate: a file with an older one is calculated anew on opening, add-ins not yet loaded.
const calculatedAs = 191029;

/** The file with what hucre leaves out: standard sizes, errors stored as errors, and stored results that are to be trusted. */
export function finished(bytes: Uint8Array, { sizes, shown, recalculate, charts }: Finish): Uint8Array {
  const parts: Parts = unzipSync(bytes);
  let missing = recalculate;
  const edit = (path: string, change: (xml: string) => string) => {
    parts[path] = strToU8(change(textOf(parts, path)));
  };
  sizes.forEach(({ width, height }, index) => {
    edit(`xl/worksheets/sheet${index + 1}.xml`, (xml) => {
      if (newErrors.test(xml)) missing = true;
      const selected = index === shown ? xml.replace("<sheetView ", '<sheetView tabSelected="1" ') : xml;
      return withErrors(selected).replace(/<sheetFormatPr [^>]*\/>/, `<sheetFormatPr defaultColWidth="${width}" defaultRowHeight="${height}" customHeight="1"/>`);
    });
  });
  charts.forEach((chart, index) => edit(`xl/charts/chart${index + 1}.xml`, chart));
  for (const path of Object.keys(parts)) if (/^xl\/drawings\/drawing\d+\.xml$/.test(path)) edit(path, withChartNames);
  edit("docProps/app.xml", (xml) => xml.replace(/<Application>[^<]*</, "<Application>Headroom<"));
  edit("xl/workbook.xml", (xml) => xml.replace(/<calcPr [^>]*\/>/, missing ? `<calcPr calcId="${calculatedAs}" fullCalcOnLoad="1"/>` : `<calcPr calcId="${calculatedAs}"/>`));
  // hucre hides no name.
  edit("xl/workbook.xml", (xml) => xml.replace(/<definedName (?=name="([^"]*)")/g, (tag, name: string) => (isPinName(name) ? `${tag}hidden="1" ` : tag)));
  return zipSync(parts);
}

const storedError = /(<c [^>]*?) t="str"([^>]*>)(<f\b[^>]*>[^<]*<\/f>)<v>(#(?:N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|SPILL!|CALC!|BUSY!|CONNECT!))<\/v>/g;
// Errors that came after the format: Excel stores another in their place and finds them anew.
const newErrors = /<v>#(?:SPILL|CALC|BUSY|CONNECT)!<\/v>/;

const withErrors = (xml: string) =>
  xml
    .replace(storedError, '$1 t="e"$2$3<v>$4</v>')
    .replace(new RegExp(newErrors, "g"), "<v>#VALUE!</v>");
