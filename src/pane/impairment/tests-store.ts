import { type Workbook, type WorkbookIssue, WorkbookRefusal } from "../../workbook/port.ts";
import { advance, noTests } from "../../workflows/impairment/advance.ts";
import type { ImpairmentEvent } from "../../workflows/impairment/event.ts";
import { releasedPins } from "../../workflows/impairment/input.ts";
import { loadTests, saveTests } from "../../workflows/impairment/saved-tests.ts";
import type { ImpairmentState } from "../../workflows/impairment/state.ts";

/** The tests of a workbook as the room shows them, and how far they are saved. */
export interface TestsSnapshot {
  readonly opening: { readonly kind: "loading" | "ready" } | { readonly kind: "refused"; readonly issue: WorkbookIssue };
  readonly state: ImpairmentState;
  readonly saving: { readonly kind: "saved" | "saving" } | { readonly kind: "failed"; readonly issue: WorkbookIssue };
}

export interface TestsStore {
  now(): TestsSnapshot;
  subscribe(listener: () => void): () => void;
  /** Reads what the workbook has saved, unless something of ours is still to be saved. */
  load(): Promise<void>;
  /** Takes an event in, and saves. What the workbook refuses is kept to be saved with the next event. */
  play(event: ImpairmentEvent): Promise<void>;
  save(): Promise<void>;
  /** Begins without the tests that could not be read; they are kept beside the new ones. */
  startAfresh(): void;
  /** Another workbook has taken the place of this one: nothing more is saved into it. */
  leave(): void;
}

type SavedTests = Pick<Workbook, "loadState" | "saveState" | "unpin">;

export function testsStore(workbook: SavedTests): TestsStore {
  let snapshot: TestsSnapshot = { opening: { kind: "loading" }, state: noTests, saving: { kind: "saved" } };
  /** What stands in the workbook. */
  let saved: ImpairmentState = noTests;
  let busy = false;
  let left = false;
  const listeners = new Set<() => void>();
  const show = (change: Partial<TestsSnapshot>) => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };
  const isSaved = () => snapshot.state === saved && !busy;

  const load = async () => {
    if (!isSaved()) return;
    const before = snapshot.state;
    try {
      const found = await loadTests(workbook);
      if (left || !isSaved() || snapshot.state !== before) return;
      if (snapshot.opening.kind === "ready" && JSON.stringify(found) === JSON.stringify(before)) return;
      saved = found;
      show({ opening: { kind: "ready" }, state: found });
    } catch (error) {
      if (!(error instanceof WorkbookRefusal)) throw error;
      if (!left) show({ opening: { kind: "refused", issue: error.issue } });
    }
  };

  const save = async () => {
    if (busy) return;
    busy = true;
    try {
      while (!left && saved !== snapshot.state) {
        const wanted = snapshot.state;
        if (snapshot.saving.kind !== "saving") show({ saving: { kind: "saving" } });
        await saveTests(workbook, wanted);
        const released = releasedPins(saved, wanted);
        saved = wanted;
        if (released.length > 0) await workbook.unpin(released);
      }
      if (!left) show({ saving: { kind: "saved" } });
    } catch (error) {
      if (!(error instanceof WorkbookRefusal)) throw error;
      show({ saving: { kind: "failed", issue: error.issue } });
    } finally {
      busy = false;
    }
  };

  return {
    now: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load,
    save,
    async play(event) {
      const state = advance(snapshot.state, event);
      if (state === snapshot.state) return;
      show({ state });
      await save();
    },
    startAfresh() {
      saved = noTests;
      show({ opening: { kind: "ready" }, state: noTests });
    },
    leave() {
      left = true;
    },
  };
}
