import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A ledger as columns: what every program has in memory before its time is taken. */
export interface Ledger {
  readonly amounts: Float64Array;
  readonly dates: Int32Array;
  readonly keys: Int32Array;
}

export const pandas = `
import sys, time, numpy as np, pandas as pd
folder = sys.argv[1]
amount = np.fromfile(folder + "/amounts", "f8"); date = np.fromfile(folder + "/dates", "i4"); key = np.fromfile(folder + "/keys", "i4")
frame = pd.DataFrame({"amount": amount, "date": date, "customer": key})
limits = np.array([int(x) for x in sys.argv[2].split(",")])
def job():
    invoices = frame[frame.amount >= 0].sort_values(["customer", "date"], kind="stable")
    paid = -frame[frame.amount < 0].groupby("customer").amount.sum()
    running = invoices.groupby("customer").amount.cumsum()
    due = (running - invoices.customer.map(paid).fillna(0)).clip(lower=0)
    left = np.minimum(due, invoices.amount)
    bucket = len(limits) - np.searchsorted(limits[::-1], invoices.date, side="right")
    return left.groupby([invoices.customer, bucket]).sum().unstack(fill_value=0)
times = []
for _ in range(5):
    start = time.perf_counter(); job(); times.append(time.perf_counter() - start)
print(sorted(times)[2] * 1000)
`;

export const dataTable = `
args <- commandArgs(TRUE); folder <- args[1]; limits <- rev(as.integer(strsplit(args[2], ",")[[1]]))
suppressMessages(library(data.table))
n <- file.size(file.path(folder, "amounts")) / 8
frame <- data.table(amount = readBin(file.path(folder, "amounts"), "double", n), date = readBin(file.path(folder, "dates"), "integer", n), customer = readBin(file.path(folder, "keys"), "integer", n))
job <- function() {
  invoices <- frame[amount >= 0][order(customer, date)]
  paid <- frame[amount < 0, .(paid = -sum(amount)), by = customer]
  invoices[paid, on = "customer", paid := i.paid]
  invoices[is.na(paid), paid := 0]
  invoices[, left := pmin(pmax(cumsum(amount) - paid, 0), amount), by = customer]
  invoices[, bucket := length(limits) - findInterval(date, limits)]
  dcast(invoices[, .(left = sum(left)), by = .(customer, bucket)], customer ~ bucket, value.var = "left", fill = 0)
}
times <- replicate(5, system.time(job())[["elapsed"]]); cat(sort(times)[3] * 1000)
`;

/** Milliseconds of the same settlement in another program, its columns already in memory; undefined where it is not on the machine. */
export function peer(command: string, script: string, { amounts, dates, keys }: Ledger, limits: readonly number[]): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), "headroom-bench-"));
  try {
    writeFileSync(join(folder, "amounts"), new Uint8Array(amounts.buffer));
    writeFileSync(join(folder, "dates"), new Uint8Array(dates.buffer));
    writeFileSync(join(folder, "keys"), new Uint8Array(keys.buffer));
    writeFileSync(join(folder, "script"), script);
    const { stdout, status } = spawnSync(command, [join(folder, "script"), folder, limits.join(",")], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
