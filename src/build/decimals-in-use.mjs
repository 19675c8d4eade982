import ts from "typescript";
import { changed, parsed, printed, propertyRead } from "./syntax.mjs";

// The language calls these itself.
const implied = ["toString", "valueOf", "toJSON"];

/**
 * A webpack loader for functions.js: of decimal.js what our code uses. A bundler keeps every method of a
 * prototype, and a third of this library is trigonometry, other number bases and fractions, which nothing calls.
 *
 * A method stays where its name is read by our code (`options.properties`) or by what stays of the library, a
 * function where what stays names it. What stays is not rewritten, so no answer can change; a test calls every
 * function of the catalogue.
 */
export default function decimalsInUse(text) {
  const file = parsed("decimal.ts", text);
  const waiting = new Map(definitions(file).map((definition) => [definition.node, definition]));
  const named = new Set([...implied, ...this.getOptions().properties].map((name) => `.${name}`));

  const note = (node) => {
    const read = propertyRead(node);
    if (read) named.add(`.${read}`);
    else if (ts.isIdentifier(node) && node.parent.name !== node) named.add(node.text);
    ts.forEachChild(node, (child) => (waiting.has(child) ? undefined : note(child)));
  };
  const nextInUse = () => [...waiting.values()].find(({ names }) => names.some((name) => named.has(name)));

  note(file);
  for (let next = nextInUse(); next; next = nextInUse()) {
    waiting.delete(next.node);
    note(next.value);
  }
  return printed(changed(file, (node) => (waiting.has(ts.getOriginalNode(node)) ? undefined : node)));
}

/** The functions of the file, and what it assigns to the prototype P or, where it makes a constructor, to Decimal. */
function definitions(file) {
  const functions = file.statements.filter((node) => ts.isFunctionDeclaration(node)).map((node) => ({ node, names: [node.name.text], value: node.body }));
  const statements = [...file.statements, ...functions.find(({ names: [name] }) => name === "clone").value.statements];
  const members = statements.filter((node) => ts.isExpressionStatement(node)).map((node) => ({ node, ...member(node.expression) }));
  return [...functions, ...members.filter(({ names }) => names.length > 0 && !names.includes(".prototype"))];
}

/** `P.absoluteValue = P.abs = value`: what it defines, and as what. */
function member(expression, names = []) {
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return { names, value: expression };
  const { left, right } = expression;
  const isMember = ts.isPropertyAccessExpression(left) && ["P", "Decimal"].includes(left.expression.text);
  return isMember ? member(right, [...names, `.${left.name.text}`]) : { names: [], value: expression };
}
