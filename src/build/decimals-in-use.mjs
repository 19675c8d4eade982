import ts from "typescript";
import { changed, found, parsed, printed, propertyRead } from "./syntax.mjs";

// The language calls these itself.
const implied = [".toString", ".valueOf", ".toJSON"];

// Of π and of the logarithm of ten. We calculate with 50; where more were needed than there are, the library throws.
const digitsOfConstants = 200;

/**
 * A webpack loader for functions.js: of decimal.js what our code uses. A bundler keeps every method of a
 * prototype, and a third of this library is trigonometry, other number bases and fractions, which nothing calls.
 *
 * A method stays where its name is read by our code (`options.properties`) or by what stays of the library, a
 * function where what stays names it. What stays is not rewritten but for two things that no answer needs, and
 * both are loud where one did: the constants of 1,025 digits are cut, and a text that is no decimal number is
 * refused without a look whether it is a binary or hexadecimal one. A test holds the built file to the sources.
 */
export default function decimalsInUse(text) {
  const file = parsed("decimal.ts", printed(changed(parsed("decimal.ts", text), ofDecimalsOnly)));
  const waiting = new Map(definitions(file).map((definition) => [definition.node, definition]));
  const named = new Set([...implied, ...this.getOptions().properties]);

  const note = (node) => {
    const read = propertyRead(node);
    if (read) named.add(read);
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

/** A constant with no more digits than are of use; of the function that reads other numbers than decimals, its refusal. */
function ofDecimalsOnly(node) {
  if (ts.isStringLiteral(node) && node.text.length > digitsOfConstants) return ts.factory.createStringLiteral(node.text.slice(0, digitsOfConstants));
  if (!ts.isFunctionDeclaration(node) || node.name.text !== "parseOther") return node;
  const [refusal] = found(node, (each) => (ts.isThrowStatement(each) ? each : undefined));
  return ts.factory.updateFunctionDeclaration(node, node.modifiers, node.asteriskToken, node.name, node.typeParameters, node.parameters, node.type, ts.factory.createBlock([refusal]));
}

/** The functions of the file, and what it assigns to the prototype P or, where it makes a constructor, to Decimal. */
function definitions(file) {
  const functions = file.statements.filter((node) => ts.isFunctionDeclaration(node)).map((node) => ({ node, names: [node.name.text], value: node.body }));
  const statements = [...file.statements, ...functions.find(({ names: [name] }) => name === "clone").value.statements];
  const members = statements.filter((node) => ts.isExpressionStatement(node)).map((node) => ({ node, ...member(node.expression) }));
  return [...functions, ...members.filter(({ names }) => names.length > 0 && !names.includes("Class.prototype"))];
}

/** `P.absoluteValue = P.abs = value`: what it defines, and as what. */
function member(expression, names = []) {
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return { names, value: expression };
  const { left, right } = expression;
  const isMember = ts.isPropertyAccessExpression(left) && ["P", "Decimal"].includes(left.expression.text);
  return isMember ? member(right, [...names, `${left.expression.text === "P" ? "" : "Class"}.${left.name.text}`]) : { names: [], value: expression };
}
