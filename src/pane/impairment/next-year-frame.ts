import type { Frame } from "../../workflows/impairment/state.ts";

/** What next year's test is called, and its date: every year of this one counted up. */
export function nextYearOf({ name, date }: Pick<Frame, "name" | "date">): Pick<Frame, "name" | "date"> {
  const [, year, rest = ""] = /^(\d{4})(-\d{2}-\d{2})$/.exec(date) ?? [];
  if (year === undefined) return { name, date: "" };
  const next = String(Number(year) + 1);
  // The last day of February moves with the year.
  const day = rest === "-02-29" ? "-02-28" : rest;
  return { name: name.replaceAll(year, next), date: `${next}${day}` };
}
