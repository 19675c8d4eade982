/**
 * What the two pages may load and where they may connect to. It stands in the page itself, so that
 * any static host serves it.
 *
 * 'unsafe-inline' for styles: the spreadsheet and Fluent UI both write style elements at run time.
 * No script may be inline or evaluated, on either page.
 */
export function policies(officeJs: string): { readonly embedded: string; readonly excel: string } {
  const office = new URL(officeJs).origin;
  const common = ["default-src 'none'", "img-src 'self' data: blob:", "font-src 'self' data:", "style-src 'self' 'unsafe-inline'", "base-uri 'none'", "form-action 'none'"];
  const policy = (...rules: string[]) => [...common, ...rules].join("; ");
  return {
    // The built-in workbook talks to nobody but the place it was loaded from.
    embedded: policy("script-src 'self'", "connect-src 'self'", "worker-src 'self' blob:", "manifest-src 'self'"),
    // Office.js and its host files come from Microsoft; it speaks with Excel by messages, for which no
    // rule is needed. Its telemetry frame is of another origin, and stays out.
    excel: policy(`script-src 'self' ${office}`, `connect-src 'self' ${office}`, `frame-src ${office}`, "worker-src 'self' blob:"),
  };
}
