import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Difference, Finding } from "../../check/finding.ts";
import type { ReportedFinding } from "../../check/report.ts";
import { numberText } from "../number-format.ts";
import { useTableStyles } from "../table-styles.ts";
import { useCheckTexts } from "./check-context.ts";
import { useCheckStyles } from "./check-styles.ts";
import { FindingItem } from "./finding-item.tsx";

const page = 30;

interface FindingListProps {
  readonly findings: readonly ReportedFinding[];
  readonly onIgnore: ((reported: ReportedFinding, reason: string) => void) | undefined;
}

/** The findings in the order in which they matter, all of them or those of one kind. */
export function FindingList({ findings, onIgnore }: FindingListProps) {
  const { room, words } = useCheckTexts();
  const styles = useCheckStyles();
  const { note } = useTableStyles();
  const [difference, setDifference] = useState<Difference | "">("");
  const [confidence, setConfidence] = useState<Finding["confidence"] | "">("");
  const [most, setMost] = useState(page);
  const differences = [...new Set(findings.map(({ finding }) => finding.difference))];
  const chosen = findings.filter(({ finding }) => (difference === "" || finding.difference === difference) && (confidence === "" || finding.confidence === confidence));
  return (
    <>
      {findings.length > 1 && (
        <>
          <div className={styles.two}>
            <Field label={room.filter.difference}>
              <Select value={difference} onChange={(_, { value }) => setDifference(differences.find((each) => each === value) ?? "")}>
                <option value="">{room.filter.all}</option>
                {differences.map((each) => (
                  <option key={each} value={each}>
                    {words.differences[each]}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={room.filter.confidence}>
              <Select value={confidence} onChange={(_, { value }) => setConfidence(value === "high" || value === "medium" ? value : "")}>
                <option value="">{room.filter.all}</option>
                <option value="high">{words.confidences.high}</option>
                <option value="medium">{words.confidences.medium}</option>
              </Select>
            </Field>
          </div>
          <p role="status" className={note}>
            {room.filter.shown(numberText(chosen.length), numberText(findings.length))}
          </p>
        </>
      )}
      <ul className={styles.list}>
        {chosen.slice(0, most).map((reported, index) => (
          <FindingItem key={`${reported.content} ${index}`} reported={reported} onIgnore={onIgnore && ((reason) => onIgnore(reported, reason))} />
        ))}
      </ul>
      {chosen.length > most && (
        <Button size="small" className={styles.start} onClick={() => setMost(most + page)}>
          {room.results.more(numberText(Math.min(page, chosen.length - most)))}
        </Button>
      )}
    </>
  );
}
