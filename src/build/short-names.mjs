import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { fromTypeScript } from "./from-typescript.mjs";
import { found, parsed, propertyRead } from "./syntax.mjs";

const source = join(import.meta.dirname, "..");
const decimals = createRequire(import.meta.url).resolve("decimal.js").replace(/\.js$/, ".mjs");

/**
 * Short names for the properties of our own records in functions.js: name → short name. A minimizer leaves
 * properties alone, since one could be looked up by a text that is only known when the code runs. Here it is known
 * which could: a property keeps its name where any text of the code or any parameter of the catalogue is equal to it,
 * and where JavaScript, decimal.js, Excel or the pane have a part in it. Every other is only ever written and read by
 * name. A test holds the built file to the sources.
 */
export async function shortProperties({ code, texts }) {
  const { catalogue } = await fromTypeScript("src/functions/catalogue.ts");
  const parameters = catalogue.flatMap((fn) => Object.keys(fn.parameters));
  const shared = [decimals, ...["hosts/excel/functions.ts", "locales/texts.ts", "locales/zh-cn/sentences.ts", "locales/en-us/sentences.ts"].map((file) => join(source, file))];
  const kept = new Set([...texts, ...parameters, ...ofJavaScript(), ...shared.flatMap((path) => [...found(parsed(path, readFileSync(path, "utf8")), anyName)])]);
  const read = found(code, nameRead);
  const own = [...found(code, nameWritten)].filter((name) => name.length > 2 && read.has(name) && !kept.has(name));
  const free = names(new Set([...kept, ...read]));
  return Object.fromEntries(own.map((name) => [name, free.next().value]));
}

const nameRead = (node) => propertyRead(node)?.split(".")[1];

/** The property that a node gives to a record or a class. */
function nameWritten(node) {
  const gives = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isMethodDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isAccessor(node);
  return gives && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

/** A property, or a text that could name one. */
const anyName = (node) => (ts.isStringLiteralLike(node) ? node.text : (nameWritten(node) ?? nameRead(node)));

/** Short codes of terms and refusals in functions.js: code → short code. */
export async function shortCodes() {
  const { catalogue } = await fromTypeScript("src/functions/catalogue.ts");
  const { locales } = await fromTypeScript("src/locales/locale.ts");
  const { isLong, shortCode } = await fromTypeScript("src/locales/short-code.ts");
  const { issues, terms } = locales["en-US"].sentences;
  const all = [...Object.keys(issues), ...Object.keys(terms)];
  const codes = all.filter(isLong);
  const typed = catalogue.flatMap((fn) => Object.values(fn.parameters).flatMap(({ words = [] }) => words));
  const taken = [...all, ...typed, ...codes.map(shortCode)];
  if (new Set(taken).size < new Set([...all, ...typed]).size + codes.length) throw new Error("A short code in src/locales/short-code.ts has two meanings: name one of its codes differently.");
  if (codes.some((code) => typed.includes(code))) throw new Error("A user may type a code that functions.js writes short: name the code differently.");
  return Object.fromEntries(codes.map((code) => [code, shortCode(code)]));
}

/** What JavaScript calls its own, its iterators among them. */
function ofJavaScript() {
  const owners = [...Object.getOwnPropertyNames(globalThis).map((name) => globalThis[name]), [].values(), /./[Symbol.matchAll]("")];
  const namesOf = (owner) => (owner === null || !["object", "function"].includes(typeof owner) ? [] : [...Object.getOwnPropertyNames(owner), ...namesOf(Object.getPrototypeOf(owner))]);
  const handedOver = ["value", "done", "index", "input", "groups", "indices", "get", "set", "enumerable", "configurable", "writable", "cause"];
  return [...Object.getOwnPropertyNames(globalThis), ...owners.flatMap((owner) => [...namesOf(owner), ...namesOf(owner?.prototype)]), ...handedOver];
}

/** Names of one letter, then of two, but for those that are taken. */
function* names(taken) {
  const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (let all = letters; ; all = all.flatMap((name) => letters.map((letter) => name + letter))) yield* all.filter((name) => !taken.has(name));
}
