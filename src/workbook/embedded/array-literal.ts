import { type Cell, isErrorLiteral } from "../../functions/cell.ts";

/**
 * The cells of an array literal such as {"1,200.00","/";2,TRUE}; undefined where the text is none.
 * The engine cuts its texts at every comma and reads "5%" as a number; a function wants them as typed.
 */
export function literalCells(text: string): Cell[][] | undefined {
  const inner = /^\s*\{([^]*)\}\s*$/.exec(text)?.[1];
  if (inner === undefined) return undefined;
  const rows: Cell[][] = [[]];
  // A quote ends its text only before a separator: the engine has already halved the doubled quotes inside.
  for (const [, quoted, bare = "", separator] of inner.matchAll(/\s*(?:"([^]*?)"(?=\s*(?:[,;]|$))|([^",;]*))\s*([,;]|$)/g)) {
    const cell = quoted ?? bareCell(bare.trim());
    if (cell === undefined) return undefined;
    rows.at(-1)?.push(cell);
    if (separator === ";") rows.push([]);
    if (separator === "") break;
  }
  return rows;
}

function bareCell(text: string): Cell | undefined {
  const upper = text.toUpperCase();
  if (isErrorLiteral(upper)) return { error: upper };
  if (upper === "TRUE" || upper === "FALSE") return upper === "TRUE";
  return text === "" ? null : Number.isNaN(Number(text)) ? undefined : Number(text);
}
