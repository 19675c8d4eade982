import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { emptyFrame } from "../../workflows/impairment/new-test.ts";
import type { Frame, ImpairmentTest, Standard } from "../../workflows/impairment/state.ts";
import { Part } from "../heading.tsx";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { ChoiceField } from "./fields.tsx";
import { useFocusBack } from "../focus-back.ts";
import { nextYearOf } from "./next-year-frame.ts";
import { Question } from "./question.tsx";
import { useRoomTexts } from "./room-context.ts";
import { useRoomStyles } from "./room-styles.ts";
import type { Tests } from "./use-tests.ts";

const useStyles = makeStyles({
  test: { paddingBlock: "10px", borderTop: `1px solid ${tokens.colorNeutralStroke3}`, display: "flex", flexDirection: "column", rowGap: "4px" },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

/** The tests of the workbook, and the ways to a new one. */
export function TestList({ tests: { state, play }, left }: { readonly tests: Tests; readonly left: string | undefined }) {
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const own = useStyles();
  const { note } = useTableStyles();
  const [nextOf, setNextOf] = useState<ImpairmentTest>();
  const [forgetting, setForgetting] = useState<ImpairmentTest>();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const kept = useRef<HTMLDivElement>(null);
  const remove = ({ id }: ImpairmentTest) => {
    play({ type: "test-removed", test: id });
    requestAnimationFrame(() => kept.current?.querySelector("button")?.focus());
  };
  const bringBack = () => {
    const id = state.removed?.id;
    play({ type: "test-restored" });
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-test="${id}"]`)?.focus());
  };
  useEffect(() => {
    if (left !== undefined) (list.current?.querySelector<HTMLElement>(`[data-test="${left}"]`) ?? heading.current)?.focus();
  }, []);
  return (
    <>
      <Part title={room.list.title} headingRef={heading}>
        <p className={note}>{state.tests.length === 0 ? room.list.empty : room.list.hint}</p>
        <ul ref={list} className={styles.list} style={{ rowGap: 0 }}>
          {state.tests.map((test) => (
            <li key={test.id} className={own.test}>
              <h3 className={own.name}>{test.frame.name.trim() || room.list.unnamed}</h3>
              <p className={note}>{[words.standards[test.frame.standard], test.frame.date, room.list.unitCount(test.units.length)].filter((text) => text !== "").join(" · ")}</p>
              <div className={styles.row}>
                <Button size="small" appearance="primary" data-test={test.id} aria-label={room.link.of(room.list.open, test.frame.name)} onClick={() => play({ type: "test-opened", test: test.id })}>
                  {room.list.open}
                </Button>
                <Button size="small" aria-label={room.link.of(room.list.nextYear, test.frame.name)} onClick={() => setNextOf(test)}>
                  {room.list.nextYear}
                </Button>
                <Button size="small" appearance="subtle" aria-label={room.link.of(room.list.delete, test.frame.name)} onClick={() => remove(test)}>
                  {room.list.delete}
                </Button>
              </div>
            </li>
          ))}
        </ul>
        {state.removed && (
          <div ref={kept} className={styles.card}>
            <p className={styles.text}>{room.list.deleted(state.removed.frame.name.trim() || room.list.unnamed)}</p>
            <div className={styles.row}>
              <Button size="small" aria-label={room.link.of(room.list.restore, state.removed.frame.name)} onClick={bringBack}>
                {room.list.restore}
              </Button>
              <Button size="small" appearance="subtle" aria-label={room.link.of(room.list.forget, state.removed.frame.name)} onClick={() => setForgetting(state.removed ?? undefined)}>
                {room.list.forget}
              </Button>
            </div>
          </div>
        )}
      </Part>
      <NewTest onStart={(frame) => play({ type: "test-started", frame })} />
      {nextOf && (
        <NextYear
          test={nextOf}
          onClose={() => setNextOf(undefined)}
          onStart={(named) => play({ type: "next-year-started", from: nextOf.id, ...named })}
        />
      )}
      {forgetting && (
        <Question
          title={room.list.deleteTitle(forgetting.frame.name)}
          sentence={room.list.deleteSentence}
          yes={room.list.forget}
          onClose={() => setForgetting(undefined)}
          onYes={() => {
            play({ type: "test-forgotten" });
            requestAnimationFrame(() => heading.current?.focus());
          }}
        />
      )}
    </>
  );
}

function NewTest({ onStart }: { readonly onStart: (frame: ImpairmentTest["frame"]) => void }) {
  const { language } = usePane();
  const { room, words } = useRoomTexts();
  const styles = useRoomStyles();
  const [standard, setStandard] = useState<Standard>("CAS8");
  const [named, setNamed] = useState<Named>({ name: "", date: "" });
  const start = (event: FormEvent) => {
    event.preventDefault();
    onStart({ ...emptyFrame, standard, ...named, language });
  };
  return (
    <Part title={room.list.newTitle}>
      <form className={styles.form} onSubmit={start} noValidate>
        <ChoiceField label={room.frame.standard} value={standard} choices={["CAS8", "IAS36"]} name={(each) => words.standards[each]} onValue={setStandard} />
        <NameAndDate named={named} onNamed={setNamed} />
        <Button type="submit" appearance="primary" className={styles.start}>
          {room.list.start}
        </Button>
      </form>
    </Part>
  );
}

type Named = Pick<Frame, "name" | "date">;

function NameAndDate({ named, onNamed }: { readonly named: Named; readonly onNamed: (named: Named) => void }) {
  const { room } = useRoomTexts();
  return (
    <>
      <Field label={room.frame.name} hint={room.frame.nameHint}>
        <Input value={named.name} autoComplete="off" onChange={(_, { value }) => onNamed({ ...named, name: value })} />
      </Field>
      <Field label={room.frame.date} hint={room.frame.dateHint}>
        <Input value={named.date} autoComplete="off" onChange={(_, { value }) => onNamed({ ...named, date: value })} />
      </Field>
    </>
  );
}

function NextYear({ test, onClose, onStart }: { readonly test: ImpairmentTest; readonly onClose: () => void; readonly onStart: (named: Named) => void }) {
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  useFocusBack();
  const [named, setNamed] = useState<Named>(() => nextYearOf(test.frame));
  const start = () => {
    onClose();
    onStart(named);
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{room.list.nextYearTitle(test.frame.name)}</DialogTitle>
          <DialogContent className={styles.form}>
            <p className={styles.text}>{room.list.nextYearSentence}</p>
            <NameAndDate named={named} onNamed={setNamed} />
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={start}>
              {room.list.start}
            </Button>
            <Button onClick={onClose}>{room.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
