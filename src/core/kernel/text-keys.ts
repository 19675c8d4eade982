import { numberedLike, numberOf, type NumberedText } from "./numbered-text.ts";

/** What stands before the characters of a text: its hash, its key, and its length, negative where it is wide. */
const [HASH, KEY, LENGTH, HEAD] = [0, 1, 2, 3];

/**
 * Different texts as the numbers 0, 1, 2 … in order of first appearance: equal texts, and only those, have
 * one key. As a Map would give them, which hashes every new text by a call out of compiled code and looks
 * for its equals all over the memory.
 *
 * Texts of the shape of the first one are looked up by the number they end in. Of all others the different
 * ones are copied into one array, four characters a word where all are ASCII and else two, and found by a
 * hash of these words; texts of one hash are told apart by the words themselves.
 *
 * A class, not a function that returns functions: compiled loops are thrown away together with a function
 * they call that is gone, and would begin every column anew.
 */
export class TextKeys {
  readonly names: string[] = [];
  private readonly count: number;
  /** The shape of the first text, null while there was none. */
  private numbered: NumberedText | null | undefined = null;
  /** With 1 added, 0 being a number not met yet. */
  private keysByNumber = new Int32Array(0);
  /** Records one behind the other; slots hold where a record starts, 0 being free. */
  private records = new Int32Array(1024);
  private end = 1;
  private slots: Int32Array = new Int32Array(256);

  /** For a column of about so many texts. */
  constructor(count: number) {
    this.count = count;
  }

  keyOf(text: string): number {
    if (this.numbered === null) {
      this.numbered = numberedLike(text, 8 * this.count);
      this.keysByNumber = new Int32Array(this.numbered?.numbers ?? 0);
    }
    if (this.numbered === undefined) return this.keyByWords(text);
    const number = numberOf(this.numbered, text);
    if (number < 0) return this.keyByWords(text);
    const known = this.keysByNumber[number] as number;
    if (known !== 0) return known - 1;
    const key = this.keyByWords(text);
    this.keysByNumber[number] = key + 1;
    return key;
  }

  private keyByWords(text: string): number {
    const start = this.end;
    const room = start + HEAD + text.length;
    if (room > this.records.length) {
      const more = new Int32Array(2 * room);
      more.set(this.records);
      this.records = more;
    }
    // Written behind the last record, and kept there if the text is new.
    const { names, records, slots } = this;
    const after = written(text, records, start);
    const last = slots.length - 1;
    let slot = (records[start + HASH] as number) & last;
    for (let found = slots[slot] as number; found !== 0; found = slots[slot] as number) {
      if (sameText(records, found, start, after)) return records[found + KEY] as number;
      slot = (slot + 1) & last;
    }
    const key = names.push(text) - 1;
    records[start + KEY] = key;
    slots[slot] = start;
    this.end = after;
    if (names.length * 2 > slots.length) this.slots = placed(records, after, slots.length * 4);
    return key;
  }
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
