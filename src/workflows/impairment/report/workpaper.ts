import { fingerprintOf } from "../fingerprint.ts";
import type { Inputs } from "../input.ts";
import type { ImpairmentTest } from "../state.ts";
import { allocationSheet } from "./allocation.ts";
import { backTestSheet } from "./back-test.ts";
import { coverSheet } from "./cover.ts";
import { disclosureSheet } from "./disclosure.ts";
import { fairValueSheet } from "./fair-value.ts";
import { both, languagesOf, type Paper } from "./paper.ts";
import { resultSheet } from "./result.ts";
import { sensitivitySheet } from "./sensitivity.ts";
import { columns, type PaperCell, type PaperDraft, type PaperRow, type PaperSheet } from "./sheet.ts";
import { unitsSheet } from "./units.ts";
import { valueInUseSheet } from "./value-in-use.ts";

/** The sheets of a workpaper that have something in them, the cover first. Every figure is a formula on linked cells, or a value with its check. */
export function workpaper(paper: Paper): readonly PaperSheet[] {
  const parts = [unitsSheet, valueInUseSheet, fairValueSheet, resultSheet, allocationSheet, sensitivitySheet, backTestSheet, disclosureSheet];
  const others = parts.map((part) => part(paper)).filter((draft) => !draft.isEmpty).map((draft) => named(paper, draft));
  return [named(paper, coverSheet(paper, others)), ...others];
}

/** Whether the workpaper was made from other inputs or settings than those of now. */
export function staleReport(test: ImpairmentTest, inputs: Inputs): boolean {
  return test.report !== null && test.report.fingerprint !== fingerprintOf(test, inputs);
}

function named(paper: Paper, draft: PaperDraft): PaperSheet {
  const [first] = languagesOf(paper);
  const plain = draft.sheet("", []);
  const year = /^\d{4}/.exec(paper.test.frame.date)?.[0] ?? "";
  const width = Math.max(...plain.rows.map(({ cells }) => cells.length), columns.line);
  return draft.sheet(`${first.sheets[draft.role]} ${year}`.trim(), headOf(paper, draft, width));
}

/** Title, what it belongs to, and the heads of the columns; figures to the right are numbered. */
function headOf(paper: Paper, { role }: PaperDraft, width: number): readonly PaperRow[] {
  const { frame } = paper.test;
  const [first] = languagesOf(paper);
  const header = (value: string | number): PaperCell => ({ value, style: "header", wrap: true });
  const head = (name: keyof typeof first.heads) => header(both(paper, ({ heads }) => heads[name]).join("\n"));
  const people = `${first.rows.preparer} ${frame.preparer}　${first.rows.reviewer} ${frame.reviewer}　${first.rows["written-at"]} ${first.moment(paper.at)}`;
  const numbers = Array.from({ length: width - columns.line }, (_, index) => header(index + 1));
  return [
    { key: "title", cells: [{ value: "title", style: "note" }, { value: both(paper, ({ sheets }) => sheets[role]).join(" "), style: "title" }] },
    { key: "of", cells: [{ value: "of", style: "note" }, { value: `${frame.name}　${frame.entity}　${frame.date}　${people}`, style: "note" }] },
    { key: "#", cells: [header("#"), header(first.heads.label), header(languagesOf(paper)[1].heads.label), head("unit"), head("value"), head("source"), head("method"), head("check"), ...numbers] },
  ];
}
