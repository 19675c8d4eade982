import type { Slices } from "./source/slices.ts";

/** Work over many rows that can be interrupted after each step, and its outcome. */
export type Steps<T> = Generator<void, T>;

const rowsAStep = 500;

/** What is made of each element, with a pause every few hundred. */
export function* eachOf<From, To>(elements: readonly From[], made: (element: From, index: number) => To): Steps<To[]> {
  const all: To[] = [];
  for (const [index, element] of elements.entries()) {
    if (index % rowsAStep === rowsAStep - 1) yield;
    all.push(made(element, index));
  }
  return all;
}

/** The outcome of steps taken without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The outcome of steps between which the page gets its turn; `rows` tells about how many rows they go through in all. */
export async function inSlices<T>(steps: Steps<T>, slices: Slices, rows: number): Promise<T> {
  for (let step = 1; ; step += 1) {
    const { done, value } = steps.next();
    if (done) return value;
    await slices.rest(Math.min(1, (step * rowsAStep) / rows));
  }
}
