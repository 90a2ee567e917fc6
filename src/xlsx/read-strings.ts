import { children, decodeString, parseXml, type XmlElement } from "./xml";

export interface SharedText {
  readonly text: string;
  /** In several fonts. */
  readonly rich: boolean;
}

/** The texts that cells of type `s` name by number (共享字符串). */
export function readStrings(xml: string | null): SharedText[] {
  if (xml === null) return [];
  return children(parseXml(xml, "sharedStrings.xml"), "si").map(readText);
}

/** The text of an `si` or `is` element: plain, or runs joined; phonetic readings are left out. */
export function readText(element: XmlElement): SharedText {
  const runs = children(element, "r");
  const texts = (runs.length > 0 ? runs : [element]).flatMap((one) => children(one, "t"));
  return { text: texts.map((one) => decodeString(one.text)).join(""), rich: runs.length > 0 };
}
