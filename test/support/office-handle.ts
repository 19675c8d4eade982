import { OfficeError } from "./office-book.ts";

/*
 * Objects of Office as a program sees them: only paths until a sync. What was not loaded is not told,
 * what was written without a sync is lost, and what no kind describes is not known.
 */

export interface Kind<M> {
  readonly name: string;
  /** What can be loaded. */
  readonly loads?: Readonly<Record<string, (model: M) => unknown>>;
  /** What can be set. */
  readonly sets?: Readonly<Record<string, (model: M, value: unknown) => void>>;
  /** What can be told to do something. */
  readonly acts?: Readonly<Record<string, (model: M, ...given: readonly unknown[]) => void>>;
  /** Objects that hang on it. */
  readonly parts?: Readonly<Record<string, (context: Context, find: () => M) => object>>;
  /** Objects that are asked for with arguments. */
  readonly gives?: Readonly<Record<string, (context: Context, find: () => M, ...given: readonly unknown[]) => object>>;
  /** A collection's items. */
  readonly items?: (context: Context, model: M) => object[];
}

/** What a sync reaches. */
export interface Host {
  syncs: number;
  editing: boolean;
  /** Asked before each thing that is set; throws where it is to fail. */
  obstruct(what: string): void;
  /** Calculates, once commands have run. */
  settle(): void;
}

type Loadable = { load(paths: string): void };

const behind = new WeakMap<object, () => object>();

/** What stands behind an object that a program has given back as an argument. */
export function modelOf<M extends object>(given: unknown): M {
  const find = typeof given === "object" && given !== null ? behind.get(given) : undefined;
  if (!find) throw new OfficeError("InvalidArgument");
  return find() as M;
}

export class Context {
  readonly host: Host;
  readonly workbook: object;
  private queue: (() => void)[] = [];

  constructor(host: Host, workbook: (context: Context) => object) {
    this.host = host;
    this.workbook = workbook(this);
  }

  enqueue(command: () => void): void {
    this.queue.push(command);
  }

  /** Runs now what loading would put off: the properties of items come with their collection. */
  atOnce(load: () => void): void {
    const { queue } = this;
    this.queue = [];
    load();
    const commands = this.queue;
    this.queue = queue;
    for (const command of commands) command();
  }

  async sync(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    const commands = this.queue.splice(0);
    this.host.syncs += 1;
    if (this.host.editing) throw new OfficeError("InvalidOperationInCellEditMode");
    this.host.obstruct("sync");
    try {
      // As in Excel, what ran before a failing command stays done.
      for (const command of commands) command();
    } finally {
      this.host.settle();
    }
  }
}

export function handle<M extends object>(context: Context, kind: Kind<M>, find: () => M | undefined, orNull = false): object {
  const loaded = new Map<string, unknown>();
  const parts = new Map<string, object>();
  let missing: boolean | undefined;
  const found = (): M => {
    const model = find();
    if (!model) throw new OfficeError("ItemNotFound");
    return model;
  };
  if (orNull) context.enqueue(() => (missing = find() === undefined));

  const part = (name: string) => {
    const made = parts.get(name) ?? kind.parts?.[name]?.(context, found);
    if (made) parts.set(name, made);
    return made as Loadable | undefined;
  };
  const loadOwn = (name: string) => {
    const read = kind.loads?.[name];
    if (!read) throw new Error(`${kind.name}.${name} cannot be loaded`);
    context.enqueue(() => missing || loaded.set(name, read(found())));
  };
  /** The items are there once the collection is asked for; their properties come with the same answer. */
  const loadItems = (paths: string) =>
    context.enqueue(() => {
      const items = kind.items?.(context, found()) ?? [];
      loaded.set("items", items);
      for (const item of items as Loadable[]) context.atOnce(() => item.load(paths));
    });
  const load = (paths: string) => {
    const below = new Map<string, string[]>();
    for (const path of paths.split(",")) {
      const [first = "", ...rest] = path.trim().split("/");
      if (rest.length === 0) loadOwn(first);
      else below.set(first, [...(below.get(first) ?? []), rest.join("/")]);
    }
    for (const [name, inside] of below) {
      if (name === "items" && kind.items) loadItems(inside.join());
      else if (!part(name)) throw new Error(`${kind.name} has no ${name}`);
      else context.enqueue(() => missing || context.atOnce(() => part(name)?.load(inside.join())));
    }
  };

  const seen = new Proxy({}, {
    get(_, key) {
      if (typeof key === "symbol" || key === "then") return undefined;
      if (key === "load") return load;
      if (key === "context") return context;
      if (key === "isNullObject") {
        if (orNull && missing === undefined) throw new OfficeError("ValueNotLoaded", `${kind.name}.isNullObject needs a sync`);
        return orNull && missing;
      }
      const child = part(key);
      if (child) return child;
      const gives = kind.gives?.[key];
      if (gives) return (...given: unknown[]) => gives(context, found, ...given);
      const acts = kind.acts?.[key];
      if (acts) return (...given: unknown[]) => context.enqueue(() => acts(found(), ...given));
      if (loaded.has(key)) return loaded.get(key);
      if (key === "items" || kind.loads?.[key]) throw new OfficeError("PropertyNotLoaded", `${kind.name}.${key} was not loaded`);
      throw new Error(`the double knows no ${kind.name}.${key}`);
    },
    set(_, key, value) {
      const sets = typeof key === "string" ? kind.sets?.[key] : undefined;
      if (!sets) throw new Error(`${kind.name}.${String(key)} cannot be set`);
      context.enqueue(() => {
        context.host.obstruct(`${kind.name}.${String(key)}`);
        sets(found(), value);
      });
      return true;
    },
  });
  behind.set(seen, found);
  return seen;
}
