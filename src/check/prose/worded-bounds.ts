import { headOf, listsIn, type Prose, type Quantity } from "./quantities.ts";

/** What words say of figures with a figure of their own: 均在 3% 以下, 均超过 65%, 在 20% 至 30% 之间. */
export interface WordedBound {
  readonly below: Quantity | undefined;
  readonly above: Quantity | undefined;
  /** Whether it is said of several figures: 均, 都. */
  readonly all: boolean;
  /** The figures of the same sentence it is said of; none where it speaks of a table. */
  readonly of: readonly Quantity[];
  /** The words before it, back to the end of the sentence before. */
  readonly head: string;
}

const upper = "不超过|未超过|不高于|未高于|不大于|低于|小于|少于|不足|不到";
const lower = "超过|高于|大于|不低于|不小于|不少于";
const unturned = "(?<![未不没非无会能可将应需])";
const lead = "(?<all>均|都)?(?:稳定|保持|维持|控制|处|位)?(?:在|于|为)?了?";
const compared = new RegExp(`${unturned}${lead}(?:(?<upper>${upper})|(?<lower>${lower}))了?\\s*$`);
const placed = new RegExp(`${unturned}(?<all>均|都)?(?:稳定|保持|维持|控制|处|位)?(?:在|于|为)\\s*$`);
const between = new RegExp(`${unturned}(?<all>均|都)?(?:稳定|保持|维持|控制|处|位|介)?(?:在|于)\\s*$`);
const stop = "(?=[，,。；;]|\\s*$)";
const after = new RegExp(`^\\s*(?:(?<below>以下|以内|之内)|(?<above>以上))${stop}`);
const bare = new RegExp(`^\\s*${stop}`);
const within = new RegExp(`^\\s*(?:之间|区间)${stop}`);
const joined = /^\s*(?:至|到|~|～|—)\s*$/;
const directly = /^\s*[，,]?\s*$/;
/** What makes it a rule, a plan or a part of the figures and no statement of them all. */
export const hedged = /若|如果|假设|应当|不得|要求|规定|标准|目标|阈值|门槛|预计|预测|预期|未来|选定|除|之外|主要|大部分|多数|大多|个别|部分|基本|通常|一般|以来|整体/;
const excepted = /^[^。；;]*(?:除|例外)/;

/** The bounds that a paragraph sets for figures, with the figures of the same sentence they are set for. */
export function boundsIn(prose: Prose): WordedBound[] {
  const { text } = prose.paragraph;
  const lists = listsIn(prose);
  return prose.quantities.flatMap((quantity, at): WordedBound[] => {
    const found = boundAt(text, quantity, prose.quantities[at + 1]);
    if (!found) return [];
    const head = headOf(text, found.start);
    if (hedged.test(head) || excepted.test(text.slice(quantity.end))) return [];
    const before = prose.quantities[at - 1];
    const follows = before !== undefined && directly.test(text.slice(before.end, found.start));
    const list = follows ? lists.find(({ items }) => items.at(-1)?.start === before.start) : undefined;
    if (list && !found.all) return [];
    const items = list?.items ?? (follows && !found.all ? [before] : []);
    return [{ below: found.below, above: found.above, all: found.all, of: items.some(({ rough }) => rough) ? [] : items, head }];
  });
}

function boundAt(text: string, quantity: Quantity, next: Quantity | undefined): (Pick<WordedBound, "below" | "above" | "all"> & { start: number }) | undefined {
  const [before, behind] = [text.slice(Math.max(0, quantity.start - 16), quantity.start), text.slice(quantity.end)];
  const at = (match: RegExpExecArray) => ({ start: quantity.start - before.length + match.index, all: match.groups?.["all"] !== undefined });
  const range = between.exec(before);
  if (range && next && joined.test(text.slice(quantity.end, next.start)) && within.test(text.slice(next.end))) return { ...at(range), above: quantity, below: next };
  const words = compared.exec(before);
  if (words) return bare.test(behind) ? { ...at(words), ...(words.groups?.["upper"] ? { below: quantity, above: undefined } : { below: undefined, above: quantity }) } : undefined;
  const [place, side] = [placed.exec(before), after.exec(behind)];
  return place && side ? { ...at(place), ...(side.groups?.["below"] ? { below: quantity, above: undefined } : { below: undefined, above: quantity }) } : undefined;
}
