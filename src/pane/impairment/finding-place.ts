import type { Finding } from "../../workflows/impairment/finding.ts";
import type { Slot, UnitId } from "../../workflows/impairment/slot.ts";

/** Where something is filled in: a slot, or a field by its name. */
export type Place = Slot | `frame/${string}` | `indicator/${string}` | `sensitivity/${string}` | "units/new" | "removed" | `${UnitId}/field/${UnitField}`;

export type UnitField = "name" | "inflows" | "change" | "measures" | "like" | "rows" | "new-row" | "budget" | "prices" | "source" | "net" | "new-fee" | "past" | "allocation";

/** The id of the element that has the focus when a person goes to a place. */
export const elementOf = (place: Place) => `impairment-${place}`;

/** The label of a field that goes by its place. */
export const labelOf = (label: string, place: Place | undefined) => (place === undefined ? label : { children: label, htmlFor: elementOf(place) });

/** Puts the focus where something is filled in, such as beside what is about to be taken away. */
export function focusOn(place: Place): void {
  document.getElementById(elementOf(place))?.focus();
}

/** The field a finding is mended in; undefined where there is none but its cells. */
export function placeOf({ facts, slot, unit }: Finding): Place | undefined {
  const field = (name: UnitField): Place | undefined => unit && `${unit}/field/${name}`;
  switch (facts.code) {
    case "frame-missing":
      return `frame/${facts.field}`;
    case "date-invalid":
      return "frame/date";
    case "same-person":
      return "frame/reviewer";
    case "digits-order":
      return "frame/valueDigits";
    case "indicator-unanswered":
      return `indicator/${facts.indicator}`;
    case "indicator-unreasoned":
      return `indicator/${facts.indicator}/note`;
    case "no-units":
      return "units/new";
    case "unit-unnamed":
    case "unit-name-twice":
      return field("name");
    case "inflows-reasoned":
      return field("inflows");
    case "composition-change":
      return field("change");
    case "like-for-like":
      return field("like");
    case "measures-by-tree":
      return field("measures");
    case "budget-length":
      return field("budget");
    case "no-rows":
    case "capex-against-depreciation":
      return slot ?? field("rows");
    case "rate-unlikely":
      return slot ?? field("source");
    case "prices-like-rate":
      return field("prices");
    case "one-by-one-unfit":
      return field("allocation");
    case "sensitivity-setting":
      return "sensitivity/rates";
    default:
      return slot;
  }
}
