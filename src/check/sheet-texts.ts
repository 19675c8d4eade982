import { Decimal } from "../core/decimal.ts";
import { isFigure } from "../reading/printed-words.ts";
import type { CellValue } from "../workbook/port.ts";

type Values = readonly (readonly CellValue[])[];

const rateWords = /率|占比|比例|比重|幅度|增速|百分比|rate|margin|share|growth|percent/i;
const otherRates = /汇率|周转|倍|exchange|turnover|[(（](?:%|‰|元)/i;
/** Columns of numbers that name a line, a row or an account, and measure nothing. */
const numberNames = /^(?:行|行次|行号|附注|代码|编码|科目编码|证券代码|股票代码|line|row|note|code)(?:$|\s)/i;
const dateWords = /日期|日$|时间|date/i;
/** Serial numbers of days from 2000 to 2050. */
const isDay = (value: CellValue | undefined) => typeof value === "number" && Number.isInteger(value) && value >= 36_526 && value < 55_153;
const isYear = (value: number) => Number.isInteger(value) && value >= 1900 && value < 2100;

/** How the cells of a sheet would be printed: rates in percent, figures with the decimals that their row and column share. */
export function sheetTexts(values: Values): readonly (readonly string[])[] {
  const decimals = values.map((cells) => cells.map(ownDecimals));
  const columnDecimals = Array.from({ length: Math.max(0, ...values.map((cells) => cells.length)) }, (_, column) => shared(decimals.map((cells) => cells[column])));
  const heads: string[] = [];
  return values.map((cells, row) => {
    let label = "";
    const rowDecimals = shared(decimals[row] ?? []);
    const ofDays = cells.filter((value) => typeof value === "number").length > 1 && cells.every((value) => typeof value !== "number" || isDay(value));
    return cells.map((value, column) => {
      if (typeof value === "string") {
        const text = oneLine(value);
        if (/^[\d\s,、–-]+$/.test(text)) return numberNames.test(heads[column] ?? "") ? "" : text;
        if (text !== "" && !isFigure(text)) heads[column] = label = text;
        return text;
      }
      if (value === null) return "";
      if (typeof value === "boolean") return String(value).toUpperCase();
      const names = [label, heads[column] ?? ""];
      if (isDay(value) && (names.some((name) => dateWords.test(name)) || (ofDays && heads[column] === undefined))) return dayText(value);
      if (Math.abs(value) <= 10 && names.some((name) => rateWords.test(name)) && !names.some((name) => otherRates.test(name))) return `${plain(value, 100)}%`;
      if (numberNames.test(heads[column] ?? "")) return "";
      const own = decimals[row]?.[column];
      const wanted = Math.min(columnDecimals[column] ?? rowDecimals ?? 0, rowDecimals ?? Infinity);
      return plain(value, 1, own === undefined || isYear(value) ? 0 : wanted);
    });
  });
}

const oneLine = (text: string) => (text.startsWith("#") && /^#(?:[A-Z/0]+[!?]|N\/A)$/.test(text) ? "n/a" : text.replace(/\s*[\r\n]+\s*/g, " ").trim());

/** Beyond these a value is no longer one that somebody typed, but one that was computed. */
const typedDecimals = 4;

function ownDecimals(value: CellValue): number | undefined {
  // A fraction of one may as well be a rate, with decimals of its own.
  if (typeof value !== "number" || isYear(value) || Math.abs(value) < 1) return undefined;
  const places = exact(value).decimalPlaces();
  return places <= typedDecimals ? places : undefined;
}

/** The decimals of most figures of a line: 300 among 100.25 and 200.50 is 300.00. */
function shared(decimals: readonly (number | undefined)[]): number | undefined {
  const known = decimals.filter((places) => places !== undefined);
  if (known.length < 2) return undefined;
  const most = Math.max(...known);
  return known.filter((places) => places >= most - 1).length * 5 >= known.length * 3 ? most : 0;
}

/** A double as the decimal it stands for: doubles hold fifteen digits, computed ones a few less. */
function exact(value: number): Decimal {
  const fifteen = new Decimal(value.toPrecision(15));
  return fifteen.decimalPlaces() <= 6 ? fifteen : new Decimal(value.toPrecision(12));
}

function plain(value: number, times: number, least = 0): string {
  const scaled = exact(value).times(times);
  const [whole = "", fraction] = scaled.abs().toFixed(Math.max(least, scaled.decimalPlaces())).split(".");
  const grouped = isYear(value) ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${scaled.isNegative() && !scaled.isZero() ? "-" : ""}${fraction === undefined ? grouped : `${grouped}.${fraction}`}`;
}

/** 45657 is 2024-12-31. */
function dayText(serial: number): string {
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
