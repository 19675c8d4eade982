import { fromTypeScript } from "./from-typescript.mjs";

const { check } = await fromTypeScript("src/build/check.ts");
process.exitCode = await check(process.argv.slice(2));
