import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { FileRefusal } from "../file.ts";
import { builtInFormats } from "./xlsx-number-format.ts";

/** The parts of a file by path. */
export type Parts = Record<string, Uint8Array>;

/** A sheet as the file lists it, with the text of its part. */
export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly xml: string;
  /** False for a sheet that is a chart, a dialog or a macro. */
  readonly isGrid: boolean;
}

const unpackedLimit = 400;
const million = 1024 * 1024;

/** The parts of an .xlsx file; anything else is refused by what it is. */
export function partsOf(bytes: Uint8Array): Parts {
  if (bytes.length === 0) throw new FileRefusal({ code: "file-empty" });
  refuseOldContainer(bytes);
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) throw new FileRefusal({ code: isText(bytes) ? "file-text" : "file-no-workbook" });
  let total = 0;
  let parts: Parts;
  try {
    parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > unpackedLimit * million) throw new FileRefusal({ code: "file-too-large", megabytes: Math.ceil(total / million), limit: unpackedLimit });
        return true;
      },
    });
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal({ code: "file-damaged", detail: messageOf(error) }, { cause: error });
  }
  if (parts["mimetype"] && textOf(parts, "mimetype").includes("opendocument")) throw new FileRefusal({ code: "file-open-document" });
  if (!parts["[Content_Types].xml"]) throw new FileRefusal({ code: "file-no-workbook" });
  if (/sheet\.binary/.test(textOf(parts, "[Content_Types].xml"))) throw new FileRefusal({ code: "file-binary-excel" });
  if (!parts[workbookPath(parts)]) throw new FileRefusal({ code: "file-no-workbook" });
  return parts;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The container of Office before 2007, which also wraps workbooks locked with a password. */
function refuseOldContainer(bytes: Uint8Array): void {
  const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  if (!magic.every((byte, at) => bytes[at] === byte)) return;
  // The names of its streams are in UTF-16.
  const has = (name: string) => strFromU8(bytes, true).includes([...name].join("\0"));
  throw new FileRefusal({ code: has("EncryptedPackage") || has("EncryptionInfo") ? "file-protected" : "file-old-excel" });
}

/** Whether the bytes read as text: no zero byte, and few control characters, at their start. */
function isText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  const utf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  return utf16 || start.every((byte) => byte > 31 || byte === 9 || byte === 10 || byte === 13);
}

/** The text of a part; empty where the file has none of that path. */
export function textOf(parts: Parts, path: string): string {
  const part = parts[path];
  return part ? new TextDecoder().decode(part) : "";
}

const attributePattern = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The attributes of every element of a name, whatever its prefix. */
export function elementsOf(xml: string, name: string): Record<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])([^>]*)>`, "g"))].map(([, attributes = ""]) => attributesOf(attributes));
}

export const hasElement = (xml: string, name: string) => new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])`).test(xml);

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(attributePattern)].map(([, name = "", double, single]) => [name, unescaped(double ?? single ?? "")]));
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex ?? decimal) return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
    return entities[name ?? ""] ?? whole;
  });
}

export const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Where the relations of a part lead: [kind, path], paths from the root of the file. */
export function relationsOf(parts: Parts, path: string): { id: string; kind: string; path: string; outside: boolean }[] {
  const slash = path.lastIndexOf("/") + 1;
  const folder = path.slice(0, slash);
  return elementsOf(textOf(parts, `${folder}_rels/${path.slice(slash)}.rels`), "Relationship").map((relation) => ({
    id: relation["Id"] ?? "",
    kind: (relation["Type"] ?? "").replace(/^.*\//, ""),
    outside: relation["TargetMode"] === "External",
    path: relation["TargetMode"] === "External" ? (relation["Target"] ?? "") : resolved(folder, relation["Target"] ?? ""),
  }));
}

function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** The path of the part that lists the sheets. */
export const workbookPath = (parts: Parts) => relationsOf(parts, "").find(({ kind }) => kind === "officeDocument")?.path ?? "xl/workbook.xml";

/** The sheets in their order. */
export function sheetParts(parts: Parts): SheetPart[] {
  const workbook = workbookPath(parts);
  const relations = new Map(relationsOf(parts, workbook).map((relation) => [relation.id, relation]));
  return elementsOf(textOf(parts, workbook), "sheet").map((sheet) => {
    const relation = relations.get(sheet["r:id"] ?? Object.entries(sheet).find(([name]) => name.endsWith(":id"))?.[1] ?? "");
    const path = relation?.path ?? "";
    return { name: sheet["name"] ?? "", path, xml: textOf(parts, path), isGrid: relation?.kind === "worksheet" };
  });
}

const mark = (id: number) => `#${id}`;

/**
 * The file with a mark in place of every number format, and the formats behind the marks. hucre turns each cell with
 * a date format into a JavaScript date, which holds milliseconds only and no serial before 1900; behind marks they stay numbers.
 */
export function withMarkedFormats(parts: Parts): { bytes: Uint8Array; formats: ReadonlyMap<string, string> } {
  const formats = new Map(Object.entries(builtInFormats).map(([id, format]) => [mark(Number(id)), format]));
  const path = relationsOf(parts, workbookPath(parts)).find(({ kind }) => kind === "styles")?.path ?? "";
  const xml = textOf(parts, path);
  for (const { numFmtId, formatCode } of elementsOf(xml.replace(/<(?:\w+:)?dxfs[^]*/, ""), "numFmt")) {
    if (numFmtId !== undefined && formatCode !== undefined) formats.set(mark(Number(numFmtId)), formatCode);
  }
  const marks = [...formats.keys()].map((key) => `<numFmt numFmtId="${key.slice(1)}" formatCode="${key}"/>`).join("");
  const bare = xml.replace(/<((?:\w+:)?numFmts)\b[^>]*?(?:\/>|>[^]*?<\/\1>)/, "");
  const marked = bare.replace(/<(?:\w+:)?styleSheet\b[^>]*>/, `$&<numFmts count="${formats.size}">${marks}</numFmts>`);
  const sheets = sheetParts(parts).flatMap(({ path: of, xml: sheet }) => (isVast(sheet) ? [[of, strToU8(withoutFarBlanks(sheet))] as const] : []));
  return { bytes: zipSync({ ...parts, ...Object.fromEntries(sheets), ...(xml && { [path]: strToU8(marked) }) }, { level: 0 }), formats };
}

const vast = 200_000;

/** Whether rows go on far beyond anything that people fill, as they do once a whole column has been given a look. */
const isVast = (xml: string) => Number(/.*<(?:\w+:)?row\b[^>]*?\sr="(\d+)"/s.exec(xml)?.[1] ?? 0) > vast;

/** A sheet without the blank cells below its last filled one, which only have a look. */
function withoutFarBlanks(xml: string): string {
  const end = xml.search(/<\/(?:\w+:)?sheetData>/);
  const filled = Math.max(xml.lastIndexOf("</c>", end), xml.lastIndexOf(":c>", end));
  const [close = ""] = /<\/(?:\w+:)?row>/.exec(xml.slice(Math.max(filled, 0))) ?? [];
  const cut = filled < 0 ? xml.search(/<(?:\w+:)?row\b/) : xml.indexOf(close, filled) + close.length;
  return cut < 0 || end < 0 ? xml : xml.slice(0, cut) + xml.slice(end);
}
