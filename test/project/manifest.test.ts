import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { JSDOM } from "jsdom";

const root = path.resolve(import.meta.dirname, "../..");
const xml = readFileSync(path.join(root, "manifest.xml"), "utf8");
const document = new new JSDOM("").window.DOMParser().parseFromString(xml, "application/xml");
const all = (name: string): Element[] => Array.from(document.getElementsByTagNameNS("*", name));
const value = (element: Element | undefined, name = "DefaultValue"): string => element?.getAttribute(name) ?? "";
const withId = (name: string): Element[] => all(name).filter((element) => element.hasAttribute("id"));
const resources = [...withId("Image"), ...withId("Url"), ...withId("String")];

describe("manifest.xml", () => {
  test("is well-formed", () => expect(all("parsererror")).toEqual([]));

  test("has every resource it names, uses every one it has, with ids of at most 32 characters", () => {
    const ids = resources.map((element) => value(element, "id"));
    const used = Array.from(document.querySelectorAll("[resid]")).map((element) => value(element, "resid"));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(used)].sort()).toEqual([...ids].sort());
    expect(ids.filter((id) => id.length > 32)).toEqual([]);
  });

  test("names https addresses of one site only", () => {
    const addresses = [...xml.matchAll(/(?:DefaultValue|Value)="(https?:[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((address) => new URL(address).origin !== "https://localhost:3000")).toEqual([]);
  });

  test("declares one shared runtime that all its parts name", () => {
    const runtimes = all("Runtime");
    expect(runtimes.map((element) => [value(element, "lifetime"), value(element, "resid")])).toEqual([["long", "Taskpane.Url"]]);
    const parts = Array.from(document.querySelectorAll("Page > SourceLocation, FunctionFile, Action > SourceLocation"));
    expect(parts).toHaveLength(3);
    expect(new Set(parts.map((element) => value(element, "resid")))).toEqual(new Set(["Taskpane.Url"]));
    expect(all("TaskpaneId")).toEqual([]);
  });

  test("asks for sets that exist and that LTSC 2021 has, and for no custom-function set, which would hide the add-in", () => {
    const sets = Object.fromEntries(all("Set").map((element) => [value(element, "Name"), value(element, "MinVersion")]));
    expect(sets).toEqual({ SharedRuntime: "1.1", ExcelApi: "1.9" });
  });

  test("has no namespace, because the ids carry the prefix", () => expect(all("Namespace")).toEqual([]));

  test("runs in workbooks only and may read and write the document, no more", () => {
    expect([...new Set(all("Host").map((element) => value(element, "Name") || value(element, "xsi:type")))]).toEqual(["Workbook"]);
    expect(all("Permissions")[0]?.textContent).toBe("ReadWriteDocument");
    expect(all("AppDomain")).toEqual([]);
  });

  test("speaks Chinese first and has English for every text", () => {
    expect(all("DefaultLocale")[0]?.textContent).toBe("zh-CN");
    const texts = [...all("DisplayName"), ...all("Description").filter((element) => element.hasAttribute("DefaultValue")), ...withId("String")];
    for (const text of texts) {
      expect(value(text)).toMatch(/\p{Script=Han}/u);
      expect(Array.from(text.children).map((child) => value(child, "Locale"))).toEqual(["en-US"]);
    }
  });

  test("keeps texts within Excel's limits", () => {
    const inside = (section: string, limit: number): void =>
      all(section).flatMap((element) => Array.from(element.children)).forEach((text) => {
        expect([value(text), ...Array.from(text.children).map((child) => value(child, "Value"))].filter((t) => t.length > limit)).toEqual([]);
      });
    inside("ShortStrings", 125);
    inside("LongStrings", 250);
    expect(value(all("DisplayName")[0]).length).toBeLessThanOrEqual(125);
    expect(value(all("Description")[0]).length).toBeLessThanOrEqual(250);
  });

  test("gives every command icons of 16, 32 and 80 pixels, which exist at that size", () => {
    for (const icon of all("Icon")) expect(Array.from(icon.children).map((child) => value(child, "size")).sort()).toEqual(["16", "32", "80"]);
    for (const image of withId("Image")) {
      const file = path.join(root, new URL(value(image)).pathname);
      expect([file, existsSync(file)]).toEqual([file, true]);
      expect(readFileSync(file).readUInt32BE(16)).toBe(Number(/\d+$/.exec(value(image, "id"))?.[0]));
    }
  });

  test("carries the version of package.json", () => {
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
    expect(all("Version")[0]?.textContent).toBe(`${version}.0`);
  });
});
