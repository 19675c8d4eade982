import { readFileSync } from "node:fs";
import { join } from "node:path";
import esbuild from "esbuild";
import ts from "typescript";

const describing = new Set(["source", "formula", "example"]);

/**
 * A webpack loader for functions.js. Excel calls the functions; what explains them (steps, formulas in
 * symbols, sources, worked examples) is shown by the pane, which carries the whole catalogue. Leaving it
 * out of the file that every workbook loads makes that file a third smaller.
 *
 * It takes `source`, `formula` and `example` out of define({ … }); the steps, which are the second
 * argument of block() and figure(); and from the sentences the names of terms that are not among
 * `options.texts`, since only steps use them. A test holds what is left to the answers of the whole catalogue.
 */
export default function withoutExplanations(text) {
  const file = parsed(this.resourcePath, text);
  const isSentences = /[\\/]sentences\.ts$/.test(this.resourcePath);
  return printed(isSentences ? withTerms(file, new Set(this.getOptions().texts)) : unexplained(file));
}

/** Every text that the catalogue still holds without its explanations; the terms of its results are among them. */
export async function textsLeft() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(import.meta.dirname, "../functions/catalogue.ts")],
    bundle: true,
    format: "esm",
    write: false,
    plugins: [
      {
        name: "without-explanations",
        setup: ({ onLoad }) => onLoad({ filter: /[\\/]src[\\/]functions[\\/].*\.ts$/ }, ({ path }) => ({ contents: printed(unexplained(parsed(path, readFileSync(path, "utf8")))), loader: "ts" })),
      },
    ],
  });
  const found = new Set();
  const collect = (node) => {
    if (ts.isStringLiteralLike(node)) found.add(node.text);
    ts.forEachChild(node, collect);
  };
  collect(parsed("catalogue.ts", outputFiles[0].text));
  return [...found];
}

const parsed = (path, text) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
const printed = (file) => ts.createPrinter().printFile(file);

/** The file with every node as `change` has it, innermost first. */
function changed(file, change) {
  const { transformed } = ts.transform(file, [
    (context) => {
      const visit = (node) => change(ts.visitEachChild(node, visit, context));
      return (root) => ts.visitNode(root, visit);
    },
  ]);
  return transformed[0];
}

function unexplained(file) {
  return changed(file, (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return node;
    const kept = remaining(node.expression.text, [...node.arguments]);
    return kept ? ts.factory.updateCallExpression(node, node.expression, node.typeArguments, kept) : node;
  });
}

function remaining(name, given) {
  if ((name === "block" || name === "figure") && given.length === 2) return [given[0]];
  if (name !== "define" || given.length !== 1 || !ts.isObjectLiteralExpression(given[0])) return undefined;
  return [only(given[0], (property) => !describing.has(property))];
}

/** An object literal with only those properties whose name passes. */
function only(literal, passes) {
  return ts.factory.updateObjectLiteralExpression(literal, literal.properties.filter(({ name }) => name === undefined || passes(name.text)));
}

function withTerms(file, named) {
  return changed(file, (node) => {
    if (!ts.isPropertyAssignment(node) || node.name.text !== "terms" || !ts.isObjectLiteralExpression(node.initializer)) return node;
    return ts.factory.updatePropertyAssignment(node, node.name, only(node.initializer, (term) => named.has(term)));
  });
}
