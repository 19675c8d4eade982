/** Numbers of up to so many digits are read: what is looked up by them has a place for each. */
const MOST_DIGITS = 6;

const ZERO = 48;

/** The shape of texts that begin alike and end in a number of as many digits, such as "K-000417" and "K-012055". */
export interface NumberedText {
  readonly beginning: Uint16Array;
  readonly length: number;
  /** How many numbers there are. */
  readonly numbers: number;
}

/** The shape of an example, of which at most so many numbers are wanted; undefined where it ends in no number. */
export function numberedLike(example: string, wanted: number): NumberedText | undefined {
  const { length } = example;
  let digits = 0;
  while (digits < MOST_DIGITS && digits < length && 10 ** (digits + 1) <= wanted && isDigit(example.charCodeAt(length - 1 - digits) - ZERO)) digits++;
  if (digits === 0) return undefined;
  const beginning = Uint16Array.from({ length: length - digits }, (_, index) => example.charCodeAt(index));
  return { beginning, length, numbers: 10 ** digits };
}

/** The number of a text, from 0; −1 for any text that is not of this shape. No two texts have the same number. */
export function numberOf({ beginning, length }: NumberedText, text: string): number {
  if (text.length !== length) return -1;
  const start = beginning.length;
  let difference = 0;
  for (let index = 0; index < start; index++) difference |= text.charCodeAt(index) ^ (beginning[index] as number);
  if (difference !== 0) return -1;
  let number = 0;
  for (let index = start; index < length; index++) {
    const digit = text.charCodeAt(index) - ZERO;
    if (!isDigit(digit)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function isDigit(value: number): boolean {
  return value >= 0 && value <= 9;
}
