import { plain } from "./text";

/** A label as meant: numbering, units, punctuation and white space taken out. */
export function normalLabel(text: string): string {
  return plain(text).replace(/^[(（]?\d{1,2}[.、)）](?!\d)/, "").replace(/[:：,，。.、;；()（）“”"'《》〈〉\s_\-—*★☆·?？]/g, "");
}
