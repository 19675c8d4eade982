import { childOf, type Element, parsedManifest, within } from "./manifest-tree.ts";

/** What the manifest must fit. */
export interface Build {
  /** The files of dist/, "assets/icon-16.png". */
  readonly files: readonly string[];
  /** Where dist/ is served, with a slash at the end. */
  readonly address: string;
  /** The commands that the pane page offers to the ribbon. */
  readonly commands: readonly string[];
}

// The order of children, from Microsoft's article on the order of manifest elements.
const order: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: ["Id", "AlternateID", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl", "HighResolutionIconUrl", "SupportUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings", "Permissions", "Dictionary", "VersionOverrides"],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources", "WebApplicationInfo", "EquivalentAddins"],
  "VersionOverrides/Hosts/Host": ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  "ExtensionPoint:CustomFunctions": ["Script", "Page", "Metadata", "Namespace"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  Group: ["OverriddenByRibbonApi", "Label", "Icon", "Control"],
  Control: ["OverriddenByRibbonApi", "Label", "Supertip", "Icon", "Action", "Enabled", "Items"],
  Supertip: ["Title", "Description"],
  "Action:ShowTaskpane": ["TaskpaneId", "SourceLocation", "Title"],
  "Action:ExecuteFunction": ["FunctionName"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

const required: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: ["Id", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl", "HighResolutionIconUrl", "SupportUrl", "Hosts", "Requirements", "DefaultSettings", "Permissions", "VersionOverrides"],
  VersionOverrides: ["Hosts", "Resources"],
  "VersionOverrides/Hosts/Host": ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  "ExtensionPoint:CustomFunctions": ["Script", "Page", "Metadata", "Namespace"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  "Action:ShowTaskpane": ["SourceLocation"],
  "Action:ExecuteFunction": ["FunctionName"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

const limits: Readonly<Record<string, number>> = { Images: 2048, Urls: 2048, ShortStrings: 125, LongStrings: 250, DisplayName: 125, ProviderName: 125, Description: 250, IconUrl: 2048, HighResolutionIconUrl: 2048, SupportUrl: 2048 };
const translated = ["DisplayName", "Description", "ShortStrings", "LongStrings"];
// The same in every language, by decision: the name of the product, the namespace of the functions.
const untranslated = ["Functions.Namespace", "Group.Label"];
/** The table of resources from which an element must take its text or address. */
const tableOf: Readonly<Record<string, string>> = { Image: "Images", SourceLocation: "Urls", Runtime: "Urls", FunctionFile: "Urls", LearnMoreUrl: "Urls", Namespace: "ShortStrings", Label: "ShortStrings", Title: "ShortStrings", Description: "LongStrings" };
const sets: Readonly<Record<string, string>> = { SharedRuntime: "1.1", CustomFunctionsRuntime: "1.3", ExcelApi: "1.12" };

const attribute = (element: Element, name: string) => element.attributes.get(name) ?? "";
const valuesOf = (element: Element) => [attribute(element, "DefaultValue"), ...element.children.map((child) => attribute(child, "Value"))].filter((value) => value !== "");

/** The name under which an element stands in the tables above: with its type, with its way, or alone. */
function keyIn(table: Readonly<Record<string, unknown>>, { name, path, attributes }: Element): string | undefined {
  return [`${name}:${attributes.get("type") ?? ""}`, path.split("/").slice(-3).join("/"), name].find((key) => key in table);
}

interface Manifest {
  readonly root: Element;
  readonly all: readonly Element[];
  readonly resources: readonly { readonly table: string; readonly id: string; readonly element: Element }[];
  readonly references: readonly { readonly id: string; readonly element: Element }[];
}

type Rule = (manifest: Manifest, build: Build) => string[];

const childrenStandInOrder: Rule = ({ all }) =>
  all.flatMap((element) => {
    const allowed = order[keyIn(order, element) ?? ""];
    const places = allowed ? element.children.map(({ name }) => allowed.indexOf(name)) : [];
    return element.children.flatMap(({ path }, index) => {
      const place = places[index] ?? 0;
      if (place < 0) return [`${path} is not allowed here`];
      return place < Math.max(-1, ...places.slice(0, index)) ? [`${path} is out of order`] : [];
    });
  });

const nothingRequiredIsMissing: Rule = ({ all }) =>
  all.flatMap((element) => (required[keyIn(required, element) ?? ""] ?? []).filter((name) => !childOf(element, name)).map((name) => `${element.path} lacks ${name}`));

const idAndVersionAreWellFormed: Rule = ({ root }) => [
  ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(childOf(root, "Id")?.text ?? "") ? [] : ["Id is no GUID"]),
  ...(/^\d{1,5}(\.\d{1,5}){1,3}$/.test(childOf(root, "Version")?.text ?? "") ? [] : ["Version is not 1.2.3.4"]),
];

const itMayWriteToExcelOnly: Rule = ({ root, all }) => [
  ...(childOf(root, "Permissions")?.text === "ReadWriteDocument" ? [] : ["Permissions are not ReadWriteDocument"]),
  ...all.filter(({ name }) => name === "Host").filter((host) => ![attribute(host, "Name"), attribute(host, "type")].includes("Workbook")).map(({ path }) => `${path} is not Workbook`),
];

const requirementSetsAreNamed: Rule = ({ all }) => {
  const named = new Map(all.filter(({ name }) => name === "Set").map((set) => [attribute(set, "Name"), attribute(set, "MinVersion")]));
  return Object.entries(sets).filter(([name, version]) => named.get(name) !== version).map(([name, version]) => `requirement set ${name} ${version} is missing`);
};

const resourceIdsAreShortAndUnique: Rule = ({ resources }) =>
  resources.flatMap(({ id }, index) => [
    ...(id.length > 32 ? [`resource id ${id} has more than 32 characters`] : []),
    ...(resources.findIndex((other) => other.id === id) < index ? [`resource id ${id} is given twice`] : []),
  ]);

const everyReferenceFindsItsResource: Rule = ({ references, resources }) =>
  references.flatMap(({ id, element: { name, path } }) => {
    const found = resources.find((resource) => resource.id === id);
    if (!found) return [`${path}: no resource ${id}`];
    return found.table === tableOf[name] ? [] : [`${path}: ${id} must stand in ${tableOf[name] ?? "no table"}`];
  });

const everyResourceIsUsed: Rule = ({ references, resources }) => resources.filter(({ id }) => !references.some((reference) => reference.id === id)).map(({ id }) => `resource ${id} is never used`);

const textsFitTheirLimits: Rule = ({ root, resources }) => {
  const limited = [...root.children.map((element) => ({ table: element.name, id: element.name, element })), ...resources];
  return limited.flatMap(({ table, id, element }) =>
    [...valuesOf(element), element.text].filter((value) => value.length > (limits[table] ?? Infinity)).map((value) => `${id} has ${value.length} characters, not at most ${limits[table]}`),
  );
};

const everyTextIsInChineseToo: Rule = ({ root, resources }) => {
  const texts = [...root.children.map((element) => ({ table: element.name, id: element.name, element })), ...resources];
  return texts
    .filter(({ table, id }) => translated.includes(table) && !untranslated.includes(id))
    .filter(({ element }) => !element.children.some((child) => child.name === "Override" && attribute(child, "Locale") === "zh-CN" && attribute(child, "Value") !== ""))
    .map(({ id }) => `${id} has no zh-CN override`);
};

const functionsAreNamedAlikeEverywhere: Rule = ({ resources }) =>
  resources.filter(({ id }) => id === "Functions.Namespace").flatMap(({ element }) => (attribute(element, "DefaultValue") === "HEADROOM" && element.children.length === 0 ? [] : ["the namespace is not HEADROOM in every language"]));

const metadataComesInBothLanguages: Rule = ({ resources }, { address }) =>
  resources
    .filter(({ id }) => id === "Functions.Metadata.Url")
    .flatMap(({ element }) => (valuesOf(element).join() === `${address}functions.json,${address}functions.zh-CN.json` ? [] : ["the metadata are not functions.json, and functions.zh-CN.json for zh-CN"]));

const everyFileIsInTheBuild: Rule = ({ all }, { files, address }) =>
  all.flatMap(valuesOf).filter((value) => /^\w+:\/\//.test(value)).flatMap((url) => {
    if (!url.startsWith("https://")) return [`${url} is not https`];
    if (!url.startsWith(address)) return [`${url} is not under ${address}`];
    return files.includes(url.slice(address.length)) ? [] : [`${url} is not in the build`];
  });

const oneRuntimeServesAll: Rule = ({ all }) => {
  const runtime = all.find(({ name }) => name === "Runtime");
  const sharing = all.filter(({ name, path }) => name === "FunctionFile" || /(Page|Action)\/SourceLocation$/.test(path));
  return [
    ...(runtime && attribute(runtime, "lifetime") !== "long" ? ["the runtime does not live long"] : []),
    ...sharing.filter((element) => runtime && attribute(element, "resid") !== attribute(runtime, "resid")).map(({ path }) => `${path} is not in the shared runtime`),
    ...all.filter(({ name }) => name === "TaskpaneId").map(({ path }) => `${path} does not go with a shared runtime`),
  ];
};

const iconsComeInAllSizes: Rule = ({ all }) =>
  all.filter(({ name }) => name === "Icon").filter((icon) => icon.children.map((image) => attribute(image, "size")).join() !== "16,32,80").map(({ path }) => `${path} is not given in 16, 32 and 80`);

const controlsAreUnique: Rule = ({ all }) => {
  const ids = all.filter(({ name }) => name === "Control" || name === "Group").map((control) => attribute(control, "id"));
  return ids.filter((id, index) => id === "" || ids.indexOf(id) < index).map((id) => `control '${id}' has no id of its own`);
};

const everyCommandIsThere: Rule = ({ all }, { commands }) => all.filter(({ name, text }) => name === "FunctionName" && !commands.includes(text)).map(({ text }) => `there is no command ${text}`);

/** What is wrong with a manifest, as far as it can be known offline; empty where nothing is. */
export function manifestFaults(xml: string, build: Build): string[] {
  const root = parsedManifest(xml);
  if (typeof root === "string") return [`not well-formed: ${root}`];
  const all = within(root);
  const tables = all.filter(({ path }) => /\/Resources\/\w+$/.test(path));
  const resources = tables.flatMap((table) => table.children.map((element) => ({ table: table.name, id: attribute(element, "id"), element })));
  const references = all.filter(({ attributes }) => attributes.has("resid")).map((element) => ({ id: attribute(element, "resid"), element }));
  return rules.flatMap((rule) => rule({ root, all, resources, references }, build));
}

const rules: readonly Rule[] = [childrenStandInOrder, nothingRequiredIsMissing, idAndVersionAreWellFormed, itMayWriteToExcelOnly, requirementSetsAreNamed, resourceIdsAreShortAndUnique, everyReferenceFindsItsResource, everyResourceIsUsed, textsFitTheirLimits, everyTextIsInChineseToo, functionsAreNamedAlikeEverywhere, metadataComesInBothLanguages, everyFileIsInTheBuild, oneRuntimeServesAll, iconsComeInAllSizes, controlsAreUnique, everyCommandIsThere];
