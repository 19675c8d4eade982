import { at } from "../../../core/table.ts";
import { unitsTie } from "../carrying-ties.ts";
import type { UnitEvaluation } from "../evaluation.ts";
import type { Finding } from "../finding.ts";
import { unitSlot } from "../slot.ts";
import { likeItems, type ImpairmentTest } from "../state.ts";
import { type Derived, finding, missingLink, missingUnitLink, money, type Rule } from "./rule.ts";

/** Units and their carrying amounts: every one named and reasoned, tied to their total, like for like with the flows. */
export const unitFindings: Rule = (derived, previous): readonly Finding[] => {
  if (derived.units.length === 0) return [finding(derived, { code: "no-units" }, { outcome: "fail", step: "units", clause: "units" })];
  return [
    ...derived.units.flatMap((unit) => [...namedAndReasoned(derived, unit), ...carryingFindings(derived, unit), ...likeFindings(derived, unit)]),
    ...tieFindings(derived),
    ...compositionFindings(derived, previous),
  ];
};

function namedAndReasoned(derived: Derived, { unit }: UnitEvaluation): readonly Finding[] {
  const judged = { step: "units", unit, clause: "units" } as const;
  const name = unit.name.trim();
  const twice = name !== "" && derived.test.units.find((other) => other.name.trim() === name) !== unit;
  return [
    ...(name === "" ? [finding(derived, { code: "unit-unnamed" }, { ...judged, outcome: "fail" })] : []),
    ...(twice ? [finding(derived, { code: "unit-name-twice", unitName: name }, { ...judged, outcome: "fail" })] : []),
    finding(derived, { code: "inflows-reasoned", given: unit.inflows.trim() !== "" }, { ...judged, outcome: unit.inflows.trim() === "" ? "fail" : "pass" }),
  ];
}

function carryingFindings(derived: Derived, { unit, carrying }: UnitEvaluation): readonly Finding[] {
  const { links } = derived.test;
  const ownership = unitSlot(unit.id, "ownership");
  const goodwill = carrying?.goodwill;
  const zeroShare = links[ownership] && derived.figures.one(ownership)?.isZero();
  return [
    ...missingUnitLink(derived, unit, "carrying"),
    ...(links["corporate-assets"] ? missingUnitLink(derived, unit, "remaining-life") : []),
    ...(carrying?.reported.isNegative() ? [finding(derived, { code: "carrying-negative", value: money(derived, carrying.reported) }, { outcome: "fail", step: "units", unit, slot: unitSlot(unit.id, "carrying"), clause: "like-for-like" })] : []),
    ...(zeroShare ? [finding(derived, { code: "ownership-range", value: "0" }, { outcome: "fail", step: "units", unit, slot: ownership, clause: "goodwill" })] : []),
    ...(goodwill ? [finding(derived, { code: "goodwill-gross", ownership: goodwill.ownership.toString(), said: links[ownership] !== undefined }, { outcome: links[ownership] ? "pass" : "explain", step: "units", unit, slot: ownership, clause: "goodwill" })] : []),
  ];
}

/** What is in the carrying amount must be in the flows and the other way round; links say it for goodwill and corporate assets, working capital has rules of its own. */
function likeFindings(derived: Derived, { unit, tree }: UnitEvaluation): readonly Finding[] {
  if (tree.measures === "fair-value") return [];
  const judged = { step: "units", unit, clause: "like-for-like" } as const;
  const unanswered = likeItems.filter((item) => !unit.like[item]);
  const answered = likeItems.flatMap((item) => {
    const answer = unit.like[item];
    if (!answer || item === "working-capital") return [];
    return [finding(derived, { code: "like-for-like", item, ...answer }, { ...judged, outcome: answer.carrying === answer.flows ? "pass" : "explain", about: item })];
  });
  return unanswered.length === 0 ? answered : [...answered, finding(derived, { code: "like-unanswered", items: unanswered }, { ...judged, outcome: "note" })];
}

/** Σ of the units' carrying amounts against the printed total, judged by printed digits. */
function tieFindings(derived: Derived): readonly Finding[] {
  if (!derived.figures.printed("carrying-total")) return missingLink(derived, "carrying-total", "carrying-total");
  const tie = unitsTie(derived.test, derived.figures);
  if (!tie) return [];
  const outcome = ({ OK: "pass", TAIL: "note", BREAK: "fail" } as const)[tie.status];
  const facts = { code: "units-tie", printed: money(derived, tie.recomputed.plus(tie.difference)), sum: money(derived, tie.recomputed), difference: money(derived, tie.difference), status: tie.status } as const;
  return [finding(derived, facts, { outcome, step: "units", slot: "carrying-total", clause: "units" })];
}

/** Units stay the same from year to year unless a change is justified (CAS 8 art. 18, IAS 36.72). */
function compositionFindings(derived: Derived, previous: ImpairmentTest | undefined): readonly Finding[] {
  if (!previous) return [];
  const names = (test: ImpairmentTest) => test.units.map(({ name }) => name.trim());
  const [before, now] = [names(previous), names(derived.test)];
  const added = derived.test.units.filter((_, index) => !before.includes(at(now, index)));
  const removed = before.filter((name) => !now.includes(name));
  const changed = added.length > 0 || removed.length > 0;
  const reason = derived.test.units.map(({ change }) => change.trim()).filter((change) => change !== "").join("; ");
  return [finding(derived, { code: "composition-change", added: added.map(({ name }) => name), removed }, { outcome: changed ? "explain" : "pass", step: "units", clause: "units", reason: changed ? reason : "" })];
}
