import { useState } from "react";
import { clauses, type Finding, type Outcome } from "../../../workflows/impairment/finding.ts";
import { clauseChecks } from "../../../workflows/impairment/findings.ts";
import { Part } from "../../heading.tsx";
import { useTableStyles } from "../../table-styles.ts";
import { ChoiceField } from "../fields.tsx";
import { FindingItem } from "../finding-list.tsx";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";

const filters = ["open", "all"] as const;
const open: readonly Outcome[] = ["fail", "explain"];

/** Every rule that has a paragraph, in the order of the paragraphs, passed or not. */
export function ClausesStep() {
  const { evaluation, test } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const [filter, setFilter] = useState<(typeof filters)[number]>("all");
  const checks = clauseChecks(evaluation);
  const shown = checks.filter(({ outcome }) => filter === "all" || open.includes(outcome));
  const { standard } = test.frame;
  const numbersOf = ({ clause }: ReturnType<typeof clauseChecks>[number]) => clauses[clause][standard];
  const paragraphs = [...new Set(shown.map(numbersOf))];
  return (
    <div className={styles.form}>
      <p className={styles.text}>{room.clauses.summary(counts(checks))}</p>
      <ChoiceField label={room.clauses.filter} value={filter} choices={filters} name={(each) => room.clauses.filters[each]} onValue={setFilter} />
      {shown.length === 0 && <p className={note}>{room.clauses.none}</p>}
      {paragraphs.map((numbers) => (
        <Part key={numbers} level={3} title={words.paragraph(standard, numbers)}>
          <ul className={styles.list}>
            {shown
              .filter((check) => numbersOf(check) === numbers)
              .map((check, index) => (
                <FindingItem key={`${check.key}|${index}`} finding={check} />
              ))}
          </ul>
        </Part>
      ))}
    </div>
  );
}

function counts(checks: readonly Finding[]): Readonly<Record<Outcome, number>> {
  const count = (outcome: Outcome) => checks.filter((check) => check.outcome === outcome).length;
  return { pass: count("pass"), note: count("note"), explain: count("explain"), explained: count("explained"), fail: count("fail") };
}
