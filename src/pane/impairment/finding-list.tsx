import { Badge, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { a1OnSheet } from "../../workbook/address.ts";
import { clauses, type Finding, type Outcome } from "../../workflows/impairment/finding.ts";
import { findingSentence } from "../../locales/impairment-texts.ts";
import type { StepName } from "../../workflows/impairment/step.ts";
import { useTask } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { TextField } from "./fields.tsx";
import { capitalised } from "../../workflows/impairment/report/paper.ts";
import { placeOf } from "./finding-place.ts";
import { useRoom, useRoomTexts } from "./room-context.ts";
import { useRoomStyles } from "./room-styles.ts";

const useStyles = makeStyles({
  item: { display: "flex", flexDirection: "column", rowGap: "4px", paddingLeft: "10px", borderLeft: `3px solid ${tokens.colorNeutralStroke1}` },
  fail: { borderLeftColor: tokens.colorPaletteRedBorder2 },
  explain: { borderLeftColor: tokens.colorPaletteMarigoldBorder2 },
  explained: { borderLeftColor: tokens.colorPaletteGreenBorder2 },
});

const colors: Readonly<Record<Outcome, "danger" | "warning" | "success" | "informative">> = { fail: "danger", explain: "warning", explained: "success", note: "informative", pass: "success" };

/** In which order they are told: what must be mended first. */
const order: readonly Outcome[] = ["fail", "explain", "note", "explained", "pass"];

export function OutcomeBadge({ outcome }: { readonly outcome: Outcome }) {
  const { words } = useRoomTexts();
  return (
    <Badge appearance="tint" color={colors[outcome]} size="medium">
      {capitalised(words.outcomes[outcome])}
    </Badge>
  );
}

/** All that the rules have to say about a step, at once. */
export function FindingList({ step }: { readonly step: StepName }) {
  const { evaluation } = useRoom();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const own = evaluation.findings.filter((finding) => finding.step === step);
  const told = own.filter(({ outcome }) => outcome !== "pass").toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  const held = own.filter(({ outcome }) => outcome === "pass");
  return (
    <section aria-label={room.findings.label} className={styles.group}>
      {told.length > 0 && (
        <ul className={styles.list}>
          {told.map((finding, index) => (
            <FindingItem key={`${finding.key}|${finding.slot ?? ""}|${finding.cell ? a1OnSheet(finding.cell) : ""}|${index}`} finding={finding} />
          ))}
        </ul>
      )}
      {told.length === 0 && <p className={note}>{room.findings.none}</p>}
      {held.length > 0 && (
        <details>
          <summary className={styles.summary}>{room.findings.held(held.length)}</summary>
          <ul className={styles.list}>
            {held.map((finding, index) => (
              <FindingItem key={`${finding.key}|${index}`} finding={finding} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** One finding: what it is about, what it says, the paragraph, the way to the cell or field, and what a person says to it. */
export function FindingItem({ finding }: { readonly finding: Finding }) {
  const { test, play } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const own = useStyles();
  const { note } = useTableStyles();
  const { facts, outcome, unit, clause, key } = finding;
  const { standard } = test.frame;
  const title = words.findings[facts.code].title;
  const unitName = unit && test.units.find(({ id }) => id === unit)?.name;
  const may = outcome === "explain" || outcome === "explained";
  return (
    <li className={mergeClasses(own.item, outcome === "fail" && own.fail, outcome === "explain" && own.explain, (outcome === "explained" || outcome === "pass") && own.explained)}>
      <div className={styles.row}>
        <OutcomeBadge outcome={outcome} />
        <span className={styles.strong}>{title}</span>
        {unitName && <span className={note}>{unitName}</span>}
      </div>
      <p className={styles.text}>{findingSentence(facts, outcome, words)}</p>
      <div className={styles.row}>
        {clause && <span className={note}>{words.paragraph(standard, clauses[clause][standard])}</span>}
        <GoTo finding={finding} title={title} />
      </div>
      {may && <TextField label={room.findings.explanation} lines={2} value={test.explanations[key] ?? ""} onValue={(text) => play({ type: "explained", key, text })} />}
    </li>
  );
}

/** The ways to what a finding is about. */
export function GoTo({ finding, title }: { readonly finding: Finding; readonly title: string }) {
  const { workbook, goTo, evaluation } = useRoom();
  const { room } = useRoomTexts();
  const run = useTask();
  const styles = useRoomStyles();
  const place = placeOf(finding);
  const cell = finding.cell ?? (finding.slot && evaluation.figures.readings.get(finding.slot)?.range);
  const address = cell && a1OnSheet(cell);
  return (
    <>
      {cell && address !== undefined && (
        <Link as="button" className={styles.inlineLink} aria-label={room.link.of(address, title)} onClick={() => run(() => workbook.select(cell))}>
          {address}
        </Link>
      )}
      {place && (
        <Link as="button" className={styles.inlineLink} aria-label={room.link.of(room.findings.field, title)} onClick={() => goTo(place, finding.step, finding.unit)}>
          {room.findings.field}
        </Link>
      )}
    </>
  );
}
