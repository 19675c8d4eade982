import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { developmentAddress, manifestFor } from "../../src/build/manifest.ts";
import { manifestFaults } from "../../src/build/manifest-check.ts";

const manifest = readFileSync("manifest.xml", "utf8");
const build = {
  files: ["index.html", "taskpane.html", "functions.js", "functions.json", "functions.zh-CN.json", ...readdirSync("assets").map((name) => `assets/${name}`)],
  address: developmentAddress,
  commands: ["repairFormulas", "refreshLinks"],
};

/** The manifest with one thing changed; a change that changes nothing is a mistake of the test. */
function changed(before: string | RegExp, after: string): string {
  const text = manifest.replace(before, after);
  if (text === manifest) throw new Error(`${before} is not in the manifest`);
  return text;
}

describe("the manifest", () => {
  it("has no fault that can be known offline", () => {
    expect(manifestFaults(manifest, build)).toEqual([]);
  });

  it("carries the version of the package", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(manifest).toContain(`<Version>${version}.0</Version>`);
  });

  it("is made for another address without a trace of the one it is developed at", () => {
    const address = "https://tools.example.com/headroom/";
    const text = manifestFor(manifest, "https://tools.example.com/headroom");
    expect(text).not.toContain("localhost");
    expect(manifestFaults(text, { ...build, address })).toEqual([]);
    expect(manifestFaults(text, build)).toContain("https://tools.example.com/headroom/taskpane.html is not under https://localhost:3000/");
  });

  it.each(["http://tools.example.com/", "tools.example.com", ""])("is not made for '%s', from where Office would not load it", (address) => {
    expect(() => manifestFor(manifest, address)).toThrow("https");
  });
});

const long = (length: number) => "x".repeat(length);
const supertip = '<Supertip><Title resid="OpenPane.Label"/><Description resid="OpenPane.Tip"/></Supertip>';

describe("the check of the manifest finds", () => {
  it.each<[string, string, string]>([
    ["an element that is not closed", changed("</Hosts>", ""), "not well-formed"],
    ["no XML at all", "", "not well-formed"],
    ["elements out of order", changed(/(\s*<Id>.*<\/Id>)(\s*<Version>.*<\/Version>)/, "$2$1"), "OfficeApp/Id is out of order"],
    ["elements of the functions out of order", changed(/(<Script>.*<\/Script>)\s*(<Page>.*<\/Page>)/, "$2$1"), "ExtensionPoint/Script is out of order"],
    ["a button's parts out of order", changed(/(<Label resid="OpenPane.Label"\/>)\s*(<Supertip>.*<\/Supertip>)/, "$2$1"), "Control/Label is out of order"],
    ["an element that does not belong", changed("<GetStarted>", "<GetStarted><Icon/>"), "GetStarted/Icon is not allowed here"],
    ["a missing support address", changed(/<SupportUrl.*\/>/, ""), "OfficeApp lacks SupportUrl"],
    ["a missing metadata file", changed(/<Metadata>.*<\/Metadata>/, ""), "ExtensionPoint lacks Metadata"],
    ["a button without a tip", changed(supertip, ""), "Control lacks Supertip"],
    ["a broken id", changed("<Id>5f0b8c54", "<Id>5f0b8c5"), "Id is no GUID"],
    ["a broken version", changed(/<Version>.*</, "<Version>0.1-beta<"), "Version is not 1.2.3.4"],
    ["too few permissions", changed("ReadWriteDocument", "ReadDocument"), "Permissions are not ReadWriteDocument"],
    ["another host", changed('<Host Name="Workbook"/>', '<Host Name="Document"/>'), "OfficeApp/Hosts/Host is not Workbook"],
    ["a requirement set left out", changed(/<Set Name="SharedRuntime".*\/>/, ""), "requirement set SharedRuntime 1.1 is missing"],
    ["a requirement set too old for what we call", changed('"ExcelApi" MinVersion="1.12"', '"ExcelApi" MinVersion="1.9"'), "requirement set ExcelApi 1.12 is missing"],
    ["a resource id over 32 characters", manifest.replaceAll("OpenPane.Tip", long(33)), `resource id ${long(33)} has more than 32 characters`],
    ["a resource given twice", changed('<bt:String id="Group.Label" DefaultValue="Headroom"/>', '<bt:String id="Group.Label" DefaultValue="Headroom"/>'.repeat(2)), "resource id Group.Label is given twice"],
    ["a reference to nothing", changed('<Label resid="Group.Label"/>', '<Label resid="Group.Labl"/>'), "Group/Label: no resource Group.Labl"],
    ["a reference into the wrong table", changed('<Description resid="OpenPane.Tip"/>', '<Description resid="OpenPane.Label"/>'), "Supertip/Description: OpenPane.Label must stand in LongStrings"],
    ["a resource that nobody uses", changed("<bt:LongStrings>", '<bt:LongStrings><bt:String id="Old.Tip" DefaultValue="Old"><bt:Override Locale="zh-CN" Value="旧"/></bt:String>'), "resource Old.Tip is never used"],
    ["a label that is too long", changed('DefaultValue="Open Headroom"', `DefaultValue="${long(126)}"`), "OpenPane.Label has 126 characters, not at most 125"],
    ["a translated tip that is too long", changed(/Value="打开窗格[^"]*"/, `Value="${"长".repeat(251)}"`), "OpenPane.Tip has 251 characters, not at most 250"],
    ["a description that is too long", changed(/(<Description DefaultValue=")[^"]*/, `$1${long(251)}`), "Description has 251 characters, not at most 250"],
    ["an address that is too long", changed("localhost:3000/assets/icon-16.png", `localhost:3000/${long(2048)}`), "Icon.16 has 2071 characters, not at most 2048"],
    ["a label without Chinese", changed('<Override Locale="zh-CN" Value="Headroom 减值与估值"/>', ""), "DisplayName has no zh-CN override"],
    ["a tip with another language in place of Chinese", changed('<bt:Override Locale="zh-CN" Value="打开 Headroom"/>', '<bt:Override Locale="zh-TW" Value="打開 Headroom"/>'), "OpenPane.Label has no zh-CN override"],
    ["a namespace that differs between languages", changed('DefaultValue="HEADROOM"/>', 'DefaultValue="HEADROOM"><bt:Override Locale="zh-CN" Value="余量"/></bt:String>'), "the namespace is not HEADROOM in every language"],
    ["functions described in English only", changed(/<bt:Override Locale="zh-CN" Value="https[^"]*functions.zh-CN.json"\/>/, ""), "the metadata are not functions.json, and functions.zh-CN.json for zh-CN"],
    ["an address without https", changed('"https://localhost:3000/taskpane.html"', '"http://localhost:3000/taskpane.html"'), "http://localhost:3000/taskpane.html is not https"],
    ["an address elsewhere", changed('"https://localhost:3000/functions.js"', '"https://example.com/functions.js"'), "https://example.com/functions.js is not under https://localhost:3000/"],
    ["a file that the build does not have", changed('assets/icon-80.png"', 'assets/icon-81.png"'), "https://localhost:3000/assets/icon-81.png is not in the build"],
    ["a runtime that dies with the pane", changed('lifetime="long"', 'lifetime="short"'), "the runtime does not live long"],
    ["functions outside the shared runtime", changed('<Page><SourceLocation resid="Taskpane.Url"/>', '<Page><SourceLocation resid="GetStarted.LearnMoreUrl"/>'), "Page/SourceLocation is not in the shared runtime"],
    ["commands outside the shared runtime", changed('<FunctionFile resid="Taskpane.Url"/>', '<FunctionFile resid="GetStarted.LearnMoreUrl"/>'), "DesktopFormFactor/FunctionFile is not in the shared runtime"],
    ["a second pane beside the shared runtime", changed('<Action xsi:type="ShowTaskpane">', '<Action xsi:type="ShowTaskpane"><TaskpaneId>Other</TaskpaneId>'), "Action/TaskpaneId does not go with a shared runtime"],
    ["an icon without its large size", changed('<bt:Image size="80" resid="Icon.80"/>', ""), "Group/Icon is not given in 16, 32 and 80"],
    ["two buttons with one id", changed('id="Headroom.RepairFormulas"', 'id="Headroom.OpenPane"'), "control 'Headroom.OpenPane' has no id of its own"],
    ["a button for a command that is not there", changed("<FunctionName>repairFormulas<", "<FunctionName>repairCells<"), "there is no command repairCells"],
  ])("%s", (_, text, expected) => {
    expect(manifestFaults(text, build)).toContainEqual(expect.stringContaining(expected));
  });
});
