import { normalised } from "./tie-out/printed-number.ts";

/** A day of the calendar. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to the length of the month. */
  readonly day: number;
}

/** Excel's last day, 9999-12-31. */
export const LAST_SERIAL = 2_958_465;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month, 28 to 31. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/**
 * The serial number of a day as Excel counts it (1900 system): 1900-01-01 is 1, 2024-12-31 is 45657.
 *
 * Excel gives the number 60 to 29 February 1900, a day that never was; so days before 1 March 1900
 * have one number less than a true count would give, and no day has the number 60.
 */
export function serialOf({ year, month, day }: Day): number {
  // Years counted from March end with the leap day, so that no month needs a special case.
  const shifted = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const days = 365 * shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + dayOfYear;
  const serial = days - 693_899;
  return serial > 60 ? serial : serial - 1;
}

/** The day of a serial number; the inverse of serialOf. Serials run from 1 to LAST_SERIAL and are whole. */
export function dayOf(serial: number): Day {
  const days = (serial > 60 ? serial : serial + 1) + 693_899;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Whether a number can be the serial of a day: a time of day may follow, 60 is a day that never was. */
export function isSerial(value: number): boolean {
  const serial = Math.floor(value);
  return serial >= 1 && serial <= LAST_SERIAL && serial !== 60;
}

/**
 * The day this many months later. The last day of a month moves to the last day of the month it
 * reaches (30 September + 3 months is 31 December); any other day keeps its number, cut to the
 * length of the month. Balances dated at a month's end so stay on month ends.
 */
export function monthsLater({ year, month, day }: Day, months: number): Day {
  const count = year * 12 + (month - 1) + months;
  const reached = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  const length = monthLength(reached.year, reached.month);
  return { ...reached, day: day === monthLength(year, month) ? length : Math.min(day, length) };
}

const writtenDate = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;
const writtenEnd = /^(\d{4})年(?:(\d{1,2})月)?末$/;

/**
 * The serial of a date as filings print it: 2024-12-31, 2024/12/31, 2024.12.31, 2024年12月31日, 2024年末 (its last
 * day), 2024年5月末. Undefined for anything else, and for days the calendar does not have.
 */
export function serialOfText(printed: string): number | undefined {
  const text = normalised(printed).replaceAll(" ", "");
  const [, endYear, endMonth] = writtenEnd.exec(text) ?? [];
  const [, year, , plainMonth, plainDay, namedMonth, namedDay] = writtenDate.exec(text) ?? [];
  const day = endYear
    ? { year: Number(endYear), month: Number(endMonth ?? 12), day: monthLength(Number(endYear), Number(endMonth ?? 12)) }
    : { year: Number(year), month: Number(plainMonth ?? namedMonth), day: Number(plainDay ?? namedDay) };
  const exists = day.year >= 1900 && day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= monthLength(day.year, day.month);
  return exists ? serialOf(day) : undefined;
}
