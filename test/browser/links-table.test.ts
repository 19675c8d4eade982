import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { after, before, columns, type Conflict, conflicts, type Failure, failures, outcomes, runOf, sourceKinds } from "../links/refresh-cases.ts";
import { dataOrigin, deletedSheet, delimited, LinkedSource, type Rows, showSheet } from "./support/linked-source.ts";
import { LinksRoom } from "./support/links-room.ts";
import { savedRows } from "./support/saved-rows.ts";
import { Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

const name = "往来余额";

describe.each(sourceKinds)("a link to a source of the kind %s, in the browser", (kind) => {
  let here: Visit;
  let room: LinksRoom;
  let sheet: Sheet;
  let source: LinkedSource;

  // One page for all of a source: each case leaves the block as it found it.
  beforeAll(async () => {
    here = await visit();
    const { page, context, address } = here;
    await page.addInitScript("delete window.showOpenFilePicker; delete window.showSaveFilePicker;");
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    // The page as an organisation builds it that has allowed the origin: policy and page name it.
    await page.route(address, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({ response, body: html.replace(/connect-src ([^;"]*)/, `connect-src $1 ${dataOrigin}`).replace('name="headroom-allowed-origins" content="', `$&${dataOrigin}`) });
    });
    await page.goto(address);
    sheet = new Sheet(page);
    await sheet.ready();
    await page.getByRole("tab", { name: "Links" }).click();
    room = new LinksRoom(page);
    source = new LinkedSource(kind, room, sheet);
    await source.prepare();
    await source.says([columns, ...before]);
    await source.link(name);
  });

  afterAll(async () => {
    // The browser itself reports a request that could not be made.
    expect(here.errors.filter((error) => !error.includes("ERR_CONNECTION_REFUSED"))).toEqual([]);
    await here.end();
  });

  const standing = async () => (await savedRows(here.page, [name]))[0];

  async function types(cells: Readonly<Record<string, string | number>>): Promise<void> {
    await showSheet(here.page, name);
    for (const [cell, text] of Object.entries(cells)) await sheet.type(cell, String(text));
  }

  async function clears(cell: string): Promise<void> {
    await showSheet(here.page, name);
    await sheet.goTo(cell);
    await here.page.keyboard.press("Delete");
  }

  /** The rows of the block in another order. */
  async function orders(rows: Rows): Promise<void> {
    await showSheet(here.page, name);
    await sheet.paste("A2", delimited(rows, "\t").trimEnd());
    for (const [index, [, , amount]] of rows.entries()) await sheet.expectSaid(`C${index + 2}`, new RegExp(`^${amount}`));
  }

  const acts: { readonly [C in Conflict]?: () => Promise<void> } = {
    none: () => Promise.resolve(),
    "cell-overwritten": () => types({ C2: 999 }),
    "cell-given": () => types({ C2: 999 }),
    sorted: () => orders(before.toReversed()),
  };

  /** What the block is like before each case. */
  async function restores(conflict: Conflict): Promise<void> {
    if (conflict === "cell-overwritten" || conflict === "cell-given") await types({ C2: 100 });
    if (conflict === "sorted") await orders(before);
    await source.says([columns, ...before]);
    expect(await standing()).toEqual([columns, ...before]);
  }

  it.each(conflicts.filter((conflict) => runOf(kind, conflict, "none").in === "browser"))("with what a person did (%s), stands as expected after the refresh, and is undone to what stood", async (conflict) => {
    await acts[conflict]?.();
    const stood = await standing();
    await source.says([columns, ...after]);
    await source.refresh(name);
    await room.all.getByText("2 rows added · 1 row removed").waitFor();
    if (conflict === "cell-given") await here.page.getByRole("button", { name: "Take the source everywhere" }).click();
    await room.write();
    await room.all.getByText(new RegExp(`${outcomes[conflict].kept} cells? of yours kept`)).waitFor();
    expect(await standing()).toEqual([columns, ...outcomes[conflict].rows]);
    await room.takeBack();
    expect(await standing()).toEqual(stood);
    await restores(conflict);
  });

  /** Brings a failure about, and what is said of it; what is returned mends it. */
  const failing: { readonly [F in Failure]?: () => Promise<void> } = {
    "no-room": async () => {
      await types({ A5: "合计" });
      await source.says([columns, ...after]);
      await refused(/The table grows by 1 row, but 往来余额!A5 is not empty/);
      await clears("A5");
    },
    "columns-missing": async () => {
      await source.says([["名称", "年限", "余额"], ...after]);
      await refused(/The source has no “客户”, “账龄”, “期末余额” any more/);
    },
    "target-deleted": async () => {
      await source.says([columns, ...after]);
      const back = await deletedSheet(here.page, sheet, name);
      await refused(/The cells of “往来余额” have been deleted/);
      await back();
    },
    "source-gone": async () => {
      if (source.isFile()) {
        await here.page.getByRole("button", { name: `Refresh ${name}`, exact: true }).click();
        await here.page.getByRole("button", { name: `Choose 余额.${kind}…` }).waitFor();
        expect(await here.page.getByRole("button", { name: "Show what would change" }).getAttribute("aria-disabled")).toBe("true");
        await here.page.getByRole("button", { name: "Cancel" }).click();
        return;
      }
      const back = await source.vanishes();
      await refused({ range: /The range this link reads has been deleted/, named: /往来来源 is not there any more/, address: /data\.example\.com cannot be reached/ }[kind as "range" | "named" | "address"]);
      await back();
    },
    partial: async () => {
      await source.says([columns, ...after]);
      await source.refresh(name, true);
      await room.all.getByText("This source does not seem to be whole.").waitFor();
      expect(await here.page.getByRole("button", { name: "Write", exact: true }).getAttribute("aria-disabled")).toBe("true");
      await here.page.getByRole("button", { name: "Cancel" }).click();
    },
    stopped: async () => {
      await source.says([columns, ...Array.from({ length: 150_000 }, (_, index) => [`客户 ${index}`, "1年以内", index])]);
      await source.refresh(name);
      // So much that it is still being written when a hand that is quick on any machine has seen that it has begun.
      await here.page.evaluate(() =>
        new MutationObserver((_, observer) => {
          const stop = [...document.querySelectorAll("#headroom-room-links button")].find((button) => button.textContent === "Stop");
          if (!(stop instanceof HTMLElement) || !document.querySelector("#headroom-room-links")?.textContent.includes("Writing")) return;
          observer.disconnect();
          stop.click();
        }).observe(document.body, { childList: true, characterData: true, subtree: true }),
      );
      await here.page.getByRole("button", { name: "Write", exact: true }).click();
      await here.page.getByText(/Stopped/).first().waitFor();
      await here.page.getByRole("button", { name: "Cancel" }).click();
    },
  };

  /** A refresh that is planned and refused with a reason. */
  async function refused(reason: RegExp): Promise<void> {
    await source.refresh(name);
    await room.all.getByText(reason).waitFor();
    await here.page.getByRole("button", { name: "Cancel" }).click();
  }

  const cases = failures.flatMap((failure) => conflicts.map((conflict) => ({ failure, conflict }))).filter(({ failure, conflict }) => failure !== "none" && runOf(kind, conflict, failure).in === "browser");

  it.each(cases)("where this goes wrong: $failure, with what a person did ($conflict), leaves the block as it was", async ({ failure, conflict }) => {
    await acts[conflict]?.();
    const stood = await standing();
    const fail = failing[failure];
    if (!fail) throw new Error(`nobody brings about ${failure}`);
    await fail();
    expect(await standing()).toEqual(stood);
    await restores(conflict);
  });
});
