import ts from "typescript";

export const parsed = (path, text) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
export const printed = (file) => ts.createPrinter().printFile(file);

/** The file with every node as `change` has it, innermost first; undefined takes a statement out. */
export function changed(file, change) {
  const { transformed } = ts.transform(file, [
    (context) => {
      const visit = (node) => change(ts.visitEachChild(node, visit, context));
      return (root) => ts.visitNode(root, visit);
    },
  ]);
  return transformed[0];
}

/** What `of` has to say of a node and of all below it, once each. */
export function found(node, of, all = new Set()) {
  const one = of(node);
  if (one !== undefined) all.add(one);
  ts.forEachChild(node, (child) => void found(child, of, all));
  return all;
}

/** The property that a node reads, calls or takes apart: `.abs` of a value, `Class.abs` of what is named as classes are; those of Math are its own. */
export function propertyRead(node) {
  if (ts.isPropertyAccessExpression(node)) {
    const { name, expression } = node;
    return expression.text === "Math" ? undefined : `${/^[A-Z][a-z]/.test(expression.text) ? "Class" : ""}.${name.text}`;
  }
  return ts.isBindingElement(node) && !node.dotDotDotToken ? `.${(node.propertyName ?? node.name).text}` : undefined;
}
