/** An Office file as parts and the relationships between them (OPC). Changed parts lie over the original ones until written. */
import { finished, type Steps } from "../engine";
import { FileError } from "./file-error";
import { children, encodeXml, parseXml, splice } from "./xml";
import { packEntry, readZip, unpackSteps, writeZip, type ZipEntry } from "./zip";

export interface Relationship {
  readonly id: string;
  /** Last part of the type's address: `worksheet`, `styles`, `sharedStrings`. */
  readonly type: string;
  /** Part it leads to, without a leading slash. */
  readonly target: string;
}

const TYPES = "[Content_Types].xml";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

export class Package {
  private readonly entries = new Map<string, ZipEntry>();
  /** Parts are the same whatever the case of their names. */
  private readonly actual = new Map<string, string>();

  constructor(bytes: Uint8Array) {
    for (const entry of readZip(bytes)) if (!entry.name.endsWith("/")) this.keep(entry);
    if (!this.has(TYPES)) throw new FileError(this.has("mimetype") && this.text("mimetype").includes("opendocument.spreadsheet") ? "ods" : "archive");
  }

  private keep(entry: ZipEntry): void {
    const name = this.actual.get(entry.name.toLowerCase()) ?? entry.name;
    this.actual.set(entry.name.toLowerCase(), name);
    this.entries.set(name, { ...entry, name });
  }

  has(part: string): boolean {
    return this.actual.has(part.toLowerCase());
  }

  parts(): string[] {
    return [...this.entries.keys()];
  }

  private entry(part: string): ZipEntry {
    const entry = this.entries.get(this.actual.get(part.toLowerCase()) ?? "");
    if (!entry) throw new FileError("corrupt", [`缺少 ${part}`]);
    return entry;
  }

  /** Bytes a part has unpacked. */
  size(part: string): number {
    return this.entry(part).size;
  }

  text(part: string): string {
    return finished(this.textSteps(part));
  }

  *textSteps(part: string): Steps<string> {
    const content = yield* unpackSteps(this.entry(part));
    const encoding = content[0] === 0xff && content[1] === 0xfe ? "utf-16le" : content[0] === 0xfe && content[1] === 0xff ? "utf-16be" : "utf-8";
    return new TextDecoder(encoding).decode(content);
  }

  set(part: string, text: string): void {
    const declared = text.replace(/^(<\?xml[^>]*encoding=["'])utf-16(["'])/i, "$1UTF-8$2");
    this.keep(packEntry(part, new TextEncoder().encode(declared)));
  }

  remove(part: string): void {
    this.entries.delete(this.actual.get(part.toLowerCase()) ?? "");
    this.actual.delete(part.toLowerCase());
  }

  relationships(part: string): Relationship[] {
    const path = relationshipsOf(part);
    if (!this.has(path)) return [];
    return children(parseXml(this.text(path), path), "Relationship")
      .filter((one) => one.attributes.TargetMode !== "External")
      .map((one) => ({
        id: one.attributes.Id ?? "",
        type: (one.attributes.Type ?? "").replace(/^.*\//, ""),
        target: resolve(part, one.attributes.Target ?? ""),
      }));
  }

  /** Adds a relationship from one part to another and returns its id. */
  relate(from: string, type: string, to: string): string {
    const path = relationshipsOf(from);
    const source = this.has(path) ? this.text(path) : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
    const root = parseXml(source, path);
    const taken = new Set(root.children.map((one) => one.attributes.Id));
    let number = root.children.length + 1;
    while (taken.has(`rId${String(number)}`)) number++;
    const id = `rId${String(number)}`;
    const added = `<${tag(root.prefix, "Relationship")} Id="${id}" Type="${OFFICE}${type}" Target="/${encodeXml(to)}"/>`;
    this.set(path, append(source, root, added));
    return id;
  }

  /** Takes away a part, the relationship that leads to it from `from`, and its content type. */
  unrelate(from: string, target: string): void {
    const path = relationshipsOf(from);
    const source = this.text(path);
    const gone = parseXml(source, path).children.filter((one) => one.attributes.TargetMode !== "External" && resolve(from, one.attributes.Target ?? "").toLowerCase() === target.toLowerCase());
    this.set(path, splice(source, gone.map((one) => ({ start: one.start, end: one.end, text: "" }))));
    const types = this.text(TYPES);
    const overrides = parseXml(types, TYPES).children.filter((one) => one.attributes.PartName?.toLowerCase() === `/${target}`.toLowerCase());
    this.set(TYPES, splice(types, overrides.map((one) => ({ start: one.start, end: one.end, text: "" }))));
    this.remove(relationshipsOf(target));
    this.remove(target);
  }

  contentType(part: string): string | undefined {
    const root = parseXml(this.text(TYPES), TYPES);
    const own = root.children.find((one) => one.attributes.PartName?.toLowerCase() === `/${part}`.toLowerCase());
    return own?.attributes.ContentType;
  }

  setContentType(part: string, type: string): void {
    const source = this.text(TYPES);
    const root = parseXml(source, TYPES);
    const written = `<${tag(root.prefix, "Override")} PartName="/${encodeXml(part)}" ContentType="${type}"/>`;
    const own = root.children.find((one) => one.attributes.PartName?.toLowerCase() === `/${part}`.toLowerCase());
    this.set(TYPES, own ? splice(source, [{ start: own.start, end: own.end, text: written }]) : append(source, root, written));
  }

  /** The first part that one leads to by that type of relationship. */
  related(part: string, type: string): string | undefined {
    return this.relationships(part).find((one) => one.type === type)?.target;
  }

  /** The workbook part, wherever the file keeps it. */
  workbookPart(): string {
    const part = this.related("", "officeDocument");
    if (part === undefined || !this.has(part)) throw new FileError("corrupt", ["缺少工作簿部件"]);
    return part;
  }

  toBytes(): Uint8Array {
    return writeZip([...this.entries.values()]);
  }
}

export function tag(prefix: string, name: string): string {
  return prefix ? `${prefix}:${name}` : name;
}

function append(source: string, root: ReturnType<typeof parseXml>, text: string): string {
  if (source[root.innerStart - 2] !== "/") return splice(source, [{ start: root.innerEnd, end: root.innerEnd, text }]);
  const opening = source.slice(root.start, root.innerStart - 2);
  return source.slice(0, root.start) + `${opening}>${text}</${tag(root.prefix, root.name)}>` + source.slice(root.end);
}

/** Where a part's relationships are written; the package's own for `""`. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** A target as a part's name: absolute, or beside the part it is named in. */
export function resolve(from: string, target: string): string {
  const clean = decodeURI(target.replace(/\\/g, "/"));
  if (clean.startsWith("/")) return clean.slice(1);
  const steps = from.includes("/") ? from.slice(0, from.lastIndexOf("/")).split("/") : [];
  for (const step of clean.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

