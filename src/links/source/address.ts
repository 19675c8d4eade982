import { delimitedTextTable } from "./delimited.ts";
import { jsonTable } from "./json-table.ts";
import type { ReadingRun } from "./slices.ts";
import { SourceRefusal, type SourceTable } from "./source-table.ts";
import { decodedText } from "./text-encoding.ts";

/** What an address is read under. */
export interface AddressRules {
  /** The origins the organisation allowed when it built the add-in, such as https://data.example.com. None allows nothing. */
  readonly allowedOrigins: readonly string[];
  /** How many bytes at most. */
  readonly limit?: number;
  /** For how long at most, in seconds. */
  readonly seconds?: number;
}

const LIMIT = 64 * 1024 * 1024;
const SECONDS = 60;

/**
 * Reads the CSV or JSON table at an HTTPS address of an allowed origin, without cookies, referrer or redirects, so that nothing
 * of the workbook or its reader goes there. Refuses what is larger or slower than the rules allow.
 */
export async function addressTable(url: string, rules: AddressRules, run: ReadingRun = {}): Promise<SourceTable> {
  const address = allowedAddress(url, rules.allowedOrigins);
  const seconds = rules.seconds ?? SECONDS;
  const slow = AbortSignal.timeout(seconds * 1000);
  const signal = AbortSignal.any([slow, ...(run.signal ? [run.signal] : [])]);
  let answer: { readonly bytes: Uint8Array; readonly type: string };
  try {
    answer = await answerOf(address, rules.limit ?? LIMIT, signal);
  } catch (error) {
    if (error instanceof SourceRefusal) throw error;
    if (run.signal?.aborted) throw new SourceRefusal({ code: "stopped" });
    if (slow.aborted) throw new SourceRefusal({ code: "address-too-slow", seconds });
    throw new SourceRefusal({ code: "address-unreachable", origin: address.origin }, { cause: error });
  }
  const { text, isCut } = decodedText(answer.bytes);
  const isJson = /\bjson\b/i.test(answer.type) || /^\s*[[{]/.test(text);
  const table = isJson ? await jsonTable(text, run) : await delimitedTextTable(text, /tab-separated/i.test(answer.type) ? "\t" : "", run);
  return isCut ? { ...table, faults: [{ code: "character-cut" }, ...table.faults] } : table;
}

/** The address as a URL. Refuses what is not HTTPS, carries a name and password, or is of another origin. */
export function allowedAddress(url: string, allowedOrigins: readonly string[]): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol !== "https:" || address.username !== "" || address.password !== "") throw new SourceRefusal({ code: "address-unfit", url });
  if (!allowedOrigins.includes(address.origin)) throw new SourceRefusal({ code: "origin-not-allowed", origin: address.origin });
  return address;
}

async function answerOf(address: URL, limit: number, signal: AbortSignal): Promise<{ readonly bytes: Uint8Array; readonly type: string }> {
  const response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer", redirect: "error", cache: "no-store", mode: "cors", signal });
  if (!response.ok) throw new SourceRefusal({ code: "address-status", origin: address.origin, status: response.status });
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw new SourceRefusal({ code: "address-too-large", limit });
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  chunks.reduce((at, chunk) => {
    bytes.set(chunk, at);
    return at + chunk.byteLength;
  }, 0);
  return { bytes, type: response.headers.get("content-type") ?? "" };
}
