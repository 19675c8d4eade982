export type Bilingual = readonly [chinese: string, english: string];

export const buckets: readonly Bilingual[] = [["3 个月以内", "within 3 months"], ["3 个月-1 年", "3–12 months"], ["1-2 年", "1–2 years"], ["2-3 年", "2–3 years"], ["3 年以上", "over 3 years"]];

/** The buckets of the chain as printed: recovery A, adjustment B, expected recovery C, migration D, loss rate E, and E as the table of provisions prints it. */
export const chain = [
  { bucket: ["1-3 个月", "1–3 months"], next: 3, A: "97.86%", B: "0.08%", C: "97.78%", D: "2.22%", E: "0.000030070275%", table: "0.0000%", lines: [3475, 3425] },
  { bucket: ["3 个月-1 年", "3–12 months"], next: 3, A: "97.12%", B: "0.08%", C: "97.04%", D: "2.96%", E: "0.000040144333%", table: "0.0000%", lines: [3476, 3426] },
  { bucket: ["1-2 年", "1–2 years"], next: 4, A: "98.33%", B: "0.08%", C: "98.25%", D: "1.75%", E: "0.001355768939%", table: "0.0014%", lines: [3477, 3427] },
  { bucket: ["2-3 年", "2–3 years"], next: 5, A: "100.00%", B: "0.08%", C: "99.92%", D: "0.08%", E: "0.077380813208%", table: "0.0774%", lines: [3478, 3428] },
  { bucket: ["3 年以上", "over 3 years"], next: 5, A: "0.00%", B: "0.08%", C: "0.00%", D: "100.00%", E: "100.00%", table: "100.0000%", lines: [3479, 3429] },
] as const satisfies readonly { readonly bucket: Bilingual; readonly [column: string]: unknown }[];

/** A segment's receivables by ageing at one date, as printed; columns are balance, share, provision, loss rate. */
export interface Disclosure {
  readonly segment: string;
  readonly rows: readonly (readonly [balance: string, share: string, provision: string, rate: string, line: number])[];
  readonly total: readonly [balance: string, share: string, provision: string, line: number];
  /** Buckets, counted from 0, whose printed provision is no product of balance and rate, and why. */
  readonly exceptions?: Readonly<Record<number, { readonly reason: Bilingual; readonly exempt?: true }>>;
}

const aluminium = "电解铝、氧化铝板块 · Primary aluminium and alumina";
const processing = "深加工板块 · Further processing";

export const dates: readonly { readonly date: string; readonly disclosures: readonly Disclosure[] }[] = [
  {
    date: "2024-12-31",
    disclosures: [
      {
        segment: aluminium,
        rows: [
          ["229,447.39", "79.03%", "-", "0.0000%", 3425],
          ["56,481.52", "19.45%", "-", "0.0000%", 3426],
          ["4,403.93", "1.52%", "0.06", "0.0014%", 3427],
          ["-", "-", "-", "0.0774%", 3428],
          ["-", "-", "-", "100.0000%", 3429],
        ],
        total: ["290,332.85", "100.00%", "0.06", 3430],
      },
      {
        segment: processing,
        rows: [
          ["56,719.87", "97.85%", "15.94", "0.0281%", 3451],
          ["475.98", "0.82%", "2.62", "0.5505%", 3452],
          ["-", "-", "-", "26.6710%", 3453],
          ["38.32", "0.07%", "10.22", "26.6710%", 3454],
          ["733.75", "1.27%", "733.75", "100.0000%", 3455],
        ],
        total: ["57,967.92", "100.00%", "762.53", 3456],
      },
    ],
  },
  {
    date: "2025-05-31",
    disclosures: [
      {
        segment: aluminium,
        rows: [
          ["180,821.25", "76.63%", "0.33", "0.0002%", 3417],
          ["55,134.08", "23.37%", "0.11", "0.0002%", 3418],
          ["1.44", "0.00%", "-", "0.0071%", 3419],
          ["-", "-", "-", "0.3512%", 3420],
          ["-", "-", "-", "100.0000%", 3421],
        ],
        total: ["235,956.77", "100.00%", "0.44", 3422],
      },
      {
        segment: processing,
        rows: [
          ["76,979.98", "99.05%", "78.58", "0.1021%", 3443],
          ["7.45", "0.01%", "0.04", "0.6299%", 3444],
          ["0.03", "0.00%", "-", "26.9448%", 3445],
          ["-", "-", "-", "26.9448%", 3446],
          ["727.80", "0.94%", "727.80", "100.0000%", 3447],
        ],
        total: ["77,715.26", "100.00%", "806.43", 3448],
        exceptions: {
          1: { reason: ["7.45 × 0.6299% = 0.05，披露为 0.04，无法勾稽；合计 806.43 与 0.05 相符。", "Printed 0.04 cannot be tied: the product is 0.05, and so says the printed total."] },
          2: { exempt: true, reason: ["理论金额 0.0081 万元，低于计提阈值，豁免（3466–3468 行）。", "0.0081 is under the materiality threshold and exempt."] },
        },
      },
    ],
  },
  {
    date: "2023-12-31",
    disclosures: [
      {
        segment: aluminium,
        rows: [
          ["170,153.71", "65.15%", "0.16", "0.0001%", 3433],
          ["89,273.82", "34.18%", "0.18", "0.0002%", 3435],
          ["1,493.85", "0.57%", "0.06", "0.0043%", 3436],
          ["258.66", "0.10%", "0.57", "0.2192%", 3437],
          ["-", "-", "-", "100.0000%", 3438],
        ],
        total: ["261,180.03", "100.00%", "0.97", 3439],
      },
      {
        segment: processing,
        rows: [
          ["54,005.00", "98.59%", "42.02", "0.0778%", 3459],
          ["-", "-", "-", "0.0588%", 3460],
          ["38.32", "0.07%", "10.27", "26.8128%", 3461],
          ["-", "-", "-", "26.8128%", 3462],
          ["735.05", "1.34%", "735.05", "100.0000%", 3463],
        ],
        total: ["54,778.37", "100.00%", "787.34", 3464],
      },
    ],
  },
];
