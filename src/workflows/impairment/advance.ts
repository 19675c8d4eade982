import type { ImpairmentEvent } from "./event.ts";
import { type ImpairmentState, impairmentVersion } from "./state.ts";

export const noTests: ImpairmentState = { version: impairmentVersion, tests: [], open: null };

/** The state after an event. An event that concerns something gone changes nothing. */
export function advance(state: ImpairmentState, event: ImpairmentEvent): ImpairmentState {
  return event.type === "test-opened" ? { ...state, open: event.test } : state;
}
