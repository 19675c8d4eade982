import { Decimal } from "../../../core/decimal.ts";

const percentage = /^([+−-]?)(\d+(?:\.\d+)?)\s*[%％]$/;

/** A change as it is shown: 0.005 is 0.5%; what is no number stays as it was typed. */
export function changeText(fraction: string): string {
  return /^-?\d+(\.\d+)?$/.test(fraction) ? `${new Decimal(fraction).times(100).toFixed()}%` : fraction;
}

/** A change as it is kept: 0.5% is 0.005. */
export function fractionOf(text: string): string {
  const [, sign = "", figure] = percentage.exec(text.trim()) ?? [];
  if (figure === undefined) return text.trim().replace(/^[+]/, "").replace("−", "-");
  return new Decimal(figure).div(100).times(sign === "" || sign === "+" ? 1 : -1).toFixed();
}

/** Several changes with commas between them. */
export function fractionsOf(text: string): readonly string[] {
  return text.split(/[,，、;；]\s*/).map((part) => part.trim()).filter((part) => part !== "").map(fractionOf);
}
