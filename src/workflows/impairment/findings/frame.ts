import type { Finding } from "../finding.ts";
import { finding, type Rule } from "./rule.ts";

/** Whether a test says what it is, of when, and who made and who reviewed it. */
export const frameFindings: Rule = (derived): readonly Finding[] => {
  const { frame } = derived.test;
  const judged = { outcome: "fail", step: "frame" } as const;
  const missing = (["name", "date", "preparer", "reviewer"] as const).filter((field) => frame[field].trim() === "");
  const samePerson = frame.preparer.trim() !== "" && frame.preparer.trim() === frame.reviewer.trim();
  return [
    ...missing.map((field) => finding(derived, { code: "frame-missing", field }, { ...judged, about: field })),
    ...(frame.date.trim() !== "" && !isDate(frame.date) ? [finding(derived, { code: "date-invalid", text: frame.date }, judged)] : []),
    ...(samePerson ? [finding(derived, { code: "same-person" }, { ...judged, outcome: "explain" })] : []),
    ...(frame.valueDigits > frame.digits ? [finding(derived, { code: "digits-order", digits: frame.digits, valueDigits: frame.valueDigits }, judged)] : []),
  ];
};

/** Whether a text is a day of the calendar in ISO notation. */
export function isDate(text: string): boolean {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1];
  return y > 0 && days !== undefined && d >= 1 && d <= days;
}
