/** A block of cells on one sheet, 0-based, both corners included. */
export interface CellBlock {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A block with the sheet it lies on. */
export interface RangeAddress extends CellBlock {
  readonly sheet: string;
}

/** The letters of a 0-based column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** A1 notation without the sheet: B2:G14, or B2 for one cell. */
export function a1({ row, column, rows, columns }: CellBlock): string {
  const first = `${columnLetters(column)}${row + 1}`;
  if (rows === 1 && columns === 1) return first;
  return `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
}

/** The name of a sheet as a formula writes it: quoted where it is more than letters, digits and underscores. */
export function quotedSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** A1 notation with the sheet: 'ECL 2024'!B2:G14. */
export function a1OnSheet(range: RangeAddress): string {
  return `${quotedSheet(range.sheet)}!${a1(range)}`;
}

/** The same fast in place, as names and charts write it: 'ECL 2024'!$B$2:$G$14. */
export function fixedOnSheet(range: RangeAddress): string {
  return `${quotedSheet(range.sheet)}!${a1(range).replace(/[A-Z]+|\d+/g, "$$$&")}`;
}

/** The block an A1 text names, dollar signs and sheet left out; undefined where it names none. */
export function blockOf(text: string): CellBlock | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d+)(?::\$?([A-Za-z]{1,3})\$?(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, letters = "", digits = "", endLetters = letters, endDigits = digits] = match;
  const [left, right] = ordered(columnIndex(letters), columnIndex(endLetters));
  const [top, bottom] = ordered(Number(digits) - 1, Number(endDigits) - 1);
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** The block with its sheet that an A1 text names: 'ECL 2024'!$B$2:$G$14; undefined where it names none. */
export function blockOnSheet(text: string): RangeAddress | undefined {
  const [, quoted, plain, cells = ""] = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  const block = blockOf(cells);
  return sheet === undefined || !block ? undefined : { sheet, ...block };
}

function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function ordered(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}

/** Whether two ranges share a cell. */
export function meets(one: RangeAddress, other: RangeAddress): boolean {
  const [beside, below] = [one.column < other.column + other.columns && other.column < one.column + one.columns, one.row < other.row + other.rows && other.row < one.row + one.rows];
  return one.sheet === other.sheet && beside && below;
}
