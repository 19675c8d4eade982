/** Reads a part of a saved document, or says where it is not what it should be. */
export type Reader<T> = (value: unknown, path: string) => T;

/** A saved document that is not what this program writes. */
export class DocumentFault extends Error {
  override readonly name = "DocumentFault";
  /** Where: tests[0].units[2].name. */
  readonly path: string;

  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

function fault(path: string): never {
  throw new DocumentFault(path);
}

export const text: Reader<string> = (value, path) => (typeof value === "string" ? value : fault(path));

export const flag: Reader<boolean> = (value, path) => (typeof value === "boolean" ? value : fault(path));

export const whole: Reader<number> = (value, path) => (typeof value === "number" && Number.isSafeInteger(value) ? value : fault(path));

export function oneOf<const T extends string | number>(...allowed: readonly T[]): Reader<T> {
  return (value, path) => allowed.find((word) => word === value) ?? fault(path);
}

export function matching<T extends string>(fits: (text: string) => text is T): Reader<T> {
  return (value, path) => (typeof value === "string" && fits(value) ? value : fault(path));
}

export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value, path) => (value === null ? null : read(value, path));
}

export function listOf<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value, path) => (Array.isArray(value) ? value.map((entry: unknown, index) => read(entry, `${path}[${index}]`)) : fault(path));
}

/** An object with exactly these parts. What a later version added is not dropped in silence: it has another version number. */
export function shape<T extends object>(parts: { readonly [K in keyof T]: Reader<T[K]> }): Reader<T> {
  const names = Object.keys(parts);
  return (value, path) => {
    if (!isObject(value) || Object.keys(value).some((name) => !names.includes(name))) return fault(path);
    // Every part is read by the reader of its own name.
    return Object.fromEntries(names.map((name) => [name, parts[name as keyof T](value[name], path === "" ? name : `${path}.${name}`)])) as T;
  };
}

/** One of several shapes, told apart by the word in one of its parts. */
export function tagged<T extends object>(tag: keyof T & string, shapes: Readonly<Record<string, Reader<T>>>): Reader<T> {
  return (value, path) => {
    const word = isObject(value) ? value[tag] : undefined;
    const read = typeof word === "string" && Object.hasOwn(shapes, word) ? shapes[word] : undefined;
    return read ? read(value, path) : fault(path);
  };
}

/** An object used as a table from keys of one kind to entries of one kind. */
export function tableOf<K extends string, T>(key: Reader<K>, read: Reader<T>): Reader<Readonly<Partial<Record<K, T>>>> {
  return (value, path) => {
    if (!isObject(value)) return fault(path);
    const entries = Object.entries(value).map(([name, entry]) => [key(name, `${path}.${name}`), read(entry, `${path}.${name}`)] as const);
    // The compiler takes the keys of entries for any text; each was read as a key of this table.
    return Object.fromEntries(entries) as Partial<Record<K, T>>;
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
