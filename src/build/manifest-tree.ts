import { XMLParser, XMLValidator } from "fast-xml-parser";

/** An element of the manifest, prefixes left out. */
export interface Element {
  readonly name: string;
  /** The names on the way from the root, this one included: "OfficeApp/Hosts/Host". */
  readonly path: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly children: readonly Element[];
}

const attributesKey = ":@";
const textKey = "#text";

/** The root element, or a sentence that says why the text is no XML. */
export function parsedManifest(xml: string): Element | string {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return `line ${valid.err.line}: ${valid.err.msg}`;
  const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: "", removeNSPrefix: true, ignoreDeclaration: true, parseTagValue: false });
  const nodes: unknown = parser.parse(xml);
  return elements(nodes, "")[0] ?? "no element";
}

const isRecord = (node: unknown): node is Record<string, unknown> => typeof node === "object" && node !== null;

function elements(nodes: unknown, parent: string): Element[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.filter(isRecord).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== attributesKey && key !== textKey);
    if (name === undefined) return [];
    const path = parent ? `${parent}/${name}` : name;
    const inside = node[name];
    const text = Array.isArray(inside) ? inside.filter(isRecord).map((part) => part[textKey] ?? "").join("") : "";
    const attributes = isRecord(node[attributesKey]) ? Object.entries(node[attributesKey]) : [];
    return [{ name, path, text, attributes: new Map(attributes.map(([key, value]) => [key, String(value)])), children: elements(inside, path) }];
  });
}

/** The element and everything inside it, in document order. */
export function within(element: Element): Element[] {
  return [element, ...element.children.flatMap(within)];
}

export const childOf = (element: Element, name: string): Element | undefined => element.children.find((child) => child.name === name);
