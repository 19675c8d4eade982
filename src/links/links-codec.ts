import { DocumentFault, flag, listOf, matching, oneOf, orNull, type Reader, shape, text, whole } from "../workbook/document.ts";
import { type CellValue, WorkbookRefusal } from "../workbook/port.ts";
import { type LastRefresh, type Link, type LinkId, type LinkRecord, type LinksState, type LinkSource, linksVersion, noLinks, type RecordedEffect, type RefreshRecord } from "./link.ts";
import type { WrittenImage } from "./written-image.ts";

/** The key the links of a workbook are saved under. */
export const linksKey = "links";

/** The links in a saved document. Refused: a document of a newer version ("state-newer"), one this program does not write ("state-unreadable"). */
export function linksOf(document: unknown): LinksState {
  if (document === null || document === undefined) return noLinks;
  const version: unknown = typeof document === "object" ? Reflect.get(document, "version") : undefined;
  if (typeof version === "number" && version > linksVersion) throw new WorkbookRefusal({ code: "state-newer", key: linksKey, version });
  try {
    return links(document, "");
  } catch (error) {
    if (error instanceof DocumentFault) throw new WorkbookRefusal({ code: "state-unreadable", key: linksKey }, { cause: error });
    throw error;
  }
}

/** The document of links: prints of cells are packed, eight hexadecimal digits each, a row a text. */
export function savedLinks(state: LinksState): unknown {
  return { ...state, links: state.links.map((link) => ({ ...link, last: link.last && { ...link.last, image: packed(link.last.image) } })) };
}

const packed = ({ rows, cells }: WrittenImage) => ({ rows, cells: cells && cells.map((row) => row.map((print) => print.toString(16).padStart(8, "0")).join("")) });

const hexadecimal = (length: number): Reader<string> => (value, path) => {
  if (typeof value !== "string" || value.length % length > 0 || !/^[0-9a-f]*$/.test(value)) throw new DocumentFault(path);
  return value;
};
const prints: Reader<readonly number[]> = (value, path) => (hexadecimal(8)(value, path).match(/.{8}/g) ?? []).map((print) => Number.parseInt(print, 16));

const image: Reader<WrittenImage> = shape<WrittenImage>({ rows: listOf(hexadecimal(16)), cells: orNull(listOf(prints)) });

const sources: { readonly [Kind in LinkSource["kind"]]: Reader<Extract<LinkSource, { kind: Kind }>> } = {
  range: shape({ kind: oneOf("range"), pin: text }),
  named: shape({ kind: oneOf("named"), name: text }),
  csv: shape({ kind: oneOf("csv"), file: text }),
  xlsx: shape({ kind: oneOf("xlsx"), file: text, sheet: text, range: text }),
  paste: shape({ kind: oneOf("paste"), from: text }),
  address: shape({ kind: oneOf("address"), url: text }),
};

const source: Reader<LinkSource> = (value, path) => {
  const kind: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "kind") : undefined;
  const read = Object.entries(sources).find(([name]) => name === kind)?.[1];
  if (!read) throw new DocumentFault(path);
  return read(value, path);
};

const linkId = matching((id): id is LinkId => /^l[1-9]\d*$/.test(id));
const last = shape<LastRefresh>({ at: text, rows: whole, fingerprint: text, image });

const link: Reader<Link> = (value, path) => {
  const read = shape<Link>({ id: linkId, name: text, source, target: text, columns: listOf(text), keys: listOf(whole), automatic: flag, last: orNull(last) })(value, path);
  if (!read.keys.every((key) => key >= 0 && key < read.columns.length)) throw new DocumentFault(`${path}.keys`);
  return read;
};

const cellValue: Reader<CellValue> = (value, path) => {
  if (value === null || typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return value;
  throw new DocumentFault(path);
};

const effect = shape<RecordedEffect>({ label: text, figure: orNull(text), before: cellValue, after: cellValue });
const record = shape<RefreshRecord>({
  at: text,
  links: listOf(shape<LinkRecord>({ link: linkId, name: text, added: whole, removed: whole, changed: whole, kept: whole, unread: whole })),
  effects: listOf(effect),
});

const links: Reader<LinksState> = (value, path) => {
  const read = shape<LinksState>({ version: oneOf(linksVersion), links: listOf(link), watched: listOf(text), history: listOf(record), next: whole })(value, path);
  const ids = read.links.map(({ id }) => id);
  if (new Set(ids).size < ids.length || ids.some((id) => Number(id.slice(1)) >= read.next)) throw new DocumentFault("links");
  return read;
};
