import { Button, Link as TextLink, makeStyles, Select, Spinner, tokens, typographyStyles } from "@fluentui/react-components";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { RangeAddress } from "../../workbook/address.ts";
import type { Workbook } from "../../workbook/port.ts";
import type { Slot, UnitId } from "../../workflows/impairment/slot.ts";
import type { ImpairmentTest } from "../../workflows/impairment/state.ts";
import type { StepName } from "../../workflows/impairment/step.ts";
import { useTask } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { FindingList } from "./finding-list.tsx";
import { elementOf, type Place, placeOf } from "./finding-place.ts";
import { type TestRoom, TestRoomContext, useRoom, useRoomTexts } from "./room-context.ts";
import { useRoomStyles } from "./room-styles.ts";
import { StepBar } from "./step-bar.tsx";
import { neighbours } from "./step-states.ts";
import { byUnit, shownSteps, stepForms } from "./step/step-forms.ts";
import { type Tests, useSelection } from "./use-tests.ts";

const useStyles = makeStyles({
  name: { ...typographyStyles.subtitle2, margin: 0 },
  heading: { ...typographyStyles.subtitle1, margin: 0, outline: "none" },
  feet: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, paddingTop: "12px" },
});

interface TestPageProps {
  readonly workbook: Workbook;
  readonly edition: number;
  readonly shown: boolean;
  readonly test: ImpairmentTest;
  readonly tests: Tests;
  readonly onLeave: () => void;
}

/** One test: where it is, what its rules say, and the form of the step. */
export function TestPage({ workbook, edition, shown, test, tests, onLeave }: TestPageProps) {
  const { room } = useRoomTexts();
  const selection = useSelection(workbook, edition, shown);
  const run = useTask();
  const [unitShown, showUnit] = useState<UnitId>();
  const [wanted, setWanted] = useState<Place>();
  const { evaluation, inputs, play } = tests;
  const unit = test.units.find(({ id }) => id === unitShown) ?? test.units[0];

  useEffect(() => {
    if (wanted === undefined) return;
    setWanted(undefined);
    const field = document.getElementById(elementOf(wanted));
    field?.scrollIntoView({ block: "center" });
    field?.focus();
  }, [wanted]);

  const context = useMemo<TestRoom | undefined>(() => {
    if (!evaluation) return undefined;
    const faulty = new Set(evaluation.findings.filter(({ outcome }) => outcome === "fail").flatMap((finding) => placeOf(finding) ?? []));
    const link = (slot: Slot, range: RangeAddress) =>
      run(async () => {
        const pin = await workbook.pin(range);
        const { source = "", note = "" } = test.links[slot] ?? {};
        play({ type: "linked", slot, link: { pin, source, note } });
      });
    const goTo = (place: Place, step: StepName, of: UnitId | undefined) => {
      if (of !== undefined) showUnit(of);
      if (step !== test.step) play({ type: "step-shown", step });
      setWanted(place);
    };
    return { workbook, test, evaluation, inputs, unit, selection, faulty, showUnit, play, link, goTo };
  }, [workbook, test, evaluation, inputs, unit, selection, play, run]);

  if (!context) return <Spinner size="extra-tiny" label={room.loading} style={{ justifyContent: "flex-start" }} />;
  return (
    <TestRoomContext.Provider value={context}>
      <Head tests={tests} onLeave={onLeave} />
      <StepPage key={test.step} awaited={wanted !== undefined} />
    </TestRoomContext.Provider>
  );
}

function Head({ tests: { saving, slow, play }, onLeave }: { readonly tests: Tests; readonly onLeave: () => void }) {
  const { test } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const own = useStyles();
  const { note } = useTableStyles();
  const { frame } = test;
  return (
    <div className={styles.group}>
      <div className={styles.between}>
        <TextLink as="button" onClick={onLeave}>
          <span aria-hidden>←&nbsp;</span>
          {room.list.back}
        </TextLink>
        <span role="status" className={note}>
          {slow ? room.computing : saving.kind === "saving" ? room.saving.saving : saving.kind === "saved" ? room.saving.saved : room.saving.failed}
        </span>
      </div>
      <div>
        <h2 className={own.name}>{frame.name.trim() || room.list.unnamed}</h2>
        <p className={note}>{[words.standards[frame.standard], frame.date, frame.entity].filter((text) => text.trim() !== "").join(" · ")}</p>
      </div>
      <StepBar shown={shownSteps} onStep={(step) => play({ type: "step-shown", step })} />
    </div>
  );
}

function StepPage({ awaited }: { readonly awaited: boolean }) {
  const { test, unit, play } = useRoom();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const own = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A field that was asked for has the focus already.
    if (!awaited) heading.current?.focus();
  }, []);
  const step = shownSteps.includes(test.step) ? test.step : "frame";
  const { before, after } = neighbours(step, shownSteps);
  const Form = stepForms[step];
  const show = (next: StepName) => play({ type: "step-shown", step: next });
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={own.heading}>
        {words.steps[step]}
      </h3>
      {step !== "clauses" && step !== "report" && <FindingList step={step} />}
      {byUnit.includes(step) && <UnitChoice />}
      {byUnit.includes(step) && !unit ? null : Form && <Form key={byUnit.includes(step) ? unit?.id : ""} />}
      <div className={`${styles.between} ${own.feet}`}>
        {before ? <Button onClick={() => show(before)}>{room.steps.back(words.steps[before])}</Button> : <span />}
        {after && (
          <Button appearance="primary" onClick={() => show(after)}>
            {room.steps.next(words.steps[after])}
          </Button>
        )}
      </div>
    </>
  );
}

/** Which unit the step shows. */
function UnitChoice() {
  const { test, unit, showUnit, evaluation } = useRoom();
  const { room } = useRoomTexts();
  const { note } = useTableStyles();
  const id = useId();
  if (!unit) return <p className={note}>{room.units.noneYet}</p>;
  const open = (of: UnitId) => evaluation.findings.filter((finding) => finding.unit === of && finding.step === test.step && (finding.outcome === "fail" || finding.outcome === "explain")).length;
  const choose = (value: string) => {
    const chosen = test.units.find((each) => each.id === value);
    if (chosen) showUnit(chosen.id);
  };
  return (
    <div>
      <label htmlFor={id} className={note}>
        {room.units.choice}
      </label>
      <Select id={id} value={unit.id} onChange={(_, { value }) => choose(value)}>
        {test.units.map((each) => (
          <option key={each.id} value={each.id}>
            {room.units.withOpen(each.name || room.units.unnamed, open(each.id))}
          </option>
        ))}
      </Select>
    </div>
  );
}
