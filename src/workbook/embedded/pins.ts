import type { CellBlock, RangeAddress } from "../address.ts";
import { isPinName, newInnerName, newPinName } from "../pin-name.ts";
import { holds, shiftedBlock } from "./block-shift.ts";
import { type CellShift, shiftOf } from "./cell-shift.ts";
import { type Engine, IResourceManagerService, UndoCommand, UniverInstanceType } from "./engine.ts";
import { type PinnedBlock, type Pins, pinsIn, pinsResource, savedPins } from "./saved-pins.ts";

/**
 * The pinned blocks of the open workbook. They are no defined names here, which the engine would offer in the name box and
 * while a formula is typed; in a file they are hidden ones.
 */
export class PinnedBlocks {
  private readonly engine: Engine;
  private pins: Pins = new Map();
  private readonly passing = new Set<string>();
  /** What an undo step must bring back: where the pins were before rows or columns of them went. */
  private readonly before = new WeakMap<object, Pins>();
  private unassigned: Pins | undefined;
  private undoing: object | undefined;
  private next: object | undefined;

  constructor(engine: Engine) {
    this.engine = engine;
    engine.service(IResourceManagerService).registerPluginResource<Pins>({
      pluginName: pinsResource,
      businesses: [UniverInstanceType.UNIVER_SHEET],
      toJson: () => savedPins(this.lasting()),
      parseJson: pinsIn,
      onLoad: (_, pins) => (this.pins = pins),
      onUnLoad: () => (this.pins = new Map()),
    });
    engine.onHistory((next) => this.onHistory(next));
    engine.beforeCommand((id) => {
      if (id !== UndoCommand.id) return;
      this.undoing = this.next;
      // An undo that the engine refuses after all ends here.
      setTimeout(() => (this.undoing = undefined));
    });
    engine.onCommand((id, params) => {
      if (id === UndoCommand.id) this.onUndone();
      else this.onChange(id, params);
    });
  }

  pin({ sheet: _, ...block }: RangeAddress, sheetId: string): string {
    const name = newPinName();
    this.pins = new Map([...this.pins, [name, { sheetId, ...block }]]);
    return name;
  }

  /** Follows a block for the sheet itself. */
  follow(block: CellBlock, sheetId: string): string {
    const name = newInnerName();
    this.pins = new Map([...this.pins, [name, { sheetId, ...block }]]);
    return name;
  }

  /** Follows a block while the workbook is open, and never saves it. */
  followInPassing({ sheet: _, ...block }: RangeAddress, sheetId: string): string {
    const name = this.follow(block, sheetId);
    this.passing.add(name);
    return name;
  }

  /** Another one after each change. */
  get state(): object {
    return this.pins;
  }

  at(name: string): RangeAddress | null {
    const pinned = this.pins.get(name);
    const sheet = pinned && this.engine.book.getSheetBySheetId(pinned.sheetId);
    if (!pinned || !sheet) return null;
    const { sheetId: _, ...block } = pinned;
    return { sheet: sheet.getName(), ...block };
  }

  unpin(names: readonly string[]): void {
    this.pins = new Map([...this.pins].filter(([name]) => !names.includes(name)));
  }

  /** What is saved: without what is followed in passing, or for a sheet that only an undo step could bring back. */
  private lasting(): Pins {
    const isLeft = (name: string, pin: PinnedBlock | null) => isPinName(name) || (pin !== null && this.engine.book.getSheetBySheetId(pin.sheetId) !== null);
    return new Map([...this.pins].filter(([name, pin]) => !this.passing.has(name) && isLeft(name, pin)));
  }

  private onChange(id: string, params: object): void {
    const change = shiftOf(id, params);
    if (!change || this.pins.size === 0) return;
    const before = this.pins;
    this.pins = new Map([...before].map(([name, pinned]) => [name, pinned && afterChange(pinned, change)]));
    if (this.undoing !== undefined || this.unassigned) return;
    this.unassigned = before;
    // A change that makes no undo step leaves nothing for a later step to bring back.
    setTimeout(() => (this.unassigned = undefined));
  }

  private onHistory(next: object | undefined): void {
    this.next = next;
    if (this.unassigned && next && this.undoing === undefined) this.before.set(next, this.unassigned);
    this.unassigned = undefined;
  }

  private onUndone(): void {
    const before = this.undoing && this.before.get(this.undoing);
    this.undoing = undefined;
    // Those set since have followed the change back by themselves.
    if (before) this.pins = new Map([...this.pins].map(([name, pinned]) => [name, before.has(name) ? (before.get(name) ?? null) : pinned]));
  }
}

function afterChange(pinned: PinnedBlock, { sheetId, toSheetId, shift }: CellShift): PinnedBlock | null {
  if (shift.kind !== "cells-moved" || sheetId === toSheetId) {
    const block = pinned.sheetId === sheetId ? shiftedBlock(pinned, shift) : pinned;
    return block ? { ...pinned, ...block } : null;
  }
  if (pinned.sheetId === sheetId && holds(shift.from, pinned)) {
    return { ...pinned, sheetId: toSheetId, row: pinned.row + shift.to.row - shift.from.row, column: pinned.column + shift.to.column - shift.from.column };
  }
  return pinned.sheetId === toSheetId && holds(shift.to, pinned) ? null : pinned;
}
