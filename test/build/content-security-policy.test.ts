import { describe, expect, it } from "vitest";
import { originsIn, policies } from "../../src/build/content-security-policy.ts";

const office = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const connections = (policy: string) => policy.split("; ").find((rule) => rule.startsWith("connect-src"));

describe("the origins that links may read from", () => {
  it("are none unless the organisation names them", () => {
    expect(originsIn("")).toEqual([]);
    const { embedded, excel } = policies(office);
    expect(connections(embedded)).toBe("connect-src 'self'");
    expect(connections(excel)).toBe("connect-src 'self' https://appsforoffice.microsoft.com");
  });

  it("enter the policy of both pages, and of connections only", () => {
    const origins = originsIn("https://data.example.com, https://rates.example.com:8443/");
    expect(origins).toEqual(["https://data.example.com", "https://rates.example.com:8443"]);
    const { embedded, excel } = policies(office, origins);
    expect(connections(embedded)).toBe("connect-src 'self' https://data.example.com https://rates.example.com:8443");
    expect(connections(excel)).toBe("connect-src 'self' https://appsforoffice.microsoft.com https://data.example.com https://rates.example.com:8443");
    for (const policy of [embedded, excel]) expect(policy.match(/data\.example\.com/g)).toHaveLength(1);
  });

  it.each(["http://data.example.com", "data.example.com", "https://*.example.com", "https://data.example.com/prices", "https://me:pass@data.example.com", "*"])("are not '%s'", (origin) => {
    expect(() => originsIn(origin)).toThrow("no origin");
  });
});
