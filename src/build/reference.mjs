import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromTypeScript } from "./from-typescript.mjs";

const { reference } = await fromTypeScript("src/build/reference.ts");
for (const [language, file] of Object.entries({ "en-US": "functions.md", "zh-CN": "functions.zh-CN.md" })) {
  writeFileSync(join(import.meta.dirname, "../../docs", file), reference(language));
}
