import type { Place } from "../../core/refusal.ts";
import type { Sentences } from "../texts.ts";

/** Names a place as a user counts: "balances, row 3, column 2". */
const where = ({ parameter, row, column, single }: Place) =>
  single ? parameter : `${parameter}, row ${row + 1}, column ${column + 1}`;

export const sentences: Sentences = {
  issues: {
    "argument-missing": ({ parameter }) => `${parameter} is missing: give a value or a range.`,
    "not-a-number": ({ place, text }) => `${where(place)}: '${text}' is not a number.`,
    "not-available": ({ place, text }) => `${where(place)}: '${text}' means not available, and the calculation needs this value.`,
    "error-in-cell": ({ place, error }) => `${where(place)} holds the error ${error}: mend that cell first.`,
    "not-a-date": ({ place, text }) => `${where(place)}: '${text}' is not a date. Write it like 2024-12-31.`,
    "not-a-label": ({ place, text }) => `${where(place)}: '${text}' cannot be a label.`,
    "unknown-word": ({ place, text, allowed }) => `${where(place)}: '${text}' is not known here. Use ${allowed.map((word) => `"${word}"`).join(" or ")}.`,
    "not-a-whole-number": ({ place, value }) => `${where(place)} must be a whole number, not ${value}.`,
    "below-minimum": ({ place, value, minimum }) => `${where(place)} is ${value}; it must be at least ${minimum}.`,
    "above-maximum": ({ place, value, maximum }) => `${where(place)} is ${value}; it must be at most ${maximum}.`,
    "not-one-cell": ({ parameter, rows, columns }) => `${parameter} must be a single cell, not ${rows} × ${columns}.`,
    "not-a-vector": ({ parameter, rows, columns }) => `${parameter} must be one row or one column, not ${rows} × ${columns}.`,
    "lengths-differ": ({ parameter, given, other, expected }) => `${parameter} has ${given} values, but ${other} has ${expected}: they must be as many.`,
    "shapes-differ": ({ parameter, given, other, expected }) => `${parameter} is ${given}, but ${other} is ${expected}: they must have the same shape.`,
    "buckets-in-a-loop": ({ bucket }) => `next: from bucket ${bucket} the balance comes back to where it was. Only a bucket that flows to itself may end a chain.`,
    "no-such-bucket": ({ place, value, buckets }) => `${where(place)}: there is no bucket ${value}; write a whole number from 1 to ${buckets}.`,
    "zero-base": ({ parameter, index }) => `${parameter}${index === undefined ? "" : `, value ${index}`} is zero, so nothing can be divided by it.`,
    "too-large": () => "The result is larger than a cell can hold.",
  },
  terms: {
    total: "Total",
    difference: "Difference",
    rate: "Rate",
    item: "Item",
    period: "Period",
    digits: "Decimals",
    "ageing-bucket": "Ageing",
    balance: "Gross carrying amount",
    share: "Share",
    provision: "Loss allowance",
    "loss-rate": "Expected loss rate",
    "migration-rate": "Migration rate",
    "recovery-rate": "Recovery rate",
    "forward-adjustment": "Forward-looking adjustment",
    "terminal-loss": "Terminal loss",
    unit: "Unit",
    "carrying-amount": "Carrying amount",
    "value-in-use": "Value in use",
    "fair-value-less-costs": "Fair value less costs of disposal",
    "recoverable-amount": "Recoverable amount",
    impaired: "Impaired",
    "not-impaired": "Not impaired",
    "impairment-loss": "Impairment loss",
  },
};
