import type { CheckReport } from "../../check/report.ts";
import type { NotRead } from "../../check/source.ts";

/** What the worker tells while it checks a source, and in the end. */
export type CheckMessage =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly kind: "report"; readonly report: CheckReport }
  | { readonly kind: "not-read"; readonly why: NotRead }
  | { readonly kind: "failed"; readonly detail: string };
