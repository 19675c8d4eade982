import type { CDPSession } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds of the processor. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

// Shorter tasks are not told apart.
const least = 20_000;

/**
 * The time of the processor that the longest task of the page's main thread took while something went on, in milliseconds: unlike
 * its time by the clock, it does not grow where other programs are at work.
 */
export async function longestOnProcessor(cdp: CDPSession, act: () => Promise<unknown>): Promise<number> {
  const mainThreads = new Set<string>();
  const tasks: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly object[] }) => {
    for (const event of value as readonly TraceEvent[]) {
      if (event.name === "thread_name" && event.args.name === "CrRendererMain") mainThreads.add(`${event.pid} ${event.tid}`);
      if ((event.tdur ?? 0) >= least && event.name.endsWith("RunTask")) tasks.push(event);
    }
  };
  cdp.on("Tracing.dataCollected", collect);
  await cdp.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "__metadata"] } });
  await act();
  const complete = new Promise((resolve) => cdp.once("Tracing.tracingComplete", resolve));
  await cdp.send("Tracing.end");
  await complete;
  cdp.off("Tracing.dataCollected", collect);
  return Math.max(0, ...tasks.filter(({ pid, tid }) => mainThreads.has(`${pid} ${tid}`)).map(({ tdur = 0 }) => tdur / 1000));
}
