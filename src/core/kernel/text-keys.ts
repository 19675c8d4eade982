import { numberedLike, type NumberedText } from "./numbered-text.ts";

/** Different texts as the numbers 0, 1, 2 … in order of first appearance: equal texts, and only those, have one key. */
export interface TextKeys {
  readonly names: readonly string[];
  keyOf(text: string): number;
}

/** What stands before the characters of a text: its hash, its key, and its length, negative where it is wide. */
const [HASH, KEY, LENGTH, HEAD] = [0, 1, 2, 3];

/**
 * Keys of a column of about `count` texts, as a Map would give them, which hashes every new text by a call
 * out of compiled code and looks for its equals all over the memory.
 *
 * Texts of the shape of the first one are looked up by the number they end in. Of all others the different
 * ones are copied into one array, four characters a word where all are ASCII and else two, and found by a
 * hash of these words; texts of one hash are told apart by the words themselves.
 */
export function textKeys(count: number): TextKeys {
  const names: string[] = [];
  // Records one behind the other; slots hold where a record starts, 0 being free.
  let records = new Int32Array(1024);
  let end = 1;
  let slots: Int32Array = new Int32Array(256);
  let numbered: NumberedText | undefined;
  // With 1 added, 0 being a number not met yet.
  let keysByNumber = new Int32Array(0);

  function keyOf(text: string): number {
    if (numbered === undefined) {
      numbered = numberedLike(text, 8 * count);
      keysByNumber = new Int32Array(numbered.numbers);
    }
    const number = numbered.numberOf(text);
    if (number < 0) return keyByWords(text);
    const known = keysByNumber[number] as number;
    if (known !== 0) return known - 1;
    const key = keyByWords(text);
    keysByNumber[number] = key + 1;
    return key;
  }

  function keyByWords(text: string): number {
    const room = end + HEAD + text.length;
    if (room > records.length) {
      const more = new Int32Array(2 * room);
      more.set(records);
      records = more;
    }
    // Written behind the last record, and kept there if the text is new.
    const own = records;
    const start = end;
    const after = written(text, own, start);
    const last = slots.length - 1;
    let slot = (own[start + HASH] as number) & last;
    for (let found = slots[slot] as number; found !== 0; found = slots[slot] as number) {
      if (sameText(own, found, start, after)) return own[found + KEY] as number;
      slot = (slot + 1) & last;
    }
    const key = names.push(text) - 1;
    own[start + KEY] = key;
    slots[slot] = start;
    end = after;
    if (names.length * 2 > slots.length) slots = placed(own, end, slots.length * 4);
    return key;
  }

  return { names, keyOf };
}

/** Writes the record of a text and says where it ends. */
function written(text: string, records: Int32Array, start: number): number {
  const { length } = text;
  let at = start + HEAD;
  let hash = length;
  let seen = text.charCodeAt(0);
  for (let index = 0; index < length && seen < 128; ) {
    let word = 0;
    for (const stop = Math.min(index + 4, length); index < stop; index++) {
      const code = text.charCodeAt(index);
      seen |= code;
      word = (word << 8) | code;
    }
    records[at++] = word;
    hash = mixed(hash, word);
  }
  if (seen >= 128) {
    at = start + HEAD;
    hash = length;
    for (let index = 0; index < length; index += 2) {
      const word = text.charCodeAt(index) | (index + 1 < length ? text.charCodeAt(index + 1) << 16 : 0);
      records[at++] = word;
      hash = mixed(hash, word);
    }
  }
  records[start + HASH] = hash;
  records[start + LENGTH] = seen >= 128 ? -length : length;
  return at;
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}

/** Whether a record holds the same text as the one from `start` to `after`. */
function sameText(records: Int32Array, found: number, start: number, after: number): boolean {
  if (records[found + HASH] !== records[start + HASH] || records[found + LENGTH] !== records[start + LENGTH]) return false;
  for (let at = start + HEAD; at < after; at++) {
    if (records[at - start + found] !== records[at]) return false;
  }
  return true;
}

/** A larger table of the same records. */
function placed(records: Int32Array, end: number, size: number): Int32Array {
  const slots = new Int32Array(size);
  for (let start = 1; start < end; ) {
    let slot = (records[start + HASH] as number) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = start;
    const length = records[start + LENGTH] as number;
    start += HEAD + (length < 0 ? Math.ceil(-length / 2) : Math.ceil(length / 4));
  }
  return slots;
}
