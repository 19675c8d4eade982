import { SourceRefusal } from "./source-table.ts";

/** A file's bytes as text, and how they were encoded. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "gb18030";
  /** The last character is not whole: the file was cut. */
  readonly isCut: boolean;
}

const marks = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
] as const;

/** The text of a file: by its byte order mark, else as UTF-8 where it is valid, else as GB18030. Refuses bytes that are neither. */
export function decodedText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw new SourceRefusal({ code: "source-empty" });
  const marked = marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  const candidates = marked ? [marked.encoding] : (["utf-8", "gb18030"] as const);
  for (const encoding of candidates) {
    const decoded = decodedAs(bytes, encoding);
    if (decoded && !decoded.text.includes("\0")) return decoded;
  }
  throw new SourceRefusal({ code: "encoding-unknown" });
}

function decodedAs(bytes: Uint8Array, encoding: DecodedText["encoding"]): DecodedText | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    // Read as a stream, a character that the end cuts is held back instead of being an error.
    const text = decoder.decode(bytes, { stream: true });
    return { text, encoding, isCut: !endsWhole(decoder) };
  } catch {
    return undefined;
  }
}

function endsWhole(decoder: TextDecoder): boolean {
  try {
    return decoder.decode() === "";
  } catch {
    return false;
  }
}
