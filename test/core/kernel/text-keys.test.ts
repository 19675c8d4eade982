import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberedLike, numberOf } from "../../../src/core/kernel/numbered-text.ts";
import { TextKeys } from "../../../src/core/kernel/text-keys.ts";

/** The keys by their definition. */
function numberedInOrder(texts: readonly string[]) {
  const keys = new Map<string, number>();
  for (const text of texts) if (!keys.has(text)) keys.set(text, keys.size);
  return { keys: texts.map((text) => keys.get(text)), names: [...keys.keys()] };
}

function keysOf(texts: readonly string[], expected = texts.length) {
  const found = new TextKeys(expected);
  return { keys: texts.map((text) => found.keyOf(text)), names: [...found.names] };
}

describe("keys of customers", () => {
  it.each([
    ["with and without leading zeros", ["K-0001", "K-1", "K-01", "K-0001", "0001", "1", "01", "1"]],
    ["in capitals and not", ["Alpha 01", "ALPHA 01", "alpha 01", "Alpha 01"]],
    ["in full and half width", ["K1", "Ｋ1", "K１", "Ｋ１", "K1"]],
    ["by Chinese names", ["深圳市华星贸易有限公司", "深圳市华兴贸易有限公司", "深圳市华星贸易有限公司", "华星", "星华"]],
    ["by Chinese names with numbers", ["客户000001", "客户000002", "客戶000001", "客户000001", "客户00000l"]],
    ["with characters beyond the basic plane", ["𠮷野家", "𠮷野屋", "\ud842", "\udfb7", "\udfb7\ud842", "𠮷", "𠮷野家"]],
    ["composed and decomposed", ["Café", "Cafe\u0301", "Café"]],
    ["with no name at all", ["", "A", "", "\0", "\0\0", ""]],
    ["cut off in the middle of a word", ["abcd", "abcde", "abc", "abc\0", "abcd\0", "abcd"]],
    ["whose characters are the same bits, packed by four and by two", ["abcd", "捤慢", "中", "中\0", "慢捤", "abcd"]],
    ["that are as long as a cell can be", ["x".repeat(32_767), `${"x".repeat(32_766)}y`, "名".repeat(32_767), `${"名".repeat(32_766)}称`, "x".repeat(32_767), "名".repeat(32_767)]],
  ])("are told apart %s", (_, texts) => {
    expect(keysOf(texts)).toEqual(numberedInOrder(texts));
    expect(keysOf(texts, 1_000_000)).toEqual(numberedInOrder(texts));
  });

  it("are those of a Map for any texts, whichever comes first", () => {
    const code = fc.integer({ min: 0, max: 15 }).map((figure) => String(figure).padStart(2, "0"));
    const text = fc.oneof(
      fc.tuple(fc.constantFrom("", "K", "K-", "客户", "Ｋ"), code, fc.constantFrom("", "0", "a", "号")).map((parts) => parts.join("")),
      fc.string({ unit: fc.constantFrom("a", "b", "0", "\x7f", "\x80", "中", "\ud842", "\udfb7"), maxLength: 9 }),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 300 }), fc.constantFrom(1, 100, 1_000_000), (texts, expected) => {
        expect(keysOf(texts, expected)).toEqual(numberedInOrder(texts));
      }),
    );
  });

  it("stay apart where hashes are the same", () => {
    // Three hundred thousand texts of 32 bits of hash: some ten pairs share all of them.
    const texts = Array.from({ length: 300_000 }, (_, index) => `${(index * 2_654_435_761) % 2 ** 32}/${index}`);
    const found = new TextKeys(1);
    expect(texts.every((text, index) => found.keyOf(text) === index)).toBe(true);
    expect(texts.every((text, index) => found.keyOf(text) === index)).toBe(true);
  });
});

describe("the number a text ends in", () => {
  const numbersOf = (example: string, wanted: number, texts: readonly string[]) => {
    const shape = numberedLike(example, wanted);
    return shape && { numbers: shape.numbers, of: texts.map((text) => numberOf(shape, text)) };
  };

  it("is read of texts of the same beginning and length, and of no others", () => {
    expect(numbersOf("K-000417", 1_000_000, ["K-000417", "K-999999", "K-000000"])).toEqual({ numbers: 1_000_000, of: [417, 999_999, 0] });
    const others = ["k-000417", "K-0004l7", "K-00041７", "K-00417", "K-0000417", "K 000417", "K-0004/7", "K-0004:7", ""];
    expect(numbersOf("K-000417", 1_000_000, others)?.of).toEqual(others.map(() => -1));
  });

  it("takes no more digits than numbers are wanted, and leaves the rest to the beginning", () => {
    expect(numbersOf("1002345", 500, ["1002345", "1002399", "1002445"])).toEqual({ numbers: 100, of: [45, 99, -1] });
  });

  it("is none where there are no digits", () => {
    expect(numbersOf("甲公司", 1_000, ["甲公司"])).toBeUndefined();
  });
});
