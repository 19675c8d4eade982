import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/functions/catalogue.ts";
import { functionHelp, functionPack } from "../../../src/hosts/embedded/functions.ts";
import { locales } from "../../../src/locales/locale.ts";

/** Reads a key as the engine does: a step down at every dot. */
function read(pack: unknown, key: string): unknown {
  return key.split(".").reduce<unknown>((at, step) => (typeof at === "object" && at !== null ? (at as Record<string, unknown>)[step] : undefined), pack);
}

describe.each(["zh-CN", "en-US"] as const)("the help while a function is typed, in %s", (language) => {
  const pack = functionPack(language);
  const help = functionHelp();

  it("names every function of the catalogue as it is typed", () => {
    expect(help.map(({ functionName }) => functionName)).toEqual(catalogue.map(({ id }) => `HEADROOM.${id}`));
  });

  it.each(catalogue.map((fn, index) => [fn.id, fn, help[index]] as const))("says what %s means and what each argument is", (id, fn, info) => {
    const texts = locales[language].functions[id];
    expect(read(pack, info?.abstract ?? "")).toBe(texts.summary);
    expect(read(pack, info?.description ?? "")).toContain(texts.returns);
    expect(info?.functionParameter.map(({ name, detail }) => [name, read(pack, detail)])).toEqual(Object.entries(texts.parameters));
    expect(info?.functionParameter.map(({ require }) => require === 1)).toEqual(Object.values(fn.parameters).map(({ optional }) => !optional));
  });
});
