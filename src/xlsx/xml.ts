/**
 * XML as a tree that remembers where each element stood, so that one element can be replaced
 * and every other byte of the part stays as it was. Elements are told by their local name, whatever the prefix.
 */
import { FileError } from "./file-error";

export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  readonly prefix: string;
  /** By the name as written: `r:id`, `sqref`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Direct text, entities decoded. */
  text: string;
  /** Offsets into the source: `<` of the opening tag, after it, `<` of the closing tag, after that. */
  readonly start: number;
  readonly innerStart: number;
  innerEnd: number;
  end: number;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (name.startsWith("#")) {
      const code = name[1] === "x" ? parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code <= 0x10ffff ? String.fromCodePoint(code) : "";
    }
    return ENTITIES[name] ?? whole;
  });
}

/** Text for an element or a double-quoted attribute. */
export function encodeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : sign === ">" ? "&gt;" : "&quot;"));
}

/** Excel writes signs XML cannot hold as `_x000D_`. */
export function decodeString(text: string): string {
  const plain = decodeXml(text);
  return plain.includes("_x") ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : plain;
}

export function encodeString(text: string): string {
  return encodeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"))
    // XML 1.0 has no place for these, even escaped.
    .replace(/(?![\t\n\r\x7F-\x9F])[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Attributes of an opening tag's text. */
export function parseAttributes(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", double, single] of tag.matchAll(ATTRIBUTE)) attributes[name] = decodeXml(double ?? single ?? "");
  return attributes;
}

/**
 * The root element of a part. The content of elements named in `opaque` is not looked into (rows and cells have a reader of their own).
 */
export function parseXml(source: string, part: string, opaque: ReadonlySet<string> = new Set()): XmlElement {
  const stack: XmlElement[] = [];
  let root: XmlElement | null = null;
  let at = source.indexOf("<");
  while (at >= 0) {
    const skipped = skipMarkup(source, at);
    if (skipped < 0) break;
    if (skipped > at) {
      const parent = stack.at(-1);
      if (parent && source.startsWith("<![CDATA[", at)) parent.text += source.slice(at + 9, skipped - 3);
      at = nextTag(source, skipped, parent);
      continue;
    }
    const close = endOfTag(source, at);
    if (close < 0) break;
    if (source[at + 1] === "/") {
      const element = stack.pop();
      if (!element) break;
      element.innerEnd = at;
      element.end = close + 1;
      if (stack.length === 0) return element;
    } else {
      const element = openElement(source, at, close);
      root ??= element;
      stack.at(-1)?.children.push(element);
      if (source[close - 1] === "/") {
        if (stack.length === 0) return element;
      } else {
        stack.push(element);
        if (opaque.has(element.name)) {
          at = source.indexOf(`</${element.prefix ? `${element.prefix}:` : ""}${element.name}`, close);
          continue;
        }
      }
    }
    at = nextTag(source, close + 1, stack.at(-1));
  }
  throw new FileError("corrupt", [`${part} 格式错误`]);
}

function nextTag(source: string, from: number, parent: XmlElement | undefined): number {
  const at = source.indexOf("<", from);
  if (parent && at > from) parent.text += decodeXml(source.slice(from, at));
  return at;
}

/** Past a comment, declaration or CDATA; `at` itself when there is none; -1 when it does not end. */
function skipMarkup(source: string, at: number): number {
  const second = source[at + 1];
  if (second !== "?" && second !== "!") return at;
  const ending = source.startsWith("<!--", at) ? "-->" : source.startsWith("<![CDATA[", at) ? "]]>" : second === "?" ? "?>" : ">";
  const end = source.indexOf(ending, at + 2);
  return end < 0 ? -1 : end + ending.length;
}

/** The `>` of a tag; one inside quotes does not count. */
function endOfTag(source: string, at: number): number {
  let end = source.indexOf(">", at);
  while (end >= 0) {
    const tag = source.slice(at, end);
    const quotes = tag.replace(/"[^"]*"|'[^']*'/g, "");
    if (!/["']/.test(quotes)) return end;
    end = source.indexOf(">", end + 1);
  }
  return -1;
}

function openElement(source: string, at: number, close: number): XmlElement {
  const selfClosing = source[close - 1] === "/";
  const tag = source.slice(at + 1, selfClosing ? close - 1 : close);
  const space = tag.search(/\s/);
  const qualified = space < 0 ? tag : tag.slice(0, space);
  const colon = qualified.indexOf(":");
  return {
    name: colon < 0 ? qualified : qualified.slice(colon + 1),
    prefix: colon < 0 ? "" : qualified.slice(0, colon),
    attributes: space < 0 ? {} : parseAttributes(tag.slice(space)),
    children: [], text: "", start: at, innerStart: close + 1, innerEnd: close + 1, end: close + 1,
  };
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}

/** Every element of that name, at any depth. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((one) => [...(one.name === name ? [one] : []), ...descendants(one, name)]);
}

/** An attribute by its local name, whatever its prefix (`r:id`, `d3p1:id`). */
export function attribute(element: XmlElement, name: string): string | undefined {
  const exact = element.attributes[name];
  if (exact !== undefined) return exact;
  const key = Object.keys(element.attributes).find((one) => one.endsWith(`:${name}`));
  return key === undefined ? undefined : element.attributes[key];
}

/** `1` and `true` are true. */
export function flag(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The source with parts replaced. What is put in at one place goes in the order given, before what is replaced there. */
export function splice(source: string, splices: readonly Splice[]): string {
  let result = "";
  let at = 0;
  for (const one of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += source.slice(at, one.start) + one.text;
    at = one.end;
  }
  return result + source.slice(at);
}

/** An opening tag with some attributes set, or taken away (`null`). */
export function retag(source: string, element: XmlElement, changes: Readonly<Record<string, string | null>>): Splice {
  let tag = source.slice(element.start, element.innerStart);
  for (const [name, value] of Object.entries(changes)) {
    const pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
    const written = value === null ? "" : ` ${name}="${encodeXml(value)}"`;
    tag = pattern.test(tag) ? tag.replace(pattern, () => written) : tag.replace(/\s*\/?>$/, (ending) => written + ending.trim());
  }
  return { start: element.start, end: element.innerStart, text: tag };
}
