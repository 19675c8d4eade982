import { describe, expect, it } from "vitest";
import { a1, blockOf, type CellBlock } from "../../src/workbook/address.ts";
import { shiftedBlock } from "../../src/workbook/embedded/block-shift.ts";

const block = (text: string): CellBlock => blockOf(text) ?? { row: -1, column: -1, rows: 0, columns: 0 };

describe("a block whose cells are moved", () => {
  it.each<[string, string, string, string, string | undefined]>([
    ["goes with them", "B5:C8", "A4:D9", "F14:I19", "G15:H18"],
    ["stays where others are moved", "B5:C8", "F1:G4", "H1:I4", "B5:C8"],
    ["is gone where others are moved over all of it", "B5:C8", "F1:G9", "B1:C9", undefined],
    ["stays where others are moved over a part of it", "B5:C8", "F20:G22", "B7:C9", "B5:C8"],
    ["stays where a part from its middle is moved elsewhere", "B5:C8", "B6:C7", "F6:G7", "B5:C8"],
    ["stays where only some of its columns are moved", "B5:C8", "B5:B8", "B15:B18", "B5:C8"],
    // As when cells are deleted and those below close up, or make room for new ones.
    ["shrinks where cells of it are deleted and those below close up", "B2:C10", "B5:C20", "B3:C18", "B2:C8"],
    ["moves up where cells above it are deleted", "B5:C8", "B4:C20", "B2:C18", "B3:C6"],
    ["shrinks where its last cells are deleted, those below closing up", "B2:C10", "B13:C20", "B9:C16", "B2:C8"],
    ["is gone where all its cells are deleted, those below closing up", "B2:C3", "B5:C20", "B2:C17", undefined],
    ["grows where cells are put into it", "B2:C10", "B4:C20", "B6:C22", "B2:C12"],
    ["moves right where cells are put in before it", "B2:C3", "A2:F3", "C2:H3", "D2:E3"],
    ["grows to the right where cells are put into it", "B2:D3", "C2:F3", "E2:H3", "B2:F3"],
  ])("%s", (_, standing, from, to, after) => {
    const shifted = shiftedBlock(block(standing), { kind: "cells-moved", from: block(from), to: block(to) });
    expect(shifted && a1(shifted)).toBe(after);
  });
});

describe("a block whose rows are moved by dragging", () => {
  it.each<[string, string, number, number, number, string]>([
    ["goes with them, down", "B5:C6", 4, 2, 10, "B9:C10"],
    ["goes with them, up", "B5:C6", 3, 5, 0, "B2:C3"],
    ["shrinks where some of them leave it", "B5:C8", 5, 2, 20, "B5:C6"],
    ["grows where rows come into it", "B5:C8", 20, 2, 6, "B5:C10"],
    ["keeps its size where they stay in it", "B5:C8", 4, 1, 6, "B5:C8"],
    ["moves down where rows from below come before it", "B5:C8", 20, 2, 0, "B7:C10"],
  ])("%s", (_, standing, start, count, to, after) => {
    const shifted = shiftedBlock(block(standing), { kind: "lines-moved", lines: "rows", start, count, to });
    expect(shifted && a1(shifted)).toBe(after);
  });
});
