/**
 * What the two pages may load and where they may connect to. It stands in the page itself, so that
 * any static host serves it.
 *
 * 'unsafe-inline' for styles: the spreadsheet and Fluent UI both write style elements at run time.
 * No script may be inline or evaluated, on either page.
 */
export function policies(officeJs: string, allowedOrigins: readonly string[] = []): { readonly embedded: string; readonly excel: string } {
  const office = new URL(officeJs).origin;
  const common = ["default-src 'none'", "img-src 'self' data: blob:", "font-src 'self' data:", "style-src 'self' 'unsafe-inline'", "base-uri 'none'", "form-action 'none'"];
  const policy = (...rules: string[]) => [...common, ...rules].join("; ");
  return {
    // The built-in workbook talks to nobody but the place it was loaded from, and the origins links may read from.
    embedded: policy("script-src 'self'", `connect-src ${["'self'", ...allowedOrigins].join(" ")}`, "worker-src 'self' blob:", "manifest-src 'self'"),
    // Office.js and its host files come from Microsoft; it speaks with Excel by messages, for which no
    // rule is needed. Its telemetry frame is of another origin, and stays out.
    excel: policy(`script-src 'self' ${office}`, `connect-src ${["'self'", office, ...allowedOrigins].join(" ")}`, `frame-src ${office}`, "worker-src 'self' blob:"),
  };
}

/** The origins that an organisation names when it builds, parted by spaces or commas: https alone, without a path, none by a pattern. */
export function originsIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((origin) => origin !== "").map((origin) => {
    const url = URL.canParse(origin) ? new URL(origin) : undefined;
    if (url?.protocol !== "https:" || url.href !== `${url.origin}/` || url.hostname.includes("*")) throw new Error(`'${origin}' is no origin that links may read from: write https://data.example.com`);
    return url.origin;
  });
}
