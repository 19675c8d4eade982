/** A unit of a test, and a row, fee schedule or note inside one; ids are never used twice in a test. */
export type UnitId = `u${number}`;
export type ItemId = `i${number}`;

/** Figures of the whole test. */
export const testSlots = ["carrying-total", "corporate-assets", "reported-total-loss"] as const;

/** Figures of one unit, each a link to a block of cells. */
export const unitSlots = [
  // Carrying amount.
  "carrying",
  "goodwill",
  "ownership",
  "remaining-life",
  // Value in use.
  "value-in-use",
  "years",
  "growth",
  "growth-benchmark",
  "base-working-capital",
  "recovery",
  // Discount rate.
  "rate",
  "rate-parts",
  "rate-labels",
  "risk-free",
  "beta",
  "premium",
  "size",
  "specific",
  "debt-equity",
  "cost-debt",
  "tax-rate",
  "taxes",
  // Fair value less costs of disposal.
  "fair-value",
  "disposal-costs",
  "replacement-cost",
  "newness",
  "economic-life",
  "years-used",
  "surveyed",
  "obsolescence",
  "newness-weights",
  "market-discount",
  "scrap-tonnes",
  "scrap-prices",
  "scrap-recovery",
  "scrap-vat",
  "scrap-rate",
  "scrap-years",
  // Allocation.
  "asset-labels",
  "asset-carrying",
  "asset-floors",
  // Figures as reported, to be tied.
  "reported-carrying",
  "reported-value-in-use",
  "reported-fair-value",
  "reported-recoverable",
  "reported-loss",
  // What it would carry had no loss of an earlier year been recognised; goodwill as it stands.
  "carrying-without-loss",
  // Last year's forecast against what came.
  "back-labels",
  "back-low",
  "back-high",
  "back-actual",
] as const;

/** Figures of an item inside a unit: a forecast row, the tiers of a fee, a row of the last forecast and what came of it. */
export const itemSlots = ["row", "thresholds", "rates", "past", "actual"] as const;

export type TestSlot = (typeof testSlots)[number];
export type UnitSlot = (typeof unitSlots)[number];
export type ItemSlot = (typeof itemSlots)[number];

/** Where a link belongs: "carrying-total", "u1/carrying", "u1/row/i4". */
export type Slot = TestSlot | `${UnitId}/${UnitSlot}` | `${UnitId}/${ItemSlot}/${ItemId}`;

export function unitSlot(unit: UnitId, name: UnitSlot): Slot {
  return `${unit}/${name}`;
}

export function itemSlot(unit: UnitId, name: ItemSlot, item: ItemId): Slot {
  return `${unit}/${name}/${item}`;
}

/** What a slot says of itself. */
export interface SlotParts {
  readonly unit?: UnitId;
  readonly item?: ItemId;
  readonly name: TestSlot | UnitSlot | ItemSlot;
}

export function isUnitId(text: string): text is UnitId {
  return /^u[1-9]\d*$/.test(text);
}

export function isItemId(text: string): text is ItemId {
  return /^i[1-9]\d*$/.test(text);
}

/** The parts of a slot; undefined for a text that is none. */
export function slotParts(text: string): SlotParts | undefined {
  const [first = "", second, third, ...rest] = text.split("/");
  if (rest.length > 0) return undefined;
  if (second === undefined) {
    const name = testSlots.find((slot) => slot === first);
    return name && { name };
  }
  if (!isUnitId(first)) return undefined;
  if (third === undefined) {
    const name = unitSlots.find((slot) => slot === second);
    return name && { unit: first, name };
  }
  const name = itemSlots.find((slot) => slot === second);
  return name && isItemId(third) ? { unit: first, name, item: third } : undefined;
}

export function isSlot(text: string): text is Slot {
  return slotParts(text) !== undefined;
}
