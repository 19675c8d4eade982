import { afterAll, beforeAll, vi } from "vitest";

/**
 * Lets the clock of a test file go on as soon as nothing is left to do but wait: the engine calculates a moment after each change,
 * and a few hundred such moments are minutes.
 */
export function withoutWaiting(): void {
  beforeAll(() => void vi.useFakeTimers().setTimerTickMode("nextTimerAsync"));
  afterAll(() => void vi.useRealTimers());
}
