/** Where the manifest in the repository expects the add-in: our own server on a developer's machine. */
export const developmentAddress = "https://localhost:3000/";

/** The manifest for the address where dist/ will be served. */
export function manifestFor(manifest: string, address: string): string {
  const served = URL.canParse(address) ? new URL(address.endsWith("/") ? address : `${address}/`) : undefined;
  if (served?.protocol !== "https:") throw new Error(`'${address}' cannot serve an add-in: Office loads it from an https address only.`);
  return manifest.replaceAll(developmentAddress, served.href.replaceAll("&", "&amp;"));
}
