import type { Cell } from "../../grid/block";

/** A cell's text without white space, by which texts are compared. */
export function plain(text: Cell | undefined): string {
  return typeof text === "string" ? text.replace(/\s/g, "") : text === null || text === undefined ? "" : String(text);
}

/** A short check of a text (FNV-1a), to see later whether people changed it. */
export function textCheck(text: string): string {
  let sum = 0x811c9dc5;
  for (const char of text) sum = Math.imul(sum ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (sum >>> 0).toString(36);
}
