/**
 * A number below a millionth as a plain number format shows it: −7.795e-9 under 0.00000000000 is −0.00000000780.
 * The engine's own formatter writes the exponent among the digits. Undefined for other numbers and formats.
 */
export function tinyNumber(value: number, format: string): string | undefined {
  const [, grouping = "", decimals = "", percent = ""] = /^([#,]*)0\.(0+)(%?)(?:;.*)?$/.exec(format) ?? [];
  const shown = percent ? value * 100 : value;
  if (decimals === "" || Math.abs(shown) >= 1e-6 || grouping.length > 4) return undefined;
  const text = shown.toFixed(decimals.length);
  return (/[1-9]/.test(text) ? text : text.replace("-", "")) + percent;
}
