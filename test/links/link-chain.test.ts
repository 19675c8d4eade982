import { describe, expect, it } from "vitest";
import type { Link } from "../../src/links/link.ts";
import { linkOrder, withReaders } from "../../src/links/link-chain.ts";
import { blockOf, type RangeAddress } from "../../src/workbook/address.ts";
import type { Workbook } from "../../src/workbook/port.ts";

/** A workbook of pins alone: a pin is the address it stands for. */
const pins: Pick<Workbook, "pinned" | "namedRanges" | "pin"> = {
  pinned: (names) => Promise.resolve(names.map((name) => range(name))),
  namedRanges: () => Promise.resolve([{ name: "往来", range: range("A1:B3"), kind: "table" }]),
  pin: ({ row, column, rows, columns }) => Promise.resolve(`${String.fromCharCode(65 + column)}${row + 1}:${String.fromCharCode(64 + column + columns)}${row + rows}`),
};

function range(address: string): RangeAddress {
  const block = blockOf(address);
  if (!block) throw new Error(address);
  return { sheet: "Sheet1", ...block };
}

const link = (name: string, source: Link["source"], target: string): Link => ({ id: "l1", name, source, target, columns: [], keys: [], automatic: false, last: null });
const from = (name: string, pin: string, target: string) => link(name, { kind: "range", pin }, target);
const told = async (links: readonly Link[]) => (await linkOrder(pins, links)).map(({ link: { name }, reads }) => [name, reads.map((each) => each.name)]);

describe("links that read each other's blocks", () => {
  it("are put in the order in which one refresh of all is enough", async () => {
    const links = [from("丙", "D1:E3", "G1:H3"), from("乙", "A1:B3", "D1:E3"), link("甲", { kind: "csv", file: "余额.csv" }, "A1:B3")];
    expect(await told(links)).toEqual([["甲", []], ["乙", ["甲"]], ["丙", ["乙"]]]);
    expect(await told([link("按名称", { kind: "named", name: "往来" }, "D1:E3"), link("甲", { kind: "csv", file: "余额.csv" }, "A1:B3")])).toEqual([["甲", []], ["按名称", ["甲"]]]);
  });

  it("keep their order where none reads another's, and are each taken once in a ring", async () => {
    expect(await told([from("甲", "J1:K3", "A1:B3"), from("乙", "M1:N3", "D1:E3")])).toEqual([["甲", []], ["乙", []]]);
    expect(await told([from("甲", "D1:E3", "A1:B3"), from("乙", "A1:B3", "D1:E3")])).toEqual([["甲", []], ["乙", ["甲"]]]);
  });

  it("go on reading all rows of a block that has grown or shrunk, and nothing more of one they read in part", async () => {
    const links = [from("全部", "A1:B3", "D1:E3"), from("一列", "B1:B3", "G1:G3"), from("部分", "A1:B2", "J1:K2"), from("别处", "M1:N3", "P1:Q3")];
    const { links: moved, released } = await withReaders(pins, links, range("A1:B3"), range("A1:B5"));
    expect(moved.map(({ source }) => ("pin" in source ? source.pin : ""))).toEqual(["A1:B5", "B1:B5", "A1:B2", "M1:N3"]);
    expect(released).toEqual(["A1:B3", "B1:B3"]);
    expect(await withReaders(pins, links, range("A1:B3"), range("A1:B3"))).toEqual({ links, released: [] });
  });
});
