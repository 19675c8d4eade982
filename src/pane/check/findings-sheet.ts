import type { ReportedFinding } from "../../check/report.ts";
import type { CheckRoomTexts } from "../../locales/check-room-texts.ts";
import type { CheckTexts } from "../../locales/check-texts.ts";
import type { CellPlan, SheetPlan } from "../../workbook/port.ts";
import { placeName } from "./check-context.ts";
import type { Checked } from "./use-check.ts";

export interface FindingsOnSheet {
  readonly of: Checked;
  /** What was checked, by name. */
  readonly name: string;
  /** 2026-11-22. */
  readonly day: string;
  /** Those still open, and those ignored with their reason. */
  readonly findings: readonly { readonly reported: ReportedFinding; readonly ignored: string | undefined }[];
  /** The sentences on differences, tails and coverage. */
  readonly summary: readonly string[];
}

const columns = ["number", "place", "figure", "printed", "expected", "difference", "rule", "confidence", "sentence", "state"] as const;
const widths = [6, 14, 34, 16, 16, 16, 24, 12, 80, 24];

/** The findings as a sheet. Figures stay the texts they are printed as, whatever they begin with. */
export function findingsSheet({ of, name, day, findings, summary }: FindingsOnSheet, room: CheckRoomTexts, words: CheckTexts): SheetPlan {
  const rows = findings.map(({ reported: { finding }, ignored }, index): CellPlan[] => {
    const { figure, expected, difference, rule, confidence } = finding;
    const text = (value: string, plan: Partial<CellPlan> = {}): CellPlan => ({ value, style: "label", wrap: true, ...plan });
    return [
      { value: index + 1, style: "label", align: "center" },
      text(placeName(of, words, figure)),
      text(figure.name),
      text(figure.text, { style: "printed", align: "right" }),
      text(room.finding.should(expected, rule), { style: "printed", align: "right" }),
      text(words.differences[difference]),
      text(words.rules[rule]),
      text(words.confidences[confidence]),
      text(words.sentence(finding, (each) => placeName(of, words, each))),
      text(ignored === undefined ? room.sheet.open : room.sheet.ignored(ignored)),
    ];
  });
  const notes = [room.sheet.made(name, day), ...summary];
  const head = [[{ value: room.sheet.title, style: "title" as const }], ...notes.map((value) => [{ value, style: "note" as const }]), []];
  return {
    name: room.sheet.name,
    columnWidths: widths,
    rows: [...head, columns.map((column): CellPlan => ({ value: room.sheet.columns[column], style: "header", wrap: true })), ...rows],
    frozenRows: head.length + 1,
    printTitleRows: head.length + 1,
  };
}
