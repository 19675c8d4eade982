import { uniformStream } from "./compare.ts";

const columns = ["凭证号", "客户", "记账日期", "期末余额", "账龄天数", "损失率"];
const day = 86_400_000;

/** A ledger, row by row, its header first; of another edition, one row in `changed` has another balance. */
export function* largeRows(rows: number, changed = 0): Generator<readonly [string, string, Date, number, number, number]> {
  const random = uniformStream();
  for (let row = 1; row <= rows; row++) {
    const date = new Date(Date.UTC(2025, 0, 1) + Math.floor(random() * 365) * day);
    const cents = Math.floor(random() * 1e8) + (changed > 0 && row % changed === 0 ? 1 : 0);
    yield [`记-${String(row).padStart(6, "0")}`, `客户${String(Math.floor(random() * 5000)).padStart(4, "0")}`, date, cents / 100, Math.floor(random() * 1500), Math.floor(random() * 10_000) / 10_000];
  }
}

export function largeTable(rows: number, changed = 0): string {
  const lines = [columns.join(",")];
  for (const [entry, customer, date, balance, days, rate] of largeRows(rows, changed)) {
    lines.push([entry, customer, date.toISOString().slice(0, 10), balance.toFixed(2), days, `${(rate * 100).toFixed(2)}%`].join(","));
  }
  return `${lines.join("\n")}\n`;
}

export const largeCells = (rows: number) => [columns, ...largeRows(rows)].map((row) => [...row]);
