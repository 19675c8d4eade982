import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

describe("a person types a formula", () => {
  let visitor: Visit;
  let sheet: Sheet;

  beforeAll(async () => {
    visitor = await visit();
    sheet = new Sheet(visitor.page);
    await visitor.page.goto(visitor.address);
    await sheet.ready();
    await sheet.goTo("A1");
    for (const [index, rate] of ["2.22%", "2.96%", "1.75%", "0.08%", "100%"].entries()) {
      await sheet.type(`${"ABCDE".charAt(index)}1`, rate);
    }
  });

  afterAll(() => visitor.end());

  it("sees the function and its arguments explained while typing", async () => {
    await sheet.goTo("A3");
    await visitor.page.keyboard.type("=headroom.ecl.ra", { delay: 30 });
    await visitor.page.getByText("HEADROOM.ECL.RATES").first().waitFor();
    await visitor.page.keyboard.type("tes(", { delay: 30 });
    await visitor.page.getByText(/Migration rates by bucket, youngest first/).first().waitFor();
    await visitor.page.keyboard.press("Escape");
    await visitor.page.keyboard.press("Escape");
  });

  it("gets the function that was typed, not the first of a list looked up before its name was complete", async () => {
    await sheet.goTo("A9");
    await visitor.page.keyboard.type("=HEADROOM.ECL.", { delay: 30 });
    await visitor.page.getByText("HEADROOM.ECL.AGING").first().waitFor();
    await visitor.page.keyboard.type("RATES(A1:E1)");
    await visitor.page.keyboard.press("Enter");
    await sheet.expectSaid("A9", /formula =HEADROOM\.ECL\.RATES\(A1:E1\)/);
    await sheet.goTo("A9");
    await visitor.page.keyboard.press("Delete");
  });

  it("gets the loss rates, spilled", async () => {
    await sheet.type("A3", "=HEADROOM.ECL.RATES(A1:E1,{3,3,4,5,5})");
    await sheet.expectSaid("A3", /^3\.108e-7\b/);
    await sheet.expectSaid("E3", /^1\b/);
  });

  it("sees the results move when an input changes", async () => {
    await sheet.type("E1", "50%");
    await sheet.expectSaid("E3", /^0\.5\b/);
    await sheet.expectSaid("A3", /^1\.554e-7\b/);
  });

  it("reads what is wrong with an input, and where, until it is mended", async () => {
    await sheet.type("B1", "abc");
    await sheet.expectSaid("A3", /migration, row 1, column 2: 'abc' is not a number/);
    await sheet.type("B1", "2.96%");
    await sheet.expectSaid("A3", /^1\.554e-7\b/);
  });

  it("takes a change back with one key", async () => {
    await sheet.type("E1", "25%");
    await sheet.expectSaid("E3", /^0\.25\b/);
    await sheet.goTo("E1");
    await visitor.page.keyboard.press("Control+z");
    await sheet.expectSaid("E3", /^0\.5\b/);
  });

  it("goes on calculating after a formula that cannot be computed", async () => {
    await sheet.type("A7", "=HEADROOM.ECL.RATES()");
    await sheet.type("A8", "=SUM(A1:E1)");
    await sheet.expectSaid("A8", /^0\.5701\b/);
  });

  it("causes no error in the page and no request but for its own files", () => {
    expect(visitor.errors).toEqual([]);
    const foreign = visitor.requests.filter((url) => !url.startsWith(visitor.address) && !url.startsWith("blob:") && !url.startsWith("data:"));
    expect(foreign).toEqual([]);
  });

  it("runs under a policy that lets the page evaluate no text and ask nobody else", async () => {
    const policy = await visitor.page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    expect(policy).toMatch(/default-src 'none';.*script-src 'self'; connect-src 'self';/);
    expect(policy).not.toContain("unsafe-eval");
    // In force, not only written: the browser itself names the rule that stops an inline script and a foreign request.
    const stoppedBy = await visitor.page.evaluate(async () => {
      // The browser tells of a violation some time after it has stopped it.
      const told = (directive: string) =>
        new Promise<string>((resolve) => {
          document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
            if (effectiveDirective === directive) resolve(directive);
          });
        });
      const both = Promise.all([told("script-src-elem"), told("connect-src")]);
      const script = document.createElement("script");
      script.textContent = "document.title = 'evaluated'";
      document.head.append(script);
      await fetch("https://example.com/").catch(() => undefined);
      return both;
    });
    expect(stoppedBy).toEqual(["script-src-elem", "connect-src"]);
  });
});
