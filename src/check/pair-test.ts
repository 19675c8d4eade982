import type { Figure } from "./figure.ts";

export type PairRelation = "difference" | "product" | "quotient" | "margin" | "growth";

type Figures = readonly (Figure | undefined)[];

/**
 * In how many places a relation between three lines may hold, and in how many it cannot. Without an object or an exact
 * number, since most combinations of lines fail it.
 */
export function quickly(relation: PairRelation, ts: Figures, as: Figures, bs: Figures, power: number): { near: number; far: number } {
  let [near, far] = [0, 0];
  const scale = 10 ** power;
  for (let at = 0; at < ts.length; at += 1) {
    const [t, a, b] = [ts[at], as[at], bs[at]];
    if (!t || !a || !b || t.dash || a.value === 0 || b.value === 0) continue;
    if (!taken(relation, t, a, b)) continue;
    if (close(relation, t, a, b, scale)) near += 1;
    else far += 1;
    if (far > 2 && far > near) return { near: 0, far };
  }
  return { near, far };
}

function taken(relation: PairRelation, t: Figure, a: Figure, b: Figure): boolean {
  const plainA = a.kind === "amount";
  const plainB = b.kind === "amount";
  const plainT = t.kind === "amount";
  if (relation === "difference") return plainA === plainB && plainT === plainA;
  if (relation === "product") return plainT && (plainA || plainB) && a.value !== 1 && b.value !== 1;
  if (relation === "quotient") return (plainA || plainT) && plainB && t.value !== 1 && b.value !== 1;
  return t.kind === "rate" && plainA && plainB;
}

function close(relation: PairRelation, t: Figure, a: Figure, b: Figure, scale: number): boolean {
  const half = (t.high - t.low) / 2;
  const [wa, wb] = [(a.high - a.low) / 2, (b.high - b.low) / 2];
  if (relation === "difference") return Math.abs(a.value - b.value - t.value) <= half + wa + wb + 1e-9 * Math.abs(a.value);
  const [ra, rb] = [wa / Math.abs(a.value), wb / Math.abs(b.value)];
  // A divisor may be off by so much that its quotient is off by more than the same part of it.
  const part = ra + rb / Math.max(0.05, 1 - rb) + ra * rb;
  if (relation === "margin") return Math.abs(1 - b.value / a.value - t.value) <= Math.abs(b.value / a.value) * (rb + ra / Math.max(0.05, 1 - ra) + ra * rb) + half + 1e-12;
  const value = relation === "product" ? a.value * b.value * scale : (a.value / b.value) * scale;
  const reach = Math.abs(value) * part + half + 1e-9 * Math.abs(value);
  if (relation !== "growth") return Math.abs(value - t.value) <= reach;
  return Math.abs(value - 1 - t.value) <= reach || (b.value < 0 && Math.abs(1 - value - t.value) <= reach);
}

/** The power of ten that the first telling places agree on: 万吨 × 元/吨 is 万元, 元 × 吨 is 万元 after 10⁴. */
export function powerBetween(relation: "product" | "quotient", ts: Figures, as: Figures, bs: Figures): number | undefined {
  let [voted, votes, against] = [0, 0, 0];
  for (let at = 0; at < ts.length && votes < 3; at += 1) {
    const [t, a, b] = [ts[at], as[at], bs[at]];
    if (!t || !a || !b || t.value === 0 || a.value === 0 || b.value === 0 || !taken(relation, t, a, b)) continue;
    const ratio = Math.log10(Math.abs(t.value / (relation === "product" ? a.value * b.value : a.value / b.value)));
    const power = Math.round(ratio);
    if (Math.abs(ratio - power) > 0.02 || (votes > 0 && power !== voted)) {
      against += 1;
      if (against > 2 + votes) return undefined;
    } else {
      voted = power;
      votes += 1;
    }
  }
  return votes > 0 && Math.abs(voted) <= 8 && (voted === 0 || votes >= 2) ? voted : undefined;
}
