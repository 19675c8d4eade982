import ts from "typescript";

const describing = new Set(["source", "formula", "example"]);

/**
 * A webpack loader for functions.js. Excel calls the functions; what explains them (steps, formulas in
 * symbols, sources, worked examples) is shown by the pane, which carries the whole catalogue. Leaving it
 * out of the file that every workbook loads makes that file a third smaller.
 *
 * It takes `source`, `formula` and `example` out of define({ … }), and the steps, which are the second
 * argument of block() and figure(). A test holds what is left to the answers of the whole catalogue.
 */
export default function withoutExplanations(text) {
  const file = ts.createSourceFile(this.resourcePath, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const { transformed } = ts.transform(file, [
    (context) => {
      const visit = (node) => {
        const seen = ts.visitEachChild(node, visit, context);
        if (!ts.isCallExpression(seen) || !ts.isIdentifier(seen.expression)) return seen;
        const kept = remaining(seen.expression.text, [...seen.arguments]);
        return kept ? ts.factory.updateCallExpression(seen, seen.expression, seen.typeArguments, kept) : seen;
      };
      return (root) => ts.visitNode(root, visit);
    },
  ]);
  return ts.createPrinter().printFile(transformed[0]);
}

function remaining(name, given) {
  if ((name === "block" || name === "figure") && given.length === 2) return [given[0]];
  if (name !== "define" || given.length !== 1 || !ts.isObjectLiteralExpression(given[0])) return undefined;
  const properties = given[0].properties.filter((property) => !describing.has(property.name?.getText?.() ?? property.name?.text));
  return [ts.factory.updateObjectLiteralExpression(given[0], properties)];
}
