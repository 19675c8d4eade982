import type { Page } from "playwright-core";

/** What the page felt between two readings, in milliseconds. */
export interface Pulse {
  readonly time: number;
  /** The longest task of the main thread: so long nothing else was answered. */
  readonly block: number;
  /** All tasks of more than 200 ms. */
  readonly blocks: readonly number[];
  /** The longest time between two beats of a timer: several tasks in a row count together. */
  readonly silence: number;
  /** The longest time without another word or another share in the pane while something was under way. */
  readonly still: number;
}

declare global {
  interface Window {
    pulse: { read(): Pulse };
  }
}

/** Stands in the page before anything of it runs. */
export const withPulse = () => {
  let since = performance.now();
  let [silence, still, beat, said] = [0, 0, since, since];
  let saying = "";
  let tasks: number[] = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: "longtask" });
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => setTimeout(tick, 4);
  const tick = () => {
    const now = performance.now();
    silence = Math.max(silence, now - beat);
    beat = now;
    const bar = document.querySelector("#headroom-room-links [role=progressbar]");
    const words = bar ? `${bar.getAttribute("aria-label")} ${bar.getAttribute("aria-valuenow")}` : "";
    if (saying !== "" || words !== "") still = Math.max(still, now - said);
    if (words !== saying || words === "") said = now;
    saying = words;
    port2.postMessage(null);
  };
  tick();
  window.pulse = {
    read() {
      tasks.push(...observer.takeRecords().map(({ duration }) => duration));
      const now = performance.now();
      const read = { time: now - since, block: Math.max(0, ...tasks), blocks: tasks.filter((task) => task > 200), silence, still };
      [tasks, silence, still, since] = [[], 0, 0, now];
      return read;
    },
  };
};

export const pulseOf = (page: Page): Promise<Pulse> => page.evaluate(() => window.pulse.read());
