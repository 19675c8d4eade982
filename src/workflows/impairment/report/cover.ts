import { clauses, type ClauseId, type Finding, type Outcome } from "../finding.ts";
import { clauseChecks } from "../findings.ts";
import { linksOf } from "../input.ts";
import { indicatorNames } from "../state.ts";
import { f, type PaperCells } from "./formula.ts";
import { both, doubtsOf, languagesOf, method, type Paper, row, saidOf, word } from "./paper.ts";
import { saidFormula } from "./said.ts";
import { totalConclusion, unitConclusion } from "./sentences.ts";
import { columns, PaperDraft, type PaperSheet } from "./sheet.ts";
import type { RowName } from "./texts.ts";

/** The first sheet: who tested what and when, the conclusions, the checks of the other sheets, indicators, the review by paragraph. */
export function coverSheet(paper: Paper, others: readonly PaperSheet[]): PaperDraft {
  const draft = new PaperDraft("cover");
  frameRows(paper, draft);
  conclusionRows(paper, draft);
  checkRows(paper, draft, others);
  indicatorRows(paper, draft);
  clauseRows(paper, draft);
  return draft;
}

function frameRows(paper: Paper, draft: PaperDraft): void {
  const { frame } = paper.test;
  const [first] = languagesOf(paper);
  const facts: readonly (readonly [RowName, string | number])[] = [
    ["test-name", frame.name],
    ["entity", frame.entity],
    ["standard", word(paper, ({ names }) => names.standards[frame.standard])],
    ["date", frame.date],
    ["scale", `${frame.currency} ${first.names.scales[frame.scale]}`],
    ["digits", frame.digits],
    ["value-digits", frame.valueDigits],
    ["preparer", frame.preparer],
    ["reviewer", frame.reviewer],
    ["written-at", first.moment(paper.at)],
  ];
  for (const [name, value] of facts) draft.row(name, { ...row(paper, name), value, style: "label" });
}

function conclusionRows(paper: Paper, draft: PaperDraft): void {
  draft.text("conclusion", both(paper, ({ rows }) => rows.conclusion).join(" "), "section");
  for (const [language, texts] of [["zh", paper.texts["zh-CN"]], ["en", paper.texts["en-US"]]] as const) {
    for (const evaluated of paper.evaluation.units) draft.row(`${evaluated.unit.id}.conclusion-${language}`, { label: [evaluated.unit.name, ""], method: saidFormula(unitConclusion(paper, texts, evaluated)) });
    if (paper.evaluation.units.length > 0) draft.row(`conclusion-${language}`, { ...row(paper, "recognised-total"), method: saidFormula(totalConclusion(paper, texts)) });
  }
}

/** How many checks of each sheet are not zero. */
function checkRows(paper: Paper, draft: PaperDraft, others: readonly PaperSheet[]): void {
  draft.text("checks", both(paper, ({ rows }) => rows.checks).join(" "), "section");
  for (const { role, rows } of others) {
    const [top, bottom] = [rows[0], rows.at(-1)];
    if (!top || !bottom) continue;
    const all: PaperCells = { role, key: top.key, lastKey: bottom.key, column: columns.check, columns: 1 };
    const open = f`COUNTIF(${all},">0")+COUNTIF(${all},"<0")+SUMPRODUCT(ISERROR(${all})*1)`;
    draft.row(`check-${role}`, { label: both(paper, ({ sheets }) => sheets[role]), method: method(paper, "open-checks"), check: open, checkFormat: "0" });
  }
  const doubtful = linksOf(paper.test).filter(({ slot }) => doubtsOf(paper, slot).length > 0).length;
  draft.row("check-inputs", { ...row(paper, "doubtful-inputs"), method: method(paper, "doubtful-inputs"), check: f`${doubtful}`, checkFormat: "0" });
}

function indicatorRows(paper: Paper, draft: PaperDraft): void {
  const { answers, annual } = paper.test.indicators;
  const said = (yes: boolean) => word(paper, ({ words }) => (yes ? words.yes : words.no));
  draft.text("indicators", both(paper, ({ rows }) => rows.indicators).join(" "), "section");
  for (const name of indicatorNames) {
    const { answer, note } = answers[name];
    draft.row(`indicator-${name}`, { label: both(paper, ({ names }) => names.indicators[name]), value: answer === null ? "—" : said(answer === "yes"), style: "label", method: note });
  }
  draft.row("indicator-annual", { ...row(paper, "annual"), value: said(annual), style: "label" });
}

/** One row a paragraph, so that the sheet keeps its rows whatever is found: the gravest outcome, and what was found. */
function clauseRows(paper: Paper, draft: PaperDraft): void {
  const [first] = languagesOf(paper);
  const found = clauseChecks(paper.evaluation);
  draft.text("clauses", both(paper, ({ rows }) => rows["clause-checks"]).join(" "), "section");
  for (const clause of Object.keys(clauses) as readonly ClauseId[]) {
    const own = found.filter((finding) => finding.clause === clause);
    const gravest = gravity.find((outcome) => own.some((finding) => finding.outcome === outcome));
    draft.row(`clause-${clause}`, {
      label: both(paper, ({ names, marks }) => [...new Set(own.map(({ facts }) => names.title(facts.code)))].join(marks.semicolon) || names.paragraph(paper.test.frame.standard, clause)),
      value: gravest === undefined ? "—" : word(paper, ({ names }) => names.outcomes[gravest]),
      style: "label",
      source: first.names.paragraph(paper.test.frame.standard, clause),
      method: own.map((finding) => sentenceOf(paper, finding)).join("\n"),
      check: f`${own.filter(({ outcome }) => outcome === "fail" || outcome === "explain").length}`,
      checkFormat: "0",
    });
  }
}

const gravity: readonly Outcome[] = ["fail", "explain", "explained", "note", "pass"];

function sentenceOf(paper: Paper, finding: Finding): string {
  const [first] = languagesOf(paper);
  const unit = paper.test.units.find(({ id }) => id === finding.unit);
  const said = first.names.sentence(finding);
  return `${saidOf(paper, unit?.name ?? "", said)}${finding.explanation === undefined ? "" : first.aside(finding.explanation)}`;
}
