import { readFileSync } from "node:fs";
import { join } from "node:path";
import esbuild from "esbuild";
import ts from "typescript";
import { fromTypeScript } from "./from-typescript.mjs";
import { changed, found, parsed, printed, propertyRead } from "./syntax.mjs";

const describing = new Set(["family", "source", "formula", "example"]);

// How many arguments say what the cells are; the next one says how they were reached.
const answering = { block: 1, figure: 1, eachElement: 2, elementBlock: 2 };

// Where a record keeps such a function besides.
const deriving = new Set(["steps", "derivation", "symbols", "outermostAt"]);

/**
 * A webpack loader for functions.js. Excel calls the functions; what explains them (steps, formulas in
 * symbols, sources, worked examples) is shown by the pane, which carries the whole catalogue. Leaving it
 * out of the file that every workbook loads makes that file a third smaller.
 *
 * It takes `family`, `source`, `formula` and `example` out of define({ … }); the functions that make
 * steps, wherever one is handed to block() and its like or kept in a record; and from the sentences the
 * names of terms that are not among `options.texts`, since only steps use them, and what is said of the refusals
 * in `options.silent`, which Excel shows without a sentence. What is left of the codes of terms and refusals is
 * written short, as `options.codes` says. A test holds the built file to the sources.
 */
export default function withoutExplanations(text) {
  const file = parsed(this.resourcePath, text);
  const isSentences = /[\\/]sentences\.ts$/.test(this.resourcePath);
  const { texts, silent, codes } = this.getOptions();
  return printed(shortened(isSentences ? spoken(file, { terms: (term) => texts.includes(term), issues: (code) => !silent.includes(code) }) : unexplained(file), codes));
}

/** The codes of refusals whose errors Excel takes without a sentence. */
export async function silentCodes() {
  const { cellErrorOf } = await fromTypeScript("src/functions/cell-error.ts");
  const { locales } = await fromTypeScript("src/locales/locale.ts");
  return Object.keys(locales["en-US"].sentences.issues).filter((code) => ["#NUM!", "#DIV/0!"].includes(cellErrorOf({ code })));
}

/** Our code without its explanations: its texts, the terms of its results among them, and the properties it reads. */
export async function left() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(import.meta.dirname, "../hosts/excel/functions.ts")],
    bundle: true,
    format: "esm",
    external: ["decimal.js", "*/sentences.ts"],
    // What nothing calls any more goes, inside functions too.
    minifySyntax: true,
    write: false,
    plugins: [
      {
        name: "without-explanations",
        setup: ({ onLoad }) => onLoad({ filter: /[\\/]src[\\/](core|functions)[\\/].*\.ts$/ }, ({ path }) => ({ contents: printed(unexplained(parsed(path, readFileSync(path, "utf8")))), loader: "ts" })),
      },
    ],
  });
  const code = parsed("functions.ts", outputFiles[0].text);
  return { code, texts: [...found(code, (node) => (ts.isStringLiteralLike(node) ? node.text : undefined))], properties: [...found(code, propertyRead)] };
}

function unexplained(file) {
  const imported = found(file, (node) => (ts.isImportSpecifier(node) ? node.name.text : undefined));
  return changed(file, (node) => {
    if (ts.isObjectLiteralExpression(node)) return only(node, (name, property) => !(deriving.has(name) && isFunction(property)));
    if (!ts.isCallExpression(node) || !imported.has(node.expression.text)) return node;
    const kept = remaining(node.expression.text, [...node.arguments]);
    return kept ? ts.factory.updateCallExpression(node, node.expression, node.typeArguments, kept) : node;
  });
}

const isFunction = (property) => ts.isPropertyAssignment(property) && ts.isArrowFunction(property.initializer);

function remaining(name, given) {
  if (Object.hasOwn(answering, name)) return given.slice(0, answering[name]);
  if (name !== "define" || given.length !== 1 || !ts.isObjectLiteralExpression(given[0])) return undefined;
  return [only(given[0], (property) => !describing.has(property))];
}

/** An object literal with only those properties whose name passes. */
function only(literal, passes) {
  return ts.factory.updateObjectLiteralExpression(literal, literal.properties.filter((property) => property.name === undefined || passes(property.name.text, property)));
}

/** The sentences with those entries of a list only that its test passes. */
function spoken(file, passes) {
  return changed(file, (node) => {
    if (!ts.isPropertyAssignment(node) || !Object.hasOwn(passes, node.name.text) || !ts.isObjectLiteralExpression(node.initializer)) return node;
    return ts.factory.updatePropertyAssignment(node, node.name, only(node.initializer, passes[node.name.text]));
  });
}

/** The file with its codes as short as they are to be, and `let` for `const`, which the compiler has seen to. */
function shortened(file, codes) {
  return changed(file, (node) => {
    if (ts.isStringLiteral(node) && Object.hasOwn(codes, node.text)) return ts.factory.createStringLiteral(codes[node.text]);
    return ts.isVariableDeclarationList(node) ? ts.factory.createVariableDeclarationList(node.declarations, ts.NodeFlags.Let) : node;
  });
}
