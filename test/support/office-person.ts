import { a1, blockOf, columnLetters } from "../../src/workbook/address.ts";
import type { Person } from "../contract/opened-workbook.ts";
import type { OfficeDouble } from "./office-double.ts";

/** A person at the keyboard of the double. */
export function personAt(office: OfficeDouble): Person & Required<Pick<Person, "protectsSheet" | "startsEditing">> {
  const { book } = office;
  const sheetOf = (name: string) => {
    const sheet = book.find(name);
    if (!sheet) throw new Error(`there is no sheet ${name}`);
    return sheet;
  };
  const blockAt = (text: string) => {
    const block = blockOf(text);
    if (!block) throw new Error(`${text} is no block`);
    return block;
  };
  const done = (act: () => void) => {
    act();
    office.settle();
    return Promise.resolve();
  };
  const shifts = (name: string, line: "row" | "column", at: number, count: number) =>
    done(() => {
      const sheet = sheetOf(name);
      book.shift(sheet, line, at, count);
      const last = at + Math.abs(count);
      const lines = line === "row" ? `${at + 1}:${last}` : `${columnLetters(at)}:${columnLetters(last - 1)}`;
      office.changed(sheet, lines, `${line === "row" ? "Row" : "Column"}${count < 0 ? "Deleted" : "Inserted"}`);
    });
  return {
    types: (sheet, cell, entry) =>
      done(() => {
        const { row, column } = blockAt(cell);
        book.enter(sheetOf(sheet), row, column, typeof entry === "string" && !/^['=]/.test(entry) ? `'${entry}` : entry);
        office.changed(sheetOf(sheet), blockAt(cell));
      }),
    selects: (sheet, block) =>
      done(() => {
        book.select(sheetOf(sheet), [blockAt(block)]);
        office.tell("selected");
      }),
    addsSheet: (name) => done(() => office.add(name)),
    renamesSheet: (name, newName) => done(() => (sheetOf(name).name = newName)),
    deletesSheet: (name) => done(() => office.delete(sheetOf(name))),
    insertsRows: (name, row, count) => shifts(name, "row", row, count),
    deletesRows: (name, row, count) => shifts(name, "row", row, -count),
    insertsColumns: (name, column, count) => shifts(name, "column", column, count),
    deletesColumns: (name, column, count) => shifts(name, "column", column, -count),
    namesBlock: (name, sheet, block) => done(() => book.name(name, sheetOf(sheet), blockAt(block))),
    letsFail(nth) {
      let given = 0;
      office.obstacle = (what) => (what === "range.formulas" && ++given === nth ? "GeneralException" : undefined);
    },
    seesHeight: (name, row) => {
      const points = sheetOf(name).looks.get(`${a1({ row, column: 0, rows: 1, columns: 1 })} format.rowHeight`);
      return Promise.resolve(typeof points === "number" ? points / 0.75 : undefined);
    },
    protectsSheet: (name) => done(() => (sheetOf(name).protected = true)),
    startsEditing: () => done(() => (office.editing = true)),
  };
}
