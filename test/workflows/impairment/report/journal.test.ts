import { describe, expect, it } from "vitest";
import { unitSlot } from "../../../../src/workflows/impairment/slot.ts";
import { complete } from "../finding-cases.ts";
import { LinkedBook } from "../linked-book.ts";
import { disagreements } from "./expected-figures.ts";
import { known, linkedIn, WrittenBook } from "./written-book.ts";

async function writtenOf(linked: LinkedBook): Promise<WrittenBook> {
  const book = new WrittenBook();
  book.of(await linkedIn(book, linked));
  await book.write();
  return book;
}

describe("the entry in the books that a workpaper proposes", () => {
  it("debits the loss, credits every asset with its own, and adds to what the result says", async () => {
    const { book: linked, short, idle } = complete();
    const figures = await (await writtenOf(linked)).figures();
    const row = (unit: string, name: string) => [figures.text("disclosure", `${unit}.${name}`, "label"), figures.value("disclosure", `${unit}.${name}`), ...figures.line("disclosure", `${unit}.${name}`)];
    const loss = Number(figures.value("result", `${short}.recognised`));
    const [first, second] = [figures.line("allocation", `${short}.loss`)[0], figures.line("allocation", `${short}.loss`)[1]];
    expect(row(short, "debit")).toEqual(["借：资产减值损失", loss]);
    expect(row(short, "credit-1")).toEqual(["贷：减值准备——房屋", first, 15000, first, 15000 - Number(first)]);
    expect(row(short, "credit-2")).toEqual(["贷：减值准备——设备", second, 25000, second, 25000 - Number(second)]);
    expect(row(short, "assets-total")).toEqual(["合计", null, 40000, loss, 40000 - loss]);
    // Asset by asset: 100 against 145, 200 against 85.
    expect([row(idle, "debit"), row(idle, "credit-1"), row(idle, "credit-2")]).toEqual([["借：资产减值损失", 115], ["贷：减值准备——1", 0, 100, 0, 100], ["贷：减值准备——2", 115, 200, 115, 85]]);
    expect([short, idle].flatMap((unit) => [figures.check("disclosure", `${unit}.debit`), figures.check("disclosure", `${unit}.assets-total`)])).toEqual([0, 0, 0, 0]);
  });

  it("books of goodwill what belongs to the parent, and follows a loss that comes later", async () => {
    const linked = new LinkedBook();
    const unit = linked.unit("资产组 1", { use: "idle" });
    linked.figure(unit, "carrying", [60, 40]).figure(unit, "goodwill", 70).figure(unit, "ownership", 0.7).figure(unit, "fair-value", 300);
    const book = await writtenOf(linked);
    expect((await book.figures()).value("disclosure", `${unit}.debit`)).toBe(0);
    await book.retype(unitSlot(unit, "fair-value"), 80);
    await book.settled();
    const figures = await book.figures();
    const value = (name: string) => figures.value("disclosure", `${unit}.${name}`);
    // 200 less 80: goodwill of 100 whole, 70 of it the parent's; 20 on the assets.
    expect([value("debit"), value("credit-goodwill"), value("goodwill-others"), value("credit-1"), value("credit-2")]).toEqual([90, 70, 30, 12, 8]);
    expect([figures.check("disclosure", `${unit}.debit`), figures.line("disclosure", `${unit}.assets-total`)]).toEqual([0, [200, 120, 80]]);
  });

  it("says by how much the printed loss differs, where it ties with a tail", async () => {
    const linked = new LinkedBook();
    const unit = linked.unit("资产组 1", { use: "idle" });
    linked.figure(unit, "carrying", [60, 40]).figure(unit, "fair-value", 40).figure(unit, "reported-loss", 60.01);
    const figures = await (await writtenOf(linked)).figures();
    expect([figures.value("disclosure", `${unit}.debit`), figures.value("disclosure", `${unit}.recognised-tail`)]).toEqual([60, 0.01]);
  });
});

describe("a loss of earlier years", () => {
  const test = (standard: "CAS8" | "IAS36") => {
    const linked = new LinkedBook({ standard });
    const unit = linked.unit("Unit", { use: "idle" });
    linked.figure(unit, "carrying", [60, 40]).figure(unit, "fair-value", 130).figure(unit, "carrying-without-loss", [70, 50]);
    return { linked, unit };
  };

  it("comes back under IAS 36 up to the carrying amount there would be without it (IAS 36.117), in the evaluation and in native cells", async () => {
    const { linked, unit } = test("IAS36");
    expect(linked.evaluated(unit).reversal?.toString()).toBe("20");
    expect(linked.findings("earlier-losses")).toMatchObject([{ outcome: "pass", clause: "no-reversal", facts: { reversal: "20.00" } }]);
    const book = await writtenOf(linked);
    expect((await book.figures()).value("result", `${unit}.reversal`)).toBe(20);
    await book.retype(unitSlot(unit, "fair-value"), 110);
    await book.settled();
    const figures = await book.figures();
    expect(known((await book.paper()).evaluation.units[0]).reversal?.toString()).toBe("10");
    expect([figures.value("result", `${unit}.reversal`), figures.value("disclosure", `${unit}.reversal`)]).toEqual([10, 10]);
    expect(disagreements(figures, (await book.paper()).evaluation)).toEqual([]);
  });

  it("asks under IAS 36 for the carrying amount without it, once there is headroom", () => {
    const { linked, unit } = test("IAS36");
    linked.play({ type: "unlinked", slot: unitSlot(unit, "carrying-without-loss") });
    expect([linked.evaluated(unit).reversal, linked.outcomes("earlier-losses")]).toEqual([undefined, ["note"]]);
  });

  it("never comes back under CAS 8 (art. 17)", async () => {
    const { linked, unit } = test("CAS8");
    expect([linked.evaluated(unit).reversal, linked.outcomes("earlier-losses")]).toEqual([undefined, ["pass"]]);
    expect((await (await writtenOf(linked)).figures()).keys("result")).not.toContain(`${unit}.reversal`);
  });
});
