import { describe, expect, it } from "vitest";
import { testsStore } from "../../../src/pane/impairment/tests-store.ts";
import { WorkbookRefusal } from "../../../src/workbook/port.ts";
import { impairmentKey } from "../../../src/workflows/impairment/codec.ts";
import { emptyFrame } from "../../../src/workflows/impairment/new-test.ts";
import { unreadKey } from "../../../src/workflows/impairment/saved-tests.ts";

/** A workbook that keeps documents, and may refuse to for a while. */
class KeptDocuments {
  readonly documents = new Map<string, unknown>();
  readonly unpinned: string[] = [];
  protectedNow = false;

  async loadState(key: string): Promise<unknown> {
    return structuredClone(this.documents.get(key) ?? null);
  }

  async saveState(key: string, value: unknown): Promise<void> {
    if (this.protectedNow) throw new WorkbookRefusal({ code: "workbook-protected" });
    this.documents.set(key, structuredClone(value));
  }

  async unpin(pins: readonly string[]): Promise<void> {
    this.unpinned.push(...pins);
  }

  get saved(): unknown {
    return this.documents.get(impairmentKey);
  }
}

const started = { type: "test-started", frame: { ...emptyFrame, name: "钼业板块 2025" } } as const;
const named = (name: string) => ({ type: "frame-changed", frame: { name } }) as const;

async function opened(workbook = new KeptDocuments()) {
  const store = testsStore(workbook);
  await store.load();
  return { workbook, store };
}

describe("the tests a room keeps in the workbook", () => {
  it("are saved with every event", async () => {
    const { workbook, store } = await opened();
    await store.play(started);
    expect(workbook.saved).toEqual(store.now().state);
    await store.play(named("钼业板块 2026"));
    expect(workbook.saved).toEqual(store.now().state);
    expect(store.now().saving).toEqual({ kind: "saved" });
  });

  it("are restored where they were left", async () => {
    const { workbook, store } = await opened();
    await store.play(started);
    await store.play({ type: "step-shown", step: "rate" });
    const again = await opened(workbook);
    expect(again.store.now().state).toEqual(store.now().state);
  });

  it("are saved as they are in the end where events follow faster than the workbook writes", async () => {
    const { workbook, store } = await opened();
    await Promise.all([store.play(started), store.play(named("一")), store.play(named("二"))]);
    expect(workbook.saved).toEqual(store.now().state);
    expect(store.now().state.tests[0]?.frame.name).toBe("二");
  });

  it("are kept, and said not to be saved, where the workbook refuses; the next event saves all of it", async () => {
    const { workbook, store } = await opened();
    await store.play(started);
    workbook.protectedNow = true;
    await store.play(named("一"));
    expect(store.now().saving).toEqual({ kind: "failed", issue: { code: "workbook-protected" } });
    expect(store.now().state.tests[0]?.frame.name).toBe("一");
    workbook.protectedNow = false;
    await store.play({ type: "frame-changed", frame: { entity: "公司" } });
    expect(workbook.saved).toMatchObject({ tests: [{ frame: { name: "一", entity: "公司" } }] });
  });

  it("let go of the blocks of a link only once a save no longer has it", async () => {
    const { workbook, store } = await opened();
    await store.play(started);
    await store.play({ type: "linked", slot: "carrying-total", link: { pin: "_headroom.a", source: "", note: "" } });
    workbook.protectedNow = true;
    await store.play({ type: "linked", slot: "carrying-total", link: { pin: "_headroom.b", source: "", note: "" } });
    expect(workbook.unpinned).toEqual([]);
    workbook.protectedNow = false;
    await store.save();
    expect(workbook.unpinned).toEqual(["_headroom.a"]);
  });

  it("follow what others have saved meanwhile, but never over what is still to be saved", async () => {
    const { workbook, store } = await opened();
    const other = await opened(workbook);
    await other.store.play(started);
    await store.load();
    expect(store.now().state.tests).toHaveLength(1);
    workbook.protectedNow = true;
    await store.play(named("未保存"));
    workbook.protectedNow = false;
    await other.store.play(named("别处"));
    await store.load();
    expect(store.now().state.tests[0]?.frame.name).toBe("未保存");
  });

  it("of a newer version are told of and left alone", async () => {
    const workbook = new KeptDocuments();
    workbook.documents.set(impairmentKey, { version: 99, tests: [] });
    const { store } = await opened(workbook);
    expect(store.now().opening).toEqual({ kind: "refused", issue: { code: "state-newer", key: impairmentKey, version: 99 } });
    await store.save();
    expect(workbook.saved).toEqual({ version: 99, tests: [] });
  });

  it("that cannot be read are kept beside the new ones once a person starts afresh", async () => {
    const workbook = new KeptDocuments();
    workbook.documents.set(impairmentKey, { version: 1, tests: "?" });
    const { store } = await opened(workbook);
    expect(store.now().opening).toMatchObject({ kind: "refused", issue: { code: "state-unreadable" } });
    store.startAfresh();
    expect(workbook.saved).toEqual({ version: 1, tests: "?" });
    await store.play(started);
    expect(workbook.documents.get(unreadKey)).toEqual({ version: 1, tests: "?" });
    expect(workbook.saved).toEqual(store.now().state);
  });

  it("are not saved into a workbook that has taken the place of theirs", async () => {
    const { workbook, store } = await opened();
    store.leave();
    await store.play(started);
    expect(workbook.saved).toBeUndefined();
  });
});
