import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, useTransition } from "react";
import type { RangeAddress } from "../../workbook/address.ts";
import type { Workbook } from "../../workbook/port.ts";
import { openTest } from "../../workflows/impairment/advance.ts";
import { evaluate } from "../../workflows/impairment/evaluate.ts";
import type { Evaluation } from "../../workflows/impairment/evaluation.ts";
import type { ImpairmentEvent } from "../../workflows/impairment/event.ts";
import { type Inputs, linksOf, readInputs } from "../../workflows/impairment/input.ts";
import { usePane, useTask } from "../pane-context.ts";
import { usedPart } from "../functions/formula-draft.ts";
import { type TestsSnapshot, type TestsStore, testsStore } from "./tests-store.ts";

/** A change is followed by others: the rest of a paste, a recalculation. */
const settling = 300;

/** While a person types, nothing is computed. */
const typing = 120;

/** What takes longer than this is said to be under way. */
const noticed = 500;

export interface Tests extends TestsSnapshot {
  readonly store: TestsStore;
  readonly evaluation: Evaluation | undefined;
  readonly inputs: Inputs;
  /** Whether an evaluation is awaited that has taken more than half a second. */
  readonly slow: boolean;
  play(event: ImpairmentEvent): void;
}

/** The tests of the workbook, saved with every event, and the open one evaluated on what its cells say now. */
export function useTests(workbook: Workbook, edition: number, shown: boolean): Tests {
  const run = useTask();
  const store = useMemo(() => testsStore(workbook), [workbook, edition]);
  const snapshot = useSyncExternalStore(store.subscribe, store.now);
  const changes = useChanges(workbook, edition, shown);
  useEffect(() => {
    if (shown) run(store.load);
  }, [store, shown, changes, run]);
  useEffect(() => store.leave, [store]);
  const play = useCallback((event: ImpairmentEvent) => run(() => store.play(event)), [store, run]);
  return { ...snapshot, store, play, ...useEvaluation(workbook, snapshot, changes) };
}

/** How often the workbook has changed and come to rest. */
function useChanges(workbook: Workbook, edition: number, shown: boolean): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    if (!shown) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = workbook.onChanged(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setChanges((count) => count + 1), settling);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [workbook, edition, shown]);
  return changes;
}

function useEvaluation(workbook: Workbook, { state }: TestsSnapshot, changes: number): Pick<Tests, "evaluation" | "inputs" | "slow"> {
  const run = useTask();
  const test = openTest(state);
  const previous = test && state.tests.find(({ id }) => id === test.previous);
  const pins = test ? [test.id, ...linksOf(test).map(({ link }) => link.pin)].join(" ") : "";
  const [inputs, setInputs] = useState<Inputs>(() => new Map());
  const [evaluation, setEvaluation] = useState<Evaluation>();
  const [, startTransition] = useTransition();
  useEffect(() => {
    if (!test) return undefined;
    let left = false;
    run(async () => {
      const read = await readInputs(workbook, [test]);
      if (!left) setInputs(read);
    });
    return () => {
      left = true;
    };
    // The test counts by what it links.
  }, [workbook, pins, changes, run]);
  useEffect(() => {
    if (!test) {
      setEvaluation(undefined);
      return undefined;
    }
    const timer = setTimeout(() => {
      const found = evaluate(test, inputs, previous);
      startTransition(() => setEvaluation(found));
    }, typing);
    return () => clearTimeout(timer);
  }, [test, previous, inputs]);
  const current = evaluation?.test.id === test?.id ? evaluation : undefined;
  return { evaluation: current, inputs, slow: useSlow(test !== undefined && current?.test !== test) };
}

function useSlow(awaited: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!awaited) {
      setSlow(false);
      return undefined;
    }
    const timer = setTimeout(() => setSlow(true), noticed);
    return () => clearTimeout(timer);
  }, [awaited]);
  return slow;
}

/** The selected block, as far as it is in use, kept up to date for as long as the room is shown. */
export function useSelection(workbook: Workbook, edition: number, shown: boolean): RangeAddress | undefined {
  const [selection, setSelection] = useState<RangeAddress>();
  const { notify } = usePane();
  const run = useTask();
  useEffect(() => {
    if (!shown) return undefined;
    let left = false;
    const read = () =>
      run(async () => {
        const range = usedPart(await workbook.selection(), await workbook.sheets());
        if (!left) setSelection(range);
      });
    read();
    const unsubscribe = workbook.onSelected(read);
    return () => {
      left = true;
      unsubscribe();
    };
  }, [workbook, edition, shown, run, notify]);
  return selection;
}
