import type { Steps } from "../engine";
import { tag } from "./package";
import { children, decodeString, parseXml, type XmlElement } from "./xml";

export interface SharedText {
  readonly text: string;
  /** In several fonts. */
  readonly rich: boolean;
}

const PART = "sharedStrings.xml";
const OPAQUE: ReadonlySet<string> = new Set(["sst"]);
/** Signs of the part read between two stops. */
const AT_ONCE = 1 << 16;

/** The texts that cells of type `s` name by number (共享字符串), in steps: a roster has a hundred thousand of them. */
export function* readStrings(xml: string | null): Steps<SharedText[]> {
  if (xml === null) return [];
  const { prefix, innerStart, innerEnd } = parseXml(xml, PART, OPAQUE);
  const close = `</${tag(prefix, "si")}>`;
  // Text as written between these marks may hold a closing tag.
  const most = xml.includes("<![CDATA[") ? xml.length : AT_ONCE;
  const texts: SharedText[] = [];
  for (let at = innerStart; at < innerEnd; ) {
    const last = at + most >= innerEnd ? -1 : xml.indexOf(close, at + most);
    const end = last < 0 ? innerEnd : last + close.length;
    for (const one of children(parseXml(`<sst>${xml.slice(at, end)}</sst>`, PART), "si")) texts.push(readText(one));
    at = end;
    yield;
  }
  return texts;
}

/** The text of an `si` or `is` element: plain, or runs joined; phonetic readings are left out. */
export function readText(element: XmlElement): SharedText {
  const runs = children(element, "r");
  const texts = (runs.length > 0 ? runs : [element]).flatMap((one) => children(one, "t"));
  return { text: texts.map((one) => decodeString(one.text)).join(""), rich: runs.length > 0 };
}
