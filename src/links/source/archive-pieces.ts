import { Inflate, unzipSync, zipSync } from "fflate";
import type { Slices } from "./slices.ts";

interface Entry {
  readonly path: string;
  readonly name: Uint8Array;
  readonly method: number;
  readonly size: number;
  readonly data: Uint8Array;
}

const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const stored = 0;
const deflated = 8;
// What a 32-bit size says where the true one stands elsewhere.
const sizeElsewhere = 0xffffffff;
const inflatedAtOnce = 1 << 14;

/**
 * The parts of an .xlsx file in an order in which they can be read as they come: its sheets last, and those unpacked, so that
 * as much is unpacked as is read. Undefined where the file is no plain archive.
 */
export function archivePieces(bytes: Uint8Array, slices: Slices): AsyncGenerator<Uint8Array> | undefined {
  const entries = entriesOf(bytes);
  return entries && piecesOf(entries, slices);
}

const frameParts = /^\[Content_Types\]\.xml$|\.rels$|workbook[^/]*\.xml$/i;

/** A small .xlsx file of the same sheets with nothing in them; the file itself where it is no plain archive. */
export function archiveFrame(bytes: Uint8Array): Uint8Array {
  return entriesOf(bytes) ? zipSync(unzipSync(bytes, { filter: ({ name }) => frameParts.test(name) }), { level: 0 }) : bytes;
}

async function* piecesOf(entries: readonly Entry[], slices: Slices): AsyncGenerator<Uint8Array> {
  const isSheet = ({ path }: Entry) => path.startsWith("xl/worksheets/") && path.endsWith(".xml");
  const parts = entries.filter((entry) => !isSheet(entry));
  const sheets = entries.filter(isSheet);
  const all = parts.reduce((sum, { data }) => sum + data.length, 0) + sheets.reduce((sum, { data }) => sum + data.length, 0);
  let told = 0;
  for (const part of parts) {
    yield headOf(part, part.method, part.data.length);
    yield part.data;
    told += part.data.length;
    await slices.rest(told / all);
  }
  for (const sheet of sheets) {
    yield headOf(sheet, stored, sheet.size);
    for (const { piece, taken } of inflated(sheet)) {
      yield piece;
      await slices.rest((told + taken) / all);
    }
    told += sheet.data.length;
  }
}

/** What an entry holds, piece by piece, and how much of its data each piece took. */
function* inflated({ method, data }: Entry): Generator<{ readonly piece: Uint8Array; readonly taken: number }> {
  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  for (let from = 0; from < data.length; from += inflatedAtOnce) {
    const taken = Math.min(data.length, from + inflatedAtOnce);
    if (method === stored) pieces.push(data.subarray(from, taken));
    else inflate.push(data.subarray(from, taken), taken === data.length);
    for (const piece of pieces) yield { piece, taken };
    pieces = [];
  }
}

/** The head of an entry, as it stands before its data. */
function headOf({ name, size }: Entry, method: number, packed: number): Uint8Array {
  const head = new Uint8Array(30 + name.length);
  const view = new DataView(head.buffer);
  view.setUint32(0, localEntry, true);
  view.setUint16(8, method, true);
  view.setUint32(18, packed, true);
  view.setUint32(22, size, true);
  view.setUint16(26, name.length, true);
  head.set(name, 30);
  return head;
}

/** The entries by the directory at the end of the archive. */
function entriesOf(bytes: Uint8Array): readonly Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== directoryEnd) end -= 1;
  if (end < 0) return undefined;
  const entries: Entry[] = [];
  try {
    let at = view.getUint32(end + 16, true);
    for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
      const [method, packed, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
      const [length, extra, remark, local] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)];
      const isPlain = view.getUint32(at, true) === directoryEntry && view.getUint32(local, true) === localEntry && packed < sizeElsewhere && size < sizeElsewhere && (method === stored || method === deflated);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      if (!isPlain || start + packed > bytes.length) return undefined;
      const name = bytes.subarray(at + 46, at + 46 + length);
      entries.push({ path: new TextDecoder().decode(name), name, method, size, data: bytes.subarray(start, start + packed) });
      at += 46 + length + extra + remark;
    }
  } catch (error) {
    // A place beyond the end of the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return entries;
}
