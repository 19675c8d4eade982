import { readFileSync } from "node:fs";

/** A figure as printed: always text, numbers with the digits of their literal, "/" where the case has null. */
export type Printed = string | boolean | readonly Printed[] | { readonly [key: string]: Printed };

const files = ["001-suotong", "002-hongchuang-1", "002-hongchuang-2", "003-004"] as const;

/** One calculation of a published filing: its inputs, its printed results, and where they stand. */
export class PublishedCase {
  readonly id: string;
  readonly method: string;
  readonly source: string;
  readonly #facts: { readonly [key: string]: Printed };

  constructor(facts: { readonly [key: string]: Printed }) {
    this.#facts = facts;
    this.id = this.text("id");
    this.method = this.text("method");
    this.source = `${this.text("file").slice(0, 3)}, lines ${this.text("lines")}`;
  }

  /** What stands at the end of a path: `case.value("inputs", "rows", "收入")`; a number picks from a list. */
  value(...path: readonly (string | number)[]): Printed {
    let found: Printed | undefined = this.#facts;
    for (const key of path) {
      found = typeof found === "object" ? (found as Record<string | number, Printed>)[key] : undefined;
      if (found === undefined) throw new Error(`${this.id} has no ${path.join(" / ")}`);
    }
    return found;
  }

  /** One printed figure. */
  text(...path: readonly (string | number)[]): string {
    const found = this.value(...path);
    if (typeof found !== "string") throw new Error(`${this.id}: ${path.join(" / ")} is not one figure`);
    return found;
  }

  /** The printed figures of a list, or of an object in its order, as a column of cells. */
  column(...path: readonly (string | number)[]): string[][] {
    return this.list(...path).map((figure) => [figure]);
  }

  /** The printed figures of a list, or of an object in its order. */
  list(...path: readonly (string | number)[]): string[] {
    const found = this.value(...path);
    if (typeof found !== "object") throw new Error(`${this.id}: ${path.join(" / ")} is not a list`);
    return Object.values(found).map((figure, index) => {
      if (typeof figure !== "string") throw new Error(`${this.id}: ${path.join(" / ")} holds more than figures at ${index}`);
      return figure;
    });
  }

  /** One printed input. */
  input(...path: readonly (string | number)[]): string {
    return this.text("inputs", ...path);
  }

  /** Printed inputs as a column of cells. */
  inputs(...path: readonly (string | number)[]): string[][] {
    return this.column("inputs", ...path);
  }

  /** One printed result. */
  printed(...path: readonly (string | number)[]): string {
    return this.text("expected", ...path);
  }

  /** Printed results as a column of cells. */
  prints(...path: readonly (string | number)[]): string[][] {
    return this.column("expected", ...path);
  }

  /** The names of the figures of an object. */
  names(...path: readonly (string | number)[]): string[] {
    const found = this.value(...path);
    if (typeof found !== "object") throw new Error(`${this.id}: ${path.join(" / ")} has no names`);
    return Object.keys(found);
  }
}

/** A figure that the case gives in percent as a plain number: 17.63 means 17.63%. */
export const percent = (figure: string): string => (/[%‰]$|^[-/—]$/.test(figure) ? figure : `${figure}%`);

/** A column of such figures. */
export const percents = (column: readonly (readonly string[])[]): string[][] => column.map((row) => row.map(percent));

/** Columns of cells beside one another. */
export const beside = (...columns: readonly (readonly (readonly string[])[])[]): string[][] =>
  (columns[0] ?? []).map((_, row) => columns.flatMap((column) => column[row] ?? []));

/** JSON whose numbers keep the digits they are written with: 17.60 is the text "17.60". */
function factsOf(line: string): { readonly [key: string]: Printed } {
  const kept = line.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|null/g, (token) =>
    token.startsWith('"') ? token : token === "null" ? '"/"' : `"${token}"`,
  );
  return JSON.parse(kept) as { readonly [key: string]: Printed };
}

export const publishedCases: readonly PublishedCase[] = files.flatMap((file) =>
  readFileSync(`test/cases/${file}.jsonl`, "utf8").trim().split("\n").map((line) => new PublishedCase(factsOf(line))),
);
