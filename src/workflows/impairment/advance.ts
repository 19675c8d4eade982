import type { ImpairmentEvent, TestsEvent } from "./event.ts";
import { emptyTest } from "./new-test.ts";
import { nextYearsTest } from "./next-year.ts";
import { type ImpairmentState, type ImpairmentTest, impairmentVersion, type TestId } from "./state.ts";
import { isTestEvent, testAfter } from "./test-change.ts";
import { isUnitEvent, unitsAfter } from "./unit-change.ts";

export const noTests: ImpairmentState = { version: impairmentVersion, tests: [], open: null, removed: null, next: 1 };

/** The state after an event. An event about something that is gone, or a setting that cannot be, changes nothing. */
export function advance(state: ImpairmentState, event: ImpairmentEvent): ImpairmentState {
  if (isTestEvent(event)) return inOpenTest(state, (test) => testAfter(test, event));
  if (isUnitEvent(event)) return inOpenTest(state, (test) => unitsAfter(test, event));
  return testsAfter(state, event);
}

/** The test that is open. */
export function openTest({ tests, open }: ImpairmentState): ImpairmentTest | undefined {
  return tests.find(({ id }) => id === open);
}

/** Tests stand in the order in which they were started. */
const numberOf = ({ id }: ImpairmentTest) => Number(id.slice(1));

function inOpenTest(state: ImpairmentState, change: (test: ImpairmentTest) => ImpairmentTest): ImpairmentState {
  const test = openTest(state);
  if (!test) return state;
  const changed = change(test);
  return changed === test ? state : { ...state, tests: state.tests.map((other) => (other === test ? changed : other)) };
}

function testsAfter(state: ImpairmentState, event: TestsEvent): ImpairmentState {
  const id: TestId = `t${state.next}`;
  const added = (test: ImpairmentTest): ImpairmentState => ({ ...state, tests: [...state.tests, test], open: id, next: state.next + 1 });
  switch (event.type) {
    case "test-started":
      return added(emptyTest(id, event.frame));
    case "test-added":
      return added({ ...event.test, id, previous: null });
    case "next-year-started": {
      const from = state.tests.find((test) => test.id === event.from);
      return from ? added(nextYearsTest(from, id, event)) : state;
    }
    case "test-opened":
      return event.test === null || state.tests.some((test) => test.id === event.test) ? { ...state, open: event.test } : state;
    case "test-removed": {
      const removed = state.tests.find((test) => test.id === event.test);
      return removed ? { ...state, tests: state.tests.filter((test) => test !== removed), open: state.open === event.test ? null : state.open, removed } : state;
    }
    case "test-restored":
      return state.removed ? { ...state, tests: [...state.tests, state.removed].toSorted((a, b) => numberOf(a) - numberOf(b)), removed: null } : state;
    case "test-forgotten":
      return { ...state, removed: null };
  }
}
