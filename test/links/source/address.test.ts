import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { addressTable, allowedAddress } from "../../../src/links/source/address.ts";
import { jsonTable } from "../../../src/links/source/json-table.ts";

const origin = "https://data.example.com";
const rules = { allowedOrigins: [origin] };

/** The network: a server on this machine that answers for the allowed origin, over the fetch of this machine. */
function answering(answer: (headers: NodeJS.Dict<string | string[]>) => { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string; readonly after?: number }) {
  const seen: { options: RequestInit; headers: NodeJS.Dict<string | string[]> }[] = [];
  const real = globalThis.fetch;
  const server = createServer((request, response) => {
    const { status = 200, headers = {}, body = "", after = 0 } = answer(request.headers);
    const last = seen.at(-1);
    if (last) last.headers = request.headers;
    setTimeout(() => response.writeHead(status, headers).end(body), after);
  });
  const listening = new Promise<number>((resolve) => server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)));
  vi.stubGlobal("fetch", async (url: URL, options: RequestInit) => {
    seen.push({ options, headers: {} });
    return real(`http://127.0.0.1:${await listening}${url.pathname}`, options);
  });
  closing = () => server.close();
  return seen;
}

let closing = () => {};
afterEach(() => {
  closing();
  vi.unstubAllGlobals();
});

describe("an HTTPS address", () => {
  it("is read as CSV, without cookies, referrer or redirects", async () => {
    const seen = answering(() => ({ headers: { "content-type": "text/csv" }, body: "项目,金额\n存货,\"1,234.50\"\n" }));
    expect((await addressTable(`${origin}/a.csv`, rules)).rows).toEqual([["存货", 1234.5]]);
    expect(seen[0]?.options).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer", redirect: "error" });
    expect(seen[0]?.headers).not.toHaveProperty("referer");
    expect(seen[0]?.headers).not.toHaveProperty("cookie");
  });

  it("is read as JSON", async () => {
    answering(() => ({ headers: { "content-type": "application/json; charset=utf-8" }, body: '[{"项目":"存货","金额":1.5}]' }));
    expect((await addressTable(`${origin}/a`, rules)).rows).toEqual([["存货", 1.5]]);
  });

  it.each([
    ["another origin", "https://other.example.com/a.csv", { code: "origin-not-allowed", origin: "https://other.example.com" }],
    ["another port", `${origin}:8443/a.csv`, { code: "origin-not-allowed", origin: `${origin}:8443` }],
    ["plain HTTP", "http://data.example.com/a.csv", { code: "address-unfit", url: "http://data.example.com/a.csv" }],
    ["a name and password", "https://me:pass@data.example.com/a.csv", { code: "address-unfit", url: "https://me:pass@data.example.com/a.csv" }],
    ["no address", "data.csv", { code: "address-unfit", url: "data.csv" }],
  ])("of %s is refused before anything is asked", (_, url, issue) => {
    expect(() => allowedAddress(url, rules.allowedOrigins)).toThrow(expect.objectContaining({ issue }));
  });

  it("is refused where no origin is allowed", () => {
    expect(() => allowedAddress(`${origin}/a.csv`, [])).toThrow(expect.objectContaining({ issue: { code: "origin-not-allowed", origin } }));
  });

  it.each([
    ["an error of the server", { status: 503 }, {}, { code: "address-status", origin, status: 503 }],
    ["a redirect", { status: 302, headers: { location: "/b.csv" } }, {}, { code: "address-unreachable", origin }],
    ["more than the limit", { body: "x".repeat(5000) }, { limit: 1000 }, { code: "address-too-large", limit: 1000 }],
    ["an answer that takes too long", { after: 3000 }, { seconds: 0.2 }, { code: "address-too-slow", seconds: 0.2 }],
    ["an empty answer", { body: "" }, {}, { code: "source-empty" }],
  ])("is refused for %s", async (_, answer, own, issue) => {
    answering(() => answer);
    await expect(addressTable(`${origin}/a.csv`, { ...rules, ...own })).rejects.toMatchObject({ issue });
  });

  it("stops when it is told to", async () => {
    answering(() => ({ after: 3000 }));
    const stop = new AbortController();
    const reading = addressTable(`${origin}/a.csv`, rules, { signal: stop.signal });
    stop.abort();
    await expect(reading).rejects.toMatchObject({ issue: { code: "stopped" } });
  });
});

describe("a JSON list", () => {
  it.each([
    ["of objects, with the keys of all of them", '[{"a":"x","b":1},{"a":"y","c":true},{"a":"z","b":null}]', [["x", 1, null], ["y", null, true], ["z", null, null]]],
    ["of lists under a header", '[["a","b"],["x","12.5%"],["y","0.5%"]]', [["x", 0.125], ["y", 0.005]]],
    ["inside an object", '{"status":"ok","rows":[{"a":"x","b":1}]}', [["x", 1]]],
  ])("%s is a table", async (_, text, rows) => {
    expect((await jsonTable(text)).rows).toEqual(rows);
  });

  it("keeps a number longer than a double holds as its digits, and what is no value of a cell as its text", async () => {
    expect((await jsonTable('[{"id":6222020200112233445,"more":{"x":[1]}}]')).rows).toEqual([["6222020200112233445", '{"x":[1]}']]);
  });

  it.each([["a number", "5"], ["no JSON", "<html>"], ["a mixed list", '[1,{"a":2}]'], ["an object with two lists", '{"a":[],"b":[]}']])("is not %s", async (_, text) => {
    await expect(jsonTable(text)).rejects.toMatchObject({ issue: { code: "json-no-table" } });
  });
});
