import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The file as LibreOffice writes it after having opened it. */
export function throughLibreOffice(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "headroom-office-"));
  try {
    const file = join(folder, "book.xlsx");
    writeFileSync(file, bytes);
    const out = join(folder, "out");
    convert([`-env:UserInstallation=file://${join(folder, "profile")}`, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, file]);
    return readFileSync(join(out, "book.xlsx"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function convert(parameters: readonly string[]): void {
  try {
    execFileSync(process.env["SOFFICE"] ?? "soffice", parameters, { stdio: "ignore", timeout: 120_000 });
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (missing) throw new Error("This test needs LibreOffice: install libreoffice-calc-nogui, or another package that brings soffice, or set SOFFICE to the program.", { cause: error });
    throw error;
  }
}
