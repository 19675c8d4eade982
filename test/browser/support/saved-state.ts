import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const escapes: readonly (readonly [string, string])[] = [["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"], ['"', "&quot;"]];
const read = (xml: string) => escapes.toReversed().reduce((text, [plain, escaped]) => text.replaceAll(escaped, plain), xml);
const written = (text: string) => escapes.reduce((xml, [plain, escaped]) => xml.replaceAll(plain, escaped), text);

/** A saved workbook in which a document of the add-in says something else, as another program might have left it. */
export function withSavedState(bytes: Uint8Array, key: string, change: (document: unknown) => unknown): Uint8Array<ArrayBuffer> {
  const files = unzipSync(bytes);
  const head = new RegExp(`headroom:${key}:(\\d+):(\\d+)(?=<)`);
  const name = Object.keys(files).find((path) => path.endsWith(".xml") && head.test(strFromU8(files[path] ?? new Uint8Array())));
  const xml = name === undefined ? "" : strFromU8(files[name] ?? new Uint8Array());
  const [found = "", version = "", length = ""] = head.exec(xml) ?? [];
  const piece = [...xml.matchAll(/(?<=>)\|([^<]*)\|(?=<)/g)].find(([, text]) => read(text ?? "").length === Number(length));
  if (name === undefined || !piece) throw new Error(`the file holds no document "${key}" in one piece`);
  const json = JSON.stringify(change(JSON.parse(read(piece[1] ?? "")) as unknown));
  const changed = xml.replace(found, `headroom:${key}:${version}:${json.length}`).replace(piece[0], () => `|${written(json)}|`);
  return zipSync({ ...files, [name]: strToU8(changed) });
}
