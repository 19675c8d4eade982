import type { Written } from "../workbook/port.ts";
import type { Link } from "./link.ts";

/** The refresh of a link, and its way back. */
export interface LinkWritten {
  readonly link: Link;
  readonly written: Written;
}

/** Several refreshes as one step: one way back for all of them. */
export interface StepWritten extends Written {
  /** The links whose refresh still stands, in the order they were written. */
  standing(): readonly Link[];
}

/**
 * Refreshes that are taken back together, the last one first. Where a person has changed a cell of one since, that one and
 * those before it stay; asked again, it goes on from there.
 */
export function oneStep(writings: readonly LinkWritten[]): StepWritten {
  let left = writings;
  return {
    sheets: [...new Set(writings.flatMap(({ written }) => written.sheets))],
    standing: () => left.map(({ link }) => link),
    undo: async () => {
      for (let last = left.at(-1); last; last = left.at(-1)) {
        if (!(await last.written.undo())) return false;
        left = left.slice(0, -1);
      }
      return true;
    },
  };
}
