import type { Decimal } from "../core/decimal.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import type { Grid } from "../core/table.ts";
import type { Argument } from "./cell.ts";
import type { Parameter } from "./parameter.ts";
import type { Step } from "./step.ts";
import type { Word } from "./term.ts";

/**
 * What a cell of a result holds before a host shows it: an exact number, text, a word to be named, or an
 * error. A plain number is a kernel's: already the double nearest to an exact figure.
 */
export type ResultCell = Decimal | number | string | boolean | Word | Refusal;

/** A result, and how it was reached: the steps are made from the same computation, and only when asked for. */
export interface Outcome {
  readonly cells: Grid<ResultCell>;
  steps(): Step[];
}

export type Family =
  | "credit-loss"
  | "discounting"
  | "impairment"
  | "margin"
  | "inventory"
  | "pricing"
  | "project"
  | "funding"
  | "confirmation"
  | "tie-out"
  | "change"
  | "peer"
  | "printed-figures";

// A parameter of a definition, whatever it reads.
export type Parameters = Readonly<Record<string, Parameter<unknown>>>;
export type Values<P extends Parameters> = { readonly [K in keyof P]: ReturnType<P[K]["read"]> };

/** Everything that is known of a worksheet function except its texts, which live in src/locales. */
export interface WorksheetFunction<Id extends string = string, P extends Parameters = Parameters> {
  /** Stored in every workbook that uses the function: never renamed, never reused. */
  readonly id: Id;
  readonly family: Family;
  /** The standard, the paragraph and the published line the method follows. */
  readonly source: string;
  /** The formula in symbols, the same in every language. */
  readonly formula: string;
  readonly parameters: P;
  /** A single figure, or a block that spills. */
  readonly returns: "scalar" | "matrix";
  /** Arguments of a worked example; its result is computed where it is shown. */
  readonly example: readonly Argument[];
  /** Reads the arguments and computes. Throws a Refusal where they cannot be used. */
  call(args: readonly Argument[]): Outcome;
}

/** Pairs a calculation of the core with what hosts need to know of it; `compute` sees only values that were read and checked. */
export function define<const Id extends string, P extends Parameters>(
  { compute, ...description }: Omit<WorksheetFunction<Id, P>, "call"> & {
    compute(values: Values<P>): Outcome;
  },
): WorksheetFunction<Id, P> {
  return {
    ...description,
    call(args) {
      const read = Object.entries(description.parameters).map(([name, parameter], index) => {
        const argument = args[index];
        if (argument === undefined && !parameter.optional) refuse({ code: "argument-missing", parameter: name });
        return [name, parameter.read(argument, name)];
      });
      // The one cast of this layer: `read` was built from P on the lines above.
      return compute(Object.fromEntries(read) as Values<P>);
    },
  };
}

const noSteps = (): Step[] => [];

/** The outcome of a single figure. */
export function figure(value: ResultCell, steps: () => Step[] = noSteps): Outcome {
  return { cells: [[value]], steps };
}

/** The outcome of a block. */
export function block(cells: Grid<ResultCell>, steps: () => Step[] = noSteps): Outcome {
  return { cells, steps };
}
