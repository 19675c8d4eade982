import { build } from "esbuild";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Visit, visit } from "./support/visit.ts";

let visitor: Visit;
let script: string;

beforeAll(async () => {
  const { outputFiles } = await build({ entryPoints: ["test/browser/support/two-questions.tsx"], bundle: true, write: false, jsx: "automatic", define: { "process.env.NODE_ENV": '"production"' } });
  script = outputFiles[0]?.text ?? "";
  visitor = await visit();
});

afterAll(async () => {
  expect(visitor.errors).toEqual([]);
  await visitor.end();
});

beforeEach(async () => {
  await visitor.page.goto("about:blank");
  await visitor.page.addScriptTag({ content: script });
  await visitor.page.locator("#first").focus();
  await visitor.page.keyboard.press("Enter");
  await expectFocus("first-cancel");
});

const expectFocus = (id: string) => expect.poll(() => visitor.page.evaluate(() => document.activeElement?.id)).toBe(id);

/** Clicks one after the other before any timer runs, and lets those that are due then run. */
const click = (...ids: readonly string[]) =>
  visitor.page.evaluate(async (all) => {
    for (const id of all) document.getElementById(id)?.click();
    await new Promise((resume) => setTimeout(resume, 200));
  }, ids);

describe("the keyboard, when a question is taken away", () => {
  it("is where it was before", async () => {
    await click("first-cancel");
    await expectFocus("first");
  });

  it("stays in a question that is asked at once", async () => {
    await click("first-cancel", "second");
    await expectFocus("second-cancel");
  });

  it("stays where the answer leads to", async () => {
    await click("first-yes");
    await expectFocus("heading");
  });
});
