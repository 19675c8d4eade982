import { type Inputs, linksOf } from "./input.ts";
import type { ImpairmentTest } from "./state.ts";

/**
 * What a report was made from, in one short text: another frame, unit, setting, link or figure gives another
 * one. Where blocks stand is left out, so that an inserted row makes no report stale.
 */
export function fingerprintOf(test: ImpairmentTest, inputs: Inputs): string {
  const { frame, indicators, units, explanations, sensitivity } = test;
  const links = linksOf(test).map(({ slot, link }) => [slot, link.source, link.note, inputs.get(link.pin)?.cells ?? null] as const);
  return hashOf(JSON.stringify([frame, indicators, units, sorted(Object.entries(explanations)), sensitivity, sorted(links)]));
}

/** By their keys: an entry that was taken out and came back stands at the end. */
function sorted<T extends readonly [key: string, ...unknown[]]>(entries: readonly T[]): readonly T[] {
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** FNV-1a over two interleaved halves: 64 bits in hexadecimal. No secret, only a way to see that something moved. */
function hashOf(text: string): string {
  let [first, second] = [0x811c9dc5, 0xc9dc5118];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ (code + index), 0x01000193);
  }
  return [first, second].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
