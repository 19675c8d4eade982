import { describe, expect, it } from "vitest";
import { disagreements } from "./expected-figures.ts";
import { randomBook } from "./random-book.ts";
import { linkedIn, WrittenBook } from "./written-book.ts";

async function writtenFrom(seed: number): Promise<WrittenBook> {
  const book = new WrittenBook();
  book.of(await linkedIn(book, randomBook(seed)));
  await book.write();
  return book;
}

describe("the native formulas of a workpaper", () => {
  it.each(Array.from({ length: 12 }, (_, index) => index + 1))("give the figures of the decimal evaluation: test %i", async (seed) => {
    const book = await writtenFrom(seed);
    const { evaluation } = await book.paper();
    expect(disagreements(await book.figures(), evaluation)).toEqual([]);
  });
});
