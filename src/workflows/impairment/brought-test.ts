import type { RangeAddress } from "../../workbook/address.ts";
import type { Workbook } from "../../workbook/port.ts";
import { advance } from "./advance.ts";
import { impairmentTestOf } from "./codec.ts";
import { linksOf, releasedPins } from "./input.ts";
import { loadTests, saveTests } from "./saved-tests.ts";
import type { Slot } from "./slot.ts";
import type { ImpairmentState, ImpairmentTest, Link, TestId } from "./state.ts";

type Pinning = Pick<Workbook, "pin" | "unpin" | "loadState" | "saveState">;

/** A test that came with sheets: a document whose links name blocks, and where those stand now. */
export interface BroughtTest {
  readonly document: unknown;
  readonly blocks: Readonly<Record<string, RangeAddress>>;
}

/** Adds a test to those of the workbook, opened, each of its blocks pinned; gives its id. */
export async function bringTest(workbook: Pinning, brought: BroughtTest): Promise<TestId> {
  const state = await loadTests(workbook);
  const test = impairmentTestOf(brought.document);
  const pins = new Map<string, string>();
  for (const { link } of linksOf(test)) {
    const block = brought.blocks[link.pin];
    if (block && !pins.has(link.pin)) pins.set(link.pin, await workbook.pin(block));
  }
  const added = advance(state, { type: "test-added", test: withPins(test, pins) });
  try {
    await saveTests(workbook, added);
  } catch (error) {
    await workbook.unpin([...pins.values()]);
    throw error;
  }
  return `t${state.next}`;
}

/** Takes a test and what it alone has pinned out of the workbook again. */
export async function removeTest(workbook: Pinning, test: TestId): Promise<void> {
  const before = await loadTests(workbook);
  const kept = before.removed;
  const after: ImpairmentState = { ...advance(before, { type: "test-removed", test }), removed: kept?.id === test ? null : kept };
  await saveTests(workbook, after);
  await workbook.unpin(releasedPins(before, after));
}

/** A link whose block is unknown is left out: it would point at nothing. */
function withPins(test: ImpairmentTest, pins: ReadonlyMap<string, string>): ImpairmentTest {
  const links: Partial<Record<Slot, Link>> = {};
  for (const { slot, link } of linksOf(test)) {
    const pin = pins.get(link.pin);
    if (pin !== undefined) links[slot] = { ...link, pin };
  }
  return { ...test, links };
}
