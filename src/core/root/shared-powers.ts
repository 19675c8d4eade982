/** Digits in which exponents are written: every power is built of few that others share. */
const RADIX = 16;

/**
 * Powers of a base, exponents from 1 on, each worked out once: by the digits of the exponent, so that
 * exponents of about the same size cost one product or two each.
 */
export function sharedPowers<T>(base: T, product: (a: T, b: T) => T): (exponent: number) => T {
  const known = new Map<number, T>([[1, base]]);
  const power = (exponent: number): T => {
    const found = known.get(exponent);
    if (found !== undefined) return found;
    const part = splitOff(exponent);
    const made = product(power(exponent - part), power(part));
    known.set(exponent, made);
    return made;
  };
  return power;
}

/** What to take from an exponent: its last digit where it has several, one unit of its only digit, half of a power of the radix. */
function splitOff(exponent: number): number {
  let unit = 1;
  while (exponent % (unit * RADIX) === 0) unit *= RADIX;
  const digits = exponent / unit;
  if (digits > RADIX) return (digits % RADIX) * unit;
  return digits === 1 ? unit / 2 : unit;
}
