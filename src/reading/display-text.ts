/** A run of text on a line, with the characters [start, end) it takes and the display columns [left, right). */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly right: number;
}

const wide = /[①-⑳“”‘’…—\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/**
 * The runs of a line that two or more spaces (or one ideographic space) part. Chinese characters take as many columns
 * as their printer gave them: two as a rule, one where it counted characters.
 */
export function tokensOf(line: string, wideColumns: 1 | 2): readonly Token[] {
  const tokens: Token[] = [];
  const columns = columnsBefore(line, wideColumns);
  for (const match of line.matchAll(/[^\s\u3000]+(?:[ \u00a0][^\s\u3000]+)*/g)) {
    tokens.push(tokenAt(line, columns, match.index, match.index + match[0].length));
  }
  return joinedLetters(line, columns, tokens);
}

/** A token cut at its single spaces. */
export function wordsOf(line: string, token: Token, wideColumns: 1 | 2): readonly Token[] {
  const columns = columnsBefore(line, wideColumns);
  return [...token.text.matchAll(/\S+/g)].map((match) => tokenAt(line, columns, token.start + match.index, token.start + match.index + match[0].length));
}

/** The token from the beginning of one to the end of another. */
export function spanOf(line: string, first: Token, last: Token): Token {
  return { text: line.slice(first.start, last.end), start: first.start, end: last.end, left: first.left, right: last.right };
}

function tokenAt(line: string, columns: readonly number[], start: number, end: number): Token {
  return { text: line.slice(start, end), start, end, left: columns[start] ?? 0, right: columns[end] ?? 0 };
}

/** The display column at which each character begins, and where the line ends. */
function columnsBefore(line: string, wideColumns: 1 | 2): readonly number[] {
  const columns = [0];
  let column = 0;
  for (let index = 0; index < line.length; index++) {
    column += line.charCodeAt(index) > 0xff && wide.test(line.charAt(index)) ? wideColumns : 1;
    columns.push(column);
  }
  return columns;
}

/** 合    计 and 净 利 润: single Chinese characters set apart to fill a column are one word. */
function joinedLetters(line: string, columns: readonly number[], tokens: readonly Token[]): readonly Token[] {
  const isLetter = (token: Token | undefined) => token !== undefined && /^\p{Script=Han}[:：]?$/u.test(token.text);
  return tokens.reduce<readonly Token[]>((joined, token) => {
    const last = joined.at(-1);
    const lastLetter = last && { ...last, text: last.text.replace(/^.*\s/, "") };
    const isApart = last !== undefined && isLetter(lastLetter) && isLetter(token) && token.left - last.right <= 10;
    return isApart ? [...joined.slice(0, -1), tokenAt(line, columns, last.start, token.end)] : [...joined, token];
  }, []);
}
